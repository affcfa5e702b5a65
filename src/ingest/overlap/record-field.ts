import { type Column, isNull, NULL_CODE, type TextColumn, textAt } from '../../core/column';
import type { OrderLines } from '../dataset/order-lines';

/** A value as whoever looks at a change is shown it; null where there is none. */
export type ShownValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'money'; readonly minor: number; readonly currency: string | null }
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'flag'; readonly yes: boolean };

/** One column as something said of a record: an order, a contact, a row. */
export interface RecordField {
  /** What it goes to, by which two captures' columns are the same field. */
  readonly name: string;
  /** As the source calls it. */
  readonly header: string;
  /** Null, and equal to null only, where nothing is said. */
  same(record: number, other: RecordField, otherRecord: number): boolean;
  /** For a lookup by content: the same for what is `same` in a field of the same make. */
  hash(record: number): number;
  /** The column where a record has one value; null where its lines have several. */
  readonly column: Column | null;
  /** Several lines of one order say several things. */
  shown(record: number): readonly ShownValue[];
}

export function columnField(
  name: string,
  header: string,
  column: Column,
  currency: (record: number) => string | null,
): RecordField {
  let hashes: readonly number[] | null = null;
  const shown = (record: number): readonly ShownValue[] => {
    const value = shownCell(column, record, currency(record));
    return value === null ? [] : [value];
  };
  return {
    name,
    header,
    column,
    shown,
    same: (record, other, otherRecord) =>
      other.column === null
        ? saysTheSame(shown(record), other.shown(otherRecord))
        : sameCell(column, record, other.column, otherRecord),
    hash(record) {
      // Few captures are ever looked up by content.
      if (hashes === null && column.type === 'text') hashes = column.dictionary.map(textHash);
      return cellHash(column, hashes, record);
    },
  };
}

/** Whether a value said once is the one that is said on every line. */
function saysTheSame(a: readonly ShownValue[], b: readonly ShownValue[]): boolean {
  const said = (values: readonly ShownValue[]) =>
    [...new Set(values.map((v) => JSON.stringify(v)))].sort().join();
  return said(a) === said(b);
}

/** A column that the lines of an order differ in: the same where the same things are said, in whatever order. */
export function linesField(
  name: string,
  header: string,
  column: Column,
  lines: OrderLines,
  currency: (order: number) => string | null,
): RecordField {
  const hashes = column.type === 'text' ? column.dictionary.map(textHash) : null;
  const shown = (order: number): readonly ShownValue[] => {
    const values: ShownValue[] = [];
    for (let at = lines.offsets[order]!; at < lines.offsets[order + 1]!; at++) {
      const value = shownCell(column, lines.rows[at]!, currency(order));
      if (value !== null) values.push(value);
    }
    return values.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };
  const hash = (order: number): number => {
    let sum = 0;
    for (let at = lines.offsets[order]!; at < lines.offsets[order + 1]!; at++)
      sum = (sum + cellHash(column, hashes, lines.rows[at]!)) | 0;
    return sum;
  };
  return {
    name,
    header,
    column: null,
    hash,
    shown,
    same: (order, other, otherOrder) =>
      other.column !== null
        ? saysTheSame(shown(order), other.shown(otherOrder))
        : hash(order) === other.hash(otherOrder) &&
          JSON.stringify(shown(order)) === JSON.stringify(other.shown(otherOrder)),
  };
}

export function sameCell(a: Column, i: number, b: Column, j: number): boolean {
  const none = isNull(a, i);
  if (none || isNull(b, j)) return none && isNull(b, j);
  if (a.type === 'text' && b.type === 'text') return a.dictionary[a.codes[i]!] === b.dictionary[b.codes[j]!];
  if (a.type === 'text' || b.type === 'text') return plain(a, i) === plain(b, j);
  return a.values[i] === b.values[j];
}

const plain = (column: Column, row: number): string =>
  column.type === 'text' ? (textAt(column, row) ?? '') : String(column.values[row]);

export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}

const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

export function cellHash(column: Column, textHashes: readonly number[] | null, row: number): number {
  if (column.type === 'text') {
    const code = (column as TextColumn).codes[row]!;
    return code === NULL_CODE ? 0 : textHashes![code]!;
  }
  if (isNull(column, row)) return 0;
  float[0] = column.values[row]!;
  const mixed = Math.imul(halves[0]! ^ Math.imul(halves[1]!, 0x27d4eb2f), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function shownCell(column: Column, row: number, currency: string | null): ShownValue | null {
  if (isNull(column, row)) return null;
  switch (column.type) {
    case 'text':
      return { kind: 'text', text: textAt(column, row) ?? '' };
    case 'flag':
      return { kind: 'flag', yes: column.values[row] === 1 };
    case 'time':
      return { kind: 'time', at: column.values[row]! };
    case 'money':
      // What a source writes finer than the currency's minor unit stays as fine.
      return { kind: 'money', minor: Math.round(column.values[row]! * 1e6) / 1e6, currency };
    case 'number':
      return { kind: 'number', value: column.values[row]! };
  }
}
