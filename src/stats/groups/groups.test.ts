import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiYekutieli } from '../many-tests/benjamini-yekutieli';
import { holm } from '../many-tests/holm';
import { estimateDifference } from '../means/estimate-difference';
import { meanEstimate } from '../means/mean-estimate';
import { cohensH } from '../proportions/cohens-h';
import { contingencyTest } from '../proportions/contingency-test';
import { oddsRatio } from '../proportions/odds-ratio';
import { proportionsTest } from '../proportions/proportions-test';
import { riskRatio } from '../proportions/risk-ratio';
import { oddsHomogeneity } from '../strata/odds-homogeneity';
import { anova } from './anova';
import { differenceHomogeneity } from './difference-homogeneity';
import { welchAnova } from './welch-anova';

const samples = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 });

describe('analysis of variance', () => {
  const groups = [meanEstimate([1, 2, 3]), meanEstimate([2, 4, 6]), meanEstimate([9, 9, 9])];

  it('splits the spread as sums of squares do', () => {
    // Means 2, 4, 9 about 5: 3 · (9 + 1 + 16) = 78 between; 2 + 8 + 0 = 10 within.
    const test = anova(groups);
    expect(test?.f).toBeCloseTo(78 / 2 / (10 / 6), 10);
    expect(test?.df).toEqual([2, 6]);
    expect(test?.eta2).toBeCloseTo(78 / 88, 12);
    expect(test?.omega2).toBeCloseTo((78 - 2 * (10 / 6)) / (88 + 10 / 6), 12);
  });

  it('is the square of t for two groups of one size, and Welch’s is the square of his', () => {
    fc.assert(
      fc.property(samples, samples, (x, y) => {
        const [a, b] = [meanEstimate(x), meanEstimate(y)];
        if (!(a.variance > 0 && b.variance > 0)) return;
        const t = estimateDifference({ ...a, thirdMoment: 0 }, { ...b, thirdMoment: 0 });
        const welch = welchAnova([a, b]);
        expect(welch?.f).toBeCloseTo((t?.t ?? Number.NaN) ** 2, 8);
        expect(welch?.df[1]).toBeCloseTo(t?.df ?? Number.NaN, 8);
        expect(welch?.p).toBeCloseTo(t?.p ?? Number.NaN, 10);
      }),
      { seed: 1 },
    );
  });

  it('tests nothing where there is nothing to test', () => {
    expect(anova([meanEstimate([1, 2])])).toBeNull();
    expect(anova([meanEstimate([1]), meanEstimate([2])])).toBeNull();
    expect(anova([meanEstimate([1, 1]), meanEstimate([1, 1])])).toBeNull();
    expect(welchAnova(groups)).toBeNull();
  });
});

describe('tables of counts', () => {
  it('gives Agresti’s parties with V and residuals', () => {
    const test = contingencyTest([
      [762, 327, 468],
      [484, 239, 477],
    ]);
    expect(test?.statistic).toBeCloseTo(30.0701491, 7);
    expect(test?.df).toBe(2);
    expect((test?.p ?? 0) / 2.953589183e-7).toBeCloseTo(1, 9);
    expect(test?.cramersV).toBeCloseTo(0.1044358, 7);
    const residuals = [4.502, 0.699, -5.316];
    residuals.forEach((r, c) => {
      expect(test?.adjustedResiduals[0]?.[c]).toBeCloseTo(r, 3);
      expect(test?.adjustedResiduals[1]?.[c]).toBeCloseTo(-r, 3);
    });
  });

  it('gives V of churn by contract', () => {
    const test = contingencyTest([
      [1655, 3875 - 1655],
      [166, 1473 - 166],
      [48, 1695 - 48],
    ]);
    expect(test?.cramersV).toBeCloseTo(0.4101157, 7);
  });

  it('is the chi-square of proportions where there are two columns', () => {
    const test = contingencyTest([
      [56, 14],
      [48, 32],
    ]);
    expect(test?.statistic).toBeCloseTo(proportionsTest([56, 48], [70, 80]).statistic, 10);
  });

  it('leaves out rows and columns nobody is in', () => {
    const full = contingencyTest([
      [3, 5],
      [7, 2],
    ]);
    const gaps = contingencyTest([
      [3, 0, 5],
      [0, 0, 0],
      [7, 0, 2],
    ]);
    expect(gaps?.statistic).toBeCloseTo(full?.statistic ?? Number.NaN, 12);
    expect(gaps?.df).toBe(1);
    expect(gaps?.cramersV).toBeCloseTo(full?.cramersV ?? Number.NaN, 12);
    expect(contingencyTest([[1, 2, 3]])).toBeNull();
    expect(contingencyTest([])).toBeNull();
  });
});

describe('effects of proportions', () => {
  it('gives Cohen’s h of 80 and 60 %', () => {
    expect(cohensH(0.8, 0.6)).toBeCloseTo(0.442143188, 9);
    expect(cohensH(0.6, 0.8)).toBeCloseTo(-0.442143188, 9);
  });

  it('gives aspirin and heart attacks as Agresti prints them', () => {
    // Placebo 189 of 11,034, aspirin 104 of 11,037: Categorical Data Analysis, 3.1.
    const risk = riskRatio(189, 11_034, 104, 11_037);
    expect(risk?.value).toBeCloseTo(1.82, 2);
    expect(risk?.interval.lo).toBeCloseTo(1.43, 2);
    expect(risk?.interval.hi).toBeCloseTo(2.31, 2);
    const odds = oddsRatio(189, 11_034, 104, 11_037);
    expect(odds?.value).toBeCloseTo(1.832, 3);
    expect(odds?.interval.lo).toBeCloseTo(1.44, 2);
    expect(odds?.interval.hi).toBeCloseTo(2.33, 2);
  });

  it('turns over with its sides', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        (x1, x2, more1, more2) => {
          for (const ratio of [riskRatio, oddsRatio]) {
            const one = ratio(x1, x1 + more1, x2, x2 + more2);
            const other = ratio(x2, x2 + more2, x1, x1 + more1);
            if (one === null || other === null || one.value === 0 || other.value === 0) continue;
            if (one.value === null || other.value === null) continue;
            const [a, b, hi] = [one.value, other.value, one.interval.hi ?? Number.NaN];
            expect(one.interval.lo).toBeLessThanOrEqual(a);
            expect(hi).toBeGreaterThanOrEqual(a);
            expect(a * b).toBeCloseTo(1, 9);
            expect(other.interval.lo * hi).toBeCloseTo(1, 9);
          }
        },
      ),
      { seed: 2 },
    );
  });

  it('leaves the end open that no case bounds', () => {
    expect(riskRatio(0, 20, 5, 20)).toMatchObject({ value: 0, interval: { lo: 0 } });
    expect(riskRatio(5, 20, 0, 20)).toMatchObject({ value: null, interval: { hi: null } });
    expect(riskRatio(0, 20, 5, 20)?.interval.hi).toBeGreaterThan(0.25);
    expect(oddsRatio(20, 20, 5, 20)).toMatchObject({ value: null, interval: { hi: null } });
    expect(riskRatio(0, 20, 0, 20)).toBeNull();
    expect(oddsRatio(20, 20, 20, 20)).toBeNull();
  });
});

describe('one effect in all strata', () => {
  // Hillstrom's visits with the women's e-mail, among those who had not bought women's goods and those who had.
  const visits = [
    { x1: 1067, n1: 9622, x2: 962, n2: 9638 },
    { x1: 2171, n1: 11_765, x2: 1300, n2: 11_668 },
  ];

  it('is not the same odds for past buyers of women’s goods', () => {
    const test = oddsHomogeneity(visits);
    expect(test?.statistic).toBeCloseTo(61.425973, 6);
    expect(test?.p).toBeGreaterThan(4.55e-15);
    expect(test?.p).toBeLessThan(4.65e-15);
    const [none, past] = visits.map(({ x1, n1, x2, n2 }) => oddsRatio(x1, n1, x2, n2));
    // R's glm stops at seven digits of it, and prints the error of the step before.
    expect(Math.log((past?.value ?? 0) / (none?.value ?? 1))).toBeCloseTo(0.47277339, 7);
    const cells = visits.flatMap(({ x1, n1, x2, n2 }) => [x1, n1 - x1, x2, n2 - x2]);
    expect(Math.sqrt(cells.reduce((sum, n) => sum + 1 / n, 0))).toBeCloseTo(0.06032498, 5);
  });

  it('finds the odds ratio that all strata share', () => {
    const test = oddsHomogeneity([
      { x1: 20, n1: 30, x2: 10, n2: 30 },
      { x1: 80, n1: 90, x2: 20, n2: 30 },
    ]);
    expect(test?.common).toBeCloseTo(4, 9);
    expect(test?.statistic).toBeCloseTo(0, 9);
    expect(test?.p).toBeCloseTo(1, 4);
  });

  it('leaves out strata that say nothing', () => {
    const empty = { x1: 0, n1: 50, x2: 0, n2: 10 };
    expect(oddsHomogeneity([...visits, empty])).toEqual(oddsHomogeneity(visits));
    expect(oddsHomogeneity(visits.slice(0, 1))).toBeNull();
    expect(
      oddsHomogeneity([
        { ...empty, x1: 50 },
        { ...empty, x1: 50 },
      ]),
    ).toBeNull();
  });

  it('has the interaction’s F of a balanced table', () => {
    // Differences 2 and 6 of pairs of means from 2 each: half of (6 - 2)² / 2 over a spread of 2.
    const pair = (mean: number) => meanEstimate([mean - 1, mean + 1]);
    const test = differenceHomogeneity([
      [pair(3), pair(1)],
      [pair(9), pair(3)],
    ]);
    expect(test?.f).toBeCloseTo(8 / 2, 12);
    expect(test?.df).toEqual([1, 4]);
    expect(differenceHomogeneity([[pair(1), pair(2)]])).toBeNull();
  });
});

describe('many questions', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];

  it('gives the figures of the 1995 paper by Holm', () => {
    const expected = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1];
    const got = holm(p);
    got.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] as number, 10);
    });
    expect(got.filter((v) => v < 0.05)).toHaveLength(3);
    expect(p.filter((v) => v * p.length < 0.05)).toHaveLength(3);
  });

  it('gives them by Benjamini and Yekutieli', () => {
    const expected = [
      0.004977, 0.009955, 0.031523, 0.118212, 0.200089, 0.211893, 0.211893, 0.214026, 0.253845, 1, 1, 1, 1, 1,
      1,
    ];
    benjaminiYekutieli(p).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] as number, 6);
    });
  });

  it('keeps the order given, and nothing of nothing', () => {
    expect(holm([0.5, 0.01])).toEqual([0.5, 0.02]);
    expect(holm([])).toEqual([]);
    expect(benjaminiYekutieli([])).toEqual([]);
  });
});
