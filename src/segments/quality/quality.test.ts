import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { Bitset } from '../../core/bitset';
import { closestSegment, etaSquared, keptSince, reachable, segmentQuality, sizeQuality } from './quality';

const SIZE = 10;
const setOf = (...people: number[]): Bitset => {
  const set = new Bitset(SIZE);
  for (const p of people) set.add(p);
  return set;
};
const everyone = Bitset.full(SIZE);
const goal = Float64Array.of(10, 12, 14, 16, 1, 2, 3, 4, 5, Number.NaN);

describe('the quality of a segment', () => {
  it('says how sure its mean is, and the smallest difference it could show', () => {
    const found = sizeQuality(setOf(0, 1, 2, 3), everyone, goal);
    expect(found).toMatchObject({ people: 4, measured: 4, mean: 13 });
    // s² = 20/3, n = 4: t(.975, 3) × √(5/3).
    expect(found.halfWidth).toBeCloseTo(3.182446 * Math.sqrt(5 / 3), 5);
    // Others: 1 to 5, s² = 2.5; Welch's df = (5/3 + 1/2)² / ((5/3)²/3 + (1/2)²/4) = 4.749.
    expect(found.smallestDifference).toBeCloseTo((2.61219 + 0.92689) * Math.sqrt(5 / 3 + 0.5), 1);
  });

  it('has no interval for one member, and no mean for none', () => {
    expect(sizeQuality(setOf(0), everyone, goal)).toMatchObject({
      mean: 10,
      halfWidth: null,
      smallestDifference: null,
    });
    expect(sizeQuality(setOf(9), everyone, goal)).toMatchObject({ people: 1, measured: 0, mean: null });
  });

  it('explains all of the variance where each side is all alike, and none where the means agree', () => {
    const twoSorts = Float64Array.of(5, 5, 5, 1, 1, 1, 1, 1, 1, 1);
    expect(etaSquared(setOf(0, 1, 2), everyone, twoSorts)).toBeCloseTo(1, 12);
    const mixed = Float64Array.of(1, 3, 1, 3, 1, 3, 1, 3, 1, 3);
    expect(etaSquared(setOf(0, 1), everyone, mixed)).toBeCloseTo(0, 12);
    // 4 of mean 13 and 5 of mean 3 about 67/9: between 222.22, within 20 + 10.
    expect(etaSquared(setOf(0, 1, 2, 3), everyone, goal)).toBeCloseTo(222.2222 / 252.2222, 5);
    expect(etaSquared(everyone, everyone, goal)).toBeNull();
    expect(etaSquared(setOf(0), everyone, new Float64Array(SIZE).fill(2))).toBeNull();
  });

  it('names the segment most like it', () => {
    expect(closestSegment(setOf(1, 2), [setOf(5), setOf(2, 3), setOf(1, 2, 3, 4)])).toEqual({
      place: 2,
      jaccard: 0.5,
    });
    expect(closestSegment(setOf(), [setOf()])).toBeNull();
  });

  it('is stable by those of its earlier members who can be told to have stayed', () => {
    const before = { in: setOf(0, 1, 2, 3), unknown: setOf() };
    const now = { in: setOf(0, 1, 7), unknown: setOf(3) };
    expect(keptSince(before, now)).toEqual({ before: 4, still: 2, untold: 1, share: 2 / 3 });
    expect(keptSince({ in: setOf(), unknown: setOf() }, now).share).toBeNull();
  });

  it('reaches who has a contact and agreed; a silence is no consent', () => {
    const dataset = datasetOf({
      people: [
        { id: 'a', email: 'a@x.pl', emailConsent: true },
        { id: 'b', email: 'b@x.pl', emailConsent: false },
        { id: 'c', email: 'c@x.pl', emailConsent: null },
        { id: 'd', email: null, emailConsent: true },
      ],
    });
    expect(reachable(dataset, Bitset.full(4))).toEqual([
      { channel: 'email', reachable: 1, untold: 1, held: true },
      { channel: 'sms', reachable: 0, untold: 0, held: false },
    ]);
  });

  it('takes those who can’t be told out of both sides, and counts them', () => {
    const dataset = datasetOf({ people: Array.from({ length: SIZE }, (_, i) => ({ id: `p${i}` })) });
    const members = { in: setOf(0, 1), unknown: setOf(2, 3) };
    const found = segmentQuality({ dataset, members, everyone, goal, others: [], before: null });
    expect(found.unknown).toEqual({ people: 2, share: 0.2 });
    expect(found.etaSquared).toBe(etaSquared(members.in, everyone.andNot(members.unknown), goal));
    expect(found.closest).toBeNull();
    expect(found.kept).toBeNull();
  });
});
