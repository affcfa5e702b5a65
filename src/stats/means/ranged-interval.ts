import { studentT } from '../distributions/student-t';
import type { Interval } from '../interval';
import type { Estimate } from './estimate';
import { estimateInterval } from './estimate-interval';

/** What a ratio can be at all: a part of a whole, or anything from nought up. */
export type Range = 'share' | 'not-negative';

/**
 * 95 % interval of a ratio that stays inside what is possible: worked out on the scale of log odds (shares) or logs, by
 * the delta method, and taken back. F. Cox (1970), Analysis of Binary Data, 3.2; for samples in clusters T. Lumley
 * (2010), Complex Surveys, 2.2. P. Hall's correction (see `hallTransform`) takes out what skewness is left there: on
 * another scale the studentised value is t − ½ (g″/g′) s t², so that its quadratic term is skew/3 + ½ (g″/g′) s.
 *
 * Null for fewer than two informed people, for people all alike and for a share of all: as with a share of nothing,
 * nothing is known of how it varies.
 */
export function rangedInterval(of: Estimate, range: Range, confidence = 0.95): Interval | null {
  const { value, informed } = of;
  const plain = estimateInterval(of, confidence);
  if (plain === null || value <= 0 || (range === 'share' && value >= 1)) return null;
  const error = Math.sqrt(of.variance);
  const { at, slope, bend, back } = SCALES[range](value);
  const skew = of.thirdMoment / error ** 3;
  const c = skew / 3 + (bend * error) / 2;
  const critical = studentT.quantile(0.5 + confidence / 2, informed - 1);
  const end = (t: number) => back(at - undone(t, c, skew / 6) * error * slope);
  const [lo, hi] = [end(critical), end(-critical)];
  // Logs stretch the doubt of two or three people beyond anything the plain interval finds.
  return { lo, hi: range === 'not-negative' ? Math.min(hi, Math.max(plain.hi, value)) : hi };
}

/** Value, slope g′, bend g″/g′ and inverse of the scales. */
const SCALES = {
  share: (v: number) => ({
    at: Math.log(v / (1 - v)),
    slope: 1 / (v * (1 - v)),
    bend: (2 * v - 1) / (v * (1 - v)),
    back: (u: number) => 1 / (1 + Math.exp(-u)),
  }),
  'not-negative': (v: number) => ({ at: Math.log(v), slope: 1 / v, bend: -1 / v, back: Math.exp }),
} as const satisfies Record<Range, (v: number) => object>;

/** t of y = t + c t² + c² t³ / 3 + shift, which grows with t. */
function undone(y: number, c: number, shift: number): number {
  if (Math.abs(c) < 1e-9) return y - shift;
  return (Math.cbrt(1 + 3 * c * (y - shift)) - 1) / c;
}
