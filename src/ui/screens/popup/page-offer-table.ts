import type { OfferedTable } from '../../../core/page-capture';
import { words } from './words';

export function titleOf(table: OfferedTable): string {
  return table.title.trim() === '' ? words.value.offer.untitled : table.title;
}

/** First values of one column. */
export function columnSample(table: OfferedTable, column: number): readonly string[] {
  return table.sample.map((row) => row[column] ?? '');
}
