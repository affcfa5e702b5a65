import { logBeta } from '../distributions/log-beta';

/**
 * Chance that rate 1 is above rate 2, each known from x hits of n and a uniform prior: P(P1 > P2) for independent
 * Beta(x + 1, n - x + 1). E. Miller (2015), Formulas for Bayesian A/B Testing: a finite sum of positive terms, so that a
 * chance near nought keeps its digits. Counts are whole; time grows with the smaller of x1 and n2 - x2. Not a p value, and
 * as open to peeking as one.
 */
export function chanceToBeat(x1: number, n1: number, x2: number, n2: number): number {
  const counts = [x1, n1 - x1, x2, n2 - x2];
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) return Number.NaN;
  const [a1, b1, a2, b2] = counts.map((count) => count + 1) as [number, number, number, number];
  // P1 > P2 is 1 - P2 > 1 - P1.
  return a1 <= b2 ? above(a1, b1, a2, b2) : above(b2, a2, b1, a1);
}

function above(a1: number, b1: number, a2: number, b2: number): number {
  // Term i is B(a2 + i, b1 + b2) / ((b1 + i) B(1 + i, b1) B(a2, b2)); the first may lie far below the largest.
  let scale = logBeta(a2, b1 + b2) - logBeta(a2, b2);
  let term = 1;
  let sum = 0;
  for (let i = 0; i < a1; i++) {
    sum += term;
    term *= ((a2 + i) / (a2 + b1 + b2 + i)) * ((b1 + i) / (1 + i));
    if (sum > 1e200) {
      sum *= 1e-200;
      term *= 1e-200;
      scale += 200 * Math.LN10;
    }
  }
  return Math.min(1, Math.exp(scale + Math.log(sum)));
}
