import type { TextColumn } from '../../core/column';
import { gather } from '../dataset/order-lines';
import type { ShapedRows } from './shaped-rows';

/** The table with just these of its rows, in the order given. */
export function pickRows(table: ShapedRows, rows: Uint32Array): ShapedRows {
  return {
    columns: table.columns.map((kept) => ({
      ...kept,
      column: gather(kept.column, rows),
      cellCurrency: kept.cellCurrency && (gather(kept.cellCurrency, rows) as TextColumn),
      cellOffset: kept.cellOffset == null ? null : (gather(kept.cellOffset, rows) as TextColumn),
    })),
    rows: rows.length,
    rowNumbers: Uint32Array.from(rows, (row) => table.rowNumbers[row]!),
  };
}
