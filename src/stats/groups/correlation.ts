/**
 * Pearson's r (1896) over the pairs of which both are known (not NaN), and how many they are; 0 where one does not vary.
 * Every `step`-th pair is looked at.
 */
export function correlation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  step = 1,
): { readonly r: number; readonly n: number } {
  let [n, sx, sy, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  let [x0, y0] = [0, 0];
  for (let i = 0; i < x.length; i += step) {
    const a = x[i]!;
    const b = y[i]!;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    // About the first pair, so that large numbers that differ little keep their digits.
    if (n === 0) {
      x0 = a;
      y0 = b;
    }
    n++;
    const dx = a - x0;
    const dy = b - y0;
    sx += dx;
    sy += dy;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const spread = (xx - (sx * sx) / n) * (yy - (sy * sy) / n);
  return { r: spread > 0 ? (xy - (sx * sy) / n) / Math.sqrt(spread) : 0, n };
}
