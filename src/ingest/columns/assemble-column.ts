import {
  type Column,
  columnLength,
  FLAG_UNKNOWN,
  isNull,
  NULL_CODE,
  type TextColumn,
} from '../../core/column';
import { isoDay, startOfDay } from '../../core/time/calendar';

/** Part of a column: row i of `column` goes to row `to[i]`; nowhere where that is -1. */
export interface ColumnPiece {
  readonly column: Column;
  readonly to: Int32Array;
}

/**
 * One column of `size` rows out of pieces. A filled cell of a later piece or row replaces an earlier one, an empty
 * cell replaces nothing. Pieces of different types meet as text.
 */
export function assembleColumn(size: number, pieces: readonly ColumnPiece[]): Column {
  const [first] = pieces;
  const type = first?.column.type ?? 'text';
  if (type === 'text' || pieces.some((p) => p.column.type !== type)) {
    return assembleText(
      size,
      pieces.map(({ column, to }) => ({ column: asText(column), to })),
    );
  }
  if (type === 'flag') {
    const values = new Uint8Array(size).fill(FLAG_UNKNOWN);
    for (const { column, to } of pieces) {
      const from = (column as { values: Uint8Array }).values;
      for (let i = 0; i < to.length; i++)
        if (to[i]! >= 0 && from[i] !== FLAG_UNKNOWN) values[to[i]!] = from[i]!;
    }
    return { type, values };
  }
  const values = new Float64Array(size).fill(Number.NaN);
  for (const { column, to } of pieces) {
    const from = (column as { values: Float64Array }).values;
    for (let i = 0; i < to.length; i++) if (to[i]! >= 0 && !Number.isNaN(from[i])) values[to[i]!] = from[i]!;
  }
  return { type, values };
}

function assembleText(
  size: number,
  pieces: readonly { readonly column: TextColumn; readonly to: Int32Array }[],
): TextColumn {
  const codes = new Int32Array(size).fill(NULL_CODE);
  const [first, ...rest] = pieces;
  // A lone dictionary is taken as it is; only several need merging.
  const at = rest.length === 0 ? null : new Map<string, number>();
  for (const { column, to } of pieces) {
    const map =
      at === null
        ? null
        : Int32Array.from(column.dictionary, (text) => {
            const known = at.get(text);
            if (known !== undefined) return known;
            at.set(text, at.size);
            return at.size - 1;
          });
    for (let i = 0; i < to.length; i++) {
      const code = column.codes[i]!;
      if (to[i]! >= 0 && code !== NULL_CODE) codes[to[i]!] = map === null ? code : map[code]!;
    }
  }
  return { type: 'text', codes, dictionary: at === null ? (first?.column.dictionary ?? []) : [...at.keys()] };
}

function asText(column: Column): TextColumn {
  if (column.type === 'text') return column;
  const size = columnLength(column);
  const codes = new Int32Array(size).fill(NULL_CODE);
  const at = new Map<string, number>();
  for (let row = 0; row < size; row++) {
    if (isNull(column, row)) continue;
    const value = column.values[row]!;
    const text =
      column.type === 'flag'
        ? value === 1
          ? 'yes'
          : 'no'
        : column.type === 'time'
          ? isoMoment(value)
          : String(column.type === 'money' ? value / 100 : value);
    const code = at.get(text) ?? at.size;
    at.set(text, code);
    codes[row] = code;
  }
  return { type: 'text', codes, dictionary: [...at.keys()] };
}

function isoMoment(time: number): string {
  return time === startOfDay(time) ? isoDay(time) : new Date(time).toISOString().slice(0, 19);
}
