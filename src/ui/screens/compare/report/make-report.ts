import type { Comparison, Retention, Trend } from '../../../../compare/comparison';
import type { Distribution } from '../../../../compare/distribution-of';
import { STEP_ASPECTS, stepsFor } from '../../../../compare/next-steps/next-steps';
import { segmentSentences } from '../../../../compare/sentences/segment-sentences';
import { AppError } from '../../../../core/app-error';
import type { Locale } from '../../../../core/label';
import type { ExportedFile } from '../../../../export/exported-file';
import { onlySegments } from '../../../../export/report-html/report-document';
import { reportHtml } from '../../../../export/report-html/report-html';
import { en } from '../../../../i18n/en/next-steps';
import { formatClock } from '../../../../i18n/format';
import { pl } from '../../../../i18n/pl/next-steps';
import type { EngineClient } from '../../../../protocol/engine-api';
import chartsStyle from '../../../charts/charts.css?raw';
import { SEGMENT_SHAPES, segmentPlace } from '../../../parts/segment-shapes';
import { aimOfGoal } from '../aims';
import { arrange } from '../arrange';
import { goalMetric, metricsFirst } from '../goal';
import { ofAllTime } from '../of-all-time';
import { type Paper, reportFigures } from './report-figures';

export interface ReportAsked {
  readonly comparison: Comparison;
  /** Where only some of the compared segments are shown; the numbers stay those of the whole. */
  readonly segmentIds?: readonly string[];
  readonly goal: string | null;
  readonly locale: Locale;
  readonly paper: Omit<Paper, 'width'>;
}

/** As wide as the text of the page. */
const WIDTH = 772;
const ALSO = ['revenue-per-customer', 'orders-per-customer', 'aov', 'repeat-rate', 'conversion'];
const MOST_DOTS = 4;
const MONTHS = 13;

/** The report over one comparison: asks for what its pictures need, draws them and writes the file. */
export async function makeReport(
  engine: Pick<EngineClient, 'trend' | 'retention' | 'distribution' | 'nextSteps'>,
  { comparison: whole, segmentIds, goal, locale, paper }: ReportAsked,
): Promise<ExportedFile> {
  const wanted = segmentIds ? onlySegments(whole, segmentIds) : whole;
  const comparison = arrange(wanted, null, metricsFirst(wanted, goal));
  const { grain } = comparison.request;
  const shown = { ...comparison.request, segmentIds: comparison.segments.map((s) => s.id) };
  const lead = goalMetric(comparison, goal);
  const aim = aimOfGoal(goal);
  const [trend, retention, distribution, own] = await Promise.all([
    lead ? orNull<Trend>(engine.trend({ comparison: shown, metricId: lead.id, every: 'month' })) : null,
    grain === 'person'
      ? orNull<Retention>(
          engine.retention({
            comparison: ofAllTime(shown),
            definition: 'on',
            every: 'month',
            periods: MONTHS,
          }),
        )
      : null,
    grain === 'person'
      ? orNull<Distribution>(engine.distribution({ comparison: shown, of: 'revenue' }))
      : null,
    engine.nextSteps(null),
  ]);
  const dots = [...new Set([...(lead ? [lead.id] : []), ...metricsFirst(comparison, goal), ...ALSO])];
  const t = locale === 'pl' ? pl : en;
  return reportHtml(
    {
      locale,
      comparison,
      comparedInAll: whole.segments.length,
      sentences: segmentSentences(comparison, lead?.id ?? null, locale),
      nextSteps: comparison.segments.map(({ id }) => {
        const { steps, edited } = stepsFor(own, id, grain, aim, locale);
        return {
          segmentId: id,
          edited,
          steps: STEP_ASPECTS.filter((aspect) => steps[aspect].trim() !== '').map((aspect) => ({
            label: t.aspect[aspect],
            text: steps[aspect],
          })),
        };
      }),
      figures: reportFigures(
        comparison,
        dots.filter((id) => comparison.metrics.some((m) => m.id === id)).slice(0, MOST_DOTS),
        { trend, retention, distribution },
        locale,
        { ...paper, width: WIDTH },
      ),
      pictureStyle: chartsStyle,
      markOf: (colour) => ({
        tag: 'svg',
        attributes: {
          class: `mark seg-${segmentPlace(colour)}`,
          viewBox: '0 0 12 12',
          'aria-hidden': 'true',
        },
        children: [
          { tag: 'path', attributes: { d: SEGMENT_SHAPES[segmentPlace(colour)] ?? '' }, children: [] },
        ],
      }),
    },
    formatClock(locale, comparison.computedAt),
  );
}

/** What the data can't draw is left out; anything else that fails, fails the report. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === 'compare/no-data') return null;
    throw error;
  }
}
