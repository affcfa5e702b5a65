import { normal } from '../distributions/normal';
import type { Interval } from '../interval';
import { Z95 } from '../proportions/wilson-interval';

export interface RankSuperiority {
  /** How often a value of `a` exceeds one of `b`, ties counted half; 0.5 is no difference. */
  readonly value: number;
  readonly variance: number;
  readonly interval: Interval;
  /** Two-sided: the larger of Mann and Whitney's and of the interval turned round. */
  readonly p: number;
}

/**
 * Two independent samples by their ranks, each sorted ascending. Variance from the placements (E. R. DeLong, D. M.
 * DeLong and D. L. Clarke-Pearson 1988, Biometrics 44:837); the interval on the scale of log odds (R. G. Newcombe 2006,
 * Stat. Med. 25:559). Null where a side has fewer than two values. Mann–Whitney's test is normal, corrected for ties.
 */
export function rankSuperiority(a: Float64Array, b: Float64Array): RankSuperiority | null {
  const [m, n] = [a.length, b.length];
  if (m < 2 || n < 2) return null;
  let [wins, squaresA, squaresB, ties] = [0, 0, 0, 0];
  // Runs of equal values: all of one side in a run have the same placement among the other.
  for (let i = 0, j = 0; i < m || j < n; ) {
    const value = i < m && (j >= n || a[i]! <= b[j]!) ? a[i]! : b[j]!;
    const [i0, j0] = [i, j];
    while (i < m && a[i] === value) i++;
    while (j < n && b[j] === value) j++;
    const [ofA, ofB] = [i - i0, j - j0];
    const run = ofA + ofB;
    ties += run * run * run - run;
    const placeA = (j0 + ofB / 2) / n;
    const placeB = (m - i + ofA / 2) / m;
    wins += ofA * placeA;
    squaresA += ofA * placeA * placeA;
    squaresB += ofB * placeB * placeB;
  }
  const value = wins / m;
  const spread = (squares: number, size: number) => Math.max(0, squares - size * value * value) / (size - 1);
  const variance = spread(squaresA, m) / m + spread(squaresB, n) / n;
  const size = m + n;
  const chance = (size + 1 - ties / (size * (size - 1))) / 12 / m / n;
  const tied = chance <= 0 ? 0 : Math.max(0, Math.abs(value - 0.5) - 0.5 / (m * n)) / Math.sqrt(chance);
  const p = Math.min(1, 2 * normal.upperTail(tied));
  if (value === 0 || value === 1 || variance === 0) {
    // Nothing overlaps, or nothing varies: the spread can't be seen, and is taken as that of no difference.
    const reach = Z95 * Math.sqrt(Math.max(0, chance));
    return {
      value,
      variance,
      interval: { lo: Math.max(0, value - reach), hi: Math.min(1, value + reach) },
      p,
    };
  }
  const middle = Math.log(value / (1 - value));
  const error = Math.sqrt(variance) / (value * (1 - value));
  const at = (logit: number) => 1 / (1 + Math.exp(-logit));
  return {
    value,
    variance,
    interval: { lo: at(middle - Z95 * error), hi: at(middle + Z95 * error) },
    p: Math.max(p, Math.min(1, 2 * normal.upperTail(Math.abs(middle) / error))),
  };
}
