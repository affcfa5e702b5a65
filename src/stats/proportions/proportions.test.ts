import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../many-tests/benjamini-hochberg';
import { detectableProportion } from './detectable-proportion';
import { fisherExact } from './fisher-exact';
import { newcombeDifference } from './newcombe-difference';
import { proportionsTest } from './proportions-test';
import { wilsonInterval } from './wilson-interval';

// Newcombe 1998a and b, recomputed in R 4.2.2.
describe('Wilson', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('%d of %d is %d to %d', (x, n, lo, hi) => {
    const interval = wilsonInterval(x, n);
    expect(interval.lo).toBeCloseTo(lo, 4);
    expect(interval.hi).toBeCloseTo(hi, 4);
  });

  it('stays between 0 and 1 and around its rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const x = Math.round(share * n);
          const { lo, hi } = wilsonInterval(x, n);
          expect(lo).toBeGreaterThanOrEqual(0);
          expect(hi).toBeLessThanOrEqual(1);
          expect(lo).toBeLessThanOrEqual(x / n);
          expect(hi).toBeGreaterThanOrEqual(x / n);
        },
      ),
      { seed: 4 },
    );
  });
});

describe('Newcombe, method 10', () => {
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
    [0, 10, 0, 10, 0, -0.2775, 0.2775],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [10, 10, 0, 10, 1, 0.6075, 1],
  ])('%d/%d less %d/%d is %d, %d to %d', (x1, n1, x2, n2, value, lo, hi) => {
    const difference = newcombeDifference(x1, n1, x2, n2);
    expect(difference.value).toBeCloseTo(value, 4);
    expect(difference.interval.lo).toBeCloseTo(lo, 4);
    expect(difference.interval.hi).toBeCloseTo(hi, 4);
  });

  it.each([
    ['visits of men', 3894, 21_307, 2262, 21_306, 0.076589564, 0.069953308, 0.083226741],
    ['buyers of men', 267, 21_307, 122, 21_306, 0.0068050065, 0.0050143447, 0.0086407234],
    ['visits of women', 3238, 21_387, 2262, 21_306, 0.045233107, 0.038894095, 0.051574343],
    ['buyers of women', 189, 21_387, 122, 21_306, 0.0031110575, 0.0015016571, 0.0047454713],
  ])("gives Hillstrom's %s", (_, x1, n1, x2, n2, value, lo, hi) => {
    const difference = newcombeDifference(x1, n1, x2, n2);
    expect(difference.value).toBeCloseTo(value, 9);
    expect(difference.interval.lo).toBeCloseTo(lo, 9);
    expect(difference.interval.hi).toBeCloseTo(hi, 9);
  });

  it('tests as its interval says, and the same from either side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.integer({ min: 2, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n1, n2, a, b) => {
          const [x1, x2] = [Math.round(a * n1), Math.round(b * n2)];
          const { interval, p } = newcombeDifference(x1, n1, x2, n2);
          expect(p < 0.05).toBe(interval.lo > 0 || interval.hi < 0);
          expect(newcombeDifference(x2, n2, x1, n1).p).toBeCloseTo(p, 12);
        },
      ),
      { seed: 5 },
    );
  });

  it('comes near the chi-square test on many people', () => {
    const p = newcombeDifference(189, 21_387, 122, 21_306).p;
    expect(p / 0.00015710513).toBeGreaterThan(0.8);
    expect(p / 0.00015710513).toBeLessThan(1.25);
  });
});

describe('chi-square of proportions', () => {
  it.each([
    ['two groups', [56, 48], [70, 80], 7.023411371, 0.008045081368],
    ["Fleiss's smokers", [83, 90, 129, 70], [86, 93, 136, 82], 12.6004113, 0.005585476662],
    ["Hillstrom's buyers", [267, 122], [21_307, 21_306], 54.539915, 1.5232235e-13],
    ["Hillstrom's women", [189, 122], [21_387, 21_306], 14.285081, 0.00015710513],
  ])('%s', (_, hits, sizes, statistic, p) => {
    const test = proportionsTest(hits, sizes);
    expect(test.statistic).toBeCloseTo(statistic, 6);
    expect(test.p / p).toBeCloseTo(1, 6);
    expect(test.df).toBe(hits.length - 1);
  });
});

describe('Fisher exact', () => {
  it('lets the lady taste her tea', () => {
    expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(0.4857142857, 10);
  });

  it('never makes a difference of none', () => {
    expect(fisherExact(0, 10, 0, 20)).toBeCloseTo(1, 12);
  });
});

describe('smallest detectable proportion', () => {
  it.each([
    [0.2, 0.25, 1093.739046],
    [0.05, 0.06, 8157.731],
  ])('is what power.prop.test needs, from %d to %d with %d each', (p, to, n) => {
    const d = detectableProportion(p, n, n);
    expect(d).toBeCloseTo(to - p, 7);
  });

  it('is none where even all would not be seen', () => {
    expect(detectableProportion(0.5, 2, 2)).toBeNull();
  });
});

describe('Benjamini–Hochberg', () => {
  it('gives the figures of the 1995 paper', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    const q = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875,
      0.753231, 0.813214, 1,
    ];
    const got = benjaminiHochberg(p);
    got.forEach((value, i) => {
      expect(value).toBeCloseTo(q[i] as number, 6);
    });
    expect(got.filter((v) => v < 0.05)).toHaveLength(4);
  });

  it('keeps the order it was given, and nothing of nothing', () => {
    expect(benjaminiHochberg([0.5, 0.01])).toEqual([0.5, 0.02]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
