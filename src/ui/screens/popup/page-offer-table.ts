import type { OfferedTable } from '../../../core/page-capture';
import { words } from './words';

export function titleOf(table: OfferedTable): string {
  return table.title.trim() === '' ? words.value.offer.untitled : table.title;
}

/** First values of one column. */
export function columnSample(table: OfferedTable, column: number): readonly string[] {
  return table.sample.map((row) => row[column] ?? '');
}

/** The table a person most likely came for: the one with the most cells. */
export function likeliestTable(tables: readonly OfferedTable[]): OfferedTable | undefined {
  const size = (table: OfferedTable) => table.rowsOnPage * table.columns.length;
  return tables.reduce<OfferedTable | undefined>(
    (best, table) => (best === undefined || size(table) > size(best) ? table : best),
    undefined,
  );
}
