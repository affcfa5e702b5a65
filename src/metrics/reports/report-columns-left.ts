import { isAverageColumn } from '../../core/is-average-column';
import { METRICS } from '../registry';
import type { ReportFacts } from './report-facts';
import type { ReportMetric } from './report-metric';
import { reportTotal } from './report-total';

/** Totals of the columns that can be added up and that no metric of ours is made of, under the report's own headers. */
export function reportColumnsLeft(report: ReportFacts): readonly ReportMetric[] {
  const known = new Set(
    METRICS.aggregate.flatMap(({ measure }) => (measure.kind === 'total' ? measure.columns : [])),
  );
  const left = report.table.metrics.filter(
    ({ id, header, unit }) =>
      !known.has(id) && (unit === 'count' || unit === 'money') && !isAverageColumn(id, header),
  );
  return left.map(({ id, header, unit }) =>
    reportTotal({
      id,
      family: 'size',
      label: { en: header, pl: header },
      what: { en: header, pl: header },
      columns: [id],
      unit: unit === 'money' ? 'money' : 'count',
      direction: 'neither',
      countedAs: 'rows',
    }),
  );
}
