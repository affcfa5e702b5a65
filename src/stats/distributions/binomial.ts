import { betaTails } from './beta-tails';
import { binomialMass } from './binomial-mass';

/** Binomial(n, p): k successes in n independent trials. */
export const binomial = {
  mass(k: number, n: number, p: number): number {
    return Number.isInteger(k) ? binomialMass(k, n, p, 1 - p) : 0;
  },

  /** P(K ≥ k) = I_p(k, n - k + 1). DLMF 8.17.5. */
  upperTail(k: number, n: number, p: number): number {
    const from = Math.ceil(k);
    if (from <= 0) return 1;
    if (from > n) return 0;
    return betaTails(from, n - from + 1, p).lower;
  },

  /** P(K ≤ k). */
  lowerTail(k: number, n: number, p: number): number {
    const to = Math.floor(k);
    if (to < 0) return 0;
    if (to >= n) return 1;
    return betaTails(to + 1, n - to, p).upper;
  },
} as const;
