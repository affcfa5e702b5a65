import { quantile } from '../percentile-scores';

/** What lies further out than this share of people counts as lying there: no one shopper makes a group. */
const TAIL = 0.01;

/** Numbers on a scale where a difference means the same everywhere: amounts and counts by their logarithm. */
export function scaled(values: Float64Array, isShare: boolean): Float64Array {
  const on = isShare ? values : values.map((v) => Math.log1p(Math.max(0, v)));
  const sorted = on.slice().sort();
  const [lo, hi] = [quantile(sorted, TAIL), quantile(sorted, 1 - TAIL)];
  // Where all but the tails are alike, the tails are all there is.
  return hi > lo ? on.map((v) => Math.min(hi, Math.max(lo, v))) : on;
}

/** Mean 0, standard deviation 1; null where everybody is alike. */
export function standardised(values: Float64Array): Float64Array | null {
  let mean = 0;
  for (const v of values) mean += v / values.length;
  let square = 0;
  for (const v of values) square += (v - mean) ** 2 / values.length;
  const deviation = Math.sqrt(square);
  return deviation > 1e-9 ? values.map((v) => (v - mean) / deviation) : null;
}
