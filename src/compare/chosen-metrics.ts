import { AppError } from '../core/app-error';
import type { MetricInfo } from '../metrics/metric-info';

/** The metrics asked for, in the order asked; all of them where none is named. */
export function chosenMetrics<M extends MetricInfo>(all: readonly M[], ids: readonly string[]): readonly M[] {
  if (ids.length === 0) return all;
  return ids.map((id) => {
    const metric = all.find((m) => m.id === id);
    if (metric === undefined) throw new AppError('rpc/bad-message', { params: { metric: id } });
    return metric;
  });
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
