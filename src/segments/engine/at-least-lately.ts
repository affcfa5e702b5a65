import { Bitset } from '../../core/bitset';
import type { Membership } from '../membership';
import type { Rule } from '../rule/rule';
import { memo } from './memo';
import { numberRange } from './number-range';
import { numbersBetween } from './numbers-between';
import { countedMask } from './row-mask';
import { rowRanges, spanOf } from './row-ranges';
import type { Scope } from './scope';

/**
 * At least k rows, every one of which counts, in days that end with the as-of: one look at when each person's k-th latest was.
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
  const yes = numbersBetween(kthLatest(scope, of, k), span.start, Number.POSITIVE_INFINITY);
  // Where nobody has them it takes more to know whether rows of that time are held.
  return yes.words.some((word) => word !== 0) ? { in: yes, unknown: new Bitset(yes.size) } : null;
}

/** When each person's k-th latest row was; NaN of those with fewer, and where it is undated. */
function kthLatest(scope: Scope, of: 'orders' | 'events', k: number): Float64Array {
  return memo(scope.dataset, `latest ${of} ${k} ${scope.asOf}`, () => {
    const { from, to } = rowRanges(scope, of, { kind: 'lifetime' });
    const { time } = scope.dataset[of];
    const latest = new Float64Array(to.length).fill(Number.NaN);
    for (let p = 0; p < to.length; p++) {
      const row = to[p]! - k;
      if (row >= from[p]!) latest[p] = time[row]!;
    }
    return latest;
  });
}
