/**
 * Difference of two proportions on a scale where equal steps are equally easy to see: 0.2 is small, 0.5 middling, 0.8
 * large. J. Cohen (1988), Statistical Power Analysis, 6.2.
 */
export function cohensH(p1: number, p2: number): number {
  return 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
}
