import { studentT } from '../distributions/student-t';
import type { Interval } from '../interval';

/** A median of values several of which may belong to one person. */
export interface ClusteredMedian {
  readonly value: number;
  /** People. */
  readonly n: number;
  /** Standard error of the share of values at or below the median, by person. */
  readonly shareError: number;
  /** Any other quantile of the values. */
  readonly quantile: (p: number) => number;
}

/**
 * The median and all that its interval takes. R. S. Woodruff (1952), JASA 47:635: the interval of the share of values
 * below the median, read back as values; that share's variance from person totals (Cochran 1977, 6.3), as survey
 * statisticians do for clustered samples.
 *
 * `eachPerson` calls the function it is given once for each person who has values: how many of them come to at most
 * the median, and how many there are.
 */
export function clusteredMedian(
  quantile: (p: number) => number,
  eachPerson: (median: number, person: (below: number, total: number) => void) => void,
): ClusteredMedian {
  const sums = { n: 0, below: 0, total: 0, belowSquared: 0, crossed: 0, totalSquared: 0 };
  eachPerson(quantile(0.5), (below, total) => {
    sums.n++;
    sums.below += below;
    sums.total += total;
    sums.belowSquared += below * below;
    sums.crossed += below * total;
    sums.totalSquared += total * total;
  });
  return medianOfSums(quantile, sums);
}

/** Over people who have values: how many come to at most the median, and how many there are. */
export interface MedianSums {
  readonly n: number;
  readonly below: number;
  readonly total: number;
  readonly belowSquared: number;
  /** Of below × total. */
  readonly crossed: number;
  readonly totalSquared: number;
}

/** As `clusteredMedian`, of sums already taken. */
export function medianOfSums(quantile: (p: number) => number, sums: MedianSums): ClusteredMedian {
  const { n, belowSquared, crossed } = sums;
  const value = quantile(0.5);
  const share = sums.below / sums.total;
  // Of (below - share · total)²; sums of whole numbers are exact, so this way round loses nothing.
  const squares = Math.max(0, belowSquared - 2 * share * crossed + share * share * sums.totalSquared);
  const shareError = n < 2 ? Number.NaN : Math.sqrt((squares * n) / (n - 1)) / sums.total;
  return { value, n, quantile, shareError };
}

/** Bounds at a critical value: the quantiles that far from one half. */
export function medianBounds(of: ClusteredMedian, critical: number): Interval {
  const reach = critical * of.shareError;
  return { lo: of.quantile(0.5 - reach), hi: of.quantile(0.5 + reach) };
}

/** 95 % interval; null for fewer than two people. */
export function medianInterval(of: ClusteredMedian): Interval | null {
  return of.n < 2 ? null : medianBounds(of, studentT.quantile(0.975, of.n - 1));
}
