import { gammaTails } from './gamma-tails';

/** Chi-square with df > 0 degrees of freedom. */
export const chiSquare = {
  /** P(X > x) = Q(df / 2, x / 2). Abramowitz & Stegun 26.4.19. */
  upperTail(x: number, df: number): number {
    return gammaTails(df / 2, Math.max(0, x) / 2).upper;
  },

  lowerTail(x: number, df: number): number {
    return gammaTails(df / 2, Math.max(0, x) / 2).lower;
  },
} as const;
