import type { Locale } from '../../core/label';
import { type MetricFormat, metricFormat } from '../../metrics/metric-value';
import type { Comparison } from '../comparison';

/** How one metric of a comparison is written, wherever it is shown: `m` is its place among the metrics. */
export function formatOf(comparison: Comparison, m: number, locale: Locale): MetricFormat {
  const metric = comparison.metrics[m];
  const values = [...comparison.cells.map((of) => of[m]), comparison.everyone[m]].map((cell) =>
    cell?.state === 'value' ? cell.value : null,
  );
  return metricFormat(locale, metric ?? { unit: 'count' }, comparison.currency, values);
}
