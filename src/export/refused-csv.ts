import type { RefusedRow } from '../core/problem';
import type { CsvFormat } from './csv-format';
import { type CsvCell, csvWriter } from './csv-writer';
import { EXPORT_WORDS } from './export-words';
import type { ExportedFile } from './exported-file';
import { CSV_MIME, columnHeaders } from './layout';

const LEAD = [{ id: 'row' }, { id: 'refusal_id' }, { id: 'refusal' }] as const;

/**
 * Rows that were seen and not kept: their record number, why, and every cell as found under the source's own header,
 * so that they can be mended and brought in again. `source` names the file they came from.
 */
export function refusedCsv(
  header: readonly string[],
  rows: readonly RefusedRow[],
  format: CsvFormat,
  source = '',
): ExportedFile {
  const { own, problems } = EXPORT_WORDS[format.locale];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const beyond = Array.from({ length: width - header.length }, (_, i) => own.extraCell(i + 1));
  const writer = csvWriter(format);
  writer.row([...columnHeaders(LEAD, format), ...header, ...beyond]);
  for (const { row, problem, cells } of rows) {
    const found = Array.from({ length: width }, (_, i) => asFound(cells[i] ?? ''));
    writer.row([row, problem.code, problems[problem.code](problem), ...found]);
  }
  const stem = source
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return {
    name: `segment-lens-refused-rows${stem === '' ? '' : `-${stem.slice(0, 80)}`}.csv`,
    mime: CSV_MIME,
    bytes: writer.bytes(),
  };
}

/** A negative amount is no formula, and could not be mended and read again with an apostrophe before it. */
function asFound(cell: string): CsvCell {
  return /^-\d[\d.,]*$/.test(cell) ? { verbatim: cell } : cell;
}
