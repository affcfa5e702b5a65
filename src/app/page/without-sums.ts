import type { TreeCounts } from '../../core/page-capture';
import { leafRows } from '../../sites/page/leaf-rows';
import { levelsByPlace } from '../../sites/page/levels-by-place';
import type { TreeRows } from '../../sites/page/tree-rows';
import { wordsBegin } from '../../sites/page/words-begin';
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
  const opens: (boolean | null)[] = [];
  let collapsed = 0;
  const pass = table.pass();
  for (let texts = pass.next(); texts !== null; texts = pass.next()) {
    const element = pass.element();
    rows.push({ texts, level: element && tree.level(element), key: pass.key(), element });
    const open = element === null ? null : (tree.expander(element)?.open ?? null);
    opens.push(open);
    if (open === false) collapsed++;
  }
  const { leveled, unsure } = withLevels(rows, opens);
  const { columns, leaves, sums, partOf } = leafRows(table.columns, leveled);
  const counts =
    sums + collapsed + unsure === 0 ? null : { sums, collapsed, ...(unsure === 0 ? {} : { unsure }) };
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

/**
 * The rows with levels where their page says none and some stand open: by how far in they are drawn. Such rows alone are
 * measured, once. `unsure`: those that stand open, where that does not tell either.
 */
function withLevels(
  rows: readonly HeldRow[],
  opens: readonly (boolean | null)[],
): { readonly leveled: readonly HeldRow[]; readonly unsure: number } {
  const unsure = opens.filter((open) => open === true).length;
  if (unsure === 0 || rows.some(({ level }) => level !== null)) return { leveled: rows, unsure: 0 };
  const placed = rows.map(({ element }, i) => ({
    at: element === null ? null : wordsBegin(element),
    open: opens[i] ?? null,
  }));
  const levels = levelsByPlace(placed);
  if (levels === null) return { leveled: rows, unsure };
  return { leveled: rows.map((row, i) => ({ ...row, level: levels[i] ?? null })), unsure: 0 };
}
