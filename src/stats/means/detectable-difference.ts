import { studentT } from '../distributions/student-t';

/**
 * Smallest difference of two means, ratios or medians that would show in four of five tries (80 % power, two-sided
 * 5 %), given the standard error of the difference: (t.975 + t.8) · SE. J. Cohen (1988), 2.4, by the shifted t.
 */
export function detectableDifference(standardError: number, df: number): number {
  return (studentT.quantile(0.975, df) + studentT.quantile(0.8, df)) * standardError;
}
