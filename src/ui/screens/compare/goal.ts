import type { MetricInfo } from '../../../metrics/metric-info';

/** What a marketer looks at first, by grain. */
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

/** The metric a view is led by: the one asked for, or the first that says how well a group does. */
export function goalMetric(metrics: readonly MetricInfo[], wanted: string | null): MetricInfo | null {
  const byId = (id: string | null) => metrics.find((m) => m.id === id);
  const grain = metrics[0]?.grain ?? 'person';
  return (
    byId(wanted) ??
    PREFERRED[grain].map(byId).find((m) => m !== undefined) ??
    metrics.find((m) => m.denominator !== null && m.direction !== 'neither') ??
    metrics[0] ??
    null
  );
}
