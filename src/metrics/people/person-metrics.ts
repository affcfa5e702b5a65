import type { Dataset } from '../../core/dataset';
import { METRICS } from '../registry';
import { attributeMetrics, isOfAttribute } from './attribute-metrics';
import type { PersonMetric } from './person-metric';

/**
 * Every metric people can be compared by, those of their own columns last. Of `ids`, names of columns that are no longer
 * held are left out; empty is all.
 */
export function personMetrics(
  dataset: Dataset,
  ids: readonly string[] = [],
): { readonly all: readonly PersonMetric[]; readonly ids: readonly string[] } {
  const all = [...METRICS.person, ...attributeMetrics(dataset)];
  const known = new Set(all.map(({ id }) => id));
  return { all, ids: ids.filter((id) => known.has(id) || !isOfAttribute(id)) };
}
