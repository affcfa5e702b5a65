import { betaTails } from './beta-tails';
import { gammaTails } from './gamma-tails';
import type { Tails } from './tails';

/** Fisher's F with real degrees of freedom d1, d2 > 0; d2 may be `Infinity`. */
export const fDistribution = {
  /** P(F > f) = I_{d2 / (d2 + d1 f)}(d2 / 2, d1 / 2). DLMF 8.17, Abramowitz & Stegun 26.6.2. */
  upperTail(f: number, d1: number, d2: number): number {
    return tails(f, d1, d2).upper;
  },

  lowerTail(f: number, d1: number, d2: number): number {
    return tails(f, d1, d2).lower;
  },
} as const;

function tails(f: number, d1: number, d2: number): Tails {
  if (!(d1 > 0 && d2 > 0) || Number.isNaN(f)) return { lower: Number.NaN, upper: Number.NaN };
  if (f <= 0) return { lower: 0, upper: 1 };
  if (f === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (d2 === Number.POSITIVE_INFINITY) return gammaTails(d1 / 2, (d1 * f) / 2);
  return betaTails(d1 / 2, d2 / 2, (d1 * f) / (d2 + d1 * f), d2 / (d2 + d1 * f));
}
