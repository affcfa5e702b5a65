import type { Label } from './label';

/** What passes between a page's content script and the extension: strings only, checked on arrival. */

/** One table a page offers, described without its rows. */
export interface OfferedTable {
  /** Good for this page load only. */
  readonly ref: string;
  readonly tool: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** Rows in the document now. */
  readonly rowsOnPage: number;
  /** What the page says there is ("1–250 of 1,234"); null where it does not say. */
  readonly rowsStated: number | null;
  /** How the page would show further rows of it; null where nothing points to any. */
  readonly more: 'scroll' | 'pages' | 'opens' | null;
  /** Null, or left out by earlier versions, where no row holds others. */
  readonly tree?: TreeCounts | null;
  readonly dateRange: { readonly from: string; readonly to: string } | null;
  readonly account: string | null;
  readonly property: string | null;
  /** First rows, as text. */
  readonly sample: readonly (readonly string[])[];
  readonly frame: 'top' | 'iframe';
}

/** What of a tree is not among the rows taken. */
export interface TreeCounts {
  /** Rows that hold others which are there: beside them they would count twice. */
  readonly sums: number;
  /** Collapsed rows: what is inside them is not there. */
  readonly collapsed: number;
  /** Rows that stand open where nothing tells which rows are inside them: both may count. Absent for none. */
  readonly unsure?: number;
}

export interface PageOffer {
  readonly url: string;
  readonly title: string;
  /** Which site file read the page; `generic` otherwise. */
  readonly tool: string;
  readonly tables: readonly OfferedTable[];
  /** Tables beyond the first 200, and such as could not be read, are counted, not described. */
  readonly tablesBeyond: number;
  /** A collecting under way in this frame, started earlier. */
  readonly underWay: { readonly captureId: string; readonly ref: string } | null;
  readonly unread: UnreadTool | null;
}

/** A tool that is known, on a page where its own reader finds nothing: another view, or its structure has changed. */
export interface UnreadTool {
  readonly tool: string;
  readonly label: Label;
  /** The tool's own host, `*.` for an account's part of it; null on hosts that are not the tool's. */
  readonly host: string | null;
}

export interface CaptureHead {
  readonly captureId: string;
  readonly pageTitle: string;
  readonly url: string;
  readonly table: OfferedTable;
  readonly columns: readonly string[];
  readonly columnsLeftOut: readonly string[];
  /** Totals row of the page, by kept column; null where it has none. */
  readonly totals: readonly (string | null)[] | null;
  /** What was known before the first row was read; `CaptureEnd` adds the rest. */
  readonly notes: readonly CaptureNote[];
  /** Set when the capture ends; absent where only the rows shown were asked for. */
  readonly gathering?: Gathering | null;
}

/**
 * How gathering all rows of a table came to its end.
 * `whole`: as many as the page states, or, where it states none, to where nothing more came. `short`: to the end,
 * with fewer rows than the page states. `enough`: the person stopped and kept what was there. `row-limit`,
 * `time-limit`: ours. `stuck`: the page was asked for more and brought nothing new. `replaced`: another table stood
 * in its place. `gone`: the table went away.
 */
export type GatherEnd =
  | 'whole'
  | 'short'
  | 'enough'
  | 'row-limit'
  | 'time-limit'
  | 'stuck'
  | 'replaced'
  | 'gone';

export interface Gathering {
  readonly ended: GatherEnd;
  /** As the page stated it last. */
  readonly rowsStated: number | null;
  /** Pages turned through; 1 for a list that was scrolled. */
  readonly pages: number;
  /** Whether the page stands where the person had it, or at its first page, and rows that were opened are closed again. */
  readonly putBack: boolean;
  /** Null, or left out by earlier versions, where no row holds others. */
  readonly tree?: (TreeCounts & { readonly opened: number }) | null;
  /** Rows known to be missing between those gathered, the first 20 places; absent for none. */
  readonly gaps?: readonly RowGap[];
}

/** So many rows are missing after the `after`th of those gathered. */
export interface RowGap {
  readonly after: number;
  readonly rows: number;
}

export type CaptureNote = 'sampled' | 'thresholded' | 'other-row' | 'changed-while-reading';

/** At most 5,000 rows a message. */
export interface CaptureChunk {
  readonly captureId: string;
  readonly index: number;
  readonly rows: readonly (readonly string[])[];
}

export interface CaptureEnd {
  readonly captureId: string;
  readonly rows: number;
  /** Learnt while reading, beside those of the head. */
  readonly notes: readonly CaptureNote[];
  /** Null where only the rows shown were asked for. */
  readonly gathering: Gathering | null;
}
