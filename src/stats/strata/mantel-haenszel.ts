import { chiSquare } from '../distributions/chi-square';
import type { Interval } from '../interval';
import { Z95 } from '../proportions/wilson-interval';
import type { StratumCounts } from './odds-homogeneity';

export interface MantelHaenszel {
  /** Rate of group 1 less that of group 2, strata weighed by n1 n2 / n. */
  readonly difference: number;
  readonly interval: Interval;
  /** Null where it has no bound. */
  readonly oddsRatio: { readonly value: number; readonly interval: Interval } | null;
  /** Chi-square of 1 degree that no stratum differs, without continuity correction. */
  readonly statistic: number;
  readonly p: number;
}

/**
 * What two groups differ by within strata, 95 %. Difference: N. Mantel and W. Haenszel (1959), JNCI 22:719, with the
 * variance of T. Sato (1989), Biometrics 45:1323, which holds for few large and for many small strata. Odds ratio: their
 * own, with the variance of J. Robins, N. Breslow and S. Greenland (1986), Biometrics 42:311. Strata in which one group
 * is not found say nothing; null where no stratum says anything.
 */
export function mantelHaenszel(strata: readonly StratumCounts[]): MantelHaenszel | null {
  let [weights, weighed, p, q] = [0, 0, 0, 0];
  let [r, s, pr, cross, qs] = [0, 0, 0, 0, 0];
  let [away, spread] = [0, 0];
  for (const { x1, n1, x2, n2 } of strata) {
    if (!(n1 > 0 && n2 > 0)) continue;
    const n = n1 + n2;
    const [y1, y2] = [n1 - x1, n2 - x2];
    weights += (n1 * n2) / n;
    weighed += (x1 * n2 - x2 * n1) / n;
    p += (n1 * n1 * x2 - n2 * n2 * x1 + (n1 * n2 * (n2 - n1)) / 2) / (n * n);
    q += (x1 * y2 + x2 * y1) / (2 * n);
    const [ri, si] = [(x1 * y2) / n, (x2 * y1) / n];
    const [pi, qi] = [(x1 + y2) / n, (x2 + y1) / n];
    r += ri;
    s += si;
    pr += pi * ri;
    cross += pi * si + qi * ri;
    qs += qi * si;
    if (n < 2) continue;
    const hits = x1 + x2;
    away += x1 - (n1 * hits) / n;
    spread += (n1 * n2 * hits * (n - hits)) / (n * n * (n - 1));
  }
  if (weights === 0) return null;
  const difference = weighed / weights;
  const reach = (Z95 * Math.sqrt(Math.max(0, difference * p + q))) / weights;
  const statistic = spread === 0 ? 0 : (away * away) / spread;
  return {
    difference,
    interval: { lo: difference - reach, hi: difference + reach },
    oddsRatio: r > 0 && s > 0 ? odds(r, s, pr, cross, qs) : null,
    statistic,
    p: chiSquare.upperTail(statistic, 1),
  };
}

function odds(r: number, s: number, pr: number, cross: number, qs: number): MantelHaenszel['oddsRatio'] {
  const value = r / s;
  const reach = Z95 * Math.sqrt(pr / (2 * r * r) + cross / (2 * r * s) + qs / (2 * s * s));
  return { value, interval: { lo: value * Math.exp(-reach), hi: value * Math.exp(reach) } };
}
