import { type Column, FLAG_UNKNOWN } from '../../core/column';

/** A text or flag column as codes from 0, -1 unknown, with what each stands for. */
export interface Codes {
  readonly codes: ArrayLike<number>;
  readonly names: readonly string[];
}

/** Null for numbers. */
export function codesOf(column: Column): Codes | null {
  if (column.type === 'text') return { codes: column.codes, names: column.dictionary };
  if (column.type !== 'flag') return null;
  const codes = new Int8Array(column.values.length);
  for (let p = 0; p < codes.length; p++)
    codes[p] = column.values[p] === FLAG_UNKNOWN ? -1 : column.values[p]!;
  return { codes, names: ['no', 'yes'] };
}
