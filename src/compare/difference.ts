import { medianBounds } from '../stats/clustered-median';
import { detectableDifference } from '../stats/detectable-difference';
import { detectableProportion } from '../stats/detectable-proportion';
import { estimateDifference } from '../stats/estimate-difference';
import { fisherExact } from '../stats/fisher-exact';
import { hallTransform } from '../stats/hall-transform';
import type { Interval } from '../stats/interval';
import { medianDifference } from '../stats/median-difference';
import { newcombeDifference } from '../stats/newcombe-difference';
import { Z95 } from '../stats/wilson-interval';
import type { MethodId } from './comparison';
import type { Basis, MeasuredValue } from './measured';

export interface Difference {
  readonly value: number;
  readonly interval: Interval | null;
  /** Null where a side has too few people for any test to be trusted. */
  readonly p: number | null;
  readonly smallestDetectable: number | null;
  readonly method: MethodId;
}

/** With fewer independent people (sessions, users) on a side than this, no test is made. */
export const FEWEST = 10;
/** Expected counts below this make the score test of two rates unsure, and Fisher's exact one is asked too. */
const FEWEST_EXPECTED = 5;

/** a - b, of two groups that share nobody; null where the metric is none that can be tested. */
export function differenceOf(a: MeasuredValue, b: MeasuredValue): Difference | null {
  const [of, against] = [a.basis, b.basis];
  if (of.kind === 'proportion' && against.kind === 'proportion') return ofProportions(of, against);
  if ((of.kind === 'mean' || of.kind === 'ratio') && of.kind === against.kind) {
    const d = estimateDifference(of.estimate, against.estimate);
    const value = a.value - b.value;
    const method = of.kind === 'ratio' ? 'delta' : d?.skewed === true ? 'welch-skewed' : 'welch';
    if (d === null) return { value, interval: null, p: null, smallestDetectable: null, method };
    return {
      value,
      interval: d.interval,
      p: Math.min(of.estimate.n, against.estimate.n) < FEWEST ? null : d.p,
      smallestDetectable: detectableDifference(d.standardError, d.df),
      method,
    };
  }
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

function ofProportions(
  a: Basis & { readonly kind: 'proportion' },
  b: Basis & { readonly kind: 'proportion' },
): Difference {
  const { value, interval, p } = newcombeDifference(a.hits, a.of, b.hits, b.of);
  const pooled = (a.hits + b.hits) / (a.of + b.of);
  const expected = Math.min(a.of, b.of) * Math.min(pooled, 1 - pooled);
  const whole = [a.hits, a.of, b.hits, b.of].every(Number.isInteger);
  const exact = expected < FEWEST_EXPECTED && whole ? fisherExact(a.hits, a.of, b.hits, b.of) : 0;
  return {
    value,
    interval,
    p: Math.min(a.of, b.of) < FEWEST ? null : Math.max(p, exact),
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
