import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../tests/segment-members';
import { DAY_MS, isoDay } from '../core/time/calendar';
import { DISTRIBUTED, distributionOf } from './distribution-of';

const shop = datasetOf({
  orders: [
    { person: 'a', time: '2024-01-05', total: 10 },
    { person: 'a', time: '2024-02-05', total: 30, refunded: 5 },
    { person: 'b', time: '2024-01-31', total: 100 },
    { person: 'c', time: '2024-02-10', total: 7, currency: 'PLN' },
  ],
});
const of = (what: (typeof DISTRIBUTED)[number]) =>
  distributionOf(
    shop,
    { comparison: HELD_REQUEST, of: what },
    [segmentMembers(shop.people.size, 's', [0, 2])],
    0,
  );

describe('how values are spread', () => {
  it('takes refunds off revenue and leaves out whose amounts are in another currency', () => {
    const [segment, everyone] = of('revenue').lines;
    expect(segment).toMatchObject({ segmentId: 'own:s', n: 1, without: 1 });
    expect(segment?.quantiles?.median).toBe(3500);
    expect(everyone).toMatchObject({ segmentId: null, n: 2, without: 1 });
    expect(everyone?.quantiles?.median).toBe((3500 + 10_000) / 2);
  });

  it('counts days to the as-of from the last order', () => {
    // The data ends on 10 February.
    expect(of('days-since-last').lines.at(-1)?.quantiles).toMatchObject({ median: 5, p90: 9 });
  });

  it('knows nobody’s revenue and orders where no orders are held', () => {
    const list = datasetOf({ people: [{ id: 'a' }, { id: 'b' }] });
    for (const what of DISTRIBUTED) {
      const { lines } = distributionOf(list, { comparison: HELD_REQUEST, of: what }, [], 0);
      expect(lines, what).toMatchObject([{ n: 0, without: 2, quantiles: null }]);
    }
  });

  it('agrees with a plain count over any orders, and loses nobody', () => {
    const rows = fc.array(
      fc.record({
        person: fc.integer({ min: 0, max: 12 }).map(String),
        time: fc.integer({ min: 0, max: 300 }).map((n) => isoDay(Date.UTC(2024, 0, 1) + n * DAY_MS)),
        total: fc.integer({ min: 0, max: 900 }),
      }),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...DISTRIBUTED), (orders, what) => {
        const dataset = datasetOf({ orders });
        const got = distributionOf(dataset, { comparison: HELD_REQUEST, of: what }, [], 0);
        const end = Math.max(...orders.map((o) => Date.parse(o.time)));
        const plain = [...new Set(orders.map((o) => o.person))].map((person) => {
          const mine = orders.filter((o) => o.person === person);
          if (what === 'orders') return mine.length;
          if (what === 'revenue') return mine.reduce((sum, o) => sum + o.total * 100, 0);
          return (end - Math.max(...mine.map((o) => Date.parse(o.time)))) / DAY_MS;
        });
        const everyone = got.lines.at(-1);
        expect(everyone?.n).toBe(plain.length);
        got.edges.slice(0, -1).forEach((from, i) => {
          const to = got.edges[i + 1] ?? 0;
          expect(everyone?.counts[i]).toBe(plain.filter((v) => v >= from && v < to).length);
        });
        expect(everyone?.above).toBe(plain.filter((v) => v >= (got.edges.at(-1) ?? 0)).length);
        expect(plain.every((v) => v >= (got.edges[0] ?? 0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
