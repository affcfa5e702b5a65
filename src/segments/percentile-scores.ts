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
  return scored(values, sign, sorted, (value) => {
    const worse = countBelow(sorted, value);
    return 1 + Math.floor((5 * worse) / sorted.length);
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
  return scored(values, better === 'more' ? 1 : -1, sorted, (_, value) => {
    let band = 1;
    for (const cut of cuts) if (value >= cut) band++;
    return better === 'more' ? band : 6 - band;
  });
}

function sortedValues(values: Float64Array, sign: 1 | -1): Float64Array {
  const out = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) out[n++] = values[i]! * sign;
  return out.subarray(0, n).sort();
}

function scored(
  values: Float64Array,
  sign: 1 | -1,
  sorted: Float64Array,
  scoreOf: (signed: number, value: number) => number,
): Scores {
  const scores = new Uint8Array(values.length);
  const known = new Map<number, number>();
  const bands: { score: number; from: number; to: number; n: number }[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    let score = known.get(value);
    if (score === undefined) {
      score = scoreOf(value * sign, value);
      known.set(value, score);
    }
    scores[i] = score;
    const band = bands.find((b) => b.score === score);
    if (band === undefined) bands.push({ score, from: value, to: value, n: 1 });
    else {
      band.n++;
      if (value < band.from) band.from = value;
      if (value > band.to) band.to = value;
    }
  }
  return { scores, bands: bands.sort((a, b) => a.score - b.score), n: sorted.length };
}

/** How many sorted values are less than `value`. */
function countBelow(sorted: Float64Array, value: number): number {
  let lo = 0;
  let hi = sorted.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (sorted[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Hyndman and Fan's type 7, of sorted values; NaN of none. */
export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}
