import { Z95 } from './wilson-interval';

/** Plain JSON, which has no Infinity: null stands for beyond every number. */
export interface Ratio {
  readonly value: number | null;
  readonly interval: { readonly lo: number; readonly hi: number | null };
}

/**
 * How many times as often: (x1 / n1) / (x2 / n2), 95 %. D. Katz and others (1978), Biometrics 34:469; where a count is
 * nought, the interval is that of counts half a case larger (S. D. Walter 1975, Biometrika 62:371), its open end left
 * open. Null where nobody is on a side, or neither has a case.
 */
export function riskRatio(x1: number, n1: number, x2: number, n2: number): Ratio | null {
  if (!(n1 > 0 && n2 > 0) || x1 + x2 === 0) return null;
  const value = x2 === 0 ? null : x1 / n1 / (x2 / n2);
  const more = x1 === 0 || x2 === 0 ? 0.5 : 0;
  const [a, b, m, n] = [x1 + more, x2 + more, n1 + more, n2 + more];
  const middle = Math.log((a * n) / (b * m));
  const reach = Z95 * Math.sqrt(Math.max(0, 1 / a - 1 / m) + Math.max(0, 1 / b - 1 / n));
  return {
    value,
    interval: {
      lo: x1 === 0 ? 0 : Math.exp(middle - reach),
      hi: x2 === 0 ? null : Math.exp(middle + reach),
    },
  };
}
