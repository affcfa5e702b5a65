import type { Label } from '../core/label';
import type { CaptureNote } from '../core/page-capture';
import type { Pace } from './page/pace';
import type { TreeRows } from './page/tree-rows';

/** One document of a page: the page itself, or a frame of its own origin. */
export interface Page {
  readonly document: Document;
  readonly url: URL;
}

/**
 * How one tool's pages are read. Lives in `tools/<tool>.ts` under the export `page`; a new tool is one new file
 * there and nothing else (`null` where the generic reader does).
 *
 * A reader only reads: no writes to the page, no `innerText`, no measuring of boxes, so that nothing is laid out
 * anew. What it reads is data, whatever it looks like. Scrolling and pressing is done by `app/page/gather/`, once a
 * person asked for all rows; a reader only points at what is to be scrolled or pressed.
 */
export interface PageReader {
  /** The file's name. */
  readonly tool: string;
  readonly label: Label;
  /** The tool's own domains. Only these may be named in a report of the page's structure. */
  readonly hosts?: readonly string[];
  /** Whether this document is one of the tool's. Cheap: asked on every page. */
  matches(page: Page): boolean;
  /** Elements that may hold a table, in page order; none hands the page to the generic reader. */
  find(page: Page, pace: Pace): readonly Element[] | Promise<readonly Element[]>;
  /** One of them as a table; null where it is none after all (layout, hidden, empty). */
  read(element: Element, page: Page, pace: Pace): Promise<PageTable | null>;
  /**
   * How the page comes to show further rows of this table. Asked again before each step, for pages draw their pagers
   * anew. Left out: as the generic reader finds it (`page/more-rows.ts`). Null: all there is stands in the document.
   */
  more?(element: Element, page: Page): MoreRows | null;
  /**
   * Whether rows or cells of it are still being drawn, where that shows by more than `aria-busy` and skeletons: blank
   * cells of a tool that marks empty ones otherwise. Asked again until it answers no, for some seconds.
   */
  pending?(element: Element): boolean;
  /** How rows hold further rows, collapsed or not. Left out: as `page/tree-rows.ts` finds it. */
  readonly tree?: TreeRows;
}

/** Both where each page of a list is drawn as it is scrolled. Never both null. */
export interface MoreRows {
  /** What is scrolled for rows to be drawn; the document's own scrolling element where the page itself is. */
  readonly scroller: Element | null;
  readonly pager: Pager | null;
}

/**
 * The buttons of a pager, disabled or not. Whatever a reader names is pressed only where `page/pager-button.ts` holds
 * it for a pager's button: no submit button, no link to another address, nothing named after deleting or sending.
 */
export interface Pager {
  readonly next: Element;
  readonly previous: Element | null;
  readonly first: Element | null;
}

/** A table as it stood when it was read. */
export interface PageTable {
  /** In the document as long as the table is. */
  readonly element: Element;
  readonly title: string;
  /** Unique and never empty: repeated headers get ` (2)`, empty ones `Column 3`. */
  readonly columns: readonly string[];
  /** Rows with data; header, totals, blank and hidden rows are none. */
  readonly rowCount: number;
  /** What the page says there is in all; null where it does not say. */
  readonly rowsStated: number | null;
  /** One text a column, null where the totals row has none; null without a totals row. */
  readonly totals: readonly (string | null)[] | null;
  /** ISO days. */
  readonly dateRange: { readonly from: string; readonly to: string } | null;
  readonly account: string | null;
  readonly property: string | null;
  readonly notes: readonly CaptureNote[];
  /** A fresh pass over the rows as they stand now. */
  pass(): RowPass;
  /** Left out where a row can't be read without the others. */
  readonly single?: SingleRows;
}

/** Rows read one by one, under the columns found when the table was read. */
export interface SingleRows {
  /** Rows of data that stand below one; null where something else stands there, so that all is to be read anew. */
  below(last: Element): readonly Element[] | null;
  /** Null where it is no row of data any more. */
  read(row: Element): string[] | null;
  /** As `RowPass` has it. */
  key(row: Element): string | null;
}

export interface RowPass {
  /** The next row, one text a column; null after the last. */
  next(): string[] | null;
  /**
   * What tells the row just given from every other, however often it is drawn; null where nothing does but its place.
   * A number, where rows are counted.
   */
  key(): string | null;
  /** What the row just given is drawn in, which moves as the page is scrolled; null where it is no element. */
  element(): Element | null;
}
