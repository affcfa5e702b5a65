import { describe, expect, it } from 'vitest';
import { contingencyTest } from '../../src/stats/proportions/contingency-test';
import { wilsonInterval } from '../../src/stats/proportions/wilson-interval';
import { kaplanMeier } from '../../src/stats/survival/kaplan-meier';
import { logRank } from '../../src/stats/survival/log-rank';
import { survivalAt } from '../../src/stats/survival/survival-at';
import { survivalQuantile } from '../../src/stats/survival/survival-quantile';
import { expectPrinted } from '../as-printed';
import { hasShared, sharedText } from '../shared-data';

const CONTRACTS = ['Month-to-month', 'One year', 'Two year'] as const;

describe.skipIf(!hasShared)('Telco, 7,043 customers by contract (needs shared data)', () => {
  const rows = hasShared
    ? sharedText('data/telco/Telco-Customer-Churn.csv')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','))
    : [];
  const groups = CONTRACTS.map((contract) => {
    const of = rows.filter((row) => row[15] === contract);
    return {
      times: of.map((row) => Number(row[5])),
      happened: of.map((row) => (row.at(-1) === 'Yes' ? 1 : 0)),
    };
  });
  const curves = groups.map(kaplanMeier);

  it('counts who left', () => {
    expect(curves.map((curve) => [curve.events, curve.n])).toEqual([
      [1655, 3875],
      [166, 1473],
      [48, 1695],
    ]);
    expectPrinted(contingencyTest(curves.map(({ events, n }) => [events, n - events]))?.cramersV, 0.4101157);
  });

  it.each([
    [0, 0.4271, 0.4116, 0.4427],
    [1, 0.1127, 0.0976, 0.1299],
    [2, 0.0283, 0.0214, 0.0374],
  ] as const)('has churn of contract %d between its bounds', (at, rate, lo, hi) => {
    const { events = 0, n = 0 } = curves[at] ?? {};
    expectPrinted(events / n, rate);
    const interval = wilsonInterval(events, n);
    expectPrinted(interval.lo, lo);
    expectPrinted(interval.hi, hi);
  });

  it('keeps them by month as R’s survfit does', () => {
    const printed = [
      [0.70309664, 0.58591547, 0.39726378, 0.1289519],
      [0.9908082, 0.97827238, 0.9165468, 0.56814568],
      [1, 1, 0.99571893, 0.93573858],
    ];
    printed.forEach((shares, contract) => {
      shares.forEach((share, i) => {
        const at = curves[contract] && survivalAt(curves[contract], [12, 24, 48, 72][i] ?? Number.NaN);
        expectPrinted(at?.value, share);
        if (at?.interval) {
          expect(at.interval.lo).toBeLessThan(share);
          expect(at.interval.hi).toBeGreaterThan(share);
        }
      });
    });
    expect(curves.map((curve) => survivalQuantile(curve).value)).toEqual([35, null, null]);
  });

  it('does not take the contracts for alike', () => {
    const test = logRank(groups);
    expectPrinted(test?.statistic, 2352.8725);
    expect(test?.df).toBe(2);
    // A chi-square of 2 degrees of freedom ends in exp(-x / 2), beyond what numbers hold.
    expect(test?.p).toBe(0);
  });
});
