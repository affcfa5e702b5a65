import type { PageTable } from '../../page-reader';
import { rowKey } from '../row-key';
import { uniqueNames } from '../unique-names';

interface TextTable {
  /** In the document, and shown, as long as the rows are. */
  readonly element: Element;
  readonly title: string;
  /** Blank where a column has no name. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** The row at a place as it stands now, and what it is drawn in. */
  readonly at: (row: number) => { readonly texts: string[]; readonly element: Element | null };
  readonly stated?: number | null;
}

/** Rows that are no grid of cells as a page's table. */
export function textTable({ element, title, columns, rows, at, stated = null }: TextTable): PageTable {
  return {
    element,
    title,
    columns: uniqueNames(columns),
    rowCount: rows,
    rowsStated: stated,
    totals: null,
    dateRange: null,
    account: null,
    property: null,
    notes: [],
    pass() {
      let next = 0;
      let given: Element | null = null;
      return {
        key: () => (given === null ? null : rowKey(given)),
        element: () => given,
        next() {
          if (next === rows) return null;
          const row = at(next++);
          given = row.element;
          return row.texts;
        },
      };
    },
  };
}
