/**
 * How far one thing is settled by another, 0 to 1, out of a table of counts laid row by row: Cramér's V less what chance
 * alone gives a table of many cells. W. Bergsma (2013), J. Korean Stat. Soc. 42:323. Empty rows and columns don't count;
 * null where fewer than two of either are left.
 */
export function correctedCramersV(counts: ArrayLike<number>, rows: number, columns: number): number | null {
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const count = counts[r * columns + c]!;
      rowSums[r]! += count;
      columnSums[c]! += count;
    }
  }
  const held = (sums: Float64Array) => sums.reduce((n, sum) => n + (sum > 0 ? 1 : 0), 0);
  const n = rowSums.reduce((a, b) => a + b, 0);
  const [r, c] = [held(rowSums), held(columnSums)];
  if (r < 2 || c < 2) return null;
  let phi2 = -1;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const count = counts[i * columns + j]!;
      if (count > 0) phi2 += ((count / rowSums[i]!) * count) / columnSums[j]!;
    }
  }
  const left = Math.max(0, phi2 - ((r - 1) * (c - 1)) / (n - 1));
  const fewer = (k: number) => k - (k - 1) ** 2 / (n - 1);
  const most = Math.min(fewer(r), fewer(c)) - 1;
  return most > 0 ? Math.min(1, Math.sqrt(left / most)) : null;
}
