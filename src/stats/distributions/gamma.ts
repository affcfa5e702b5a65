import { gammaTails } from './gamma-tails';
import { normal } from './normal';
import { poissonMass } from './poisson-mass';
import { tailQuantile } from './tail-quantile';

/** Gamma with shape k > 0 and scale 1. */
export const gamma = {
  density(x: number, k: number): number {
    return x > 0 ? poissonMass(k, x) * (k / x) : 0;
  },

  upperTail(x: number, k: number): number {
    return gammaTails(k, Math.max(0, x)).upper;
  },

  lowerTail(x: number, k: number): number {
    return gammaTails(k, Math.max(0, x)).lower;
  },

  /** x with P(X ≤ x) = p, begun from Wilson and Hilferty (1931). */
  quantile(p: number, k: number): number {
    if (!(p >= 0 && p <= 1 && k > 0)) return Number.NaN;
    if (p === 0) return 0;
    if (p === 1) return Number.POSITIVE_INFINITY;
    const cube = 1 - 1 / (9 * k) + normal.quantile(p) / (3 * Math.sqrt(k));
    return tailQuantile({
      p: 1 - p,
      start: k * cube ** 3,
      lo: 0,
      upperTail: (x) => gamma.upperTail(x, k),
      density: (x) => gamma.density(x, k),
    });
  },
} as const;
