/** Quantile p of ascending values, 0 ≤ p ≤ 1, between neighbours by straight line: R's type 7, Excel's PERCENTILE.INC. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const last = sorted.length - 1;
  if (last < 0) return Number.NaN;
  const at = Math.min(last, Math.max(0, p * last));
  const below = Math.floor(at);
  const lower = sorted[below] as number;
  const upper = sorted[Math.min(last, below + 1)] as number;
  return lower + (at - below) * (upper - lower);
}
