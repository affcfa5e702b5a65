import type { Mapping } from '../../core/mapping';
import type { PassportNote, Reconciliation } from '../../core/passport';

/** A table's own totals row held against its rows, before it is kept. */
export interface TotalsMethods {
  /** Of a table that was surveyed and is not kept yet; types it whole. */
  previewTotals: {
    request: { surveyId: string; tableIndex: number; mapping: Mapping };
    answer: TotalsPreview;
  };
}

export interface TotalsPreview {
  /** One a column that adds up and has a total; none without a totals row. */
  readonly reconciliation: readonly Reconciliation[];
  /** What the source says of itself: why sums may differ, how many rows it states. */
  readonly notes: readonly PassportNote[];
}
