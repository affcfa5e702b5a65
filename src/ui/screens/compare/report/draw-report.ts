import type { DrawReport, ReportOptions } from '../../../../app/report/write-report';
import type { EngineClient } from '../../../../protocol/engine-api';
import { canvasMeasure } from '../../../charts/fit-text';
import { MAX_CHOSEN } from '../../../state/chosen-segments';
import { defaultChoice } from '../default-choice';
import { makeReport } from './make-report';

/** Where the system's own font is another than here, text is a little wider or narrower than was measured. */
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** For `npm run report`: the segments asked for, or those Compare opens with where there are more than it can tell apart. */
export function drawReport(engine: EngineClient, { locale }: ReportOptions): DrawReport {
  return async (comparison, views) => {
    const all = comparison.segments.map((s) => s.id);
    const segmentIds = all.length <= MAX_CHOSEN ? all : defaultChoice(views);
    const paper = { family: FAMILY, measure: canvasMeasure };
    return {
      file: await makeReport(engine, { comparison, segmentIds, goal: null, locale, paper }),
      segmentIds,
    };
  };
}
