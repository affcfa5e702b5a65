import { betaTails } from './beta-tails';
import { binomialMass } from './binomial-mass';
import { tailQuantile } from './tail-quantile';

/** Beta(a, b), a, b > 0. */
export const beta = {
  density(x: number, a: number, b: number): number {
    const y = 1 - x;
    if (!(x > 0 && y > 0)) return 0;
    return ((a * b) / (a + b)) * (binomialMass(a, a + b, x, y) / (x * y));
  },

  upperTail(x: number, a: number, b: number): number {
    return betaTails(a, b, x).upper;
  },

  lowerTail(x: number, a: number, b: number): number {
    return betaTails(a, b, x).lower;
  },

  /** x with P(X ≤ x) = p. */
  quantile(p: number, a: number, b: number): number {
    if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return Number.NaN;
    if (p === 0 || p === 1) return p;
    if (p < 0.5) return 1 - beta.quantile(1 - p, b, a);
    return tailQuantile({
      p: 1 - p,
      start: a / (a + b),
      lo: 0,
      hi: 1,
      upperTail: (x) => beta.upperTail(x, a, b),
      density: (x) => beta.density(x, a, b),
    });
  },
} as const;
