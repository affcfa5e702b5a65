import type { Ratio } from './risk-ratio';
import { Z95 } from './wilson-interval';

/**
 * Odds of x1 of n1 over those of x2 of n2, 95 %. B. Woolf (1955), Ann. Hum. Genet. 19:251; where one of the four counts
 * is nought, the interval is that of counts half a case larger (J. J. Gart 1966, Biometrika 53:471), its open end left
 * open. Null where nobody is on a side, or all or none on both are cases.
 */
export function oddsRatio(x1: number, n1: number, x2: number, n2: number): Ratio | null {
  const [y1, y2] = [n1 - x1, n2 - x2];
  if (!(n1 > 0 && n2 > 0) || x1 + x2 === 0 || y1 + y2 === 0) return null;
  const value = x2 === 0 || y1 === 0 ? null : (x1 * y2) / (x2 * y1);
  const more = x1 === 0 || x2 === 0 || y1 === 0 || y2 === 0 ? 0.5 : 0;
  const counts = [x1, y2, x2, y1].map((x) => x + more) as [number, number, number, number];
  const middle = Math.log((counts[0] * counts[1]) / (counts[2] * counts[3]));
  const reach = Z95 * Math.sqrt(counts.reduce((sum, x) => sum + 1 / x, 0));
  return {
    value,
    interval: {
      lo: value === 0 ? 0 : Math.exp(middle - reach),
      hi: value === null ? null : Math.exp(middle + reach),
    },
  };
}
