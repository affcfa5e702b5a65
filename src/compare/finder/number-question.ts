import { sortFloats } from '../../core/sorting/sort-floats';
import type { Estimate } from '../../stats/means/estimate';
import { residualEstimate } from '../../stats/means/mean-estimate';
import { meanAnswer, meanOf, rankAnswer, shareAnswer } from './answers';
import type { Answer } from './findings';
import { A } from './sides';

/**
 * Beyond this skewness of all people asked together, whoever they are, ranks are compared and not means: a few large
 * values would otherwise decide. M. G. Bulmer (1979), Principles of Statistics: "highly skewed".
 */
const SKEWED = 1;

export type NumberQuestion = {
  /** Of how many the number is known. */
  readonly known: readonly [a: number, b: number];
} & (
  | /** Nothing to tell apart. */ { readonly kind: 'same' }
  | { readonly kind: 'too-few' }
  /** Nothing but 0 and 1 is held: a yes or no, written as numbers. */
  | { readonly kind: 'share'; readonly answer: Answer }
  | { readonly kind: 'mean' | 'rank'; readonly answer: Answer; readonly association: number }
);

/** A number of each person (NaN: not known) on two sides. */
export function numberQuestion(values: Float64Array, side: Uint8Array): NumberQuestion {
  // Laid out from either end, so that every walk after this one is over known values of one side.
  const laid = new Float64Array(values.length);
  let nA = 0;
  let end = values.length;
  for (let p = 0; p < values.length; p++) {
    const v = values[p]!;
    // biome-ignore lint/suspicious/noSelfCompare: NaN alone is not itself, and a call for each of millions is dear.
    if (side[p] === 0 || v !== v) continue;
    if (side[p] === A) laid[nA++] = v;
    else laid[--end] = v;
  }
  const a = laid.subarray(0, nA);
  const b = laid.subarray(end);
  const known = [a.length, b.length] as const;
  const sums = [spanOf(a), spanOf(b)] as const;
  if (!(Math.max(sums[0].high, sums[1].high) > Math.min(sums[0].low, sums[1].low)))
    return { known, kind: 'same' };
  if (sums[0].binary && sums[1].binary) {
    const answer = shareAnswer([sums[0].sum, a.length], [sums[1].sum, b.length]);
    return answer === null ? { known, kind: 'too-few' } : { known, kind: 'share', answer };
  }
  if (a.length < 2 || b.length < 2) return { known, kind: 'too-few' };
  const [x, y] = [momentsOf(a, sums[0].sum), momentsOf(b, sums[1].sum)];
  const ranked = isSkewed(x, y);
  const answer = ranked
    ? rankAnswer(sortFloats(a), sortFloats(b))
    : meanAnswer(meanOf(estimateOf(x)), meanOf(estimateOf(y)));
  return answer === null
    ? { known, kind: 'too-few' }
    : { known, kind: ranked ? 'rank' : 'mean', answer, association: associationOf(x, y) };
}

function spanOf(values: Float64Array) {
  let [sum, low, high, binary] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    sum += v;
    if (v < low) low = v;
    if (v > high) high = v;
    if (v !== 0 && v !== 1) binary = false;
  }
  return { sum, low, high, binary };
}

interface Moments {
  readonly n: number;
  readonly mean: number;
  /** About the mean. */
  readonly squares: number;
  readonly cubes: number;
  readonly informed: number;
}

function momentsOf(values: Float64Array, sum: number): Moments {
  const n = values.length;
  const mean = sum / n;
  let [squares, cubes, informed] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const v = values[i]!;
    const d = v - mean;
    squares += d * d;
    cubes += d * d * d;
    if (v !== 0) informed++;
  }
  return { n, mean, squares, cubes, informed };
}

/** Of both sides together, about their common mean. */
function isSkewed(x: Moments, y: Moments): boolean {
  const n = x.n + y.n;
  const mean = (x.n * x.mean + y.n * y.mean) / n;
  const about = (of: Moments) => {
    const d = of.mean - mean;
    return {
      squares: of.squares + of.n * d * d,
      cubes: of.cubes + 3 * d * of.squares + of.n * d * d * d,
    };
  };
  const [a, b] = [about(x), about(y)];
  return Math.abs(a.cubes + b.cubes) / n > SKEWED * ((a.squares + b.squares) / n) ** 1.5;
}

/** |r| with who is on which side: what of all squares lies between the two means. */
function associationOf(x: Moments, y: Moments): number {
  const between = ((x.n * y.n) / (x.n + y.n)) * (x.mean - y.mean) ** 2;
  return Math.sqrt(between / (between + x.squares + y.squares));
}

function estimateOf({ n, mean, squares, cubes, informed }: Moments): Estimate {
  return residualEstimate({ value: mean, n, informed, base: n, squares, cubes });
}
