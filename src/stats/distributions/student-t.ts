import { betaTails } from './beta-tails';
import { logGamma } from './log-gamma';
import { normal } from './normal';
import { tailQuantile } from './tail-quantile';

/** Student's t with real degrees of freedom df > 0; `Infinity` is the normal distribution. */
export const studentT = {
  density(t: number, df: number): number {
    if (df === Number.POSITIVE_INFINITY) return normal.density(t);
    const log = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
    return Math.exp(log - ((df + 1) / 2) * Math.log1p((t * t) / df));
  },

  /** P(T > t) = ½ I_{df / (df + t²)}(df / 2, ½) for t ≥ 0. DLMF 8.17, Abramowitz & Stegun 26.7.1. */
  upperTail(t: number, df: number): number {
    if (df === Number.POSITIVE_INFINITY) return normal.upperTail(t);
    if (Math.abs(t) === Number.POSITIVE_INFINITY) return t > 0 ? 0 : 1;
    const { lower, upper } = betaTails(df / 2, 0.5, df / (df + t * t), (t * t) / (df + t * t));
    return t >= 0 ? 0.5 * lower : 0.5 + 0.5 * upper;
  },

  lowerTail(t: number, df: number): number {
    return studentT.upperTail(-t, df);
  },

  /** t with P(T ≤ t) = p. */
  quantile(p: number, df: number): number {
    if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
    if (p === 0.5) return 0;
    if (p > 0.5) return -studentT.quantile(1 - p, df);
    if (p === 0) return Number.NEGATIVE_INFINITY;
    if (df === Number.POSITIVE_INFINITY) return normal.quantile(p);
    return remembered(
      p,
      df,
      () =>
        -tailQuantile({
          p,
          start: start(-normal.quantile(p), df),
          lo: 0,
          upperTail: (t) => studentT.upperTail(t, df),
          density: (t) => studentT.density(t, df),
        }),
    );
  },
} as const;

const MOST_REMEMBERED = 2000;
const known = new Map<number, Map<number, number>>();

/** An interval, its difference and what would have been seen ask for the same few: each takes about ten tails. */
function remembered(p: number, df: number, find: () => number): number {
  let byDf = known.get(p);
  if (byDf === undefined || byDf.size >= MOST_REMEMBERED) {
    byDf = new Map();
    // Whoever asks for one p after another is no table.
    if (known.size >= 8) known.clear();
    known.set(p, byDf);
  }
  let t = byDf.get(df);
  if (t === undefined) {
    t = find();
    byDf.set(df, t);
  }
  return t;
}

/** Cornish–Fisher expansion, Abramowitz & Stegun 26.7.5. */
function start(z: number, df: number): number {
  const z2 = z * z;
  const g1 = (z * (z2 + 1)) / 4;
  const g2 = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const g3 = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  return z + g1 / df + g2 / (df * df) + g3 / (df * df * df);
}
