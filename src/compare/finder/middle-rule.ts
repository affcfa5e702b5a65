import { nthSmallest } from '../../core/sorting/nth-smallest';
import type { NumberTest, Rule } from '../../segments/rule/rule';

/**
 * Who has more (or less) of a number than the middle of all asked: nobody's side is tuned to. Where so many tie at the
 * middle that "at least" would be everybody, it is "more than".
 */
export function middleRule(
  values: Float64Array,
  side: Uint8Array,
  more: 1 | -1,
  /** Of the values in one unit of the rule's. */
  units: number,
  rule: (test: NumberTest) => Rule,
): { readonly rule: Rule; readonly threshold: number } | null {
  const known = new Float64Array(values.length);
  let [n, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let p = 0; p < values.length; p++) {
    const v = values[p]!;
    if (side[p] === 0 || Number.isNaN(v)) continue;
    known[n++] = v;
    if (v < least) least = v;
    if (v > most) most = v;
  }
  if (n === 0) return null;
  // A value there is, and not one between two.
  const threshold = nthSmallest(known.subarray(0, n), n >> 1);
  const value = threshold / units;
  const op =
    more === 1 ? (threshold > least ? 'at-least' : 'more-than') : threshold < most ? 'at-most' : 'less-than';
  return { rule: rule({ op, value }), threshold };
}
