import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personSets } from '../../tests/person-sets';
import { Bitset } from '../core/bitset';
import { MOST_OVERLAPPING, overlap } from './overlap';

const SIZE = 40;
const { setOf, members, list } = personSets(SIZE);

describe('overlap of segments', () => {
  it('puts everybody in one part, largest first, and counts who is in none', () => {
    const all = overlap(
      [members([1, 2, 3, 4]), members([3, 4, 5]), members([9])],
      setOf([1, 2, 3, 4, 5, 6, 9]),
    );
    expect(all.parts.map(({ segments, count }) => [segments, count])).toEqual([
      [[0], 2],
      [[0, 1], 2],
      [[1], 1],
      [[2], 1],
    ]);
    expect([all.inNone, all.unplaced]).toEqual([1, 0]);
    expect(all.sizes).toEqual([4, 3, 1]);
  });

  it('puts nobody in a part where it can’t be told whether they are in one more segment', () => {
    const found = overlap([members([1, 2]), members([2], [1, 3])], setOf([1, 2, 3, 4]));
    expect(found.parts.map(({ segments, people }) => [segments, list(people)])).toEqual([[[0, 1], [2]]]);
    expect([found.inNone, found.unplaced]).toEqual([1, 2]);
  });

  it('measures likeness as shared of either, and none of two empty segments', () => {
    const { pairs } = overlap([members([1, 2, 3, 4]), members([3, 4, 5]), members([])], Bitset.full(SIZE));
    expect(pairs.map((row) => row.map((p) => p.jaccard))).toEqual([
      [1, 0.4, 0],
      [0.4, 1, 0],
      [0, 0, null],
    ]);
    expect(pairs[0]?.[1]).toEqual({ shared: 2, either: 5, jaccard: 0.4 });
  });

  it('agrees with asking each person of each segment, and parts the population', () => {
    const answer = fc.constantFrom('in', 'out', 'unknown');
    const shape = fc
      .integer({ min: 0, max: MOST_OVERLAPPING })
      .chain((many) =>
        fc.tuple(
          fc.constant(many),
          fc.array(fc.array(answer, { minLength: many, maxLength: many }), { maxLength: SIZE }),
        ),
      );
    fc.assert(
      fc.property(shape, ([many, people]) => {
        const segments = Array.from({ length: many }, (_, s) => {
          const where = (wanted: string) => people.flatMap((all, p) => (all[s] === wanted ? [p] : []));
          return members(where('in'), where('unknown'));
        });
        const found = overlap(segments, setOf(people.map((_, p) => p)));
        const expected = new Map<string, number[]>();
        people.forEach((all, p) => {
          const key = all.includes('unknown')
            ? 'unplaced'
            : all.flatMap((a, s) => (a === 'in' ? [s] : [])).join();
          expected.set(key, [...(expected.get(key) ?? []), p]);
        });
        expect(found.inNone).toBe(expected.get('')?.length ?? 0);
        expect(found.unplaced).toBe(expected.get('unplaced')?.length ?? 0);
        expected.delete('');
        expected.delete('unplaced');
        expect(new Map(found.parts.map((part) => [part.segments.join(), list(part.people)]))).toEqual(
          expected,
        );
        for (const part of found.parts) expect(part.count).toBe(list(part.people).length);
      }),
    );
  });

  it('takes six at most', () => {
    expect(() =>
      overlap(
        Array.from({ length: 7 }, () => members([])),
        setOf([]),
      ),
    ).toThrow(RangeError);
  });
});
