import type { Range } from '../../stats/means/ranged-interval';
import type { MetricInfo } from '../metric-info';
import type { ReasonCode } from '../reason-code';
import type { CountedAs } from './counted-as';
import type { Need } from './held';
import type { Lifetime } from './lifetime';
import type { PersonFacts } from './person-facts';
import type { PersonValues } from './person-values';

/** A number for each person. */
export type Fact = (facts: PersonFacts) => Float64Array;

/**
 * How a metric is put together from facts, which decides how sure it is (docs/statistics.md).
 * A null fact is 1 for everybody.
 */
export type PersonMeasure =
  /** A sum, which has no interval: it is what is held. `counts` is the n it rests on. */
  | { readonly kind: 'total'; readonly of: Fact | null; readonly counts: Fact | null }
  /** The segment's part of everybody's sum. */
  | { readonly kind: 'share-of-total'; readonly of: Fact | null }
  /** People of whom `of` is 1 among those of whom `among` is 1. */
  | { readonly kind: 'proportion'; readonly of: Fact; readonly among: Fact | null }
  /** Mean of `of` over people of whom `among` is 1. `range`: what it can be at all, where that has an end. */
  | { readonly kind: 'mean'; readonly of: Fact; readonly among: Fact | null; readonly range?: Range }
  /** As a mean, of what a model expects: how far people differ says nothing of how far the model errs, so no interval. */
  | { readonly kind: 'forecast'; readonly of: Fact; readonly among: Fact }
  /** Sum of `of` over sum of `per`, clustered by person. `counts` is the n where `per` is no count. */
  | {
      readonly kind: 'ratio';
      readonly of: Fact;
      readonly per: Fact;
      readonly counts?: Fact;
      readonly range?: Range;
    }
  /**
   * Customers silent for longer than `factor` times the group's own median gap, among customers. The interval allows
   * for the doubt about that gap.
   */
  | { readonly kind: 'lapse'; readonly factor: number; readonly of: (facts: PersonFacts) => Lifetime }
  /** Median of the people's values, clustered by person. */
  | { readonly kind: 'median'; readonly of: (facts: PersonFacts) => PersonValues };

export interface PersonMetric extends MetricInfo {
  readonly grain: 'person';
  readonly measure: PersonMeasure;
  readonly countedAs: CountedAs;
  readonly needs: readonly Need[];
  /** Rows each person's part could not use; null where every row can be used. */
  readonly leftOut: Fact | null;
  /** Said where the denominator is 0 though there were orders. */
  readonly whenEmpty: ReasonCode;
  /** Said in place of a value that would be no news. */
  readonly unless?: (facts: PersonFacts) => ReasonCode | null;
  /** Its facts need everybody, and not only those with orders in the period. */
  readonly everybody?: true;
  /** A description of who is in the segment, which no time after the as-of is needed for. */
  readonly ofMembership?: true;
}
