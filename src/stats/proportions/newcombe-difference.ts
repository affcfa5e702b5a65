import { normal } from '../distributions/normal';
import type { Interval } from '../interval';
import { wilsonInterval, Z95 } from './wilson-interval';

export interface ProportionDifference {
  /** x1 / n1 - x2 / n2. */
  readonly value: number;
  readonly interval: Interval;
  /** Two-sided: 1 - the confidence at which the interval first reaches nought. */
  readonly p: number;
}

/**
 * Difference of two independent proportions, from their Wilson intervals. R. G. Newcombe (1998), Stat. Med. 17:873,
 * method 10. The test is the interval turned round, so that they never disagree: p < 0.05 exactly where the 95 %
 * interval leaves out 0.
 */
export function newcombeDifference(x1: number, n1: number, x2: number, n2: number): ProportionDifference {
  const value = x1 / n1 - x2 / n2;
  return { value, interval: intervalAt(x1, n1, x2, n2, Z95), p: pValue(x1, n1, x2, n2, value) };
}

function intervalAt(x1: number, n1: number, x2: number, n2: number, z: number): Interval {
  const [p1, p2] = [x1 / n1, x2 / n2];
  const a = wilsonInterval(x1, n1, z);
  const b = wilsonInterval(x2, n2, z);
  return {
    lo: p1 - p2 - Math.hypot(p1 - a.lo, b.hi - p2),
    hi: p1 - p2 + Math.hypot(a.hi - p1, p2 - b.lo),
  };
}

function pValue(x1: number, n1: number, x2: number, n2: number, value: number): number {
  if (value === 0) return 1;
  if (value < 0) return pValue(x2, n2, x1, n1, -value);
  // The lower bound falls without end-stops as z grows, so the z that brings it to 0 can be bracketed by halving.
  let lo = 0;
  let hi = 40;
  for (let i = 0; i < 100 && hi - lo > 1e-14 * hi; i++) {
    const z = 0.5 * (lo + hi);
    if (intervalAt(x1, n1, x2, n2, z).lo > 0) lo = z;
    else hi = z;
  }
  return 2 * normal.upperTail(0.5 * (lo + hi));
}
