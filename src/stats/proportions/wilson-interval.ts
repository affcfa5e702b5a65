import { normal } from '../distributions/normal';
import type { Interval } from '../interval';

/** Two-sided critical value of the normal distribution at 95 %. */
export const Z95 = normal.quantile(0.975);

/**
 * Score interval for a proportion x / n, 0 ≤ x ≤ n, n > 0; x may be fractional where a rate was given in place of
 * its count. E. B. Wilson (1927); R. G. Newcombe (1998), Stat. Med. 17:857, method 3.
 */
export function wilsonInterval(x: number, n: number, z: number = Z95): Interval {
  const p = x / n;
  const z2 = z * z;
  const middle = 2 * x + z2;
  const reach = z * Math.sqrt(z2 + 4 * x * (1 - p));
  const under = 2 * (n + z2);
  return {
    lo: x === 0 ? 0 : Math.max(0, (middle - reach) / under),
    hi: x === n ? 1 : Math.min(1, (middle + reach) / under),
  };
}
