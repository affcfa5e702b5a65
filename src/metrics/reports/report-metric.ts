import type { MetricInfo } from '../metric-info';
import type { CountedAs } from '../people/counted-as';
import type { ReportFact } from './report-facts';

export type ReportMeasure =
  /** Sum of the first of these columns the report has. */
  | { readonly kind: 'total'; readonly columns: readonly string[] }
  /** Part of that sum; with an interval only where what is counted may be taken as independent. */
  | { readonly kind: 'share-of-total'; readonly columns: readonly string[]; readonly independent: boolean }
  /** Counts of which each is one of those it is taken over, so that Wilson's interval holds. */
  | { readonly kind: 'rate'; readonly of: ReportFact; readonly over: ReportFact }
  /** Shown without an interval: rows say nothing of the spread among those they count. */
  | { readonly kind: 'ratio'; readonly of: ReportFact; readonly over: ReportFact };

export interface ReportMetric extends MetricInfo {
  readonly grain: 'aggregate';
  readonly measure: ReportMeasure;
  readonly countedAs: CountedAs;
  /** Columns whose currency its money is in. */
  readonly money?: readonly string[];
}
