import { chiSquare } from '../distributions/chi-square';

export interface ContingencyTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** 0 is independent, 1 is one determined by the other. H. Cramér (1946), Mathematical Methods of Statistics, 21.9. */
  readonly cramersV: number;
  /** How far each cell is from what independence expects, in standard errors. S. J. Haberman (1973). */
  readonly adjustedResiduals: readonly (readonly number[])[];
  readonly leastExpected: number;
}

/**
 * Pearson's chi-square (1900) that rows and columns of a table of counts are independent, uncorrected. Null unless two
 * rows and two columns have any counts; rows and columns without are left out of the test, their residuals NaN.
 */
export function contingencyTest(table: readonly (readonly number[])[]): ContingencyTest | null {
  const columns = Math.max(0, ...table.map((row) => row.length));
  const rowSums = table.map((row) => row.reduce((a, b) => a + b, 0));
  const columnSums = Array.from({ length: columns }, (_, c) =>
    table.reduce((sum, row) => sum + (row[c] ?? 0), 0),
  );
  const n = rowSums.reduce((a, b) => a + b, 0);
  const rowsHeld = rowSums.filter((sum) => sum > 0).length;
  const columnsHeld = columnSums.filter((sum) => sum > 0).length;
  if (rowsHeld < 2 || columnsHeld < 2) return null;
  let statistic = 0;
  let leastExpected = Number.POSITIVE_INFINITY;
  const adjustedResiduals = rowSums.map((rowSum, r) =>
    columnSums.map((columnSum, c) => {
      const expected = (rowSum * columnSum) / n;
      if (expected === 0) return Number.NaN;
      const away = (table[r]?.[c] ?? 0) - expected;
      statistic += away ** 2 / expected;
      leastExpected = Math.min(leastExpected, expected);
      return away / Math.sqrt(expected * (1 - rowSum / n) * (1 - columnSum / n));
    }),
  );
  const df = (rowsHeld - 1) * (columnsHeld - 1);
  return {
    statistic,
    df,
    p: chiSquare.upperTail(statistic, df),
    cramersV: Math.sqrt(statistic / (n * Math.min(rowsHeld - 1, columnsHeld - 1))),
    adjustedResiduals,
    leastExpected,
  };
}
