import { logGamma } from '../distributions/log-gamma';

/**
 * Two-sided p for a 2 × 2 table of counts, both margins held: the sum of all tables no more likely than the one seen.
 * R. A. Fisher (1935). Time grows with the smallest margin.
 */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number {
  const hits = x1 + x2;
  const logMass = (k: number) => logChoose(n1, k) + logChoose(n2, hits - k);
  const seen = logMass(x1);
  const total = logChoose(n1 + n2, hits);
  const from = Math.max(0, hits - n2);
  const to = Math.min(n1, hits);
  let sum = 0;
  for (let k = from; k <= to; k++) {
    const mass = logMass(k);
    // Equal but for rounding counts as equal, as R does.
    if (mass <= seen + 1e-7) sum += Math.exp(mass - total);
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
