import type { CsvFormat } from './csv-format';
import type { CsvCell } from './csv-writer';
import { type ColumnId, EXPORT_WORDS } from './export-words';

export const CSV_MIME = 'text/csv;charset=utf-8';

/** Ids in the standard form, whatever the language; the reader's words where the file is made for a spreadsheet. */
export function columnHeaders(columns: readonly { readonly id: ColumnId }[], format: CsvFormat): CsvCell[] {
  const { columns: words } = EXPORT_WORDS[format.locale].own;
  return columns.map(({ id }) => (format.dialect === 'standard' ? id : words[id]));
}
