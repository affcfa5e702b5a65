import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveSymmetric } from '../fitting/solve-symmetric';
import { type Durations, kaplanMeier, survivalInterval } from './kaplan-meier';
import { logRank } from './log-rank';
import { survivalAt } from './survival-at';
import { survivalQuantile } from './survival-quantile';

const of = (...watched: readonly (number | string)[]): Durations => ({
  // As printed in papers: 6+ was watched for 6 without it.
  times: watched.map((w) => Number.parseFloat(String(w))),
  happened: watched.map((w) => (String(w).endsWith('+') ? 0 : 1)),
});
const durations = fc
  .array(fc.record({ time: fc.integer({ min: 0, max: 30 }), hit: fc.boolean() }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((list) => ({ times: list.map((x) => x.time), happened: list.map((x) => (x.hit ? 1 : 0)) }));

describe('Kaplan–Meier', () => {
  it('takes what happened at a time before the end of watching then', () => {
    const { steps } = kaplanMeier(of('1+', 2, '2+', 3, '4+'));
    expect(steps.map((s) => [s.time, s.atRisk, s.events])).toEqual([
      [2, 4, 1],
      [3, 2, 1],
    ]);
    expect(steps.map((s) => s.survival)).toEqual([0.75, 0.375]);
  });

  it('is the share still waiting where everybody was watched to the end', () => {
    fc.assert(
      fc.property(durations, ({ times }) => {
        const curve = kaplanMeier({ times, happened: times.map(() => 1) });
        for (const step of curve.steps) {
          const left = times.filter((t) => t > step.time).length / times.length;
          expect(step.survival).toBeCloseTo(left, 12);
          // Greenwood's variance is then the binomial one.
          if (left > 0)
            expect((step.survival * step.logError) ** 2).toBeCloseTo((left * (1 - left)) / times.length, 12);
        }
        expect(curve.steps.at(-1)?.survival).toBe(0);
      }),
      { seed: 1 },
    );
  });

  it('agrees with a count at every step', () => {
    fc.assert(
      fc.property(durations, (data) => {
        const { steps, events } = kaplanMeier(data);
        let survival = 1;
        for (const step of steps) {
          const atRisk = data.times.filter((t) => t >= step.time).length;
          const hits = data.times.filter((t, i) => t === step.time && data.happened[i] === 1).length;
          survival *= 1 - hits / atRisk;
          expect(step).toMatchObject({ atRisk, events: hits });
          expect(step.survival).toBeCloseTo(survival, 12);
          const interval = survivalInterval(step);
          if (interval !== null) {
            expect(interval.lo).toBeGreaterThanOrEqual(0);
            expect(interval.lo).toBeLessThanOrEqual(step.survival);
            expect(interval.hi).toBeGreaterThanOrEqual(step.survival);
            expect(interval.hi).toBeLessThanOrEqual(1);
          }
        }
        expect(events).toBe(data.happened.filter((h) => h === 1).length);
      }),
      { seed: 2 },
    );
  });

  it('says nothing later than anybody was watched, but stays at nought once all have had it', () => {
    const open = kaplanMeier(of(2, '5+'));
    expect(survivalAt(open, 1)).toEqual({ value: 1, interval: null });
    expect(survivalAt(open, 2)?.value).toBe(0.5);
    expect(survivalAt(open, 5)?.value).toBe(0.5);
    expect(survivalAt(open, 6)).toBeNull();
    expect(survivalAt(kaplanMeier(of(2, 3)), 9)).toEqual({ value: 0, interval: null });
    expect(survivalAt(kaplanMeier(of()), 1)).toBeNull();
  });
});

describe('the median wait', () => {
  it('is the middle of a stretch that lies on one half', () => {
    expect(survivalQuantile(kaplanMeier(of(1, 2, 6, 9))).value).toBe(4);
    expect(survivalQuantile(kaplanMeier(of(1, 2, 6))).value).toBe(2);
  });

  it('is not known where half have not had it', () => {
    expect(survivalQuantile(kaplanMeier(of(1, '9+', '9+')))).toEqual({ value: null, lo: 1, hi: null });
    expect(survivalQuantile(kaplanMeier(of('9+')))).toEqual({ value: null, lo: null, hi: null });
  });
});

describe('log-rank', () => {
  it('works out three groups of a few by hand', () => {
    // At 1: one of 6, two in each group. At 2: one of 5, of whom 1, 2, 2. At 3: one of 3, of whom 0, 1, 2.
    const test = logRank([of(1, '2+'), of(2, '3+'), of('3+', 3)]);
    expect(test?.observed).toEqual([1, 1, 1]);
    expect(test?.expected[0]).toBeCloseTo(2 / 6 + 1 / 5, 12);
    expect(test?.expected[1]).toBeCloseTo(2 / 6 + 2 / 5 + 1 / 3, 12);
    expect(test?.expected[2]).toBeCloseTo(2 / 6 + 2 / 5 + 2 / 3, 12);
    expect(test?.df).toBe(2);
  });

  it('does not care in which order groups come, nor for groups that were never watched', () => {
    fc.assert(
      fc.property(durations, durations, durations, (a, b, c) => {
        const [one, other] = [logRank([a, b, c]), logRank([c, of(), a, b])];
        expect(other === null).toBe(one === null);
        if (one !== null && other !== null) {
          expect(other.statistic).toBeCloseTo(one.statistic, 6);
          expect(other.df).toBe(one.df);
          expect(one.observed.reduce((x, y) => x + y, 0)).toBeCloseTo(
            one.expected.reduce((x, y) => x + y, 0),
            9,
          );
        }
      }),
      { seed: 3 },
    );
  });

  it('has nothing to say of one group, or where nothing happened', () => {
    expect(logRank([of(1, 2)])).toBeNull();
    expect(logRank([of('1+'), of('2+')])).toBeNull();
    expect(logRank([])).toBeNull();
  });
});

describe('solving by Cholesky', () => {
  it('gives back what was put in, and refuses what has no one answer', () => {
    const a = [
      [4, 2, 1],
      [2, 5, 3],
      [1, 3, 6],
    ];
    const x = [1, -2, 3];
    const b = a.map((row) => row.reduce((sum, value, i) => sum + value * (x[i] as number), 0));
    solveSymmetric(a, b)?.forEach((value, i) => {
      expect(value).toBeCloseTo(x[i] as number, 12);
    });
    expect(
      solveSymmetric(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 2],
      ),
    ).toBeNull();
  });
});
