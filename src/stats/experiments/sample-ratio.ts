import { chiSquare } from '../distributions/chi-square';
import type { ChiSquareTest } from '../proportions/proportions-test';

/**
 * That people were dealt to the groups of a test as planned; `shares` are equal where not given. A p under 0.001 says
 * the test is broken, whatever it found. R. Kohavi, D. Tang and Y. Xu (2020), Trustworthy Online Controlled
 * Experiments, ch. 21. Null for fewer than two groups or nobody.
 */
export function sampleRatio(
  counts: readonly number[],
  shares: readonly number[] = counts.map(() => 1),
): ChiSquareTest | null {
  const n = counts.reduce((a, b) => a + b, 0);
  const all = shares.reduce((a, b) => a + b, 0);
  if (counts.length < 2 || shares.length !== counts.length || n === 0 || shares.some((s) => !(s > 0)))
    return null;
  const statistic = counts.reduce((sum, count, i) => {
    const expected = (n * (shares[i] as number)) / all;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const df = counts.length - 1;
  return { statistic, df, p: chiSquare.upperTail(statistic, df) };
}
