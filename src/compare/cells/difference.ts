import type { Interval } from '../../stats/interval';
import { detectableDifference } from '../../stats/means/detectable-difference';
import type { Estimate } from '../../stats/means/estimate';
import { estimateDifference } from '../../stats/means/estimate-difference';
import { hallTransform } from '../../stats/means/hall-transform';
import { pitmanDifference } from '../../stats/means/pitman-difference';
import type { Range } from '../../stats/means/ranged-interval';
import { detectableProportion } from '../../stats/proportions/detectable-proportion';
import { fisherExact } from '../../stats/proportions/fisher-exact';
import { newcombeDifference } from '../../stats/proportions/newcombe-difference';
import { proportionsTest } from '../../stats/proportions/proportions-test';
import { Z95 } from '../../stats/proportions/wilson-interval';
import { medianBounds } from '../../stats/ranks/clustered-median';
import { medianDifference } from '../../stats/ranks/median-difference';
import type { MethodId } from '../comparison';
import type { Basis, MeasuredValue } from '../measure/measured';

export interface Difference {
  readonly value: number;
  readonly interval: Interval | null;
  /** Null where a side has too few people for any test to be trusted. */
  readonly p: number | null;
  readonly smallestDetectable: number | null;
  readonly method: MethodId;
}

/**
 * With fewer independent people (sessions, users) on a side than this, no test is made; for means and ratios, with
 * fewer expected to have anything in the numerator.
 */
const FEWEST = 10;
/** Expected counts below this are asked of Fisher's exact test, from it on of chi-square. */
const FEWEST_EXPECTED = 10;
/**
 * With fewer people than this who have anything in the numerator, a side's own spread is not to be trusted: the
 * difference must also be one that dealing everybody out at random seldom gives.
 */
const SPARSE = 100;

/** a - b, of two groups that share nobody; null where the metric is none that can be tested. */
export function differenceOf(a: MeasuredValue, b: MeasuredValue): Difference | null {
  const [of, against] = [a.basis, b.basis];
  if (of.kind === 'proportion' && against.kind === 'proportion') return ofProportions(of, against);
  if ((of.kind === 'mean' || of.kind === 'ratio') && of.kind === against.kind)
    return withinRange(ofEstimates(of.estimate, against.estimate, of.kind), of.range);
  if (of.kind === 'median' && against.kind === 'median') {
    const d = medianDifference(of.median, against.median);
    const value = a.value - b.value;
    if (d === null) return { value, interval: null, p: null, smallestDetectable: null, method: 'woodruff' };
    const few = Math.min(of.median.n, against.median.n);
    // A standard error out of the width of each interval, as Woodruff's method gives it.
    const error = Math.hypot(
      ...[of.median, against.median].map((median) => {
        const { lo, hi } = medianBounds(median, Z95);
        return (hi - lo) / (2 * Z95);
      }),
    );
    return {
      value,
      interval: d.interval,
      p: few < FEWEST ? null : d.p,
      smallestDetectable: detectableDifference(error, few - 1),
      method: 'woodruff',
    };
  }
  return null;
}

/** Two shares are no more than all apart. Nought lies within either way, so the test stands. */
function withinRange(of: Difference, range: Range | undefined): Difference {
  if (range !== 'share' || of.interval === null) return of;
  return { ...of, interval: { lo: Math.max(-1, of.interval.lo), hi: Math.min(1, of.interval.hi) } };
}

function ofEstimates(a: Estimate, b: Estimate, kind: 'mean' | 'ratio'): Difference {
  const own = estimateDifference(a, b);
  const method = kind === 'ratio' ? 'delta' : own?.skewed === true ? 'welch-skewed' : 'welch';
  const value = a.value - b.value;
  const none = { value, interval: null, p: null, smallestDetectable: null, method } as const;
  if (own === null) return none;
  const expected = (Math.min(a.n, b.n) * (a.informed + b.informed)) / (a.n + b.n);
  const tested = expected >= FEWEST;
  const informed = Math.min(a.informed, b.informed);
  const dealt = informed < SPARSE || own.skewed ? pitmanDifference(a, b) : null;
  if (dealt === null) {
    const smallestDetectable = detectableDifference(own.standardError, own.df);
    return { value, interval: own.interval, p: tested ? own.p : null, smallestDetectable, method };
  }
  // One with a value tells nothing of spread, and the deals have to do alone; from two on both have to agree.
  const alone = informed < 2;
  return {
    value,
    interval: alone ? dealt.interval : hull(own.interval, dealt.interval),
    p: !tested ? null : alone ? dealt.p : Math.max(own.p, dealt.p),
    smallestDetectable: detectableDifference(Math.max(own.standardError, dealt.standardError), own.df),
    method,
  };
}

function hull(a: Interval, b: Interval): Interval {
  return { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
}

function ofProportions(
  a: Basis & { readonly kind: 'proportion' },
  b: Basis & { readonly kind: 'proportion' },
): Difference {
  const { value, interval, p } = newcombeDifference(a.hits, a.of, b.hits, b.of);
  const pooled = (a.hits + b.hits) / (a.of + b.of);
  const expected = Math.min(a.of, b.of) * Math.min(pooled, 1 - pooled);
  const whole = [a.hits, a.of, b.hits, b.of].every(Number.isInteger);
  const second =
    expected === 0
      ? 1
      : expected < FEWEST_EXPECTED && whole
        ? fisherExact(a.hits, a.of, b.hits, b.of)
        : proportionsTest([a.hits, b.hits], [a.of, b.of]).p;
  return {
    value,
    interval,
    p: Math.min(a.of, b.of) < FEWEST ? null : Math.max(p, second),
    smallestDetectable: detectableProportion(b.hits / b.of, a.of, b.of),
    method: 'wilson-newcombe',
  };
}

/** The method behind the interval of a value that stands alone. */
export function methodOf(basis: Basis): MethodId | null {
  switch (basis.kind) {
    case 'none':
      return null;
    case 'share':
      return basis.method;
    case 'proportion':
      return 'wilson-newcombe';
    case 'ratio':
      return 'delta';
    case 'median':
      return 'woodruff';
    case 'mean': {
      const { variance, thirdMoment } = basis.estimate;
      return variance > 0 && hallTransform.needed(thirdMoment / variance ** 1.5) ? 'welch-skewed' : 'welch';
    }
  }
}
