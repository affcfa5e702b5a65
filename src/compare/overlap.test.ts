import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitset } from '../core/bitset';
import { MOST_OVERLAPPING, overlap } from './overlap';

const SIZE = 40;
const setOf = (people: readonly number[]): Bitset => {
  const set = new Bitset(SIZE);
  for (const p of people) set.add(p);
  return set;
};
const list = (set: Bitset): number[] => {
  const out: number[] = [];
  set.forEach((p) => {
    out.push(p);
  });
  return out;
};
const some = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }));

describe('overlap of segments', () => {
  it('puts everybody in one part, largest first, and counts who is in none', () => {
    const all = overlap([setOf([1, 2, 3, 4]), setOf([3, 4, 5]), setOf([9])], setOf([1, 2, 3, 4, 5, 6, 9]));
    expect(all.parts.map(({ segments, count }) => [segments, count])).toEqual([
      [[0], 2],
      [[0, 1], 2],
      [[1], 1],
      [[2], 1],
    ]);
    expect(all.inNone).toBe(1);
    expect(all.sizes).toEqual([4, 3, 1]);
  });

  it('measures likeness as shared of either, and none of two empty segments', () => {
    const { jaccard } = overlap([setOf([1, 2, 3, 4]), setOf([3, 4, 5]), setOf([])], Bitset.full(SIZE));
    expect(jaccard).toEqual([
      [1, 0.4, 0],
      [0.4, 1, 0],
      [0, 0, null],
    ]);
  });

  it('agrees with asking each person which segments they are in', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: MOST_OVERLAPPING }), some, (lists, population) => {
        const found = overlap(lists.map(setOf), setOf(population));
        const expected = new Map<string, number[]>();
        for (const p of [...population].sort((a, b) => a - b)) {
          const key = lists.flatMap((members, i) => (members.includes(p) ? [i] : [])).join();
          expected.set(key, [...(expected.get(key) ?? []), p]);
        }
        expect(found.inNone).toBe(expected.get('')?.length ?? 0);
        expected.delete('');
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
        Array.from({ length: 7 }, () => setOf([])),
        setOf([]),
      ),
    ).toThrow(RangeError);
  });
});
