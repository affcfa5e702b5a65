import type { Cell } from '../../compare/comparison';
import type { MetricInfo } from '../../metrics/metric-info';

/**
 * Everyone's value, where a segment can be held against it: everyone's total, or everyone's share of everyone, is no
 * measure of a part.
 */
export function baseOf(
  metric: Pick<MetricInfo, 'unit' | 'denominator' | 'direction'>,
  everyone: Cell | undefined,
): number | null {
  if (everyone?.state !== 'value') return null;
  if (metric.denominator === null && (metric.unit === 'count' || metric.unit === 'money')) return null;
  if (metric.unit === 'rate' && metric.direction === 'neither' && everyone.value === 1) return null;
  return everyone.value;
}
