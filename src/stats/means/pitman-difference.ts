import { pearsonThree } from '../distributions/pearson-three';
import type { Interval } from '../interval';
import type { Estimate } from './estimate';

export interface PitmanDifference {
  readonly standardError: number;
  readonly interval: Interval;
  /** Two-sided, twice the smaller tail. */
  readonly p: number;
}

/**
 * How a difference of two means or ratios stands among those that come of dealing the same people out to the two
 * groups at random: E. J. G. Pitman (1937), Suppl. J. R. Stat. Soc. 4:119. By the first three moments of all such deals
 * and Pearson's type III instead of dealing: P. W. Mielke and K. J. Berry (2007), Permutation Methods, 2.3.
 * The spread is everybody's, so that a group too small to have met the rare large value is not taken for one that
 * has none. Null where nobody varies.
 */
export function pitmanDifference(a: Estimate, b: Estimate): PitmanDifference | null {
  const n = a.n + b.n;
  if (a.n < 2 || b.n < 2 || n < 5) return null;
  const value = a.value - b.value;
  const mean = (a.n * a.value + b.n * b.value) / n;
  let squares = 0;
  let cubes = 0;
  for (const e of [a, b]) {
    const away = e.value - mean;
    const within = e.variance * e.n * (e.n - 1);
    squares += within + e.n * away ** 2;
    cubes += e.thirdMoment * e.n ** 3 + 3 * away * within + e.n * away ** 3;
  }
  if (!(squares > 0)) return null;
  const variance = ((squares / (n - 1)) * n) / (a.n * b.n);
  const third = ((cubes * n * n) / (a.n * b.n) ** 2) * ((b.n - a.n) / ((n - 1) * (n - 2)));
  const standardError = Math.sqrt(variance);
  const skewness = third / standardError ** 3;
  const z = value / standardError;
  return {
    standardError,
    interval: {
      lo: value - pearsonThree.quantile(0.975, skewness) * standardError,
      hi: value - pearsonThree.quantile(0.025, skewness) * standardError,
    },
    p: Math.min(1, 2 * Math.min(pearsonThree.upperTail(z, skewness), pearsonThree.lowerTail(z, skewness))),
  };
}
