import type { CaptureNote } from '../../../core/page-capture';
import type { PagerStep } from '../../../sites/page/pager-button';

/** A row as it is drawn at the moment. */
export interface SeenRow {
  readonly texts: readonly string[];
  /** What its page calls it; null where it has no name. */
  readonly key: string | null;
  /** Whole pixels from the top of what is scrolled; null where that can't be measured. */
  readonly top: number | null;
  /** How deep it stands in a tree; null where its page does not say, or it is none. */
  readonly level: number | null;
}

/** A table as far as it is drawn at the moment. */
export interface Sight {
  readonly columns: readonly string[];
  /** Those below the ones kept. */
  readonly rows: readonly SeenRow[];
  /** Rows above them that stand as they did in the sight that was asked about; 0 where all are given. */
  readonly kept: number;
  /** Of the kept ones, those written into since. */
  readonly again: readonly { readonly at: number; readonly row: SeenRow }[];
  readonly rowsStated: number | null;
  readonly totals: readonly (string | null)[] | null;
  readonly notes: readonly CaptureNote[];
  /** The page says that it is still drawing. */
  readonly pending: boolean;
  /** Rows drawn without a text: not there yet, or spacers. */
  readonly blankRows: number;
}

export interface OpenedRows {
  readonly opened: number;
  /** Of them, those not closed again. */
  readonly stillOpen: number;
  /** Collapsed rows that came by and were left so. */
  readonly collapsed: number;
}

/** Pixels. */
export interface ScrollPlace {
  readonly top: number;
  readonly height: number;
  readonly view: number;
}

/**
 * What gathering sees of a page and does to it. Everything that touches the page is behind this, so that tests can
 * stand in for pages of any temper.
 */
export interface TableScreen {
  /**
   * Null where the table is not there now.
   * @param since only what came since that sight, where that can be told: a list that grows is not read from its top
   */
  look(since?: Sight | null): Promise<Sight | null>;
  /** Nothing is looked at any more: the page is watched no longer. */
  end(): void;
  /** Ends when nothing was written around the table for so many frames, at the latest after `mostMs`. */
  settle(quietFrames: number, mostMs: number): Promise<void>;
  /** Ends as soon as something is written around the table, at the latest after `mostMs`; answers whether it was. */
  changed(mostMs: number): Promise<boolean>;
  wait(ms: number): Promise<void>;
  /** Null where nothing is to be scrolled. */
  scroll(): ScrollPlace | null;
  scrollTo(top: number): void;
  /**
   * Opens the collapsed rows drawn now that can be opened safely, one after the other; `goOn` is asked before each.
   * Answers how many.
   */
  openRows(goOn: () => Promise<boolean>): Promise<number>;
  /** Closes what was opened and is drawn now; other rows come then, where the page is another. */
  closeRows(turning: boolean): Promise<void>;
  /** Closes at once what is drawn, without waiting. */
  closeNow(): void;
  opened(): OpenedRows;
  can(step: PagerStep): boolean;
  /** Whether it was pressed. */
  press(step: PagerStep): boolean;
  /** The pager's own words, which change with the page. */
  pagerSays(): string;
  /** Ms, of a clock that only goes forward. */
  now(): number;
}
