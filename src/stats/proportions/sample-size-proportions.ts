import { normal } from '../distributions/normal';

/**
 * People each of two groups needs for rates p1 and p2 to show as different (two-sided 5 %) with the power given; to be
 * rounded up. J. L. Fleiss (1981), eq. 3.14, without continuity correction, as R's power.prop.test; the inverse of
 * `detectableProportion`. Null for no difference.
 */
export function sampleSizeProportions(p1: number, p2: number, power = 0.8): number | null {
  if (p1 === p2 || !(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1 && power > 0.05 && power < 1)) return null;
  const pooled = (p1 + p2) / 2;
  const under = normal.quantile(0.975) * Math.sqrt(2 * pooled * (1 - pooled));
  const apart = normal.quantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return ((under + apart) / (p1 - p2)) ** 2;
}
