import { gather } from '../dataset/order-lines';
import type { ShapedRows } from './shaped-rows';

/** The table with just these of its rows, in the order given. */
export function pickRows(table: ShapedRows, rows: Uint32Array): ShapedRows {
  return {
    columns: table.columns.map((kept) => ({
      ...kept,
      column: gather(kept.column, rows),
      cellCurrency: kept.cellCurrency && {
        ...kept.cellCurrency,
        codes: Int32Array.from(rows, (row) => kept.cellCurrency?.codes[row] ?? -1),
      },
    })),
    rows: rows.length,
    rowNumbers: Uint32Array.from(rows, (row) => table.rowNumbers[row]!),
  };
}
