import { betaTails } from './beta-tails';
import { logGamma } from './log-gamma';
import { normal } from './normal';

/**
 * P(T > t) of Student's t with df > 0 around a shift of `away` ≥ 0 standard errors, t ≥ 0. R. V. Lenth (1989), AS 243,
 * in the form whose terms are all positive, so that a small tail keeps its digits; begun at the largest term, so that
 * a large shift does not underflow.
 */
export function noncentralTUpperTail(t: number, df: number, away: number): number {
  if (!(t >= 0 && df > 0 && away >= 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normal.upperTail(t - away);
  const half = 0.5 * away * away;
  const [x, y] = [(t * t) / (df + t * t), df / (df + t * t)];
  const term = (j: number) => {
    const even = Math.exp(-half + (j === 0 ? 0 : j * Math.log(half)) - logGamma(j + 1));
    const odd =
      away === 0
        ? 0
        : (away / Math.SQRT2) * Math.exp(-half + (j === 0 ? 0 : j * Math.log(half)) - logGamma(j + 1.5));
    return (
      even * betaTails(j + 0.5, df / 2, x, y).upper +
      (odd === 0 ? 0 : odd * betaTails(j + 1, df / 2, x, y).upper)
    );
  };
  if (away === 0) return 0.5 * term(0);
  const top = Math.floor(half);
  let sum = 0;
  for (let j = top; j < top + 100_000; j++) {
    const next = term(j);
    sum += next;
    // Weights only rise below `top`; the tail of each term rises with j and may outrun them for a while.
    if (j > top + 8 * (away + 4) && next < 1e-17 * sum) break;
  }
  for (let j = top - 1; j >= 0; j--) {
    const next = term(j);
    sum += next;
    if (next < 1e-17 * sum) break;
  }
  return Math.min(1, 0.5 * sum);
}
