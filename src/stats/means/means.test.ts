import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random';
import { normal } from '../distributions/normal';
import { pearsonThree } from '../distributions/pearson-three';
import { clusteredMedian, medianInterval } from '../ranks/clustered-median';
import { mannWhitney } from '../ranks/mann-whitney';
import { medianDifference } from '../ranks/median-difference';
import { quantile } from '../ranks/quantile';
import { Tally } from '../tally';
import { detectableDifference } from './detectable-difference';
import type { Estimate } from './estimate';
import { estimateDifference } from './estimate-difference';
import { estimateInterval } from './estimate-interval';
import { hallTransform } from './hall-transform';
import { meanEstimate } from './mean-estimate';
import { pitmanDifference } from './pitman-difference';
import { rangedInterval } from './ranged-interval';
import { ratioEstimate } from './ratio-estimate';

const sleep = {
  a: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  b: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};
const city = {
  u: [138, 93, 61, 179, 48, 37, 29, 23, 30, 2],
  x: [143, 104, 69, 260, 75, 63, 50, 48, 111, 50],
};

describe('Welch', () => {
  it('gives the sleep data as R does', () => {
    const d = estimateDifference(meanEstimate(sleep.a), meanEstimate(sleep.b));
    expect(d?.t).toBeCloseTo(-1.860813467, 9);
    expect(d?.df).toBeCloseTo(17.77647352, 8);
    expect(d?.p).toBeCloseTo(0.07939414019, 10);
    expect(d?.interval.lo).toBeCloseTo(-3.365483231, 9);
    expect(d?.interval.hi).toBeCloseTo(0.2054832307, 9);
    expect(d?.skewed).toBe(false);
  });

  it.each([
    [
      'men',
      21_307,
      30_311.69,
      6_759_024.5,
      17.98,
      0.76982716,
      0.48513973,
      1.0545146,
      5.3001404,
      36_671.158,
      1.163815e-7,
    ],
    [
      'women',
      21_387,
      23_038.11,
      4_911_446.6,
      19.73,
      0.42441222,
      0.16895679,
      0.67986764,
      3.2563716,
      40_064.884,
      0.0011293971,
    ],
  ])("gives Hillstrom's spend of %s", (_, n, sum, squares, skewness, value, lo, hi, t, df, p) => {
    const none = fromSums(21_306, 13_908.33, 2_870_050.4, 26.37);
    const d = estimateDifference(fromSums(n, sum, squares, skewness), none);
    expect(d?.value).toBeCloseTo(value, 7);
    expect(d?.interval.lo).toBeCloseTo(lo, 6);
    expect(d?.interval.hi).toBeCloseTo(hi, 6);
    expect(d?.t).toBeCloseTo(t, 6);
    expect(d?.df).toBeCloseTo(df, 2);
    expect((d?.p ?? 0) / p).toBeCloseTo(1, 5);
    expect(d?.skewed).toBe(false);
  });

  it('agrees with GrowthBook on an A/B test', () => {
    const a = fromSums(3407, 1396.87, 52_377.9767, 0);
    const b = fromSums(3461, 2422.7, 134_698.29, 0);
    const d = estimateDifference(b, a);
    expect(d?.value).toBeCloseTo(0.29, 4);
    expect(d?.standardError).toBeCloseTo(0.12478, 5);
    expect(d?.interval.lo).toBeCloseTo(0.04538, 4);
    expect(d?.interval.hi).toBeCloseTo(0.53462, 4);
    expect(d?.p).toBeCloseTo(0.02016, 4);
  });

  it('is certain of a difference between groups that do not vary', () => {
    const ones = meanEstimate([1, 1, 1]);
    expect(estimateDifference(ones, meanEstimate([2, 2]))).toMatchObject({ value: -1, p: 0 });
    expect(estimateDifference(ones, ones)).toMatchObject({ value: 0, p: 1 });
  });

  it('says nothing of one person', () => {
    expect(estimateDifference(meanEstimate([1]), meanEstimate([1, 2]))).toBeNull();
    expect(estimateInterval(meanEstimate([1]))).toBeNull();
    // All alike: nothing tells how they vary, however many they are.
    expect(estimateInterval(meanEstimate([5, 5, 5]))).toBeNull();
    expect(rangedInterval(ratioEstimate([1, 2, 1], [2, 4, 2]), 'not-negative')).toBeNull();
  });
});

describe('the ratio of the cities', () => {
  it('has the linearised variance, with divisor n - 1', () => {
    const r = ratioEstimate(city.x, city.u);
    expect(r.value).toBeCloseTo(1.5203125, 12);
    expect(r.variance).toBeCloseTo(0.0360974819, 9);
  });

  it('is the mean where everybody has one', () => {
    const mean = meanEstimate(sleep.a);
    expect(
      ratioEstimate(
        sleep.a,
        sleep.a.map(() => 1),
      ),
    ).toEqual(mean);
  });

  it('does not take the orders of one person for independent', () => {
    const perOrder = meanEstimate([10, 10, 10, 10, 50, 50, 50, 50]);
    const perPerson = ratioEstimate([40, 200], [4, 4]);
    expect(perPerson.value).toBe(perOrder.value);
    expect(perPerson.variance).toBeGreaterThan(3 * perOrder.variance);
  });
});

describe("Hall's correction", () => {
  it('undoes itself', () => {
    for (const skew of [-1.5, -0.3, 0.01, 0.4, 2])
      for (const t of [-4, -1, 0, 0.5, 3])
        expect(hallTransform.inverse(hallTransform.forward(t, skew), skew)).toBeCloseTo(t, 9);
  });

  it('leans the interval of a right-skewed mean to the right, and leaves a symmetrical one alone', () => {
    const skewed = meanEstimate([...new Array<number>(30).fill(1), 20, 60]);
    const interval = estimateInterval(skewed);
    if (interval === null) throw new Error('no interval');
    expect(interval.hi - skewed.value).toBeGreaterThan(1.3 * (skewed.value - interval.lo));
    const even = meanEstimate([-3, -1, 0, 1, 3, 5, -5]);
    const plain = estimateInterval(even);
    expect((plain?.hi ?? 0) - even.value).toBeCloseTo(even.value - (plain?.lo ?? 0), 12);
  });

  it('tests as its interval says', () => {
    const random = seededRandom(11);
    const draw = (n: number, scale: number) =>
      Array.from({ length: n }, () => scale * Math.exp(1.5 * normal.quantile(random())));
    let skewed = 0;
    for (let i = 0; i < 200; i++) {
      const d = estimateDifference(meanEstimate(draw(12, 1 + i / 40)), meanEstimate(draw(40, 1)));
      if (d === null) throw new Error('no difference');
      if (d.skewed) skewed++;
      expect(d.p < 0.05).toBe(d.interval.lo > 0 || d.interval.hi < 0);
    }
    expect(skewed).toBeGreaterThan(100);
  });
});

describe('dealing people out at random', () => {
  it('comes to what really dealing them out comes to, skewed as they are', () => {
    const random = seededRandom(8);
    const values = Array.from({ length: 140 }, (_, i) => Math.exp(1.1 * normal.quantile((i + 0.5) / 140)));
    for (const group of [15, 40, 70]) {
      const shuffled = [...values].sort(() => random() - 0.5);
      const differenceAt = (list: readonly number[]) =>
        meanEstimate(list.slice(0, group)).value - meanEstimate(list.slice(group)).value;
      const seen = differenceAt(shuffled);
      const test = pitmanDifference(
        meanEstimate(shuffled.slice(0, group)),
        meanEstimate(shuffled.slice(group)),
      );
      const deals = Array.from({ length: 4000 }, () => {
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = Math.floor(random() * (i + 1));
          [shuffled[i], shuffled[j]] = [shuffled[j] as number, shuffled[i] as number];
        }
        return differenceAt(shuffled);
      });
      const above = deals.filter((d) => d >= seen).length / deals.length;
      const dealt = 2 * Math.min(above, 1 - above);
      expect(Math.abs((test?.p ?? 0) - dealt)).toBeLessThan(0.03);
    }
  });

  it('tests as its interval says', () => {
    const random = seededRandom(13);
    for (let i = 0; i < 100; i++) {
      const draw = (n: number, by: number) =>
        meanEstimate(Array.from({ length: n }, () => by + Math.exp(normal.quantile(random()))));
      const d = pitmanDifference(draw(20, i / 50), draw(90, 0));
      if (d === null) throw new Error('nobody varies');
      expect(d.p < 0.05).toBe(d.interval.lo > 0 || d.interval.hi < 0);
    }
  });

  it('has a verdict on a group that never had any: none of 300 against 40 of 500', () => {
    const ofs = (hits: number, n: number) =>
      meanEstimate(Array.from({ length: n }, (_, i) => (i < hits ? 10 + i : 0)));
    const d = pitmanDifference(ofs(0, 300), ofs(40, 500));
    expect(d?.p).toBeLessThan(0.001);
    expect(d?.interval.hi).toBeLessThan(0);
  });
});

describe('Pearson type III', () => {
  it('turns its tails back into quantiles, whichever way it leans', () => {
    for (const skewness of [-2, -0.4, 0, 1e-3, 0.3, 1.5])
      for (const p of [0.001, 0.025, 0.5, 0.975])
        expect(pearsonThree.lowerTail(pearsonThree.quantile(p, skewness), skewness)).toBeCloseTo(p, 8);
  });

  it('is an exponential at skewness 2', () => {
    expect(pearsonThree.upperTail(3, 2)).toBeCloseTo(Math.exp(-4), 12);
  });
});

describe('Mann–Whitney', () => {
  it('is exact for a few', () => {
    const test = mannWhitney(
      [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46],
      [1.15, 0.88, 0.9, 0.74, 1.21],
    );
    expect(test).toMatchObject({ w: 35, exact: true });
    expect(test.pGreater).toBeCloseTo(0.1272061272, 10);
    expect(test.p).toBeCloseTo(0.2544122544, 10);
  });

  it('keeps the smallest tail of 49 against 49: one order of all there are', () => {
    const below = Array.from({ length: 49 }, (_, i) => i);
    const above = below.map((v) => v + 100);
    // 1 / C(98, 49).
    expect(mannWhitney(above, below).pGreater / 3.925014596481662e-29).toBeCloseTo(1, 12);
    expect(mannWhitney(below, above).p / 7.850029192963324e-29).toBeCloseTo(1, 12);
    expect(mannWhitney(below, above).pGreater).toBeCloseTo(1, 12);
  });

  it('corrects for ties, with and without continuity', () => {
    const may = [
      41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37,
    ];
    const august = [
      39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84,
      85,
    ];
    expect(mannWhitney(may, august).w).toBe(127.5);
    expect(mannWhitney(may, august).p).toBeCloseTo(0.0001208078308, 12);
    expect(mannWhitney(may, august, { continuity: false }).p).toBeCloseTo(0.00011637726, 10);
  });
});

describe('quantiles', () => {
  it('lie between neighbours as R type 7', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
    expect(quantile([7], 0.2)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('a tally', () => {
  it('has the quantiles of the sorted values', () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 101 }, () => Math.floor(30 * random() ** 2));
    const counts = Array.from({ length: 31 }, (_, v) => values.filter((x) => x === v).length);
    const sorted = [...values].sort((a, b) => a - b);
    const tally = new Tally(counts);
    for (const p of [-0.1, 0, 0.013, 0.25, 0.5, 0.777, 1, 2])
      expect(tally.quantile(p)).toBeCloseTo(quantile(sorted, p), 12);
    expect(new Tally([]).quantile(0.5)).toBeNaN();
  });
});

describe('the clustered median', () => {
  const medianOf = (groups: readonly (readonly number[])[]) => {
    const sorted = groups.flat().sort((a, b) => a - b);
    return clusteredMedian(
      (p) => quantile(sorted, p),
      (median, person) => {
        for (const values of groups) person(values.filter((v) => v <= median).length, values.length);
      },
    );
  };

  it('is wider where the same values come from fewer people', () => {
    const random = seededRandom(5);
    const values = Array.from({ length: 400 }, () => random());
    const apart = medianInterval(medianOf(values.map((v) => [v])));
    const sorted = [...values].sort((a, b) => a - b);
    const together = medianInterval(
      medianOf(Array.from({ length: 40 }, (_, i) => sorted.slice(i * 10, i * 10 + 10))),
    );
    if (apart === null || together === null) throw new Error('no interval');
    expect(together.hi - together.lo).toBeGreaterThan(2 * (apart.hi - apart.lo));
  });

  it('tests as its interval says', () => {
    const random = seededRandom(6);
    for (let i = 0; i < 100; i++) {
      const draw = (n: number, by: number) =>
        medianOf(
          Array.from({ length: n }, () =>
            Array.from({ length: 1 + Math.floor(4 * random()) }, () => by + random()),
          ),
        );
      const d = medianDifference(draw(40, i / 300), draw(60, 0));
      if (d === null) throw new Error('no difference');
      expect(d.p < 0.05).toBe(d.interval.lo > 0 || d.interval.hi < 0);
    }
  });

  it('says nothing of one person', () => {
    expect(medianInterval(medianOf([[1, 2, 3]]))).toBeNull();
    expect(medianDifference(medianOf([[1, 2, 3]]), medianOf([[1], [2]]))).toBeNull();
  });
});

describe('smallest detectable difference of means', () => {
  it('is 2.8 standard errors of many', () => {
    expect(detectableDifference(1, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959963985 + 0.841621234, 8);
  });
});

/** As `meanEstimate`, from what papers print. */
function fromSums(n: number, sum: number, squares: number, skewness: number): Estimate {
  const variance = (squares - (sum * sum) / n) / (n - 1);
  return {
    value: sum / n,
    n,
    informed: n,
    variance: variance / n,
    thirdMoment: (skewness * variance ** 1.5) / (n * n),
  };
}
