import { seededRandom } from '../../core/seeded-random';
import { normal } from '../distributions/normal';
import type { Interval } from '../interval';
import { quantile } from '../ranks/quantile';

export interface Bootstrap {
  readonly value: number;
  /** Of the resampled statistic, its kth smallest at k - 1; those without a value are left out. */
  readonly replicates: Float64Array;
  readonly standardError: number;
  /** Skewness of people's influence on the statistic, for BCa. */
  readonly acceleration: number;
}

/**
 * What a statistic of people comes to when the people are drawn again with replacement: people, never their orders, or
 * intervals would be too narrow. B. Efron (1979), Ann. Stat. 7:1. `statistic` is given row numbers of people, some of
 * them repeatedly, in a buffer that is used again. The same seed draws the same people.
 */
export function bootstrap(of: {
  readonly people: number;
  readonly statistic: (rows: Uint32Array) => number;
  readonly replicates: number;
  readonly seed: number;
}): Bootstrap {
  const { people, statistic } = of;
  const random = seededRandom(of.seed);
  const rows = Uint32Array.from({ length: people }, (_, i) => i);
  const value = statistic(rows);
  const acceleration = accelerationOf(people, value, statistic, random);
  const drawn = new Float64Array(of.replicates);
  let held = 0;
  for (let r = 0; r < of.replicates; r++) {
    for (let i = 0; i < people; i++) rows[i] = Math.floor(random() * people);
    const replicate = statistic(rows);
    if (Number.isFinite(replicate)) drawn[held++] = replicate;
  }
  const replicates = drawn.slice(0, held).sort();
  let sum = 0;
  for (const replicate of replicates) sum += replicate;
  const mean = sum / held;
  let squares = 0;
  for (const replicate of replicates) squares += (replicate - mean) ** 2;
  return { value, replicates, standardError: Math.sqrt(squares / (held - 1)), acceleration };
}

/** Middle share of the replicates. B. Efron and R. Tibshirani (1993), ch. 13. Null without replicates. */
export function percentileInterval(of: Bootstrap, confidence = 0.95): Interval | null {
  return intervalAt(of, 0.5 - confidence / 2, 0.5 + confidence / 2);
}

/** The percentile interval turned round the value. A. C. Davison and D. V. Hinkley (1997), 5.2. */
export function basicInterval(of: Bootstrap, confidence = 0.95): Interval | null {
  const percentile = percentileInterval(of, confidence);
  return percentile && { lo: 2 * of.value - percentile.hi, hi: 2 * of.value - percentile.lo };
}

/**
 * Bias-corrected and accelerated. B. Efron (1987), JASA 82:171. Null without replicates, or where all lie on one side of
 * the value, so that the correction has no bound.
 */
export function bcaInterval(of: Bootstrap, confidence = 0.95): Interval | null {
  const { replicates, value, acceleration } = of;
  let below = 0;
  for (const replicate of replicates) below += replicate < value ? 1 : replicate === value ? 0.5 : 0;
  const bias = normal.quantile(below / replicates.length);
  if (!Number.isFinite(bias)) return null;
  const at = (p: number) => {
    const z = bias + normal.quantile(p);
    return normal.lowerTail(bias + z / (1 - acceleration * z));
  };
  return intervalAt(of, at(0.5 - confidence / 2), at(0.5 + confidence / 2));
}

function intervalAt({ replicates }: Bootstrap, lo: number, hi: number): Interval | null {
  if (replicates.length === 0) return null;
  return { lo: quantile(replicates, lo), hi: quantile(replicates, hi) };
}

/** Above so many people their influence is taken by groups: their number times their number would be too much work. */
const MOST_APART = 1000;

/**
 * Skewness of influences over six (Efron and Tibshirani 1993, eq. 14.15). Each person's influence is what leaving them
 * out and counting them twice do, averaged: the ordinary jackknife alone is far off for a ratio of few people.
 */
function accelerationOf(
  people: number,
  value: number,
  statistic: (rows: Uint32Array) => number,
  random: () => number,
): number {
  const groups = Math.min(people, MOST_APART);
  const dealt = Uint32Array.from({ length: people }, (_, i) => i);
  if (groups < people)
    for (let i = people - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [dealt[i], dealt[j]] = [dealt[j]!, dealt[i]!];
    }
  const influences: number[] = [];
  for (let g = 0; g < groups; g++) {
    const [from, to] = [Math.floor((g * people) / groups), Math.floor(((g + 1) * people) / groups)];
    const size = to - from;
    const without = new Uint32Array(people - size);
    without.set(dealt.subarray(0, from));
    without.set(dealt.subarray(to), from);
    const twice = new Uint32Array(people + size);
    twice.set(dealt);
    twice.set(dealt.subarray(from, to), people);
    const less = without.length === 0 ? Number.NaN : value - statistic(without);
    const more = statistic(twice) - value;
    const influence = ((people - size) * less + (people + size) * more) / size;
    if (Number.isFinite(influence)) influences.push(influence);
  }
  const mean = influences.reduce((a, b) => a + b, 0) / influences.length;
  const squares = influences.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  const cubes = influences.reduce((sum, v) => sum + (v - mean) ** 3, 0);
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}
