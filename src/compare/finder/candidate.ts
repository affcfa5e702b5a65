import type { MetricInfo } from '../../metrics/metric-info';
import type { Rule } from '../../segments/rule/rule';
import type { Answer, Finding, Subject } from './findings';
import type { StratumPlaces } from './stratum-places';

/** A question asked of all people, with its answer; the rest is worked out only where something comes of it. */
export interface Candidate {
  readonly subject: Subject;
  readonly unit: Finding['unit'];
  readonly metric: MetricInfo | null;
  readonly answer: Answer;
  /** |r| of the answers with who is on which side, to some digits; null where it takes a look at all of them. */
  readonly association: number | null;
  readonly trait: () => Trait;
  /** The rule of those who have the value, or more (`side` 1) or less (-1) than the middle of all asked. */
  readonly rule: (side: 1 | -1) => { readonly rule: Rule; readonly threshold: number | null } | null;
}

/** What was asked, by person: NaN of whom it was not. */
export interface Trait {
  /** `share`: 0 or 1. `ratio`: sums of `values` over sums of `per`. */
  readonly kind: 'share' | 'mean' | 'rank' | 'ratio';
  readonly values: Float64Array;
  readonly per: Float64Array | null;
  /** Of shares, where it is known with less than a look at everybody. */
  readonly hitsWithin?: (by: StratumPlaces) => HitsWithin;
}

/** By place within strata. */
export interface HitsWithin {
  readonly hits: ArrayLike<number>;
  readonly sizes: ArrayLike<number>;
  /** On a side and asked, in nobody knows which stratum. */
  readonly unknown: number;
}

export function subjectId({ of, field, value, asks }: Subject): string {
  return `${of}:${field}:${asks}${value === null ? '' : `:${value}`}`;
}
