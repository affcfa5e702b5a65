import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personSets } from '../../tests/person-sets';
import type { Bitset } from '../core/bitset';
import { firstMatch } from './first-match';

const SIZE = 35;
const { setOf, members, list } = personSets(SIZE);

describe('first match wins', () => {
  it('puts everybody in the first segment they are in, and says what falls through', () => {
    const found = firstMatch([members([1, 2]), members([2, 3]), members([1, 4])], setOf([1, 2, 3, 4, 5]));
    expect(found.groups.map(list)).toEqual([[1, 2], [3], [4]]);
    expect(found.taken).toEqual([[], [1], [1, 0]]);
    expect(list(found.rest)).toEqual([5]);
    expect(list(found.unknown)).toEqual([]);
  });

  it('places nobody who might be in an earlier segment', () => {
    const found = firstMatch([members([1], [2]), members([2, 3])], setOf([1, 2, 3]));
    expect(found.groups.map(list)).toEqual([[1], [3]]);
    expect(list(found.unknown)).toEqual([2]);
    expect(found.untold).toEqual([0, 1]);
  });

  it('keeps whoever is surely in an earlier one, however unknown later', () => {
    const found = firstMatch([members([1]), members([], [1])], setOf([1]));
    expect(list(found.unknown)).toEqual([]);
    expect(list(found.groups[0] as Bitset)).toEqual([1]);
  });

  it('agrees with trying the segments for each person in turn, and parts the population', () => {
    const answer = fc.constantFrom('in', 'out', 'unknown');
    const person = fc.array(answer, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(person, { maxLength: SIZE }), (people) => {
        const segments = [0, 1, 2].map((s) => {
          const where = (wanted: string) => people.flatMap((all, p) => (all[s] === wanted ? [p] : []));
          return members(where('in'), where('unknown'));
        });
        const found = firstMatch(segments, setOf(people.map((_, p) => p)));
        people.forEach((all, p) => {
          const first = all.findIndex((a) => a !== 'out');
          const place = first === -1 ? 'rest' : all[first] === 'unknown' ? 'unknown' : first;
          expect(found.rest.has(p)).toBe(place === 'rest');
          expect(found.unknown.has(p)).toBe(place === 'unknown');
          expect(found.groups.map((group) => group.has(p))).toEqual([0, 1, 2].map((g) => place === g));
        });
        segments.forEach((segment, s) => {
          const lost = (found.taken[s] ?? []).reduce((sum, n) => sum + n, 0);
          expect(segment.in.count()).toBe((found.groups[s]?.count() ?? 0) + lost + (found.untold[s] ?? 0));
        });
      }),
    );
  });
});
