import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../../tests/segment-members';
import { seededRandom } from '../../core/seeded-random';
import { DAY_MS, isoDay, wallMs } from '../../core/time/calendar';
import { newcombeDifference } from '../../stats/proportions/newcombe-difference';
import { trendOf } from './trend-of';

const random = seededRandom(3);
const START = wallMs(2023, 1, 1);
const END = wallMs(2024, 10, 17);
const orders = Array.from({ length: 1500 }, () => ({
  person: `p${Math.floor(random() * 120)}`,
  day: START + Math.floor(random() * ((END - START) / DAY_MS + 1)) * DAY_MS,
  total: Math.ceil(random() * 100),
}));
orders.push({ person: 'p0', day: START, total: 1 }, { person: 'p0', day: END, total: 1 });
const shop = datasetOf({
  orders: orders.map(({ person, day, total }): OrderRow => ({ person, time: isoDay(day), total })),
});
const rowOf = (name: string) =>
  Array.from(shop.people.label.codes).findIndex((code) => shop.people.label.dictionary[code] === name);
const now = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11', 'p12'];
const then = now.slice(4).concat('p20', 'p21');
const membersOf = (names: readonly string[]) => segmentMembers(shop.people.size, 'group', names.map(rowOf));
const before = { asOf: wallMs(2023, 10, 17), segments: [membersOf(then)] };
const trend = (metricId: string, every: 'month' | 'week' = 'month') =>
  trendOf(shop, { comparison: HELD_REQUEST, metricId, every }, [membersOf(now)], 0, before);
/** Of those people from day to day. */
const sold = (names: readonly string[], from: number, to: number) =>
  orders.filter((o) => names.includes(o.person) && o.day >= from && o.day <= to);
const revenue = (of: readonly { readonly total: number }[]) => of.reduce((sum, o) => sum + 100 * o.total, 0);

describe('the year before', () => {
  it('is of the same days, of those who belonged then, and cut where this year is', () => {
    const { periods, lines } = trend('revenue');
    const line = lines[0];
    const october = periods.length - 1;
    expect(periods[october]?.partial).toBe(true);
    const last = line?.yearBefore?.[october];
    // Until the 17th, not the whole of October.
    expect(last?.value).toBe(revenue(sold(then, wallMs(2023, 10, 1), wallMs(2023, 10, 17))));
    const july = periods.findIndex(({ from }) => from === wallMs(2024, 7, 1));
    const value = revenue(sold(now, wallMs(2024, 7, 1), wallMs(2024, 7, 31)));
    const earlier = revenue(sold(then, wallMs(2023, 7, 1), wallMs(2023, 7, 31)));
    expect(line?.points[july]?.value).toBe(value);
    expect(line?.yearBefore?.[july]).toMatchObject({
      value: earlier,
      change: { value: value - earlier, interval: null },
    });
  });

  it('is nothing where those days are not held', () => {
    const { periods, lines } = trend('revenue');
    periods.forEach(({ from }, i) => {
      if (from < wallMs(2024, 1, 1)) expect(lines[0]?.yearBefore?.[i]).toBeNull();
      else expect(lines[0]?.yearBefore?.[i]).not.toBeNull();
    });
  });

  it('gives the change of a rate with its interval', () => {
    const { periods, lines } = trend('conversion');
    const july = periods.findIndex(({ from }) => from === wallMs(2024, 7, 1));
    const buyers = (names: readonly string[], from: number, to: number) =>
      new Set(sold(names, from, to).map((o) => o.person)).size;
    const expected = newcombeDifference(
      buyers(now, wallMs(2024, 7, 1), wallMs(2024, 7, 31)),
      now.length,
      buyers(then, wallMs(2023, 7, 1), wallMs(2023, 7, 31)),
      then.length,
    );
    expect(lines[0]?.yearBefore?.[july]?.change?.value).toBeCloseTo(expected.value, 12);
    expect(lines[0]?.yearBefore?.[july]?.change?.interval?.lo).toBeCloseTo(expected.interval.lo, 12);
  });

  it('goes back 52 weeks for weeks, which begin on the same day', () => {
    const { periods, lines } = trend('orders', 'week');
    const at = periods.findIndex(({ from }) => from === wallMs(2024, 7, 1));
    expect(lines[0]?.yearBefore?.[at]?.value).toBe(sold(then, wallMs(2023, 7, 3), wallMs(2023, 7, 9)).length);
  });

  it('is left out unless asked for', () => {
    const plain = trendOf(shop, { comparison: HELD_REQUEST, metricId: 'orders', every: 'month' }, [], 0);
    expect(plain.lines.every((line) => line.yearBefore === undefined)).toBe(true);
  });
});
