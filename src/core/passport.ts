import type { Problem } from './problem';

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
    | 'unattributed-rows'
    | 'returns-without-sale'
    | 'changed-while-reading'
    | 'lines-unfolded'
    | 'rows-set-apart'
    | 'filled-down'
    | 'not-set'
    | 'several-people'
    | 'future-dates'
    | 'in-millionths'
    | 'current-period'
    | 'previous-period';
  readonly params: Readonly<Record<string, string | number>>;
}

/** A column's sum beside the source's own, in the source's own units (money is not in minor units). */
export interface Reconciliation {
  readonly column: string;
  readonly kept: number;
  readonly stated: number;
  readonly agrees: boolean;
}
