import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../../tests/dataset-of';
import { mainCurrency } from '../../core/main-currency';
import { seededRandom } from '../../core/seeded-random';
import { DAY_MS, isoDay, wallMs } from '../../core/time/calendar';
import { backTest } from './back-test';
import { fitForecast, foretell } from './forecast';

const START = wallMs(2023, 1, 1);
const HELD = 720;

/** Customers who buy at a rate of their own and stop for good after any order with a chance of their own. */
function shopOf(
  people: number,
  stops: (random: () => number) => number,
  rate: (random: () => number) => number,
) {
  const random = seededRandom(7);
  const rows = Array.from({ length: people }, (_, p) => {
    const each = rate(random);
    const stop = stops(random);
    const days = [Math.floor(random() * 300)];
    for (;;) {
      if (random() < stop) break;
      const next = (days.at(-1) ?? 0) + Math.max(1, Math.round(-Math.log(1 - random()) / each));
      if (next >= HELD) break;
      days.push(next);
    }
    const worth = 20 + 80 * random();
    return {
      person: `p${p}`,
      orders: days.map((day) => ({ day, total: Math.round(worth * (0.5 + random())) })),
    };
  });
  const dataset = datasetOf({
    orders: rows.flatMap(({ person, orders }) =>
      orders.map(({ day, total }): OrderRow => ({ person, time: isoDay(START + day * DAY_MS), total })),
    ),
  });
  const people_ = Uint32Array.from({ length: dataset.people.size }, (_, i) => i);
  return {
    rows,
    asked: { dataset, people: people_, to: START + HELD * DAY_MS - 1, currency: mainCurrency(dataset) },
  };
}

const shop = shopOf(
  900,
  (random) => random() * 0.5,
  (random) => 0.002 + 0.05 * random() ** 3,
);
const labelled = shop.asked.dataset.people.label;
const nameOf = (p: number) => labelled.dictionary[labelled.codes[p] ?? -1] ?? '';
const byName = new Map(shop.rows.map((row) => [row.person, row.orders]));

describe('a forecast held against what came', () => {
  it('knows nothing of what came after its cut', () => {
    const test = backTest('order', 60, shop.asked, null);
    const lastDay = Math.floor((test.cut - START) / DAY_MS);
    expect(lastDay).toBe(HELD - 1 - 60);
    const without = datasetOf({
      orders: shop.rows.flatMap(({ person, orders }) =>
        orders
          .filter(({ day }) => day <= lastDay)
          .map(({ day, total }): OrderRow => ({ person, time: isoDay(START + day * DAY_MS), total })),
      ),
    });
    const people = Uint32Array.from({ length: without.people.size }, (_, i) => i);
    const fitted = fitForecast('order', { dataset: without, people, to: test.cut, currency: null });
    const chances = foretell('order', fitted, 60);
    expect(test.foretold).toBeCloseTo(chances.reduce((n, c) => n + c, 0) / chances.length, 10);
    expect(test.n).toBe(chances.length);
  });

  it('counts who ordered since as a plain count does, band by band', () => {
    const test = backTest('order', 60, shop.asked, null);
    const cutDay = HELD - 1 - 60;
    const known = [...byName.values()].filter((orders) => orders.some(({ day }) => day <= cutDay));
    const ordered = known.filter((orders) => orders.some(({ day }) => day > cutDay)).length;
    expect(test.n).toBe(known.length);
    expect(test.came).toBeCloseTo(ordered / known.length, 12);
    expect(test.bands.reduce((n, band) => n + band.n, 0)).toBe(known.length);
    expect(test.bands.reduce((n, band) => n + band.n * band.came, 0)).toBeCloseTo(ordered, 8);
    const foretold = test.bands.map((band) => band.foretold);
    expect([...foretold].sort((a, b) => a - b)).toEqual(foretold);
  });

  it('adds up money that came, refunds taken off, and who the top share would have been', () => {
    const test = backTest('value', 0, shop.asked, { side: 'top', share: 0.2 });
    expect(test.days).toBe(359);
    const cutDay = HELD - 1 - test.days;
    const fitted = fitForecast('value', { ...shop.asked, to: test.cut });
    const value = foretell('value', fitted, test.days);
    const came = Array.from(fitted.rows, (row) =>
      (byName.get(nameOf(row)) ?? [])
        .filter(({ day }) => day > cutDay)
        .reduce((sum, { total }) => sum + total * 100, 0),
    );
    const order = [...value.keys()].sort((a, b) => (value[b] ?? 0) - (value[a] ?? 0));
    const top = order.slice(0, Math.ceil(0.2 * order.length));
    expect(test.taken?.n).toBe(top.length);
    expect(test.taken?.came).toBeCloseTo(top.reduce((sum, i) => sum + (came[i] ?? 0), 0) / top.length, 6);
    expect((test.taken?.n ?? 0) + (test.others?.n ?? 0)).toBe(test.n);
    const error = Math.sqrt(came.reduce((sum, c, i) => sum + (c - (value[i] ?? 0)) ** 2, 0) / came.length);
    expect(test.error).toBeCloseTo(error, 6);
  });

  it('comes nearer to what came than plain rates where customers do stop', () => {
    for (const of of ['order', 'still-buying', 'value'] as const) {
      const test = backTest(of, 60, shop.asked, null);
      expect(test.error, of).toBeLessThan(test.plainError);
      expect(Math.abs(test.foretold / test.came - 1), of).toBeLessThan(0.2);
    }
  });

  it('takes those under a bound of still buying, of whom fewer order', () => {
    const { taken, others } = backTest('still-buying', 0, shop.asked, {
      lo: Number.NEGATIVE_INFINITY,
      hi: 0.5,
    });
    expect(taken?.n).toBeGreaterThan(20);
    expect(taken?.came).toBeLessThan(0.5 * (others?.came ?? 0));
  });

  it('gains nothing where everybody buys alike for ever', () => {
    const steady = shopOf(
      400,
      () => 0,
      () => 1 / 60,
    );
    const test = backTest('order', 60, steady.asked, null);
    expect(test.reason).toBeNull();
    expect(test.error).toBeGreaterThan(0.99 * test.plainError);
  });

  it('says why there is none where too little was known by then', () => {
    const short = backTest('value', 0, { ...shop.asked, to: START + 300 * DAY_MS }, null);
    expect(short.reason).toBe('history-too-short-to-forecast');
    const few = shopOf(
      30,
      () => 0.5,
      () => 0.01,
    );
    expect(backTest('order', 30, few.asked, null).reason).toBe('too-few-repeats-to-forecast');
    const nobody = { ...few.asked, dataset: datasetOf({ people: [{ id: 'a' }] }) };
    expect(backTest('value', 0, nobody, null).reason).toBe('history-too-short-to-forecast');
  });
});
