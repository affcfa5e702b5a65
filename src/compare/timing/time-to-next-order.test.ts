import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../../tests/dataset-of';
import { segmentMembers } from '../../../tests/segment-members';
import { seededRandom } from '../../core/seeded-random';
import { DAY_MS, isoDay, wallMs } from '../../core/time/calendar';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';
import { timeToNextOrder } from './time-to-next-order';

const order = (person: string, time: string, more: Partial<OrderRow> = {}): OrderRow => ({
  person,
  time,
  total: 1,
  ...more,
});
const asOf = wallMs(2024, 1, 10);
const rowOf = (dataset: ReturnType<typeof datasetOf>, person: string) =>
  Array.from(dataset.people.label.codes).findIndex(
    (code) => dataset.people.label.dictionary[code] === person,
  );

describe('time to the next order', () => {
  const shop = datasetOf({
    people: [{ id: 'lead' }],
    orders: [
      order('a', '2024-01-05'),
      order('a', '2024-01-11T23:00'),
      order('a', '2024-01-12'),
      order('b', '2024-01-10T20:00'),
      order('b', '2024-01-13'),
      order('c', '2023-06-01'),
      order('late', '2024-01-12'),
      order('late', '2024-01-14'),
      order('back', '2024-01-01'),
      order('back', '2024-01-12', { sale: false, refunded: 1 }),
      order('vague', '2024-01-02'),
      { person: 'vague', time: null, total: 1 },
      order('z', '2023-12-01'),
      order('z', '2024-01-30'),
    ],
  });
  const all = timeToNextOrder(shop, { asOf, days: null }, [], null);

  it('counts days from the end of the as-of, begun ones whole, and returns and undated rows as nothing', () => {
    expect(all?.watchedDays).toBe(20);
    expect(all?.everyone).toMatchObject({ n: 6, returned: 3 });
    expect(all?.everyone.points.map(({ day }) => day)).toEqual([1, 3, 20]);
    expect(all?.everyone.points[0]?.waiting).toBeCloseTo(5 / 6, 12);
    expect(all?.everyone.points[1]?.waiting).toBeCloseTo(4 / 6, 12);
  });

  it('asks only those who had ordered before, and says how many had not', () => {
    // Who came after the as-of was nobody then.
    expect(all?.neverOrdered).toBe(1);
  });

  it('stops watching after the days asked for', () => {
    const short = timeToNextOrder(shop, { asOf, days: 2 }, [], null);
    expect(short).toMatchObject({ watchedDays: 2, everyone: { n: 6, returned: 1 } });
    expect(short?.everyone.median).toMatchObject({ value: null, hi: null });
  });

  it('has nothing to tell where the data ends with the as-of', () => {
    expect(timeToNextOrder(shop, { asOf: wallMs(2024, 1, 30), days: null }, [], null)).toBeNull();
    expect(timeToNextOrder(datasetOf({ people: [{ id: 'x' }] }), { asOf, days: null }, [], null)).toBeNull();
  });

  it('leaves out of both sides whom they share, and of the rest whom the data can’t place', () => {
    const rows = ['a', 'b', 'c', 'back', 'vague', 'z'].map((person) => rowOf(shop, person));
    const [a = -1, b = -1, c = -1, , vague = -1, z = -1] = rows;
    const of = (name: string, members: readonly number[], unknown: readonly number[] = []) =>
      segmentMembers(shop.people.size, name, members, unknown);
    const rest = timeToNextOrder(shop, { asOf, days: null }, [of('s', [a, b], [vague])], null);
    expect(rest?.segments[0]).toMatchObject({ curve: { n: 2 }, base: { n: 3 }, test: null });
    const held = timeToNextOrder(shop, { asOf, days: null }, [of('s', [a, b])], of('t', [b, c, z]));
    expect(held?.segments[0]).toMatchObject({ curve: { n: 2 }, exclusive: { n: 1 }, base: { n: 2 } });
  });

  it('agrees with a plain count: all are watched equally long', () => {
    const day = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(8), day), { minLength: 1, maxLength: 60 }), (list) => {
        const at = (n: number) => wallMs(2024, 1, 1) + n * DAY_MS;
        const orders = list.map(([who, n]) => order(`p${who}`, isoDay(at(n))));
        const last = Math.max(...list.map(([, n]) => n));
        const result = timeToNextOrder(datasetOf({ orders }), { asOf: at(30), days: null }, [], null);
        if (last <= 30) {
          expect(result).toBeNull();
          return;
        }
        const customers = [...new Set(list.filter(([, n]) => n <= 30).map(([who]) => who))];
        expect(result?.everyone.n).toBe(customers.length);
        for (const { day, waiting } of result?.everyone.points ?? []) {
          const left = customers.filter(
            (who) => !list.some(([w, n]) => w === who && n > 30 && n <= 30 + day),
          );
          expect(waiting).toBeCloseTo(left.length / customers.length, 12);
        }
      }),
      { seed: 1 },
    );
  });
});

describe('segments that wait', () => {
  const random = seededRandom(9);
  const people = 600;
  const orders = Array.from({ length: people }, (_, i) => {
    // The first half return twice as fast.
    const wait = Math.ceil((-Math.log(1 - random()) * 40) / (i < people / 2 ? 2 : 1));
    const next = wallMs(2024, 1, 10) + wait * DAY_MS;
    return [order(`p${i}`, '2024-01-05'), order(`p${i}`, isoDay(next))];
  }).flat();
  const shop = datasetOf({ orders });
  const halves = Array.from({ length: people }, (_, i) => rowOf(shop, `p${i}`));
  const fast = segmentMembers(people, 'fast', halves.slice(0, people / 2));
  const mixed = segmentMembers(
    people,
    'mixed',
    halves.filter((_, i) => i % 2 === 0),
  );
  const result = timeToNextOrder(shop, { asOf, days: 90 }, [fast, mixed], null);
  const [quick, even] = result?.segments ?? [];

  it('tells the faster from the rest, and chance from neither', () => {
    expect(quick?.curve.median.value).toBeLessThan((quick?.base?.median.value ?? 0) * 0.75);
    expect(quick?.test?.p).toBeLessThan(1e-8);
    expect(even?.test?.q).toBeGreaterThan(0.05);
    expect(even?.test?.q).toBeGreaterThanOrEqual(even?.test?.p ?? 1);
  });

  it('gives about Wilson’s bounds where nobody’s watch ended early', () => {
    const point = quick?.curve.points.find(({ day }) => day >= 20);
    const n = quick?.curve.n ?? 0;
    const wilson = wilsonInterval((point?.waiting ?? 0) * n, n);
    expect(point?.interval?.lo).toBeCloseTo(wilson.lo, 1);
    expect(point?.interval?.hi).toBeCloseTo(wilson.hi, 1);
  });
});
