import { noncentralTUpperTail } from '../distributions/noncentral-t';
import { studentT } from '../distributions/student-t';

/**
 * How often two groups of n people each would show a difference of `effect` standard deviations at a two-sided 5 %,
 * towards its own side. J. Cohen (1988), 2.3, by the noncentral t, as R's power.t.test.
 */
export function powerOfMeans(effect: number, n: number): number {
  const df = 2 * (n - 1);
  return noncentralTUpperTail(studentT.quantile(0.975, df), df, Math.abs(effect) * Math.sqrt(n / 2));
}
