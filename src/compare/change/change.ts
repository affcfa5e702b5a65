import type { Label } from '../../core/label';
import type { Passport } from '../../core/passport';
import type { MetricInfo } from '../../metrics/metric-info';
import type { CountedAs } from '../../metrics/people/counted-as';
import type { Interval } from '../../stats/interval';
import type { ChangeTerms, Term } from './decompose-change';

/** Which rows of which report stand on a side. */
export interface ChangeSide {
  readonly reportId: string;
  readonly rows:
    | { readonly kind: 'all' }
    /** `WallMs`, inclusive, whole days, of a date column. */
    | { readonly kind: 'dates'; readonly dimension: string; readonly from: number; readonly to: number }
    | { readonly kind: 'value'; readonly dimension: string; readonly value: string }
    | { readonly kind: 'segment'; readonly id: string };
}

/** Why a rate of reports is another on one side than on the other. */
export interface ChangeRequest {
  readonly metricId: string;
  /** By whose values. */
  readonly dimension: string;
  readonly before: ChangeSide;
  readonly after: ChangeSide;
}

export interface Change extends ChangeTerms<Term> {
  readonly format: 1;
  readonly request: ChangeRequest;
  readonly dataVersion: number;
  readonly computedAt: number;
  readonly metric: MetricInfo;
  readonly currency: string | null;
  readonly nOf: CountedAs;
  readonly dimension: Label;
  readonly before: ChangeTotal;
  readonly after: ChangeTotal;
  /** after - before = mix + rate + interaction. */
  readonly change: Term;
  /** Of the test that both sides have one rate; null where the counts are none to test. */
  readonly p: number | null;
  readonly verdict: ChangeVerdict;
  /** By how much they add to the change, the most first. */
  readonly values: readonly ChangedValue[];
  /** Rows on both sides: then nothing is independent, and there are no intervals. */
  readonly sharedRows: number;
  readonly passports: readonly Passport[];
}

/**
 * `turned-round`: every value moved against the whole (Simpson) · `mix`, `rate`: that alone takes at least two thirds, the
 * other the same way or little · `opposed`: mix and rates pull opposite ways · `both` · `no-change`: not beyond chance.
 */
export type ChangeVerdict = 'turned-round' | 'mix' | 'rate' | 'both' | 'opposed' | 'no-change';

export interface ChangeTotal extends RateOf {
  /** As the report states its dates, or the rows' own; null where neither says. */
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly rows: number;
  /** Rows with an empty cell. */
  readonly leftOut: number;
}

export interface RateOf {
  /** Null without a base. */
  readonly value: number | null;
  readonly hits: number;
  readonly base: number;
  readonly interval: Interval | null;
}

export interface ChangedValue extends ChangeTerms<Term> {
  /** Null: the cell is empty. `others`: the smallest together. */
  readonly value: string | null;
  readonly others: number;
  readonly before: RateOf & { readonly share: number };
  readonly after: RateOf & { readonly share: number };
  readonly total: Term;
}

/** What can be decomposed: reports with a rate and a dimension. */
export interface ChangeChoices {
  readonly reports: readonly {
    readonly id: string;
    readonly title: string;
    readonly period: { readonly from: number; readonly to: number } | null;
    readonly metrics: readonly MetricInfo[];
    readonly dimensions: readonly {
      readonly id: string;
      readonly header: string;
      readonly values: readonly string[];
    }[];
    /** Date columns and the days they span. */
    readonly dates: readonly {
      readonly id: string;
      readonly header: string;
      readonly from: number;
      readonly to: number;
    }[];
  }[];
}
