import type { Grid, GridRow, PlacedRow } from './grid';

/** A row of a list and the cells it is made of, wherever they stand in the page. */
export interface ListRow {
  readonly element: Element;
  /** One a column, null where the row has none. */
  readonly cells: readonly (Element | null)[];
}

/** The grid of a list whose reader knows which elements its rows and cells are; no cell spans. */
export function listGrid(element: Element, head: ListRow | null, body: readonly ListRow[]): Grid {
  const rows = [...(head === null ? [] : [head]), ...body];
  const cells = new Map<Element, PlacedRow>(
    rows.map((row) => [row.element, { cells: row.cells, begins: row.cells.map(() => true) }]),
  );
  return {
    element,
    rows: rows.map((row): GridRow => {
      return { element: row.element, role: row === head ? 'head' : 'body', section: null };
    }),
    placer: () => (row) => cells.get(row.element) ?? { cells: [], begins: [] },
    isHeaderCell: () => false,
    statedRows: null,
  };
}
