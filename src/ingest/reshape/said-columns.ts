import { type Column, FLAG_UNKNOWN } from '../../core/column';
import type { TableKind } from '../../core/fields';
import type { KeptColumn } from '../dataset/kept-table';
import { fieldOf } from '../mapping/map-column';
import { readFlag } from '../readings/flag-token';

/** What a file says of all its rows, as columns of one value. */
export function saidColumns(
  table: TableKind,
  said: Readonly<Record<string, string>>,
  rows: number,
): readonly KeptColumn[] {
  return Object.entries(said).flatMap(([field, value]): readonly KeptColumn[] => {
    const type = fieldOf(table, field)?.type;
    const column: Column | null =
      type === 'text'
        ? { type, codes: new Int32Array(rows), dictionary: [value] }
        : type === 'flag'
          ? { type, values: new Uint8Array(rows).fill(readFlag(value) < 0 ? FLAG_UNKNOWN : readFlag(value)) }
          : null;
    if (column === null) return [];
    const target = { kind: 'field', field } as const;
    const reading = type === 'flag' ? ({ kind: 'flag' } as const) : ({ kind: 'text' } as const);
    return [{ mapping: { source: -1, header: field, target, reading }, column, cellCurrency: null }];
  });
}
