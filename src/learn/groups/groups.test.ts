import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random';
import { type ChosenGroups, chooseGroups } from './choose-groups';
import { distances } from './distances';
import { oneCloud } from './one-cloud';
import { readableBox } from './readable-box';
import { silhouette } from './silhouette';

function chosen(points: Float64Array, dimensions: number, wanted: number | null = null): ChosenGroups | null {
  const steps = chooseGroups(points, dimensions, wanted);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Clouds round given middles, as many points in each. */
function clouds(middles: readonly (readonly number[])[], each: number, wide: number, seed = 5): Float64Array {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = middles.flatMap((middle) =>
    Array.from({ length: each }, () => middle.map((m) => m + wide * normal())),
  );
  return Float64Array.from(rows.flat());
}

describe('how well points sit in their groups', () => {
  it('is worked out by hand for four points on a line', () => {
    const between = distances(Float64Array.from([0, 1, 10, 12]), 1);
    // a = 1, b = 11; a = 1, b = 10; a = 2, b = 9.5; a = 2, b = 11.5.
    const hand = (10 / 11 + 9 / 10 + 7.5 / 9.5 + 9.5 / 11.5) / 4;
    expect(silhouette(between, Int32Array.from([0, 0, 1, 1]), 2)).toBeCloseTo(hand, 6);
  });

  it('is 0 of whoever is alone, and of one group', () => {
    const between = distances(Float64Array.from([0, 1, 10]), 1);
    expect(silhouette(between, Int32Array.from([0, 0, 1]), 2)).toBeCloseTo((9 / 10 + 8 / 9) / 3, 6);
    expect(silhouette(between, Int32Array.from([0, 0, 0]), 1)).toBe(0);
  });
});

describe('groups that are chosen', () => {
  it('are as many as there are clouds well apart, and clear', () => {
    const three = clouds(
      [
        [0, 0],
        [8, 0],
        [0, 8],
      ],
      200,
      1,
    );
    const found = chosen(three, 2);
    expect(found).toMatchObject({ k: 3, clear: true });
    expect([...(found?.clusters.sizes ?? [])]).toEqual([200, 200, 200]);
  });

  it('are the same each time', () => {
    const three = clouds(
      [
        [0, 0],
        [3, 0],
        [0, 3],
      ],
      300,
      1,
    );
    expect(chosen(three, 2)).toEqual(chosen(three, 2));
  });

  it('are not called clear in one cloud, round or long, whatever its number of columns', () => {
    for (const seed of [1, 2, 3]) {
      expect(chosen(clouds([[0, 0, 0]], 500, 1, seed), 3)?.clear).toBe(false);
      const long = clouds([[0, 0]], 500, 1, seed).map((v, i) => (i % 2 === 0 ? 6 * v : v));
      expect(chosen(long, 2)?.clear).toBe(false);
    }
  });

  it('are as many as asked for, called clear only where those are', () => {
    const two = clouds(
      [
        [0, 0],
        [8, 8],
      ],
      100,
      1,
    );
    expect(chosen(two, 2)).toMatchObject({ k: 2, clear: true, bestClear: true });
    const five = chosen(two, 2, 5);
    expect(five).toMatchObject({ k: 5, bestClear: true });
    const own = five?.tried.find(({ k }) => k === 5)?.silhouette ?? 0;
    expect(five?.clear).toBe(own >= 0.25 && own > (five?.withoutGroups ?? 0));
    expect(chosen(clouds([[0, 0, 0]], 500, 1), 3, 6)?.clear).toBe(false);
  });

  it('are none where there is one point only, however often', () => {
    expect(chosen(new Float64Array(200), 2)).toBeNull();
    expect(chosen(new Float64Array(0), 2)).toBeNull();
  });
});

describe('a cloud without groups', () => {
  it('spreads as the points do, and with them', () => {
    const random = seededRandom(9);
    const points = clouds([[0, 0]], 4000, 1).map((v, i, all) =>
      i % 2 === 1 ? 0.8 * (all[i - 1] ?? 0) + 0.6 * v : v,
    );
    const cloud = oneCloud(points, 2, random);
    const moments = (of: Float64Array) => {
      const n = of.length / 2;
      let [xx, xy, yy] = [0, 0, 0];
      for (let i = 0; i < of.length; i += 2) {
        const [x = 0, y = 0] = of.subarray(i, i + 2);
        xx += x * x;
        xy += x * y;
        yy += y * y;
      }
      return [xx / n, xy / n, yy / n];
    };
    moments(cloud).forEach((is, m) => {
      expect(Math.abs(is - (moments(points)[m] ?? 0))).toBeLessThan(0.08);
    });
  });
});

describe('a readable box', () => {
  const random = seededRandom(2);
  const n = 2000;
  const orders = Float64Array.from({ length: n }, () => 1 + Math.floor(random() * 10));
  const days = Float64Array.from({ length: n }, () => Math.floor(random() * 300));
  const noise = Float64Array.from({ length: n }, () => random());
  const cuts = [
    Float64Array.from([2, 3, 4, 5, 6]),
    Float64Array.from([30, 60, 90, 150]),
    Float64Array.from([0.2, 0.5, 0.8]),
  ];
  const truly = Uint8Array.from(orders, (o, i) => (o >= 3 && (days[i] ?? 0) <= 60 ? 1 : 0));

  it('finds again the bounds a group was made by, and no more', () => {
    expect(readableBox([orders, days, noise], cuts, truly)).toEqual([
      { feature: 0, side: 'at-least', value: 3 },
      { feature: 1, side: 'at-most', value: 60 },
    ]);
  });

  it('takes both bounds of one number where the group lies between', () => {
    const middle = Uint8Array.from(days, (d) => (d >= 60 && d <= 150 ? 1 : 0));
    expect(readableBox([orders, days], cuts, middle)).toEqual([
      { feature: 1, side: 'at-least', value: 60 },
      { feature: 1, side: 'at-most', value: 150 },
    ]);
  });

  it('lets nobody in who lacks the number', () => {
    const holes = days.map((d, i) => (i % 5 === 0 ? Number.NaN : d));
    const low = Uint8Array.from(holes, (d) => (d <= 60 ? 1 : 0));
    expect(readableBox([holes], [cuts[1] ?? new Float64Array()], low)).toEqual([
      { feature: 0, side: 'at-most', value: 60 },
    ]);
  });

  it('says nothing of a group nothing tells apart', () => {
    const any = Uint8Array.from({ length: n }, () => (random() < 0.5 ? 1 : 0));
    expect(readableBox([orders, days, noise], cuts, any).length).toBeLessThanOrEqual(1);
  });
});
