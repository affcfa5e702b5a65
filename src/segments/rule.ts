/**
 * The rule language (product.md §4.1): plain JSON, versioned with the segment that holds it.
 * A rule is checked by `parseRule` when made, so a stored rule always runs.
 */
export type Rule =
  | { readonly kind: 'all' | 'any' | 'none'; readonly rules: readonly Rule[] }
  | { readonly kind: 'attribute'; readonly field: string; readonly test: ValueTest }
  | {
      readonly kind: 'behaviour';
      readonly measure: Measure;
      readonly window: Window;
      readonly test: NumberTest;
    }
  /** Top or bottom share of people who have the measure, ties kept together on the generous side. */
  | {
      readonly kind: 'rank';
      readonly measure: Measure;
      readonly window: Window;
      readonly side: 'top' | 'bottom';
      /** 0 < share ≤ 1. */
      readonly share: number;
    }
  | { readonly kind: 'rfm'; readonly groups: readonly RfmGroup[] }
  | {
      readonly kind: 'lifecycle';
      readonly stages: readonly LifecycleStage[];
      readonly interval: 'month' | 'quarter' | 'year';
    }
  | { readonly kind: 'journey'; readonly stages: readonly JourneyStage[] }
  | { readonly kind: 'segment'; readonly id: string }
  /** Aggregate grain only. */
  | { readonly kind: 'dimension'; readonly dimension: string; readonly test: ValueTest };

/** Text is compared whole, case and all, save `contains` and `starts-with`; `tags` holds if any one tag does. */
export type ValueTest =
  | { readonly op: 'is-any-of' | 'is-none-of'; readonly values: readonly string[] }
  | { readonly op: 'contains' | 'starts-with'; readonly text: string }
  | { readonly op: 'is-empty' | 'is-filled' }
  | { readonly op: 'is-yes' | 'is-no' }
  /** `WallMs` in time fields, inclusive; midnight stands for the whole day. */
  | { readonly op: 'before' | 'after'; readonly at: number }
  | NumberTest;

/** Bounds are inclusive; money in major units of the reporting currency, as a person types it. */
export type NumberTest =
  | { readonly op: 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'equals'; readonly value: number }
  | { readonly op: 'between'; readonly from: number; readonly to: number };

export const MEASURE_STATS = [
  'count',
  'sum',
  'mean',
  'min',
  'max',
  'distinct',
  /** Whole calendar days before the as-of's day. */
  'days-since-last',
  'days-since-first',
  'share',
  /** Sum of the field ÷ sum of gross, over orders and returns. */
  'share-of-gross',
  /** Rows per 30 days since the person's first, over at least 30 days. */
  'rate',
  /** Median days between one day with a row and the next. */
  'median-gap',
  /** Days since the last, in median gaps of the person's own. */
  'lateness',
] as const;
export type MeasureStat = (typeof MEASURE_STATS)[number];

/**
 * A number about one person, from their orders (sales only), items (of sales) or events.
 * Where there is nothing to measure, count, sum and distinct are 0 and the others fail every test.
 */
export interface Measure {
  readonly of: 'orders' | 'items' | 'events';
  readonly stat: MeasureStat;
  /**
   * For sum, mean, min, max, distinct, share-of-gross: `revenue` (after refunds; of items, their amount), `gross`, `refunded`,
   * `discount`, `units`, `value`, or a column of the table. Rows without it, or in another currency, are left out.
   */
  readonly field?: string;
  /** Rows must match all; for share, it is the share of rows that match, among those that can be told. */
  readonly where?: readonly Filter[];
  /** For share: which rows it is a share of; all rows unless given. */
  readonly among?: readonly Filter[];
}

export interface Filter {
  /** A measure's field, a column of the table (of items: or of their order), or a `ROW_FIELDS` entry. */
  readonly field: string;
  readonly test: ValueTest;
}

/** Never reaches past the as-of. */
export type Window =
  | { readonly kind: 'lifetime' }
  /** Calendar days, the as-of's own being the last. */
  | { readonly kind: 'last-days'; readonly days: number }
  /** From the first order to the end of the day this many days later; whoever has none fails every test. */
  | { readonly kind: 'since-first-order'; readonly days: number }
  /** `WallMs`, inclusive; a `to` at midnight takes in that day. */
  | { readonly kind: 'between'; readonly from: number; readonly to: number };

export const RFM_GROUPS = [
  'champions',
  'loyal',
  'potential-loyalists',
  'new',
  'promising',
  'need-attention',
  'about-to-sleep',
  'at-risk',
  'cant-lose',
  'hibernating',
] as const;
export type RfmGroup = (typeof RFM_GROUPS)[number];

export const LIFECYCLE_STAGES = ['new', 'returning', 'resurrecting', 'dormant'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

export const JOURNEY_STAGES = [
  'awareness',
  'consideration',
  'decision',
  'first-purchase',
  'retention',
  'advocacy',
  'lapsed',
] as const;
export type JourneyStage = (typeof JOURNEY_STAGES)[number];
