import type { Bitset } from '../../core/bitset';
import type { ReportTable } from '../../core/dataset';
import { isAverageColumn } from '../../core/is-average-column';
import { sameName } from '../../core/same-name';
import type { MetricInfo } from '../../metrics/metric-info';
import type { AsShown } from '../../protocol/api/beside';

/**
 * Rates, durations and averages of a report as they stand in its rows: there is no adding them up, so a value with
 * several rows has none. Those that `compared` says with their counts are left out.
 */
export function shownColumns(
  report: ReportTable,
  groups: readonly Bitset[],
  compared: readonly MetricInfo[],
): readonly AsShown[] {
  const said = new Set(
    compared.flatMap(({ id, label }) => [id, sameName(label.en), sameName(label.pl)] as const),
  );
  return report.metrics.flatMap(({ id, header, column, unit, currency }): AsShown[] => {
    if (unit === 'text' || unit === 'time' || column.type === 'text' || column.type === 'flag') return [];
    if ((unit === 'count' || unit === 'money') && !isAverageColumn(id, header)) return [];
    if (said.has(id) || said.has(sameName(header))) return [];
    const values = groups.map((rows) => {
      let only = Number.NaN;
      let several = false;
      rows.forEach((row) => {
        several ||= !Number.isNaN(only);
        only = column.values[row] ?? Number.NaN;
      });
      return several || Number.isNaN(only) ? null : only;
    });
    return [{ id, header, unit, currency, values }];
  });
}
