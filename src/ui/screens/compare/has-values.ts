import type { Comparison } from '../../../compare/comparison';
import type { MetricInfo } from '../../../metrics/metric-info';

/** Whether anybody has a value of it: a metric of orders has none where no orders are held. */
export function hasValues(
  { metrics, cells, everyone }: Pick<Comparison, 'metrics' | 'cells' | 'everyone'>,
  metric: MetricInfo,
): boolean {
  const m = metrics.indexOf(metric);
  return everyone[m]?.state === 'value' || cells.some((of) => of[m]?.state === 'value');
}
