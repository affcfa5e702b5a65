import type { Label } from '../core/label';
import type { CaptureNote } from '../core/page-capture';
import type { Pace } from './page/pace';

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
 * anew. What it reads is data, whatever it looks like.
 */
export interface PageReader {
  /** The file's name. */
  readonly tool: string;
  readonly label: Label;
  /** Whether this document is one of the tool's. Cheap: asked on every page. */
  matches(page: Page): boolean;
  /** Elements that may hold a table, in page order; none hands the page to the generic reader. */
  find(page: Page, pace: Pace): readonly Element[] | Promise<readonly Element[]>;
  /** One of them as a table; null where it is none after all (layout, hidden, empty). */
  read(element: Element, page: Page, pace: Pace): Promise<PageTable | null>;
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
}

export interface RowPass {
  /** The next row, one text a column; null after the last. */
  next(): string[] | null;
}
