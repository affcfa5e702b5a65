/**
 * Typed columns: the only form data takes between import and result.
 *
 * Null is part of the encoding, so no column carries a second bitmap:
 * NaN in number, money and time columns, -1 in text columns, 2 in flag columns.
 */

/** Milliseconds of the source's own wall clock, counted as though that clock were UTC. */
export type WallMs = number;

export interface NumberColumn {
  readonly type: 'number';
  readonly values: Float64Array;
}

/** Minor units of the row's currency (grosze, cents); fractions are kept where the source is finer. */
export interface MoneyColumn {
  readonly type: 'money';
  readonly values: Float64Array;
}

export interface TimeColumn {
  readonly type: 'time';
  /** `WallMs`, NaN where unknown. */
  readonly values: Float64Array;
}

export interface TextColumn {
  readonly type: 'text';
  /** Index into `dictionary`, -1 where empty. */
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}

export interface FlagColumn {
  readonly type: 'flag';
  /** 0 no, 1 yes, 2 unknown. */
  readonly values: Uint8Array;
}

export type Column = NumberColumn | MoneyColumn | TimeColumn | TextColumn | FlagColumn;
export type ColumnType = Column['type'];

export const NULL_CODE = -1;
export const FLAG_UNKNOWN = 2;

export function columnLength(column: Column): number {
  return column.type === 'text' ? column.codes.length : column.values.length;
}

export function isNull(column: Column, row: number): boolean {
  switch (column.type) {
    case 'text':
      return column.codes[row] === NULL_CODE;
    case 'flag':
      return column.values[row] === FLAG_UNKNOWN;
    default:
      return Number.isNaN(column.values[row]);
  }
}

export function textAt(column: TextColumn, row: number): string | null {
  const code = column.codes[row];
  return code === undefined || code === NULL_CODE ? null : (column.dictionary[code] ?? null);
}
