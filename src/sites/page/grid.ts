import type { Pace } from './pace';

/** What a row is for, as the markup says. */
export type RowRole = 'head' | 'body' | 'foot';

export interface GridRow {
  readonly element: Element;
  readonly role: RowRole;
  /** Rows of one section; a row span never leaves it. */
  readonly section: Element | null;
}

/** A row laid out: the cell that stands in each column, null where none does. */
export interface PlacedRow {
  /** A spanning cell stands in each column it spans, of a header; in its first, of a body row. Rows: in each. */
  readonly cells: readonly (Element | null)[];
  /** Whether the cell begins here, rather than reaching here from the left or from above. */
  readonly begins: readonly boolean[];
}

/** Rows and cells of a table, whatever it is made of. */
export interface Grid {
  readonly element: Element;
  /** Shown rows in page order. */
  readonly rows: readonly GridRow[];
  /** Lays rows out one after the other; a fresh one for each pass, rows given in order. */
  placer(): (row: GridRow) => PlacedRow;
  isHeaderCell(cell: Element): boolean;
  /** What the markup says there is in all ("aria-rowcount"), header and totals rows among them. */
  readonly statedRows: number | null;
  /** Shown rows that stand below one. Left out where a row can't be laid out without those above it. */
  readonly below?: (row: Element) => readonly GridRow[];
}

export type GridOf = (element: Element, pace: Pace) => Promise<Grid>;

/** Wider than any report; a page that says `colspan=1000` gets no thousand columns. */
export const MAX_COLUMNS = 1_000;
