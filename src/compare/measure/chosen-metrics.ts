import { AppError } from '../../core/app-error';
import type { Dataset } from '../../core/dataset';
import type { MetricInfo } from '../../metrics/metric-info';
import type { PersonMetric } from '../../metrics/people/person-metric';
import { personMetrics } from '../../metrics/people/person-metrics';

/** The metrics asked for, in the order asked; all of them where none is named. */
export function chosenMetrics<M extends MetricInfo>(all: readonly M[], ids: readonly string[]): readonly M[] {
  if (ids.length === 0) return all;
  return ids.map((id) => {
    const metric = all.find((m) => m.id === id);
    if (metric === undefined) throw new AppError('rpc/bad-message', { params: { metric: id } });
    return metric;
  });
}

/** As `chosenMetrics`, of people: their own columns among them. */
export function chosenPersonMetrics(dataset: Dataset, ids: readonly string[]): readonly PersonMetric[] {
  const { all, ids: known } = personMetrics(dataset, ids);
  return chosenMetrics(all, known);
}

/** What goes into a result: plain JSON, without the functions a metric is computed by. */
export function metricInfo(metric: MetricInfo): MetricInfo {
  const { id, grain, family, label, definition, numerator, denominator, unit, direction, partsAreMoney } =
    metric;
  return {
    id,
    grain,
    family,
    label,
    definition,
    numerator,
    denominator,
    unit,
    direction,
    ...(partsAreMoney ? { partsAreMoney } : {}),
  };
}
