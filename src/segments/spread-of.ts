import { countBelow } from '../core/sorting/count-below';
import { sortFloats } from '../core/sorting/sort-floats';
import { tidy } from './rule/rule-parts';

/** One threshold, and how many it would take either way, itself included. */
export interface Cut {
  readonly value: number;
  readonly atLeast: number;
  readonly atMost: number;
}

const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9];

/**
 * Thresholds worth trying: the 10, 25, 50, 75 and 90 % points of the numbers, each a number that occurs, or, of
 * `rounded`, one to three figures. `scale` turns a number into the unit a rule says it in.
 */
export function spreadOf(
  numbers: Float64Array,
  { scale = 1, rounded = false }: { readonly scale?: number; readonly rounded?: boolean } = {},
): { readonly n: number; readonly cuts: readonly Cut[] } {
  const sorted = sortFloats(numbers.filter((v) => !Number.isNaN(v)));
  const n = sorted.length;
  const points = SHARES.map((share) => sorted[Math.min(n - 1, Math.floor(share * n))] ?? Number.NaN);
  const values = [...new Set(points.map((v) => (rounded ? tidy(v / scale) : v / scale)))];
  const cuts = values
    .filter((v) => !Number.isNaN(v))
    .map((value): Cut => {
      const inUnit = value * scale;
      const below = countBelow(sorted, inUnit);
      let upTo = below;
      while (upTo < n && sorted[upTo]! <= inUnit) upTo++;
      return { value, atLeast: n - below, atMost: upTo };
    });
  return { n, cuts };
}
