import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/seeded-random';
import { kMeans } from './k-means';
import { spreadStarts } from './spread-starts';

/** Lloyd's algorithm as the definition has it. */
function plainLloyd(points: number[][], start: number[][]) {
  let centres = start.map((c) => [...c]);
  let of: number[] = [];
  for (;;) {
    const next = points.map((p) => {
      const squares = centres.map((c) => c.reduce((sum, v, j) => sum + ((p[j] as number) - v) ** 2, 0));
      return squares.indexOf(Math.min(...squares));
    });
    if (next.every((c, i) => c === of[i])) return { centres, of };
    of = next;
    centres = centres.map((centre, c) => {
      const own = points.filter((_, i) => of[i] === c);
      return own.length === 0
        ? centre
        : centre.map((_, j) => own.reduce((sum, p) => sum + (p[j] as number), 0) / own.length);
    });
  }
}

function mustEqualPlain(points: number[][], start: number[][]): void {
  const ours = kMeans(flat(points), points[0]?.length ?? 0, flat(start));
  const plain = plainLloyd(points, start);
  expect([...ours.of]).toEqual(plain.of);
  expect([...ours.centres]).toEqual(plain.centres.flat());
  expect(ours.settled).toBe(true);
}

const flat = (rows: readonly (readonly number[])[]) => Float64Array.from(rows.flat());

describe('k-means', () => {
  it('ends where plain Lloyd ends from the same centres, to the last bit', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed);
      const d = 1 + (seed % 7);
      const k = 1 + (seed % 6);
      const points = Array.from({ length: 40 + seed * 3 }, (_, i) =>
        Array.from({ length: d }, () => random() + (i % 3) * 0.7),
      );
      mustEqualPlain(points, points.slice(0, k));
    }
  });

  it('does so over ties, points in the same place, centres without points and a single point', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 6).chain((d) => {
          const row = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: d, maxLength: d });
          return fc.tuple(
            fc.array(row, { minLength: 1, maxLength: 60 }),
            fc.array(row, { minLength: 1, maxLength: 6 }),
          );
        }),
        ([points, start]) => mustEqualPlain(points, start),
      ),
      { numRuns: 500 },
    );
  });

  it('does so far from the origin, where distances are mostly rounding', () => {
    const random = seededRandom(11);
    const points = Array.from({ length: 300 }, () =>
      Array.from({ length: 6 }, () => 1e7 + Math.floor(random() * 8)),
    );
    mustEqualPlain(points, points.slice(0, 5));
  });

  it('keeps every point with the nearest centre, and counts them all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
          minLength: 1,
          maxLength: 80,
        }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 1e6 }),
        (points, k, seed) => {
          const rows = flat(points);
          const starts = spreadStarts(rows, 2, k, seededRandom(seed));
          const { centres, of, sizes, withinSquares } = kMeans(rows, 2, starts);
          expect(sizes.reduce((a, b) => a + b, 0)).toBe(points.length);
          let within = 0;
          points.forEach(([x, y], i) => {
            const square = (c: number) =>
              (x - (centres[2 * c] as number)) ** 2 + (y - (centres[2 * c + 1] as number)) ** 2;
            const own = square(of[i] as number);
            within += own;
            for (let c = 0; c < sizes.length; c++) expect(own).toBeLessThanOrEqual(square(c) + 1e-9);
          });
          expect(withinSquares).toBeCloseTo(within, 6);
        },
      ),
    );
  });

  it('draws starts from different places, and fewer where there are fewer', () => {
    const rows = flat([
      [1, 1],
      [1, 1],
      [5, 5],
    ]);
    expect(spreadStarts(rows, 2, 3, seededRandom(1))).toHaveLength(4);
    expect(spreadStarts(new Float64Array(0), 2, 3, seededRandom(1))).toHaveLength(0);
  });

  it('stops after as many iterations as allowed, and says so', () => {
    const random = seededRandom(7);
    const points = Float64Array.from({ length: 4000 }, random);
    const cut = kMeans(points, 2, points.slice(0, 12), 2);
    expect(cut.settled).toBe(false);
    expect(cut.iterations).toBe(2);
  });

  it('refuses rows that are not whole, and to place no point at all', () => {
    expect(() => kMeans(new Float64Array(5), 2, new Float64Array(2))).toThrow(RangeError);
    expect(() => kMeans(new Float64Array(4), 2, new Float64Array(0))).toThrow(RangeError);
    expect(() => kMeans(new Float64Array(4), 2, new Float64Array(2), 0)).toThrow(RangeError);
  });
});
