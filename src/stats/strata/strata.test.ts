import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random';
import { chiSquare } from '../distributions/chi-square';
import { correctedCramersV } from '../proportions/corrected-cramers-v';
import { fisherExact } from '../proportions/fisher-exact';
import { yatesTest } from '../proportions/yates-test';
import { mannWhitney } from '../ranks/mann-whitney';
import { rankSuperiority } from '../ranks/rank-superiority';
import { mantelHaenszel } from './mantel-haenszel';

/** Admissions to Berkeley in 1973 by department (P. J. Bickel et al. 1975, Science 187:398): men, women. */
const BERKELEY = [
  { x1: 512, n1: 825, x2: 89, n2: 108 },
  { x1: 353, n1: 560, x2: 17, n2: 25 },
  { x1: 120, n1: 325, x2: 202, n2: 593 },
  { x1: 138, n1: 417, x2: 131, n2: 375 },
  { x1: 53, n1: 191, x2: 94, n2: 393 },
  { x1: 22, n1: 373, x2: 24, n2: 341 },
];

describe('mantelHaenszel', () => {
  it('finds Berkeley as R’s mantelhaen.test does', () => {
    const found = mantelHaenszel(BERKELEY);
    expect(found?.oddsRatio?.value).toBeCloseTo(0.9046968, 7);
    expect(found?.oddsRatio?.interval.lo).toBeCloseTo(0.7719074, 7);
    expect(found?.oddsRatio?.interval.hi).toBeCloseTo(1.0603298, 7);
    expect(found?.statistic).toBeCloseTo(1.5246, 4);
    expect(found?.p).toBeCloseTo(0.2169, 4);
  });

  it('is the plain difference, with its plain variance, in a single stratum', () => {
    const found = mantelHaenszel([{ x1: 30, n1: 100, x2: 20, n2: 100 }]);
    expect(found?.difference).toBeCloseTo(0.1, 12);
    const error = Math.sqrt((0.3 * 0.7 + 0.2 * 0.8) / 100);
    expect((found?.interval.hi ?? 0) - 0.1).toBeCloseTo(1.959964 * error, 6);
  });

  it('holds the true difference within strata in 93 to 97 of 100 cases', () => {
    const random = seededRandom(11);
    const draw = (n: number, rate: number) => {
      let x = 0;
      for (let i = 0; i < n; i++) if (random() < rate) x++;
      return x;
    };
    let held = 0;
    const runs = 2000;
    for (let i = 0; i < runs; i++) {
      const found = mantelHaenszel(
        [0.1, 0.3, 0.6].map((rate, s) => {
          const [n1, n2] = [40 + 40 * s, 150 - 40 * s];
          return { x1: draw(n1, rate + 0.08), n1, x2: draw(n2, rate), n2 };
        }),
      );
      if (found && found.interval.lo <= 0.08 && found.interval.hi >= 0.08) held++;
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.97);
  });

  it('says nothing where nobody can be compared', () => {
    expect(mantelHaenszel([{ x1: 1, n1: 5, x2: 0, n2: 0 }])).toBeNull();
  });
});

describe('rankSuperiority', () => {
  const x = Float64Array.of(1, 2, 2, 3, 5, 8, 8, 13);
  const y = Float64Array.of(0, 1, 1, 2, 2, 3, 4);

  it('counts pairs, ties half, as a plain double loop does', () => {
    const place = (v: number, others: Float64Array) =>
      others.reduce((sum, w) => sum + (v > w ? 1 : v === w ? 0.5 : 0), 0) / others.length;
    const placements = [...x].map((v) => place(v, y));
    const others = [...y].map((v) => 1 - place(v, x));
    const mean = placements.reduce((a, b) => a + b, 0) / x.length;
    const spread = (list: readonly number[]) =>
      list.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (list.length - 1) / list.length;
    const found = rankSuperiority(x, y);
    expect(found?.value).toBeCloseTo(mean, 12);
    expect(found?.variance).toBeCloseTo(spread(placements) + spread(others), 12);
    expect(found?.value).toBeCloseTo(mannWhitney(x, y).w / (x.length * y.length), 12);
    expect(found?.p).toBeGreaterThanOrEqual(mannWhitney(x, y).p - 1e-12);
  });

  it('holds the true chance in 93 to 97 of 100 cases, and calls no difference one in at most 5', () => {
    const random = seededRandom(5);
    const sample = (n: number, factor: number) =>
      Float64Array.from({ length: n }, () => -Math.log(1 - random()) * factor).sort();
    let [held, wrong] = [0, 0];
    const runs = 2000;
    for (let i = 0; i < runs; i++) {
      // Of exponentials with means 2 and 1, the first is the larger in two of three pairs.
      const found = rankSuperiority(sample(40, 2), sample(90, 1));
      if (found && found.interval.lo <= 2 / 3 && found.interval.hi >= 2 / 3) held++;
      if ((rankSuperiority(sample(40, 1), sample(90, 1))?.p ?? 1) < 0.05) wrong++;
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.97);
    expect(wrong / runs).toBeLessThan(0.06);
  });

  it('is certain of nothing where nothing overlaps, and knows nothing of one value', () => {
    const found = rankSuperiority(Float64Array.of(5, 6, 7), Float64Array.of(1, 2));
    expect(found?.value).toBe(1);
    expect(found?.interval.lo).toBeLessThan(1);
    expect(rankSuperiority(Float64Array.of(1), y)).toBeNull();
    expect(rankSuperiority(Float64Array.of(2, 2, 2), Float64Array.of(2, 2))?.p).toBe(1);
  });
});

describe('correctedCramersV', () => {
  it('is 1 where one settles the other, and 0 where they are independent', () => {
    expect(correctedCramersV([500, 0, 0, 500, 0, 300], 3, 2)).toBeCloseTo(1, 2);
    expect(correctedCramersV([10, 20, 30, 60], 2, 2)).toBe(0);
  });

  it('does not take a code that nearly everybody has to himself for a copy', () => {
    const random = seededRandom(3);
    const [people, codes] = [1000, 400];
    const counts = new Float64Array(codes * 2);
    for (let i = 0; i < people; i++) counts[Math.floor(random() * codes) * 2 + (random() < 0.5 ? 1 : 0)]!++;
    expect(correctedCramersV(counts, codes, 2)).toBeLessThan(0.3);
  });
});

describe('yatesTest', () => {
  it('is chisq.test of R, corrected as it is by default', () => {
    // chisq.test(margin.table(UCBAdmissions, c(2, 1))): X-squared = 91.61.
    const all = BERKELEY.reduce((t, s) => ({
      x1: t.x1 + s.x1,
      n1: t.n1 + s.n1,
      x2: t.x2 + s.x2,
      n2: t.n2 + s.n2,
    }));
    const printed = chiSquare.upperTail(91.61, 1);
    expect(yatesTest(all.x1, all.n1, all.x2, all.n2) / printed).toBeCloseTo(1, 2);
  });

  it('keeps within a factor of two of Fisher’s exact test', () => {
    for (const [x1, n1, x2, n2] of [
      [30, 200, 35, 400],
      [90, 200, 130, 400],
      [20, 100, 60, 150],
    ] as const) {
      const exact = fisherExact(x1, n1, x2, n2);
      expect(Math.abs(Math.log(yatesTest(x1, n1, x2, n2) / exact))).toBeLessThan(Math.log(2));
    }
  });

  it('knows of no difference where all or none are hits', () => {
    expect(yatesTest(0, 10, 0, 10)).toBe(1);
    expect(yatesTest(10, 10, 10, 10)).toBe(1);
  });
});
