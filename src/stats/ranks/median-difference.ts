import { studentT } from '../distributions/student-t';
import type { Interval } from '../interval';
import type { ClusteredMedian } from './clustered-median';
import { medianBounds } from './clustered-median';

export interface MedianDifference {
  /** a - b. */
  readonly value: number;
  readonly interval: Interval;
  /** Two-sided: 1 - the confidence at which the interval first reaches nought. */
  readonly p: number;
}

/**
 * Difference of two independent medians from their own intervals (MOVER): G. Y. Zou and A. Donner (2008), Stat. Med.
 * 27:1693, which for proportions is Newcombe's method. t on the smaller group's people less one.
 * Null where a side has fewer than two people.
 */
export function medianDifference(a: ClusteredMedian, b: ClusteredMedian): MedianDifference | null {
  if (a.n < 2 || b.n < 2) return null;
  const df = Math.min(a.n, b.n) - 1;
  const value = a.value - b.value;
  const interval = intervalAt(a, b, studentT.quantile(0.975, df));
  return { value, interval, p: value < 0 ? pValue(b, a, df) : pValue(a, b, df) };
}

function intervalAt(a: ClusteredMedian, b: ClusteredMedian, critical: number): Interval {
  const [of, against] = [medianBounds(a, critical), medianBounds(b, critical)];
  const value = a.value - b.value;
  return {
    lo: value - Math.hypot(a.value - of.lo, against.hi - b.value),
    hi: value + Math.hypot(of.hi - a.value, b.value - against.lo),
  };
}

function pValue(a: ClusteredMedian, b: ClusteredMedian, df: number): number {
  if (a.value <= b.value) return 1;
  let lo = 0;
  let hi = 1;
  while (hi < 1e6 && intervalAt(a, b, hi).lo > 0) hi *= 2;
  for (let i = 0; i < 100 && hi - lo > 1e-12 * hi; i++) {
    const critical = 0.5 * (lo + hi);
    if (intervalAt(a, b, critical).lo > 0) lo = critical;
    else hi = critical;
  }
  return 2 * studentT.upperTail(hi, df);
}
