import { gamma } from './gamma';
import { normal } from './normal';

/** Below this skewness it is a normal distribution to all intents. */
const STRAIGHT = 1e-4;

/** Pearson's type III: a shifted gamma, mean 0, standard deviation 1, of a given skewness of either sign. */
export const pearsonThree = {
  upperTail(z: number, skewness: number): number {
    if (Math.abs(skewness) < STRAIGHT) return normal.upperTail(z);
    if (skewness < 0) return pearsonThree.lowerTail(-z, -skewness);
    const k = 4 / (skewness * skewness);
    return gamma.upperTail(k + z * Math.sqrt(k), k);
  },

  lowerTail(z: number, skewness: number): number {
    if (Math.abs(skewness) < STRAIGHT) return normal.lowerTail(z);
    if (skewness < 0) return pearsonThree.upperTail(-z, -skewness);
    const k = 4 / (skewness * skewness);
    return gamma.lowerTail(k + z * Math.sqrt(k), k);
  },

  /** z with P(Z ≤ z) = p. */
  quantile(p: number, skewness: number): number {
    if (Math.abs(skewness) < STRAIGHT) return normal.quantile(p);
    if (skewness < 0) return -pearsonThree.quantile(1 - p, -skewness);
    const k = 4 / (skewness * skewness);
    return (gamma.quantile(p, k) - k) / Math.sqrt(k);
  },
} as const;
