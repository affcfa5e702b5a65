import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random';
import { beta } from '../distributions/beta';
import { noncentralTUpperTail } from '../distributions/noncentral-t';
import { normal } from '../distributions/normal';
import { studentT } from '../distributions/student-t';
import type { Estimate } from '../means/estimate';
import { estimateDifference } from '../means/estimate-difference';
import { meanEstimate } from '../means/mean-estimate';
import { powerOfMeans } from '../means/power-of-means';
import { relativeDifference } from '../means/relative-difference';
import { sampleSizeMeans } from '../means/sample-size-means';
import { sampleSizeProportions } from '../proportions/sample-size-proportions';
import { alwaysValidInterval, alwaysValidRho } from './always-valid-interval';
import { chanceToBeat } from './chance-to-beat';
import { cuped } from './cuped';
import { peekingError } from './peeking-error';
import { sampleRatio } from './sample-ratio';

const fromSums = (n: number, sum: number, squares: number): Estimate => ({
  value: sum / n,
  n,
  informed: n,
  variance: (squares - sum ** 2 / n) / (n - 1) / n,
  thirdMoment: 0,
});
const proportion = (x: number, n: number): Estimate => ({
  value: x / n,
  n,
  informed: x,
  variance: ((x / n) * (1 - x / n)) / n,
  thirdMoment: 0,
});
const b = fromSums(3461, 2422.7, 134_698.29);

// GrowthBook's gbstats, tests of commit 8f1db445.
describe('lift', () => {
  it('is GrowthBook’s', () => {
    const lift = relativeDifference(b, fromSums(3407, 1396.87, 52_377.9767));
    expect(lift?.value).toBeCloseTo(0.70732, 5);
    expect(lift?.standardError).toBeCloseTo(0.37879, 5);
    expect(lift?.interval.lo).toBeCloseTo(-0.03526, 5);
    expect(lift?.interval.hi).toBeCloseTo(1.44989, 5);
    expect(lift?.p).toBeCloseTo(0.06191, 5);
  });

  it('gives GrowthBook’s normal chance to win', () => {
    const lift = relativeDifference(proportion(51, 100), proportion(49, 100));
    if (lift === null) throw new Error('no lift');
    expect(normal.upperTail(-lift.value / lift.standardError)).toBeCloseTo(0.60918, 5);
  });

  it('is not told of nothing', () => {
    expect(relativeDifference(b, { ...b, value: 0 })).toBeNull();
  });
});

describe('the interval that may be peeked at', () => {
  it.each([
    [1000, -0.55844, 1.56516],
    [5000, -0.50972, 1.51644],
  ])('is GrowthBook’s for means, tuned to %d', (tunedTo, lo, hi) => {
    const lift = relativeDifference(b, fromSums(3000, 1396.87, 52_377.9767));
    if (lift === null) throw new Error('no lift');
    expect(lift.value).toBeCloseTo(0.50336, 5);
    expect(lift.standardError).toBeCloseTo(0.33341, 5);
    const interval = alwaysValidInterval(lift.value, lift.standardError, 6461, tunedTo);
    expect(interval.lo).toBeCloseTo(lo, 5);
    expect(interval.hi).toBeCloseTo(hi, 5);
  });

  it('is GrowthBook’s for proportions', () => {
    const lift = relativeDifference(proportion(2422, 3461), proportion(1396, 3000));
    if (lift === null) throw new Error('no lift');
    expect(lift.value).toBeCloseTo(0.50386, 5);
    const interval = alwaysValidInterval(lift.value, lift.standardError, 6461);
    expect(interval.lo).toBeCloseTo(0.40098, 5);
    expect(interval.hi).toBeCloseTo(0.60675, 5);
  });

  it.each([
    [500, 1.967],
    [5000, 1.549],
    [50_000, 1.654],
  ])('is so much wider than one looked at once: at %d people %d times', (n, times) => {
    const { hi } = alwaysValidInterval(0, 1 / Math.sqrt(n), n);
    expect(hi / (normal.quantile(0.975) / Math.sqrt(n))).toBeCloseTo(times, 3);
    expect(alwaysValidRho(5000)).toBeCloseTo(0.03984006677, 11);
  });

  it('seldom finds what is not there in 50 looks, where a plain test does in a third of runs', () => {
    const random = seededRandom(1);
    const runs = 2000;
    let found = 0;
    let peeked = 0;
    for (let run = 0; run < runs; run++) {
      let sum = 0;
      let n = 0;
      let [always, plain] = [false, false];
      for (let look = 0; look < 50; look++) {
        // 200 more people at a time, by their sum.
        sum += Math.sqrt(200) * normal.quantile(random() || 1e-12);
        n += 200;
        const { lo, hi } = alwaysValidInterval(sum / n, 1 / Math.sqrt(n), n);
        always ||= lo > 0 || hi < 0;
        plain ||= Math.abs(sum) > 1.96 * Math.sqrt(n);
      }
      if (always) found++;
      if (plain) peeked++;
    }
    expect(found / runs).toBeLessThan(0.03);
    expect(found).toBeGreaterThan(0);
    expect(peeked / runs).toBeGreaterThan(0.28);
    expect(peeked / runs).toBeLessThan(0.36);
  });
});

describe('peeking', () => {
  it.each([
    [1, 0.05],
    [2, 0.083],
    [3, 0.107],
    [4, 0.126],
    [5, 0.142],
    [10, 0.193],
    [20, 0.248],
    [50, 0.32],
  ])('%d times finds what is not there as often as Armitage printed', (looks, error) => {
    expect(peekingError(looks)).toBeCloseTo(error, 3);
  });
});

describe('sample ratio', () => {
  it('finds Kohavi’s broken test, and Wikipedia’s', () => {
    const kohavi = sampleRatio([821_588, 815_482]);
    expect(kohavi?.statistic).toBeCloseTo(22.77436884, 8);
    expect((kohavi?.p ?? 0) / 0.000001821792873).toBeCloseTo(1, 9);
    expect((sampleRatio([600, 400])?.p ?? 0) / 2.54e-10).toBeCloseTo(1, 2);
  });

  it('takes Hillstrom’s three arms for dealt evenly', () => {
    const test = sampleRatio([21_306, 21_307, 21_387]);
    expect(test?.statistic).toBeCloseTo(0.20253125, 8);
    expect(test?.p).toBeCloseTo(0.90369296, 8);
  });

  it('holds to the shares planned', () => {
    expect(sampleRatio([900, 100], [9, 1])?.p).toBe(1);
    expect(sampleRatio([900, 100], [0.9, 0])).toBeNull();
    expect(sampleRatio([5])).toBeNull();
  });
});

describe('the chance to beat', () => {
  it('is 61 % for 51 against 49 of 100', () => {
    expect(chanceToBeat(51, 100, 49, 100)).toBeCloseTo(0.610770522688, 12);
    expect(chanceToBeat(49, 100, 51, 100)).toBeCloseTo(1 - 0.610770522688, 12);
  });

  it('gives Hillstrom’s buyers', () => {
    expect(chanceToBeat(189, 21_387, 122, 21_306)).toBeCloseTo(0.999923849023, 12);
    expect(chanceToBeat(189, 21_387, 267, 21_307) / 0.000100876933134).toBeCloseTo(1, 10);
  });

  it('is the area that a plain integral has', () => {
    for (const [x1, n1, x2, n2] of [
      [3, 10, 5, 12],
      [0, 7, 2, 9],
      [80, 90, 30, 60],
    ] as const) {
      const cells = 20_000;
      let area = 0;
      for (let i = 0; i < cells; i++) {
        const p = (i + 0.5) / cells;
        area += beta.density(p, x1 + 1, n1 - x1 + 1) * beta.lowerTail(p, x2 + 1, n2 - x2 + 1);
      }
      expect(chanceToBeat(x1, n1, x2, n2)).toBeCloseTo(area / cells, 7);
    }
  });

  it('keeps its digits near nought, and holds for hundreds of thousands', () => {
    // Figures by forty digits.
    expect(chanceToBeat(0, 500, 500, 500) / 9.25862513938475e-301).toBeCloseTo(1, 10);
    expect(chanceToBeat(10, 500, 400, 500) / 6.7213714931171e-166).toBeCloseTo(1, 10);
    expect(chanceToBeat(300_000, 900_000, 300_000, 900_000)).toBeCloseTo(0.5, 7);
    expect(chanceToBeat(300_600, 900_000, 300_000, 900_000)).toBeCloseTo(normal.lowerTail(0.94866), 3);
  });

  it('takes whole counts only', () => {
    expect(chanceToBeat(0.5, 10, 1, 10)).toBeNaN();
    expect(chanceToBeat(11, 10, 1, 10)).toBeNaN();
  });
});

describe('what was known before', () => {
  const random = seededRandom(4);
  const group = (lift: number) => {
    const before = Array.from({ length: 800 }, () => 10 * random());
    return { before, outcome: before.map((x) => lift + 2 * x + random()) };
  };
  const groups = [group(0.5), group(0)] as const;

  it('takes chance out of the difference and leaves what the test did', () => {
    const out = cuped(groups);
    const [a, b] = out?.groups ?? [];
    if (out === null || a === undefined || b === undefined) throw new Error('nothing before');
    expect(out.theta).toBeCloseTo(2, 1);
    const freed = estimateDifference(a, b);
    const plain = estimateDifference(meanEstimate(groups[0].outcome), meanEstimate(groups[1].outcome));
    expect(Math.abs((freed?.value ?? 0) - 0.5)).toBeLessThan(0.06);
    expect(freed?.standardError).toBeLessThan(0.06 * (plain?.standardError ?? 0));
  });

  it('says nothing where nothing before varies', () => {
    expect(cuped([{ before: [1, 1], outcome: [1, 2] }])).toBeNull();
    expect(cuped([])).toBeNull();
  });
});

describe('how many people it takes', () => {
  it.each([
    [0.5, 0.75, 0.9, 76.70693011],
    [0.2, 0.25, 0.8, 1093.739046],
    [0.05, 0.06, 0.8, 8157.731],
    [0.005726, 0.005726 * 1.1, 0.8, 286_124.4],
  ])('for %d against %d, as power.prop.test', (p1, p2, power, n) => {
    expect((sampleSizeProportions(p1, p2, power) ?? 0) / n).toBeCloseTo(1, 6);
  });

  it('for one standard deviation, as power.t.test', () => {
    // R stops searching at 22.0210977; the root is SciPy's.
    expect(sampleSizeMeans(1, 0.9)).toBeCloseTo(22.0210977, 5);
    expect(sampleSizeMeans(1, 0.9)).toBeCloseTo(22.021095570097, 9);
    expect(powerOfMeans(1, 22.0210977)).toBeCloseTo(0.9, 7);
    expect(powerOfMeans(-1, 22.0210977)).toBe(powerOfMeans(1, 22.0210977));
  });

  it('none for no difference', () => {
    expect(sampleSizeProportions(0.2, 0.2)).toBeNull();
    expect(sampleSizeMeans(0)).toBeNull();
  });
});

describe('the noncentral t', () => {
  it('is Student’s without a shift', () => {
    for (const t of [0, 0.5, 2, 40])
      expect(noncentralTUpperTail(t, 7, 0) / studentT.upperTail(t, 7)).toBeCloseTo(1, 12);
  });

  it('is SciPy’s, and keeps a small tail', () => {
    expect(noncentralTUpperTail(2, 10, 1.5) / 0.340845927557809).toBeCloseTo(1, 12);
    expect(noncentralTUpperTail(5, 4, 0.3) / 0.006707815912636673).toBeCloseTo(1, 12);
    expect(noncentralTUpperTail(20, 30, 3) / 3.280721404995503e-13).toBeCloseTo(1, 9);
  });

  it('is the shifted normal of many, and keeps a large shift', () => {
    expect(noncentralTUpperTail(3, 1e7, 2)).toBeCloseTo(normal.upperTail(1), 6);
    expect(noncentralTUpperTail(50, 1e6, 50)).toBeCloseTo(0.5, 2);
    expect(noncentralTUpperTail(0, 5, 2)).toBeCloseTo(normal.lowerTail(2), 12);
  });
});
