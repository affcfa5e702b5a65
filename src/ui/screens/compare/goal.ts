import type { Comparison } from '../../../compare/comparison';
import type { MetricInfo } from '../../../metrics/metric-info';
import { aimOfGoal, METRICS_OF_AIM } from './aims';
import type { SegmentOrder } from './arrange';
import { hasValues } from './has-values';
import { outcomeMetric } from './outcome-metric';

/** What a marketer looks at first where no goal is named, by grain. */
const PREFERRED: Record<MetricInfo['grain'], readonly string[]> = {
  person: ['revenue-per-customer', 'orders-per-customer', 'repeat-rate', 'conversion'],
  aggregate: [
    'session-key-event-rate',
    'user-key-event-rate',
    'conversion',
    'engagement-rate',
    'revenue-per-session',
  ],
};

type Compared = Pick<Comparison, 'metrics' | 'cells' | 'everyone'>;

/**
 * The metric a view is led by: the one asked for, the first of an aim that has values, or, of what the data can tell, the
 * first that says how well a group does.
 */
export function goalMetric(comparison: Compared, wanted: string | null): MetricInfo | null {
  const { metrics } = comparison;
  const byId = (id: string | null) => metrics.find((m) => m.id === id);
  const grain = metrics[0]?.grain ?? 'person';
  const told = (m: MetricInfo | undefined) => m !== undefined && hasValues(comparison, m);
  const ofAim = metricsFirst(comparison, wanted).map(byId);
  const held = metrics.filter(told);
  return (
    ofAim.find(told) ??
    PREFERRED[grain].map(byId).find(told) ??
    held.find((m) => m.denominator !== null && m.direction !== 'neither') ??
    outcomeMetric(held) ??
    held.find((m) => m.family === 'attributes') ??
    held[0] ??
    metrics[0] ??
    null
  );
}

/** Ids of the metrics a goal puts first. */
export function metricsFirst({ metrics }: Compared, wanted: string | null): readonly string[] {
  const aim = aimOfGoal(wanted);
  if (aim !== null) return METRICS_OF_AIM[aim][metrics[0]?.grain ?? 'person'];
  return wanted === null ? [] : [wanted];
}

/** Best first, by the goal's metric; null where no goal is named, and the segments stand as they were chosen. */
export function goalOrder(comparison: Compared, wanted: string | null): SegmentOrder | null {
  const metric = wanted === null ? null : goalMetric(comparison, wanted);
  return metric && { metricId: metric.id, down: metric.direction !== 'less' };
}
