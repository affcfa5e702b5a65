import { residualEstimate } from '../../stats/mean-estimate';
import { meanAnswer, meanOf, rankAnswer, shareAnswer } from './answers';
import type { Answer } from './findings';
import { A, B } from './sides';

/**
 * Beyond this skewness of all people asked together, whoever they are, ranks are compared and not means: a few large
 * values would otherwise decide. M. G. Bulmer (1979), Principles of Statistics: "highly skewed".
 */
const SKEWED = 1;

export type NumberQuestion =
  /** Nothing to tell apart. */
  | { readonly kind: 'same' }
  | { readonly kind: 'too-few' }
  /** Nothing but 0 and 1 is held: a yes or no, written as numbers. */
  | { readonly kind: 'share'; readonly answer: Answer }
  | { readonly kind: 'mean'; readonly answer: Answer }
  | { readonly kind: 'rank'; readonly answer: Answer };

/** A number of each person (NaN: not known) on two sides. */
export function numberQuestion(values: Float64Array, side: Uint8Array): NumberQuestion {
  const n = [0, 0, 0];
  const sums = [0, 0, 0];
  let [low, high, binary] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (let p = 0; p < values.length; p++) {
    const s = side[p]!;
    const v = values[p]!;
    if (s === 0 || Number.isNaN(v)) continue;
    n[s]!++;
    sums[s]! += v;
    if (v < low) low = v;
    if (v > high) high = v;
    if (v !== 0 && v !== 1) binary = false;
  }
  if (!(high > low)) return { kind: 'same' };
  const [nA, nB] = [n[A]!, n[B]!];
  if (binary) {
    const answer = shareAnswer([sums[A]!, nA], [sums[B]!, nB]);
    return answer === null ? { kind: 'too-few' } : { kind: 'share', answer };
  }
  if (nA < 2 || nB < 2) return { kind: 'too-few' };
  const means = [0, sums[A]! / nA, sums[B]! / nB];
  const middle = (sums[A]! + sums[B]!) / (nA + nB);
  const squares = [0, 0, 0];
  const cubes = [0, 0, 0];
  const informed = [0, 0, 0];
  let [allSquares, allCubes] = [0, 0];
  for (let p = 0; p < values.length; p++) {
    const s = side[p]!;
    const v = values[p]!;
    if (s === 0 || Number.isNaN(v)) continue;
    const d = v - means[s]!;
    squares[s]! += d * d;
    cubes[s]! += d * d * d;
    if (v !== 0) informed[s]!++;
    const e = v - middle;
    allSquares += e * e;
    allCubes += e * e * e;
  }
  const all = nA + nB;
  if (Math.abs(allCubes / all) > SKEWED * (allSquares / all) ** 1.5) {
    const answer = rankAnswer(sortedOf(values, side, A, nA), sortedOf(values, side, B, nB));
    return answer === null ? { kind: 'too-few' } : { kind: 'rank', answer };
  }
  const estimate = (s: 1 | 2) =>
    meanOf(
      residualEstimate({
        value: means[s]!,
        n: n[s]!,
        informed: informed[s]!,
        base: n[s]!,
        squares: squares[s]!,
        cubes: cubes[s]!,
      }),
    );
  const answer = meanAnswer(estimate(A), estimate(B));
  return answer === null ? { kind: 'too-few' } : { kind: 'mean', answer };
}

function sortedOf(values: Float64Array, side: Uint8Array, wanted: number, n: number): Float64Array {
  const out = new Float64Array(n);
  let at = 0;
  for (let p = 0; p < values.length; p++) {
    const v = values[p]!;
    if (side[p] === wanted && !Number.isNaN(v)) out[at++] = v;
  }
  return out.sort();
}
