import { Bitset } from '../../core/bitset';
import type { Membership } from '../membership';
import type { Rule } from '../rule/rule';
import { numberRange } from './number-range';
import { countedMask } from './row-mask';
import { fewOrdersBetween, spanOf } from './row-ranges';
import type { Scope } from './scope';
import { NO, YES } from './trit';

/**
 * Whoever has any order that counts, where few orders lie in the window: these are looked through instead of everybody.
 * (Gift days ask so for each year and each country's calendar.) Null for any other rule.
 */
export function boughtInFewOrders(
  scope: Scope,
  { measure, window, test }: Extract<Rule, { kind: 'behaviour' }>,
): Membership | null {
  if (measure.of !== 'orders' || measure.stat !== 'count') return null;
  const { lo, hi } = numberRange(test);
  const span = spanOf(window, scope.asOf);
  if (!(lo > 0 && lo <= 1) || hi !== Number.POSITIVE_INFINITY || span === null) return null;
  const rows = fewOrdersBetween(scope, span);
  if (rows === null) return null;
  const { person, time } = scope.dataset.orders;
  const counted = countedMask(scope, 'orders', [...(measure.among ?? []), ...(measure.where ?? [])]);
  const yes = new Bitset(scope.dataset.people.size);
  const maybe = new Bitset(scope.dataset.people.size);
  let held = false;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (time[row]! < span.start || time[row]! > span.end) continue;
    held = true;
    const answer = counted === null ? YES : counted[row]!;
    if (answer !== NO) (answer === YES ? yes : maybe).add(person[row]!);
  }
  // Without an order of anybody's it takes more to know whether orders of that time are held.
  return held ? { in: yes, unknown: maybe.andNot(yes) } : null;
}
