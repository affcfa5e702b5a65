import type { ColumnMapping, Mapping } from '../core/mapping';
import { columnViews } from '../ingest/readings/column-view';
import { statedCurrency } from '../ingest/readings/stated-currency';
import type { TableSurvey } from '../ingest/survey';
import { inCurrency } from './in-currency';

/** Columns in the one currency the table states, and that currency; null where it states none or several. */
export function inStatedCurrency(
  table: TableSurvey,
  columns: readonly ColumnMapping[],
): Pick<Mapping, 'columns' | 'currency'> {
  const currency = statedCurrency(columns, columnViews(table));
  return { columns: inCurrency(columns, currency), currency };
}
