import { studentT } from '../distributions/student-t';
import type { Interval } from '../interval';
import type { Estimate } from './estimate';
import { hallTransform } from './hall-transform';

/**
 * 95 % interval for a mean or ratio: Student's t, with Hall's correction where skewness still shows. Degrees of freedom
 * are the informed people's less one, so that three refunds among a thousand customers count as three and no more.
 * Null for fewer than two of them, and where all are alike: nothing is known then of how they would vary.
 */
export function estimateInterval(of: Estimate, confidence = 0.95): Interval | null {
  if (of.n < 2 || of.informed < 2 || !Number.isFinite(of.value)) return null;
  const se = Math.sqrt(of.variance);
  if (se === 0) return null;
  const critical = studentT.quantile(0.5 + confidence / 2, of.informed - 1);
  const skew = of.thirdMoment / se ** 3;
  if (!hallTransform.needed(skew)) return { lo: of.value - critical * se, hi: of.value + critical * se };
  return {
    lo: of.value - hallTransform.inverse(critical, skew) * se,
    hi: of.value - hallTransform.inverse(-critical, skew) * se,
  };
}
