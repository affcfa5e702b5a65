import { guardFormula } from '../core/formula-guard';
import type { CsvFormat } from './csv-format';

/** A number already written out, with a decimal point. */
export interface Digits {
  readonly digits: string;
}

/** A number as its source wrote it, to be left so. */
export interface Verbatim {
  readonly verbatim: string;
}

/** Text is made safe for spreadsheets; numbers are exempt and take the dialect's decimal sign. */
export type CsvCell = string | number | Digits | Verbatim | null;

export interface CsvWriter {
  /** A `#` line above the header; no cell of it can start with anything else. */
  comment(text: string): void;
  row(cells: readonly CsvCell[]): void;
  bytes(): Uint8Array;
}

/** RFC 4180: CRLF, quotes doubled, quoted only where needed. */
export function csvWriter({ dialect }: CsvFormat): CsvWriter {
  const polish = dialect === 'excel-pl';
  const delimiter = polish ? ';' : ',';
  // Both delimiters: the file may be opened by a program that expects the other one.
  const needsQuotes = /[,;\t"\r\n]|^\s|\s$/;
  const quoted = (text: string) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines: string[] = [];

  const cell = (value: CsvCell): string => {
    if (value === null) return '';
    if (typeof value === 'number') return Number.isFinite(value) ? decimal(String(value), polish) : '';
    if (typeof value === 'object')
      return 'digits' in value ? decimal(value.digits, polish) : quoted(value.verbatim);
    return quoted(guardFormula(value));
  };
  return {
    comment: (text) => {
      lines.push(quoted(`# ${text.replace(/\p{Cc}+/gu, ' ')}`.trimEnd()));
    },
    row: (cells) => {
      // A lone empty cell would be a blank line.
      lines.push(
        cells.length === 1 && cell(cells[0] ?? null) === '' ? '""' : cells.map(cell).join(delimiter),
      );
    },
    bytes: () =>
      new TextEncoder().encode(`${polish ? '\ufeff' : ''}${lines.map((l) => `${l}\r\n`).join('')}`),
  };
}

function decimal(number: string, comma: boolean): string {
  return comma ? number.replace('.', ',') : number;
}
