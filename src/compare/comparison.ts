import type { Label } from '../core/label';
import type { Passport } from '../core/passport';
import type { WeekStart } from '../core/time/calendar';
import type { MetricInfo } from '../metrics/metric-info';
import type { CountedAs } from '../metrics/people/counted-as';
import type { RetentionDefinition } from '../metrics/people/retention-definition';
import type { ReasonCode } from '../metrics/reason-code';
import type { Interval } from '../stats/interval';
import type { AmountsConverted } from './measure/amounts-converted';

export type { AmountsConverted, CountedAs, Interval, ReasonCode, RetentionDefinition };

/**
 * The one result that table, chart, popup and CSV all draw from: plain JSON, small, cacheable by data version.
 * Money is in minor units of `currency`; rates are fractions.
 */
export interface ComparisonRequest {
  readonly grain: 'person' | 'aggregate';
  readonly segmentIds: readonly string[];
  /** Empty: every metric the grain has, in their own order. */
  readonly metricIds: readonly string[];
  /** `WallMs`; null is the last moment the data covers, or the last day with all the time after it that is measured. */
  readonly asOf: number | null;
  /** `held`: everything up to the as-of, a description. `after`: outcomes in the days after it. `last`: the days before it. */
  readonly measured:
    | { readonly kind: 'held' }
    | { readonly kind: 'after'; readonly days: number }
    | { readonly kind: 'last'; readonly days: number };
  /** Null compares with everyone else. */
  readonly baseSegmentId: string | null;
  /** Orders in this one alone; null is everything in the reporting currency, or the most frequent one held. */
  readonly currency: string | null;
  /** Aggregate grain: which report. */
  readonly reportId: string | null;
}

export interface Comparison {
  readonly format: 1;
  readonly request: ComparisonRequest;
  readonly dataVersion: number;
  /** Epoch ms of the real clock. */
  readonly computedAt: number;
  readonly asOf: number;
  /** `WallMs` the metrics cover, inclusive; shorter than `measured` asked where the data ends before it. */
  readonly period: { readonly from: number; readonly to: number };
  /** True where membership and metrics share the same time, which the view must say. */
  readonly descriptive: boolean;
  readonly currency: string | null;
  /** Orders not in `currency`, left out of every money metric. */
  readonly ordersInOtherCurrencies: number;
  /** Absent where every amount stands in its own currency. */
  readonly converted?: AmountsConverted;
  /** Orders of nobody known: in no segment; their revenue is in `unattributed`. */
  readonly unattributed: { readonly orders: number; readonly revenueMinor: number };
  readonly metrics: readonly MetricInfo[];
  readonly segments: readonly ComparedSegment[];
  /** Whole population, one cell a metric. */
  readonly everyone: readonly Cell[];
  /** `cells[segment][metric]`. */
  readonly cells: readonly (readonly Cell[])[];
  readonly passports: readonly Passport[];
}

export interface ComparedSegment {
  readonly id: string;
  readonly name: Label;
  readonly colour: number;
  readonly size: number;
  readonly unknown: number;
  readonly population: number;
  /** What it is held against: everyone else, or the base; with shared people taken out of both sides. */
  readonly base: { readonly name: Label | null; readonly size: number; readonly sharedWithBase: number };
}

export type Verdict = 'better' | 'worse' | 'different' | 'no-difference' | 'not-enough' | 'not-tested';

export type Cell =
  | {
      readonly state: 'value';
      readonly value: number;
      /** How many units of the denominator the value rests on, and what they are. */
      readonly n: number;
      readonly nOf: CountedAs;
      readonly numerator: number | null;
      readonly denominator: number | null;
      readonly interval: Interval | null;
      /** The same metric of the base; null where there is none to compare with. */
      readonly base: { readonly value: number; readonly n: number } | null;
      /**
       * Only where segment and base share people: the segment's value without them, which is what the difference is
       * taken from. Absent, the difference is `value - base.value`.
       */
      readonly exclusive?: { readonly value: number; readonly n: number };
      /** Only of outcomes: the naive number, of those who belong at the end of the time over that time. A description. */
      readonly sameTime?: { readonly value: number; readonly n: number };
      readonly difference: { readonly value: number; readonly interval: Interval | null } | null;
      /** Two-sided p, and q after Benjamini–Hochberg over the whole table. */
      readonly p: number | null;
      readonly q: number | null;
      readonly verdict: Verdict;
      /** Smallest absolute difference these numbers could have shown (80 % power, 5 %). */
      readonly smallestDetectable: number | null;
      readonly method: MethodId | null;
      /** Sum over rows the value could not use (other currency, no amount). */
      readonly leftOut: number;
    }
  | { readonly state: 'none'; readonly reason: ReasonCode; readonly n: number };

/**
 * `welch-skewed`: Welch with Hall's correction for a skewness the number of customers does not outweigh.
 * `woodruff`: medians, clustered by person.
 */
export type MethodId =
  | 'wilson-newcombe'
  | 'welch'
  | 'welch-skewed'
  | 'delta'
  | 'woodruff'
  | 'bootstrap'
  | 'mann-whitney';

export interface TrendRequest {
  readonly comparison: ComparisonRequest;
  readonly metricId: string;
  readonly every: 'day' | 'week' | 'month' | 'quarter';
  /** Monday unless said otherwise. */
  readonly weekStart?: WeekStart;
  /** Person grain: the same days of the year before beside each period. */
  readonly yearBefore?: boolean;
}

/** Membership frozen at the comparison's as-of; one line a segment, and everyone. */
export interface Trend {
  readonly metric: MetricInfo;
  readonly currency: string | null;
  readonly periods: readonly { readonly from: number; readonly to: number; readonly partial: boolean }[];
  readonly lines: readonly {
    readonly segmentId: string | null;
    readonly points: readonly ({
      readonly value: number;
      readonly n: number;
      readonly interval: Interval | null;
    } | null)[];
    /**
     * The same days a year before (52 weeks for weeks), an unfinished period cut alike; null where not all of them are
     * held. `change` is the period less the year before, as though they were of different people.
     */
    readonly yearBefore?: readonly ({
      readonly value: number;
      readonly n: number;
      readonly interval: Interval | null;
      readonly change: { readonly value: number; readonly interval: Interval | null } | null;
    } | null)[];
  }[];
  /** `WallMs`: whose membership the year before is of. */
  readonly yearBeforeAsOf?: number;
}

export interface RetentionRequest {
  readonly comparison: ComparisonRequest;
  readonly definition: RetentionDefinition;
  readonly every: 'month';
  readonly periods: number;
}

/** Share of customers who ordered again, by whole months since the month of their first order. */
export interface Retention {
  readonly definition: RetentionDefinition;
  /** Calendar months of first orders, oldest first, over everyone. */
  readonly cohorts: readonly {
    readonly from: number;
    readonly size: number;
    /** By period since the first; null where the period is not finished or lies after the data. */
    readonly kept: readonly (number | null)[];
  }[];
  readonly curves: readonly {
    readonly segmentId: string | null;
    readonly points: readonly ({
      readonly value: number;
      readonly n: number;
      readonly interval: Interval;
    } | null)[];
  }[];
}
