import type { Interval } from './interval';
import { quantile } from './quantile';
import { studentT } from './student-t';

/** A median of values several of which may belong to one person. */
export interface ClusteredMedian {
  readonly value: number;
  /** People. */
  readonly n: number;
  readonly sorted: ArrayLike<number>;
  /** Standard error of the share of values at or below the median, by person. */
  readonly shareError: number;
}

/**
 * `person[i]` owns `sorted[i]`; persons are numbered below `persons`.
 * R. S. Woodruff (1952), JASA 47:635, with the share's variance from person totals (Cochran 1977, 6.3), as survey
 * statisticians do for clustered samples.
 */
export function clusteredMedian(
  sorted: Float64Array,
  person: ArrayLike<number>,
  persons: number,
): ClusteredMedian {
  const value = quantile(sorted, 0.5);
  const total = new Float64Array(persons);
  const below = new Float64Array(persons);
  let belowAll = 0;
  for (let i = 0; i < sorted.length; i++) {
    const p = person[i] as number;
    total[p]!++;
    if (sorted[i]! <= value) {
      below[p]!++;
      belowAll++;
    }
  }
  const share = belowAll / sorted.length;
  let n = 0;
  let squares = 0;
  for (let p = 0; p < persons; p++) {
    const of = total[p]!;
    if (of === 0) continue;
    n++;
    squares += (below[p]! - share * of) ** 2;
  }
  const shareError = n < 2 ? Number.NaN : Math.sqrt((squares * n) / (n - 1)) / sorted.length;
  return { value, n, sorted, shareError };
}

/** Bounds at a critical value: the quantiles that far from one half. */
export function medianBounds(of: ClusteredMedian, critical: number): Interval {
  const reach = critical * of.shareError;
  return { lo: quantile(of.sorted, 0.5 - reach), hi: quantile(of.sorted, 0.5 + reach) };
}

/** 95 % interval; null for fewer than two people. */
export function medianInterval(of: ClusteredMedian): Interval | null {
  return of.n < 2 ? null : medianBounds(of, studentT.quantile(0.975, of.n - 1));
}
