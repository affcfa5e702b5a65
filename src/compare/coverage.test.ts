import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/seeded-random';
import { normal } from '../stats/distributions/normal';
import type { Interval } from '../stats/interval';
import type { Estimate } from '../stats/means/estimate';
import { estimateInterval } from '../stats/means/estimate-interval';
import { meanEstimate } from '../stats/means/mean-estimate';
import { rangedInterval } from '../stats/means/ranged-interval';
import { ratioEstimate } from '../stats/means/ratio-estimate';
import { wilsonInterval } from '../stats/proportions/wilson-interval';
import { clusteredMedian, medianInterval } from '../stats/ranks/clustered-median';
import { quantile } from '../stats/ranks/quantile';
import { differenceOf } from './cells/difference';
import type { Basis } from './measure/measured';

const random = seededRandom(20_250_601);
const gauss = () => normal.quantile(random());
const repeat = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);
const hits = (n: number, p: number) => repeat(n, random).filter((u) => u < p).length;
/** Most buy once, some often. */
const orderCount = () => 1 + Math.floor(Math.log(random()) / Math.log(0.45));
/** Spend of one person: own level, own number of orders; its orders are alike. */
const shopper = () => {
  const level = Math.exp(3.5 + 0.5 * gauss());
  const orders = orderCount();
  let sum = 0;
  for (let i = 0; i < orders; i++) sum += level * Math.exp(0.4 * gauss());
  return { sum, orders };
};
/** E of exp(3.5 + 0.5 z) · exp(0.4 z). */
const AOV = Math.exp(3.5 + 0.125 + 0.08);

/** Share of tries whose interval holds the truth. */
function coverage(tries: number, truth: number, interval: () => Interval | null | undefined): number {
  let held = 0;
  for (let i = 0; i < tries; i++) {
    const it = interval();
    if (it != null && it.lo <= truth && it.hi >= truth) held++;
  }
  return held / tries;
}

describe('95 % intervals hold the truth 93 to 97 times of 100', () => {
  const cases: Record<string, () => number> = {
    'a rate of 8 % among 150': () => coverage(4000, 0.08, () => wilsonInterval(hits(150, 0.08), 150)),
    'a difference of rates, 60 against 300': () =>
      coverage(4000, 0.05, () => between(rate(hits(60, 0.25), 60), rate(hits(300, 0.2), 300))),
    'a mean of 100 skewed amounts': () =>
      coverage(3000, Math.exp(0.32), () =>
        estimateInterval(meanEstimate(repeat(100, () => Math.exp(0.8 * gauss())))),
      ),
    'a difference of skewed means, 120 against 800': () =>
      coverage(3000, 0, () =>
        between(
          mean(meanEstimate(repeat(120, () => Math.exp(0.9 * gauss())))),
          mean(meanEstimate(repeat(800, () => Math.exp(0.9 * gauss())))),
        ),
      ),
    'a difference of means most of which are nought': () => {
      const spend = () => (random() < 0.1 ? Math.exp(4 + 0.7 * gauss()) : 0);
      return coverage(2000, 0, () =>
        between(mean(meanEstimate(repeat(300, spend))), mean(meanEstimate(repeat(1000, spend)))),
      );
    },
    'an order value, by customer': () =>
      coverage(3000, AOV, () => estimateInterval(orderValue(repeat(150, shopper)))),
    'a difference of order values, by customer': () =>
      coverage(2000, 0, () =>
        between(ratio(orderValue(repeat(80, shopper))), ratio(orderValue(repeat(250, shopper)))),
      ),
    'a discount share that few customers bring': () =>
      coverage(3000, 0.15 * 0.15, () =>
        rangedInterval(orderValue(repeat(150, () => cut(0.15, 0.15))), 'share'),
      ),
    'a refund rate of a few orders': () =>
      coverage(3000, 0.08, () =>
        rangedInterval(orderValue(repeat(100, () => cut(1, 1, 0.08))), 'not-negative'),
      ),
    'orders per customer of thirty': () =>
      coverage(3000, 1 / 0.55 / 2, () =>
        rangedInterval(meanEstimate(repeat(30, () => (random() < 0.5 ? 0 : orderCount()))), 'not-negative'),
      ),
    'a median of gaps that run in people': () => coverage(2000, 30, () => medianInterval(gapsOf(80))),
    'a difference of such medians': () =>
      coverage(2000, 0, () =>
        between({ kind: 'median', median: gapsOf(60) }, { kind: 'median', median: gapsOf(200) }),
      ),
  };
  for (const [name, run] of Object.entries(cases)) {
    it(name, () => {
      const share = run();
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
    });
  }
});

describe('intervals of few people stay within what can be', () => {
  it('where the plain ones go below nothing or above all', () => {
    let outside = 0;
    for (let i = 0; i < 2000; i++) {
      const people = repeat(3 + Math.floor(random() * 20), () => cut(0.5, 0.1 + 0.9 * random()));
      const estimate = orderValue(people);
      const plain = estimateInterval(estimate);
      if (plain !== null && (plain.lo < 0 || plain.hi > 1)) outside++;
      for (const range of ['share', 'not-negative'] as const) {
        const own = rangedInterval(estimate, range);
        if (own === null) continue;
        expect(own.lo).toBeGreaterThan(0);
        expect(own.lo).toBeLessThanOrEqual(estimate.value);
        expect(own.hi).toBeGreaterThanOrEqual(estimate.value);
        if (range === 'share') expect(own.hi).toBeLessThanOrEqual(1);
      }
    }
    expect(outside).toBeGreaterThan(500);
  });

  it('and leave out the truth no oftener than the plain ones', () => {
    for (const [people, often, share] of [
      [8, 0.6, 0.15],
      [20, 0.15, 0.15],
      [30, 0.1, 1],
      [60, 0.15, 0.15],
    ] as const) {
      const [plain, own] = [0, 1].map((ranged) =>
        coverage(2000, often * share, () => {
          const estimate = orderValue(repeat(people, () => cut(often, share)));
          return ranged === 1 ? rangedInterval(estimate, 'share') : estimateInterval(estimate);
        }),
      );
      expect(own).toBeGreaterThan((plain ?? 1) - 0.04);
    }
  });

  it('of a difference as well', () => {
    const [a, b] = [repeat(4, () => cut(1, 0.9 * random())), repeat(4, () => cut(1, 0.05 * random()))];
    const range = 'share' as const;
    const found = between(
      { kind: 'ratio', estimate: orderValue(a), range },
      { kind: 'ratio', estimate: orderValue(b), range },
    );
    expect(found?.hi).toBeLessThanOrEqual(1);
    expect(found?.lo).toBeGreaterThanOrEqual(-1);
  });
});

/** What is taken off the orders of somebody who takes discounts `often`; or off some of their orders. */
function cut(often: number, share: number, ofOrders = 1): { sum: number; orders: number } {
  const level = Math.exp(3.5 + 0.5 * gauss());
  const takes = random() < often;
  let sum = 0;
  let orders = 0;
  for (let i = orderCount(); i > 0; i--) {
    const price = level * Math.exp(0.4 * gauss());
    orders += price;
    if (takes && random() < ofOrders) sum += price * share;
  }
  return { sum, orders };
}

const rate = (x: number, n: number): Basis => ({ kind: 'proportion', hits: x, of: n });
const mean = (estimate: Estimate): Basis => ({ kind: 'mean', estimate });
const ratio = (estimate: Estimate): Basis => ({ kind: 'ratio', estimate });
const orderValue = (people: readonly { sum: number; orders: number }[]) =>
  ratioEstimate(
    people.map((p) => p.sum),
    people.map((p) => p.orders),
  );

/** The interval of the difference, as a cell shows it. */
function between(a: Basis, b: Basis): Interval | null {
  const measured = (basis: Basis) => ({
    state: 'value' as const,
    value: 0,
    n: 0,
    nOf: 'customers' as const,
    numerator: null,
    denominator: null,
    interval: null,
    basis,
    leftOut: 0,
  });
  return differenceOf(measured(a), measured(b))?.interval ?? null;
}

/** Gaps around 30 days, log-normal, each person with a pace of their own; as many gaps as a repeat buyer has. */
function gapsOf(people: number) {
  const groups = Array.from({ length: people }, () => {
    const pace = 30 * Math.exp(0.5 * gauss());
    return repeat(orderCount(), () => pace * Math.exp(0.6 * gauss()));
  });
  const sorted = groups.flat().sort((a, b) => a - b);
  return clusteredMedian(
    (p) => quantile(sorted, p),
    (median, person) => {
      for (const values of groups) person(values.filter((v) => v <= median).length, values.length);
    },
  );
}
