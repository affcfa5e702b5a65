import { Bitset } from '../../core/bitset';
import type { Membership } from '../membership';
import type { SequenceStep, Window } from '../rule/rule';
import { spanOf } from './row-ranges';
import type { Scope } from './scope';
import { deadline, longestWithin } from './span-reach';
import { nearestTimes, stepTimes } from './step-times';

/**
 * Who a sequence of two or three steps happened to, where none is a `not`, the window is the same days for everybody and
 * every row can be told; null of others, which `findSequences` answers. Of each row of the last step but one, the nearest
 * row of the last after it, and of the first before it, are kept with the data: they tell whether it is one of a
 * sequence, however long each step may take.
 */
export function sequenceOfTimes(
  scope: Scope,
  steps: readonly SequenceStep[],
  window: Window,
): Membership | null {
  const lifetime = { start: Number.NEGATIVE_INFINITY, end: scope.asOf };
  const span = window.kind === 'lifetime' ? lifetime : spanOf(window, scope.asOf);
  const [last, middle, first, ...more] = steps.toReversed();
  if (span === null || last === undefined || middle === undefined || more.length > 0) return null;
  if (steps.some(({ not }) => not === true)) return null;
  const list = stepTimes(scope, middle);
  const later = nearestTimes(scope, [middle, last], 'later');
  const earlier = first === undefined ? null : nearestTimes(scope, [middle, first], 'earlier');
  if (list === null || later === null || (first !== undefined && earlier === null)) return null;

  const { start, end } = span;
  const [toLast, fromFirst] = [longestWithin(last.within), longestWithin(middle.within)];
  const people = scope.dataset.people.size;
  const happened = new Bitset(people);
  const { offsets, time } = list;
  for (let p = 0; p < people; p++) {
    const stop = offsets[p + 1]!;
    for (let i = offsets[p]!; i < stop; i++) {
      const t = time[i]!;
      const after = later[i]!;
      // Seldom near enough, so that the calendar is not asked.
      if (!(after - t <= toLast && after <= end && t >= start) || after > deadline(t, last.within)) continue;
      if (earlier !== null) {
        const before = earlier[i]!;
        if (!(t - before <= fromFirst && before >= start) || t > deadline(before, middle.within)) continue;
      }
      happened.add(p);
      break;
    }
  }
  return { in: happened, unknown: new Bitset(people) };
}
