import type { CountedAs } from '../../metrics/people/counted-as';
import type { ReasonCode } from '../../metrics/reason-code';
import type { Interval } from '../../stats/interval';
import type { Estimate } from '../../stats/means/estimate';
import type { Range } from '../../stats/means/ranged-interval';
import type { ClusteredMedian } from '../../stats/ranks/clustered-median';

/** A metric of one group, with what a comparison of two such groups rests on. */
export type Measured =
  | MeasuredValue
  | { readonly state: 'none'; readonly reason: ReasonCode; readonly n: number };

export interface MeasuredValue {
  readonly state: 'value';
  readonly value: number;
  readonly n: number;
  readonly nOf: CountedAs;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: Interval | null;
  readonly basis: Basis;
  readonly leftOut: number;
}

export type Basis =
  /** Nothing to test: a total, a share of one, a ratio of report sums. */
  | { readonly kind: 'none' }
  /** A share of a total, whose interval stands on that method, and which has nothing to be compared with. */
  | { readonly kind: 'share'; readonly method: 'wilson-newcombe' | 'delta' }
  | { readonly kind: 'proportion'; readonly hits: number; readonly of: number }
  | { readonly kind: 'mean' | 'ratio'; readonly estimate: Estimate; readonly range?: Range }
  | { readonly kind: 'median'; readonly median: ClusteredMedian };
