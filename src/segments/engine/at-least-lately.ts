import { Bitset } from '../../core/bitset';
import type { Membership } from '../membership';
import type { Rule } from '../rule';
import { numberRange } from './number-range';
import { countedMask } from './row-mask';
import { rowRanges, spanOf } from './row-ranges';
import type { Scope } from './scope';

/**
 * At least k rows, every one of which counts, in days that end with the as-of: one look at each person's k-th latest row.
 * Null for any other rule.
 */
export function atLeastLately(
  scope: Scope,
  { measure, window, test }: Extract<Rule, { kind: 'behaviour' }>,
): Membership | null {
  const { of, stat, among = [], where = [] } = measure;
  if (of === 'items' || stat !== 'count' || among.length > 0 || where.length > 0) return null;
  const { lo, hi } = numberRange(test);
  const span = spanOf(window, scope.asOf);
  if (!(lo > 0) || hi !== Number.POSITIVE_INFINITY || span?.end !== scope.asOf) return null;
  if (countedMask(scope, of, []) !== null) return null;
  const k = Math.ceil(lo);
  const { from, to } = rowRanges(scope, of, { kind: 'lifetime' });
  const { time } = scope.dataset[of];
  const yes = new Bitset(to.length);
  let any = false;
  for (let p = 0; p < to.length; p++) {
    const row = to[p]! - k;
    if (row < from[p]! || !(time[row]! >= span.start)) continue;
    yes.add(p);
    any = true;
  }
  // Where nobody has them it takes more to know whether rows of that time are held.
  return any ? { in: yes, unknown: new Bitset(to.length) } : null;
}
