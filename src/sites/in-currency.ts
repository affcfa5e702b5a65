import type { ColumnMapping } from '../core/mapping';

/** Amounts whose column does not say its currency, in the one the table is known to be in. */
export function inCurrency(columns: readonly ColumnMapping[], currency: string | null): ColumnMapping[] {
  return columns.map((column) =>
    currency !== null && column.reading.kind === 'money' && column.reading.currency === null
      ? { ...column, reading: { ...column.reading, currency } }
      : column,
  );
}
