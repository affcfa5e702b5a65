import type { Problem } from './problem';
import type { CaptureClock } from './time/capture-clock';

/** Where numbers come from; it follows them into every table, chart and file (product.md §3.4). */
export interface Passport {
  readonly captureId: string;
  /** Site id, such as `ga4` or `generic`. */
  readonly tool: string;
  readonly recogniser: string;
  readonly source:
    | { readonly kind: 'file'; readonly name: string; readonly bytes: number; readonly encoding: string }
    | { readonly kind: 'page'; readonly title: string; readonly url: string };
  /** The table's own title where one file or page holds several. */
  readonly title: string | null;
  readonly account: string | null;
  readonly property: string | null;
  readonly dateRange: { readonly from: string; readonly to: string } | null;
  /** Epoch ms of the real clock. */
  readonly capturedAt: number;
  /** `as-written`, or an IANA zone the times were converted to. */
  readonly timeZone: string;
  /** Whose clock its times are on; absent in data kept before that was asked. */
  readonly clock?: CaptureClock;
  readonly rowsSeen: number;
  readonly rowsKept: number;
  readonly rowsRefused: number;
  /** Totals, blank lines and preamble: seen, not data, so not refused. */
  readonly rowsSetApart: number;
  readonly columnsLeftOut: readonly string[];
  /** Sampling, thresholding, "(other)", each order row counted as an order, and the like. */
  readonly notes: readonly PassportNote[];
  readonly reconciliation: readonly Reconciliation[];
  readonly problems: readonly Problem[];
  /** Beside earlier captures of the same export, when it was kept; null without any, absent in older passports. */
  readonly changes?: PassportChanges | null;
}

export interface PassportChanges {
  readonly unit: 'orders' | 'people' | 'rows';
  /** Names of the captures it was held against, oldest first. */
  readonly earlier: readonly string[];
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Held, of the days it covers, and not in it. */
  readonly gone: number;
  /** `WallMs`; null where the records have no time. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** Columns with a difference, those of most records first. */
  readonly fields: readonly { readonly header: string; readonly records: number }[];
  readonly columnsNew: readonly string[];
  readonly columnsGone: readonly string[];
  /** Whether what is gone was left out of the earlier captures, as the person asked. */
  readonly goneLeftOut: boolean;
}

export interface PassportNote {
  readonly code:
    | 'sampled'
    | 'thresholded'
    | 'other-row'
    | 'rows-are-orders'
    | 'lines-grouped-into-orders'
    | 'no-currency'
    | 'rows-not-on-page'
    | 'sums-left-out'
    | 'rows-collapsed'
    | 'rows-unsure'
    | 'gathered-inside'
    | 'gathered'
    | 'gathered-partly'
    | 'unattributed-rows'
    | 'returns-without-sale'
    | 'changed-while-reading'
    | 'lines-unfolded'
    | 'rows-set-apart'
    | 'filled-down'
    | 'not-set'
    | 'several-people'
    | 'attribution-only'
    | 'future-dates'
    | 'in-millionths'
    | 'several-currencies'
    | 'current-period'
    | 'previous-period'
    | 'erased-people';
  readonly params: Readonly<Record<string, string | number>>;
}

/** A column's sum beside the source's own, in the source's own units (money is not in minor units). */
export interface Reconciliation {
  readonly column: string;
  readonly kept: number;
  readonly stated: number;
  readonly agrees: boolean;
}
