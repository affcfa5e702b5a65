import { normal } from '../distributions/normal';

export interface MannWhitney {
  /** How often a value of x exceeds one of y, ties counted half: R's W. */
  readonly w: number;
  /** Two-sided. */
  readonly p: number;
  /** That x tends to be the greater. */
  readonly pGreater: number;
  readonly exact: boolean;
}

/**
 * Wilcoxon–Mann–Whitney rank sum test. Exact where both sides are under 50 and nothing ties (recurrence of Mann and
 * Whitney 1947); else normal, variance corrected for ties (Lehmann 1975), with continuity correction unless told not to.
 */
export function mannWhitney(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly continuity?: boolean } = {},
): MannWhitney {
  const [m, n] = [x.length, y.length];
  const all = Array.from({ length: m + n }, (_, i) => ({
    value: (i < m ? x[i] : y[i - m]) as number,
    ofX: i < m,
  })).sort((a, b) => a.value - b.value);

  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const run = to - from;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) if (all[i]?.ofX === true) rankSum += rank;
    ties += run ** 3 - run;
    from = to;
  }
  const w = rankSum - (m * (m + 1)) / 2;

  if (ties === 0 && m < 50 && n < 50) {
    const counts = arrangements(m, n);
    const total = counts.reduce((a, b) => a + b, 0);
    const tail = (from: number, to: number) => counts.slice(from, to).reduce((a, b) => a + b, 0) / total;
    const greater = tail(w, counts.length);
    const less = tail(0, w + 1);
    return { w, p: Math.min(1, 2 * Math.min(greater, less)), pGreater: greater, exact: true };
  }
  const size = m + n;
  const sd = Math.sqrt(((m * n) / 12) * (size + 1 - ties / (size * (size - 1))));
  const away = w - (m * n) / 2;
  const step = options.continuity === false ? 0 : 0.5;
  return {
    w,
    p: Math.min(1, 2 * normal.upperTail((Math.abs(away) - step) / sd)),
    pGreater: normal.upperTail((away - step) / sd),
    exact: false,
  };
}

/**
 * How many of the C(m + n, m) orders give each w. By additions only: over 2^53 counts are rounded, and a difference of
 * large ones would leave nothing of a small one.
 */
function arrangements(m: number, n: number): Float64Array {
  /** Of i values of x among j of y. */
  let counts = Array.from({ length: n + 1 }, () => Float64Array.of(1));
  for (let i = 1; i <= m; i++) {
    const next = [Float64Array.of(1)];
    for (let j = 1; j <= n; j++) {
      // The smallest is of x, over no y; or of y, under all i of x.
      const sum = new Float64Array(i * j + 1);
      sum.set(counts[j]!);
      const fewer = next[j - 1]!;
      for (let w = 0; w < fewer.length; w++) sum[w + i]! += fewer[w]!;
      next.push(sum);
    }
    counts = next;
  }
  return counts[n]!;
}
