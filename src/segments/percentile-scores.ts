import { sortFloats } from '../core/sorting/sort-floats';

/** One band of equal scores, in the values' own unit, as it is shown. */
export interface ScoreBand {
  readonly score: number;
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

export interface Scores {
  /** 1–5, 0 where there is no value. */
  readonly scores: Uint8Array;
  /** Scores that somebody has, worst first. */
  readonly bands: readonly ScoreBand[];
  readonly n: number;
}

/**
 * Quintile scores by tie-safe percentile: 1 + ⌊5 × share of people strictly worse⌋. Equal values always share a score,
 * 5 means "better than at least 80 % of them", and the worst value scores 1 however many share it. (Cuts at quantiles
 * give CDNOW's one-time buyers, 60 % of all, a frequency of 3.)
 */
export function percentileScores(values: Float64Array, better: 'more' | 'less'): Scores {
  const sign = better === 'more' ? 1 : -1;
  const sorted = sortedValues(values, sign);
  const n = sorted.length;
  // A value has m strictly worse ones exactly when it is better than the m-th worst.
  const [two, three, four, five] = [1, 2, 3, 4].map((k) => sorted[Math.ceil((k * n) / 5) - 1]!) as [
    number,
    number,
    number,
    number,
  ];
  return scored(values, n, (value) => {
    const v = value * sign;
    return 1 + (v > two ? 1 : 0) + (v > three ? 1 : 0) + (v > four ? 1 : 0) + (v > five ? 1 : 0);
  });
}

/**
 * The other common way, cuts at quantiles, as the R package rfm makes them: at the 20, 40, 60 and 80 % quantiles (type 7)
 * plus `one`, a value on a cut belonging to the band above. Recency is cut in days and then turned round.
 * `one` is 1 in the unit a person reads (a day, an order, 100 minor units).
 */
export function quantileCutScores(values: Float64Array, better: 'more' | 'less', one = 1): Scores {
  const sorted = sortedValues(values, 1);
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => quantile(sorted, share) + one);
  return scored(values, sorted.length, (value) => {
    let band = 1;
    for (const cut of cuts) if (value >= cut) band++;
    return better === 'more' ? band : 6 - band;
  });
}

function sortedValues(values: Float64Array, sign: 1 | -1): Float64Array {
  const out = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) out[n++] = values[i]! * sign;
  return sortFloats(out.subarray(0, n));
}

function scored(values: Float64Array, n: number, scoreOf: (value: number) => number): Scores {
  const scores = new Uint8Array(values.length);
  const from = new Float64Array(6).fill(Number.POSITIVE_INFINITY);
  const to = new Float64Array(6).fill(Number.NEGATIVE_INFINITY);
  const counts = new Float64Array(6);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const score = scoreOf(value);
    scores[i] = score;
    counts[score]!++;
    if (value < from[score]!) from[score] = value;
    if (value > to[score]!) to[score] = value;
  }
  const bands = [1, 2, 3, 4, 5]
    .map((score) => ({ score, from: from[score]!, to: to[score]!, n: counts[score]! }))
    .filter((band) => band.n > 0);
  return { scores, bands, n };
}

/** Hyndman and Fan's type 7, of sorted values; NaN of none. */
export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}
