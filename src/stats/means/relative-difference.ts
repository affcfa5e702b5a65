import { studentT } from '../distributions/student-t';
import type { Interval } from '../interval';
import type { Estimate } from './estimate';

export interface RelativeDifference {
  /** (a - b) / b. */
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** Two-sided. */
  readonly p: number;
}

/**
 * How much more a is than b, as a share of b: "lift". By the delta method, whose interval holds where b is many
 * standard errors from nought; degrees of freedom are those of the plain difference (Welch), as GrowthBook's gbstats.
 * Null where a side has fewer than two people, does not vary, or b is nought.
 */
export function relativeDifference(a: Estimate, b: Estimate): RelativeDifference | null {
  if (a.n < 2 || b.n < 2 || b.value === 0) return null;
  const value = (a.value - b.value) / b.value;
  const variance = a.variance / b.value ** 2 + (b.variance * a.value ** 2) / b.value ** 4;
  if (!(variance > 0 && Number.isFinite(value))) return null;
  const standardError = Math.sqrt(variance);
  const df = (a.variance + b.variance) ** 2 / (a.variance ** 2 / (a.n - 1) + b.variance ** 2 / (b.n - 1));
  const reach = studentT.quantile(0.975, df) * standardError;
  return {
    value,
    standardError,
    interval: { lo: value - reach, hi: value + reach },
    p: 2 * studentT.upperTail(Math.abs(value) / standardError, df),
  };
}
