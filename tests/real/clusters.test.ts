import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/core/seeded-random';
import { kMeans } from '../../src/learn/k-means';
import { spreadStarts } from '../../src/learn/spread-starts';
import { hasShared, sharedText } from '../shared-data';

/** The best of several starts, as whoever looks for the least sum of squares would take it. */
function least(points: Float64Array, dimensions: number, k: number): number {
  const random = seededRandom(11);
  let best = Number.POSITIVE_INFINITY;
  for (let start = 0; start < 200; start++) {
    const { withinSquares } = kMeans(points, dimensions, spreadStarts(points, dimensions, k, random));
    best = Math.min(best, withinSquares);
  }
  return best;
}

describe.skipIf(!hasShared)('k-means on published data (needs shared data)', () => {
  const numbers = (file: string) => {
    const lines = sharedText(`reference/stats/${file}`).trim().split(/\r?\n/).slice(1);
    return lines.map((line) =>
      line
        .split(',')
        .map(Number)
        .filter((v) => !Number.isNaN(v)),
    );
  };

  it('reaches the sums of squares R reaches on iris and ruspini', () => {
    const iris = numbers('iris.csv');
    const flat = Float64Array.from(iris.flat());
    expect(iris).toHaveLength(150);
    for (const [k, squares] of [
      [2, 152.34795],
      [3, 78.851441],
      [4, 57.228473],
      [5, 46.446182],
    ] as const) {
      expect(least(flat, 4, k)).toBeCloseTo(squares, 4);
    }
    const ruspini = Float64Array.from(numbers('ruspini.csv').flat());
    for (const [k, squares] of [
      [2, 89337.832],
      [3, 51063.475],
      [4, 12881.051],
      [5, 10126.72],
    ] as const) {
      expect(least(ruspini, 2, k)).toBeCloseTo(squares, 2);
    }
  });
});
