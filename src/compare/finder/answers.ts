import type { CountedAs } from '../../metrics/people/counted-as';
import { normal } from '../../stats/distributions/normal';
import type { Estimate } from '../../stats/means/estimate';
import { cohensH } from '../../stats/proportions/cohens-h';
import { Z95 } from '../../stats/proportions/wilson-interval';
import { yatesTest } from '../../stats/proportions/yates-test';
import { quantile } from '../../stats/ranks/quantile';
import { rankSuperiority } from '../../stats/ranks/rank-superiority';
import { differenceOf } from '../cells/difference';
import type { MeasuredValue } from '../measure/measured';
import type { Answer, Effect } from './findings';

/** With fewer people on a side, or expected with (or without) the value on it, nothing is asked. */
const FEWEST = 10;
const FEWEST_EXPECTED = 5;

/** Hits among those asked on either side; null where they are too few for an answer. */
export function shareAnswer(
  [hitsA, nA]: readonly [number, number],
  [hitsB, nB]: readonly [number, number],
  nOf: CountedAs = 'customers',
): Answer | null {
  const pooled = (hitsA + hitsB) / (nA + nB);
  const expected = Math.min(nA, nB) * Math.min(pooled, 1 - pooled);
  if (Math.min(nA, nB) < FEWEST || !(expected >= FEWEST_EXPECTED)) return null;
  const side = (hits: number, of: number): MeasuredValue => ({
    ...EMPTY,
    value: hits / of,
    n: of,
    nOf,
    basis: { kind: 'proportion', hits, of },
  });
  const difference = differenceOf(side(hitsA, nA), side(hitsB, nB));
  if (difference === null || difference.p === null) return null;
  return {
    a: { value: hitsA / nA, n: nA, nOf, hits: hitsA },
    b: { value: hitsB / nB, n: nB, nOf, hits: hitsB },
    difference: { value: difference.value, interval: difference.interval },
    superiority: null,
    effect: shareEffect(hitsA / nA, nA, hitsB / nB, nB),
    // So many questions ask far out in the tail, where an uncorrected chi-square says a little too much.
    p: Math.max(difference.p, yatesTest(hitsA, nA, hitsB, nB)),
    method: difference.method,
  };
}

/** The arcsine's variance is 1 / n whatever the share: J. Cohen (1988), 6.2. */
function shareEffect(rateA: number, nA: number, rateB: number, nB: number): Effect {
  const value = cohensH(rateA, rateB);
  const reach = Z95 * Math.sqrt(1 / nA + 1 / nB);
  return { scale: 'cohens-h', value, interval: { lo: value - reach, hi: value + reach } };
}

/** Means or ratios of either side; the effect is their difference in pooled standard deviations of one person. */
export function meanAnswer(a: MeasuredValue, b: MeasuredValue): Answer | null {
  if (a.basis.kind !== 'mean' && a.basis.kind !== 'ratio') return null;
  if (b.basis.kind !== a.basis.kind) return null;
  const difference = differenceOf(a, b);
  if (difference === null || difference.p === null || difference.interval === null) return null;
  const sd = pooledDeviation(a.basis.estimate, b.basis.estimate);
  if (!(sd > 0)) return null;
  const { value, interval } = difference;
  return {
    a: { value: a.value, n: a.n, nOf: a.nOf, hits: null },
    b: { value: b.value, n: b.n, nOf: b.nOf, hits: null },
    difference: { value, interval },
    superiority: null,
    effect: {
      scale: 'standardised-mean',
      value: value / sd,
      interval: { lo: interval.lo / sd, hi: interval.hi / sd },
    },
    p: difference.p,
    method: difference.method,
  };
}

export function meanOf(estimate: Estimate): MeasuredValue {
  return { ...EMPTY, value: estimate.value, n: estimate.n, basis: { kind: 'mean', estimate } };
}

/** Values of either side, sorted ascending, by their ranks: medians are shown, and how often one exceeds the other. */
export function rankAnswer(a: Float64Array, b: Float64Array): Answer | null {
  if (Math.min(a.length, b.length) < FEWEST) return null;
  const found = rankSuperiority(a, b);
  if (found === null) return null;
  const side = (sorted: Float64Array) =>
    ({ value: quantile(sorted, 0.5), n: sorted.length, nOf: 'customers', hits: null }) as const;
  return {
    a: side(a),
    b: side(b),
    difference: null,
    superiority: found.value,
    effect: {
      scale: 'rank',
      value: rankEffect(found.value),
      interval: { lo: rankEffect(found.interval.lo), hi: rankEffect(found.interval.hi) },
    },
    p: found.p,
    method: 'mann-whitney',
  };
}

/** The d at which two normals of one spread would exceed each other as often: K. O. McGraw, S. P. Wong (1992). */
function rankEffect(superiority: number): number {
  // An end of the scale has no bound: the last pair but one million stands for it.
  return Math.SQRT2 * normal.quantile(Math.min(1 - 1e-6, Math.max(1e-6, superiority)));
}

export const MEAN_FEWEST = FEWEST;

/** Of one person: an estimate's variance is that of its sum of n. */
function pooledDeviation(a: Estimate, b: Estimate): number {
  const squares = ({ variance, n }: Estimate) => variance * n * (n - 1);
  return Math.sqrt((squares(a) + squares(b)) / (a.n + b.n - 2));
}

const EMPTY = {
  state: 'value',
  nOf: 'customers',
  numerator: null,
  denominator: null,
  interval: null,
  leftOut: 0,
} as const;
