import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../../tests/segment-members';
import { seededRandom } from '../../core/seeded-random';
import { DAY_MS, isoDay, wallMs } from '../../core/time/calendar';
import { METRICS } from '../../metrics/registry';
import { comparePeople } from '../compare-people';
import { trendOf } from '../trend/trend-of';
import { cellRows } from './cell-rows';

const random = seededRandom(11);
const START = wallMs(2024, 1, 1);
const shop = datasetOf({
  people: Array.from({ length: 60 }, (_, p) => ({ id: `p${p}` })),
  orders: Array.from(
    { length: 260 },
    (_, i): OrderRow => ({
      person: `p${Math.floor(random() * 50)}`,
      time: isoDay(START + Math.floor(random() * 300) * DAY_MS),
      total: Math.ceil(random() * 200),
      refunded: random() < 0.1 ? 5 : 0,
      discount: random() < 0.3 ? 7 : 0,
      units: 1 + Math.floor(random() * 3),
      orderId: `#${1000 + i}`,
    }),
  ),
  events: Array.from({ length: 200 }, (_, i) => ({
    person: `p${Math.floor(random() * 60)}`,
    time: isoDay(START + Math.floor(random() * 300) * DAY_MS),
    kind: ['mail-sent', 'mail-open', 'mail-click', 'feature-use'][i % 4] as string,
  })),
});
const members = segmentMembers(
  shop.people.size,
  'even',
  Array.from({ length: 30 }, (_, i) => 2 * i),
);
const requests = [
  HELD_REQUEST,
  { ...HELD_REQUEST, measured: { kind: 'after', days: 60 } },
  { ...HELD_REQUEST, measured: { kind: 'last', days: 90 } },
] as const;

describe('the people behind a number', () => {
  it.each(requests)('add up to it in every metric, measured %j', (request) => {
    const { cells, metrics } = comparePeople(shop, request, [members], null, 0);
    expect(metrics.length).toBe(METRICS.person.length);
    let summed = 0;
    for (const [m, metric] of metrics.entries()) {
      const cell = cells[0]?.[m];
      if (cell?.state !== 'value' || cell.numerator === null) continue;
      const page = { offset: 0, limit: 1000 };
      const { rows, total } = cellRows(shop, request, metric.id, members.members.in, page, 0);
      expect(rows).toHaveLength(total);
      // Churn counts who was silent for too long; its rows say how long everybody was.
      if (metric.id === 'churn-rate') continue;
      const numerators = rows.reduce((sum, row) => sum + (row.numerator ?? 0), 0);
      expect(numerators, metric.id).toBeCloseTo(cell.numerator, 6);
      summed++;
      const denominators = rows.map((row) => row.denominator);
      if (denominators.every((d) => d !== null) && cell.denominator !== null)
        expect(
          denominators.reduce((sum: number, d) => sum + (d ?? 0), 0),
          metric.id,
        ).toBeCloseTo(cell.denominator, 6);
    }
    expect(summed).toBeGreaterThan(12);
  });

  it('come a page at a time, what adds most first, each with their orders of that time', () => {
    const page = (offset: number) => cellRows(shop, HELD_REQUEST, 'revenue', null, { offset, limit: 7 }, 0);
    const first = page(0);
    expect(first.rows).toHaveLength(7);
    const all = Array.from({ length: Math.ceil(first.total / 7) }, (_, i) => page(7 * i).rows).flat();
    expect(new Set(all.map((row) => row.label)).size).toBe(first.total);
    const parts = all.map((row) => row.numerator ?? 0);
    expect(parts).toEqual([...parts].sort((a, b) => b - a));
    for (const row of all) {
      expect(row.orders.every(({ id }) => id?.startsWith('#'))).toBe(true);
      expect(row.ordersLeft).toBe(0);
      expect(row.orders.reduce((sum, o) => sum + (o.amountMinor ?? 0), 0)).toBeCloseTo(row.numerator ?? 0, 6);
    }
  });
});

describe('the trend of outcomes', () => {
  it('runs over all that is held, the segment staying that of the day before', () => {
    const request = { comparison: requests[1], metricId: 'orders', every: 'month' } as const;
    const { periods, lines } = trendOf(shop, request, [members], 0);
    expect(periods[0]?.from).toBe(START);
    const orders = lines[0]?.points.reduce((sum, p) => sum + (p?.value ?? 0), 0);
    const held = comparePeople(shop, HELD_REQUEST, [members], null, 0);
    const cell = held.cells[0]?.[held.metrics.findIndex((m) => m.id === 'orders')];
    expect(orders).toBe(cell?.state === 'value' ? cell.value : null);
  });
});
