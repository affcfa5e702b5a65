import { studentT } from '../distributions/student-t';
import type { Interval } from '../interval';
import type { Estimate } from './estimate';
import { hallTransform } from './hall-transform';

export interface EstimateDifference {
  /** a - b. */
  readonly value: number;
  readonly standardError: number;
  /** Welch–Satterthwaite. */
  readonly df: number;
  readonly t: number;
  readonly interval: Interval;
  /** Two-sided. */
  readonly p: number;
  /** Hall's correction was called for. */
  readonly skewed: boolean;
}

/**
 * Difference of two independent means or ratios. B. L. Welch (1947), Biometrika 34:28; where skewness still shows,
 * corrected as in `hallTransform`. Null where a side has fewer than two people.
 *
 * Each side brings its own third moment (Zhou and Dinh's T2): what everybody else's amounts look like says little of
 * how a segment's own are spread, and a pooled skewness made intervals contradict those of the two sides.
 */
export function estimateDifference(a: Estimate, b: Estimate, confidence = 0.95): EstimateDifference | null {
  if (a.n < 2 || b.n < 2) return null;
  const value = a.value - b.value;
  const variance = a.variance + b.variance;
  if (!Number.isFinite(value) || !Number.isFinite(variance)) return null;
  const standardError = Math.sqrt(variance);
  if (standardError === 0) {
    // Nobody differs from their own group: whatever difference there is, is certain.
    const t = value === 0 ? 0 : value * Number.POSITIVE_INFINITY;
    const interval = { lo: value, hi: value };
    return { value, standardError, df: a.n + b.n - 2, t, interval, p: value === 0 ? 1 : 0, skewed: false };
  }
  const df = variance ** 2 / (a.variance ** 2 / (a.n - 1) + b.variance ** 2 / (b.n - 1));
  const t = value / standardError;
  const critical = studentT.quantile(0.5 + confidence / 2, df);
  const skew = skewOfDifference(a, b, standardError);
  if (!hallTransform.needed(skew)) {
    const reach = critical * standardError;
    const p = 2 * studentT.upperTail(Math.abs(t), df);
    return {
      value,
      standardError,
      df,
      t,
      interval: { lo: value - reach, hi: value + reach },
      p,
      skewed: false,
    };
  }
  return {
    value,
    standardError,
    df,
    t,
    interval: {
      lo: value - hallTransform.inverse(critical, skew) * standardError,
      hi: value - hallTransform.inverse(-critical, skew) * standardError,
    },
    p: Math.min(1, 2 * studentT.upperTail(Math.abs(hallTransform.forward(t, skew)), df)),
    skewed: true,
  };
}

function skewOfDifference(a: Estimate, b: Estimate, standardError: number): number {
  return (a.thirdMoment - b.thirdMoment) / standardError ** 3;
}
