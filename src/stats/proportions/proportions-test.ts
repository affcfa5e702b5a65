import { chiSquare } from '../distributions/chi-square';

export interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/** Pearson's chi-square that several independent proportions `hits[i] / sizes[i]` are one, uncorrected. */
export function proportionsTest(hits: readonly number[], sizes: readonly number[]): ChiSquareTest {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rate = sum(hits) / sum(sizes);
  const statistic = hits.reduce((total, x, i) => {
    const n = sizes[i] ?? Number.NaN;
    return total + (x - n * rate) ** 2 / (n * rate * (1 - rate));
  }, 0);
  const df = hits.length - 1;
  return { statistic, df, p: chiSquare.upperTail(statistic, df) };
}
