import type { PersonKey } from '../../core/person-keys';

/**
 * The rule language (product.md §4.1): plain JSON of `RULE_VERSION` (see rule-document.ts), published as a JSON Schema in
 * docs/rule.schema.json. A rule is checked by `parseRule` when made, so a stored rule always runs.
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
  /**
   * In bands `from` to `to` of `bands` equal parts by the measure, 1 the lowest: the band of a value is
   * 1 + ⌊bands × share of people strictly below⌋, so ties stay together.
   */
  | {
      readonly kind: 'quantile';
      readonly measure: Measure;
      readonly window: Window;
      /** 2–100. */
      readonly bands: number;
      readonly from: number;
      readonly to: number;
    }
  /** One thing after another: see `SequenceStep`. */
  | { readonly kind: 'sequence'; readonly steps: readonly SequenceStep[]; readonly window: Window }
  | { readonly kind: 'rfm'; readonly groups: readonly RfmGroup[] }
  /** Cells by score, 1–5; a letter left out may be anything. At least one is given. */
  | {
      readonly kind: 'rfm-scores';
      readonly r?: readonly number[];
      readonly f?: readonly number[];
      readonly m?: readonly number[];
    }
  /** People named one by one. */
  | { readonly kind: 'list'; readonly people: readonly ListedPerson[] }
  | {
      readonly kind: 'lifecycle';
      readonly stages: readonly LifecycleStage[];
      readonly interval: 'month' | 'quarter' | 'year';
    }
  | { readonly kind: 'journey'; readonly stages: readonly JourneyStage[] }
  /**
   * What is foretold of them from the orders held up to the as-of and from nothing after (docs/statistics.md): `value`, what
   * they bring in the twelve months after; `order`, the chance of an order within `days`; `still-buying`, the chance that
   * they have not stopped for good. Unknown of whoever has no order, and of everybody where no model fits.
   */
  | { readonly kind: 'prediction'; readonly of: 'value' | 'still-buying'; readonly test: ForecastTest }
  | {
      readonly kind: 'prediction';
      readonly of: 'order';
      /** 1–`MOST_FORETOLD_DAYS`. */
      readonly days: number;
      readonly test: ForecastTest;
    }
  | { readonly kind: 'segment'; readonly id: string }
  /**
   * Held of them then: the rule as of an earlier moment (`WallMs`; midnight takes in its day). Whoever was nobody yet
   * is out; a moment that has not come by the as-of is unknown of everybody.
   */
  | { readonly kind: 'as-of'; readonly at: number; readonly rule: Rule }
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

/** A bound, chances as fractions; or the top or bottom share of those it is foretold of, as of a rank. */
export type ForecastTest =
  | NumberTest
  | { readonly op: 'top' | 'bottom' /** 0 < share ≤ 1. */; readonly share: number };

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

export type Filter = FieldFilter | FilterGroup;

export interface FilterGroup {
  readonly kind: 'all' | 'any' | 'none';
  readonly filters: readonly Filter[];
}

export interface FieldFilter {
  /** A measure's field, a column of the table (of items: or of their order), or a `ROW_FIELDS` entry. */
  readonly field: string;
  readonly test: ValueTest;
}

/**
 * A sequence happened where there is a row for each step that is not a `not`, each strictly later than the one before
 * (rows of the same moment do not follow one another), and no row of a `not` after the step it follows and strictly before
 * the next one. Rows of steps lie in the window; a `not` at the end looks on to the as-of, and while its `within` is not
 * over, nobody can be told to have kept from it.
 */
export interface SequenceStep {
  /** Sales, sales by one line of theirs that matches, or events. */
  readonly of: 'orders' | 'items' | 'events';
  /** Rows must match all. */
  readonly where?: readonly Filter[];
  /** No such row. The first step is never one. */
  readonly not?: true;
  /** How long after the last step that is not a `not`; without it, however long. The first step has none. */
  readonly within?: Span;
}

/** Inclusive; days are calendar days, hours and minutes by the clock. */
export interface Span {
  readonly n: number;
  readonly unit: 'minutes' | 'hours' | 'days';
}

/** As the tables hold them; the first key by which anybody is known decides. At least one is given. */
export type ListedPerson = { readonly [K in PersonKey]?: string };

/** Never reaches past the as-of. */
export type Window =
  | { readonly kind: 'lifetime' }
  /** Calendar days, the as-of's own being the last. */
  | { readonly kind: 'last-days'; readonly days: number }
  /** Calendar days before the as-of's own (0), inclusive: `from` 60 `to` 30 is 60 to 30 days ago. */
  | { readonly kind: 'days-ago'; readonly from: number; readonly to: number }
  /** From the first order to the end of the day this many days later; whoever has none fails every test. */
  | { readonly kind: 'since-first-order'; readonly days: number }
  /** `WallMs`, inclusive; a `to` at midnight takes in that day. */
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  /**
   * Only what came before the first row, or after the last row, of the first time the sequence happened (the one that
   * began first); whoever it never happened to fails every test.
   */
  | {
      readonly kind: 'before-sequence' | 'after-sequence';
      readonly steps: readonly SequenceStep[];
    };

/** Bounds of what a rule may hold. */
export const MOST_FORETOLD_DAYS = 365;
export const MOST_STEPS = 8;
export const MOST_BANDS = 100;
export const MOST_VALUES = 10_000;
export const MOST_LISTED = 1_000_000;
/** Of days, hours and minutes: no sum of them overflows a date. */
export const MOST_WHOLE = 1_000_000;

/** Stats that are taken of a field. */
export const NEEDS_FIELD: ReadonlySet<MeasureStat> = new Set([
  'sum',
  'mean',
  'min',
  'max',
  'distinct',
  'share-of-gross',
]);

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
