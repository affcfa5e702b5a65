import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/core/seeded-random';
import { chooseGroups } from '../../src/learn/groups/choose-groups';
import { distances } from '../../src/learn/groups/distances';
import { silhouette } from '../../src/learn/groups/silhouette';
import { kMeans } from '../../src/learn/k-means';
import { spreadStarts } from '../../src/learn/spread-starts';
import { hasShared, sharedText } from '../shared-data';

/** The tightest of several starts, as whoever looks for the least sum of squares would take it. */
function least(points: Float64Array, dimensions: number, k: number): number {
  const random = seededRandom(11);
  let best = Number.POSITIVE_INFINITY;
  for (let start = 0; start < 200; start++) {
    const { withinSquares } = kMeans(points, dimensions, spreadStarts(points, dimensions, k, random));
    best = Math.min(best, withinSquares);
  }
  return best;
}

/** Mean silhouette of the tightest of several groupings. */
function bestSilhouette(points: Float64Array, dimensions: number, k: number): number {
  const random = seededRandom(11);
  let best: ReturnType<typeof kMeans> | null = null;
  for (let start = 0; start < 200; start++) {
    const found = kMeans(points, dimensions, spreadStarts(points, dimensions, k, random));
    if (best === null || found.withinSquares < best.withinSquares) best = found;
  }
  return best === null ? Number.NaN : silhouette(distances(points, dimensions), best.of, k);
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

  it('reaches the silhouettes of R, and by them the four groups of ruspini', () => {
    const iris = Float64Array.from(numbers('iris.csv').flat());
    const ruspini = Float64Array.from(numbers('ruspini.csv').flat());
    for (const [k, width] of [
      [2, 0.68104617],
      [3, 0.55281901],
      [4, 0.4980505],
      [5, 0.48874889],
    ] as const)
      expect(bestSilhouette(iris, 4, k)).toBeCloseTo(width, 5);
    for (const [k, width] of [
      [2, 0.58272642],
      [3, 0.63270471],
      [4, 0.73765699],
      [5, 0.70192414],
    ] as const)
      expect(bestSilhouette(ruspini, 2, k)).toBeCloseTo(width, 5);
    const steps = chooseGroups(ruspini, 2, null);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value).toMatchObject({ k: 4, clear: true, sample: 75 });
    expect([...(step.value?.clusters.sizes ?? [])].sort()).toEqual([15, 17, 20, 23]);
  });
});
