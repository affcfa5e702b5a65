import { powerOfMeans } from './power-of-means';

/**
 * People each of two groups needs for a difference of `effect` standard deviations to show (two-sided 5 %) with the
 * power given; to be rounded up. As R's power.t.test. Null for no effect.
 */
export function sampleSizeMeans(effect: number, power = 0.8): number | null {
  if (effect === 0 || !Number.isFinite(effect) || !(power > 0.05 && power < 1)) return null;
  let lo = 1 + 1e-9;
  let hi = 2;
  if (powerOfMeans(effect, 2) >= power) return 2;
  while (powerOfMeans(effect, hi) < power) {
    lo = hi;
    hi *= 2;
  }
  for (let i = 0; i < 100 && hi - lo > 1e-13 * hi; i++) {
    const n = 0.5 * (lo + hi);
    if (powerOfMeans(effect, n) < power) lo = n;
    else hi = n;
  }
  return hi;
}
