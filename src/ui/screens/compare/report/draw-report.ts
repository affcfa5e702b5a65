import type { ReportOptions } from '../../../../app/report/report-options';
import type { DrawReport } from '../../../../app/report/write-report';
import type { Comparison } from '../../../../compare/comparison';
import type { EngineClient, SegmentView } from '../../../../protocol/engine-api';
import { canvasMeasure } from '../../../charts/fit-text';
import { MAX_CHOSEN } from '../../../state/chosen-segments';
import { defaultChoice, defaultValues, firstToCompare } from '../default-choice';
import { makeReport } from './make-report';

/** Where the system's own font is another than here, text is a little wider or narrower than was measured. */
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/**
 * For `npm run report`: the segments asked for, or those Compare opens with where there are more than it can tell apart;
 * of a report, the values of the dimension it opens with.
 */
export function drawReport(engine: EngineClient, { locale }: ReportOptions): DrawReport {
  return async (comparison, views) => {
    const { dimension, segmentIds } =
      comparison.request.grain === 'person'
        ? { dimension: null, segmentIds: people(comparison, views) }
        : await valuesOf(engine, views);
    const paper = { family: FAMILY, measure: canvasMeasure };
    const file = await makeReport(engine, { comparison, segmentIds, goal: null, locale, paper });
    return { file, segmentIds, dimension };
  };
}

function people(comparison: Comparison, views: readonly SegmentView[]): readonly string[] {
  const all = comparison.segments.map((s) => s.id);
  return all.length <= MAX_CHOSEN ? all : defaultChoice(views);
}

async function valuesOf(engine: EngineClient, views: readonly SegmentView[]) {
  const { reports } = await engine.state(undefined);
  const first = firstToCompare(reports, views);
  const prefix = first === null ? '' : `report:${first.reportId}:${first.dimension}:`;
  const ofOne = views.filter(({ segment }) => segment.id.startsWith(prefix));
  return { dimension: first?.dimension ?? null, segmentIds: defaultValues(ofOne) };
}
