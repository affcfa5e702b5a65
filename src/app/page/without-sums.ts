import type { TreeCounts } from '../../core/page-capture';
import { leafRows } from '../../sites/page/leaf-rows';
import type { TreeRows } from '../../sites/page/tree-rows';
import type { PageTable } from '../../sites/page-reader';

/** A table as it is shown, without the rows that hold others; `tree` null where no row of it does. */
export interface TableWithoutSums {
  readonly table: PageTable;
  readonly tree: TreeCounts | null;
}

interface HeldRow {
  readonly texts: string[];
  readonly level: number | null;
  readonly key: string | null;
  readonly element: Element | null;
}

/**
 * Takes a tree apart that stands open, in whole or in part. Nothing is read of a table that is no tree; of one that is,
 * the rows are held, since only the next row tells whether one holds others.
 */
export function withoutSums(table: PageTable, tree: TreeRows): TableWithoutSums {
  if (!tree.holds(table.element)) return { table, tree: null };
  const rows: HeldRow[] = [];
  let collapsed = 0;
  const pass = table.pass();
  for (let texts = pass.next(); texts !== null; texts = pass.next()) {
    const element = pass.element();
    rows.push({ texts, level: element && tree.level(element), key: pass.key(), element });
    if (element !== null && tree.expander(element)?.open === false) collapsed++;
  }
  const { columns, leaves, sums, partOf } = leafRows(table.columns, rows);
  const counts = sums + collapsed === 0 ? null : { sums, collapsed };
  if (partOf === null) return { table, tree: counts };
  return {
    table: {
      ...table,
      columns,
      rowCount: leaves.length,
      totals: table.totals === null ? null : [...table.totals, ...partOf.columns.map(() => null)],
      pass() {
        let at = -1;
        return {
          next() {
            const leaf = leaves[++at];
            return leaf === undefined ? null : [...leaf.texts];
          },
          key: () => leaves[at]?.row.key ?? null,
          element: () => leaves[at]?.row.element ?? null,
        };
      },
    },
    tree: counts,
  };
}
