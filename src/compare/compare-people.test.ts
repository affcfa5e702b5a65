import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { HELD_REQUEST as HELD, segmentMembers } from '../../tests/segment-members';
import type { Dataset } from '../core/dataset';
import { wallMs } from '../core/time/calendar';
import { comparePeople, type SegmentMembers } from './compare-people';
import type { Cell, Comparison } from './comparison';

const NOW = Date.UTC(2025, 5, 1);

function segmentOf(
  dataset: Dataset,
  name: string,
  members: readonly string[],
  unknown: readonly string[] = [],
): SegmentMembers {
  const rows = (labels: readonly string[]) =>
    labels.map((label) => dataset.people.label.dictionary.indexOf(label));
  return segmentMembers(dataset.people.size, name, rows(members), rows(unknown));
}

function cellOf(comparison: Comparison, metricId: string, segment = 0): Cell {
  const at = comparison.metrics.findIndex((m) => m.id === metricId);
  const cell = comparison.cells[segment]?.[at];
  if (cell === undefined) throw new Error(`no cell ${metricId}`);
  return cell;
}

const shop = () =>
  datasetOf({
    people: [{ id: 'ann' }, { id: 'bob' }, { id: 'cid' }, { id: 'dot' }],
    orders: [
      { person: 'ann', time: '2024-01-10', total: 100, units: 2, discount: 25 },
      { person: 'ann', time: '2024-02-09', total: 50, refunded: 10, units: 1, discount: 0 },
      { person: 'ann', time: '2024-02-09', total: 30, units: 3, discount: 0 },
      { person: 'bob', time: '2024-01-20', total: 40, units: 1, discount: 0 },
      { person: 'bob', time: '2024-03-01', refunded: 15, sale: false },
      { person: 'cid', time: '2024-03-05', total: 70, currency: 'EUR', units: 4 },
      { person: null, time: '2024-02-01', total: 5 },
    ],
  });

describe('comparing people', () => {
  it('works every metric out of a small shop, by hand', () => {
    const dataset = shop();
    const result = comparePeople(dataset, HELD, [segmentOf(dataset, 'two', ['ann', 'bob'])], null, NOW);
    const values = Object.fromEntries(
      result.metrics.map((m, i) => {
        const cell = result.cells[0]?.[i];
        return [m.id, cell?.state === 'value' ? cell.value : cell?.reason];
      }),
    );
    expect(values).toMatchObject({
      customers: 2,
      share: 0.5,
      revenue: 19_500,
      'revenue-share': 1,
      'gross-revenue': 22_000,
      orders: 4,
      conversion: 1,
      'revenue-per-customer': 9750,
      'orders-per-customer': 2,
      aov: 4875,
      'items-per-order': 7 / 4,
      'discount-share': 25 / 245,
      'refund-rate': 25 / 220,
      'repeat-rate': 0.5,
      // Two orders on 9 February are one day with orders.
      'median-days-between-orders': 30,
      'retention-month-1': 0.5,
      'retention-month-3': 'period-unfinished',
    });
  });

  it('keeps orders of nobody out of every segment, and says what they came to', () => {
    const dataset = shop();
    const result = comparePeople(dataset, HELD, [], null, NOW);
    expect(result.unattributed).toEqual({ orders: 1, revenueMinor: 500 });
    const revenue = result.everyone[result.metrics.findIndex((m) => m.id === 'revenue')];
    expect(revenue).toMatchObject({ value: 19_500 });
  });

  it('leaves other currencies out of money only, and counts them', () => {
    const dataset = shop();
    const result = comparePeople(dataset, HELD, [segmentOf(dataset, 'euro', ['cid', 'dot'])], null, NOW);
    expect(result.currency).toBe('USD');
    expect(result.ordersInOtherCurrencies).toBe(1);
    expect(cellOf(result, 'orders')).toMatchObject({ value: 1 });
    expect(cellOf(result, 'revenue')).toMatchObject({ value: 0, leftOut: 1 });
    // dot bought nothing, which is known; what cid is worth in dollars is not.
    expect(cellOf(result, 'revenue-per-customer')).toMatchObject({ value: 0, n: 1, leftOut: 1 });
    expect(cellOf(result, 'aov')).toEqual({ state: 'none', reason: 'no-amounts-held', n: 2 });
    const inEuro = comparePeople(
      dataset,
      { ...HELD, currency: 'EUR' },
      [segmentOf(dataset, 'euro', ['cid'])],
      null,
      NOW,
    );
    expect(cellOf(inEuro, 'aov')).toMatchObject({ value: 7000, n: 1 });
  });

  it('holds a segment against those known to be out of it', () => {
    const dataset = shop();
    const result = comparePeople(dataset, HELD, [segmentOf(dataset, 'one', ['ann'], ['dot'])], null, NOW);
    expect(result.segments[0]).toMatchObject({
      size: 1,
      unknown: 1,
      population: 4,
      base: { name: null, size: 2, sharedWithBase: 0 },
    });
    expect(cellOf(result, 'conversion')).toMatchObject({ value: 1, n: 1, base: { value: 1, n: 2 } });
  });

  it('takes shared people out of both sides of a chosen base', () => {
    const dataset = shop();
    const base = segmentOf(dataset, 'base', ['bob', 'cid']);
    const result = comparePeople(dataset, HELD, [segmentOf(dataset, 'two', ['ann', 'bob'])], base, NOW);
    expect(result.segments[0]?.base).toEqual({
      name: { en: 'base', pl: 'base' },
      size: 1,
      sharedWithBase: 1,
    });
    expect(cellOf(result, 'orders-per-customer')).toMatchObject({
      value: 2,
      n: 2,
      base: { value: 1, n: 1 },
      exclusive: { value: 3, n: 1 },
    });
  });

  it('has nothing to compare a base with itself', () => {
    const dataset = shop();
    const base = segmentOf(dataset, 'base', ['bob', 'cid']);
    const result = comparePeople(dataset, HELD, [base], base, NOW);
    expect(cellOf(result, 'orders-per-customer')).toMatchObject({
      value: 1,
      base: null,
      difference: null,
      verdict: 'not-tested',
    });
  });

  it('measures outcomes after the as-of, and says when the data ends there', () => {
    const dataset = shop();
    const outcomes = (asOf: number | null) =>
      comparePeople(
        dataset,
        { ...HELD, asOf, measured: { kind: 'after', days: 30 } },
        [segmentOf(dataset, 'all', ['ann', 'bob', 'cid', 'dot'])],
        null,
        NOW,
      );
    const later = outcomes(wallMs(2024, 1, 31));
    expect(later.descriptive).toBe(false);
    expect(cellOf(later, 'orders')).toMatchObject({ value: 2 });
    // A return on day 30 after.
    expect(cellOf(later, 'revenue')).toMatchObject({ value: 7000 - 1500 });
    const end = outcomes(dataset.coverage?.to ?? Number.NaN);
    expect(cellOf(end, 'orders')).toEqual({ state: 'none', reason: 'no-time-after-as-of', n: 4 });
    expect(cellOf(end, 'customers')).toMatchObject({ value: 4 });
  });

  it('takes the last days as calendar days, the as-of among them', () => {
    const dataset = shop();
    const last = (days: number) =>
      comparePeople(
        dataset,
        { ...HELD, asOf: wallMs(2024, 2, 9), measured: { kind: 'last', days } },
        [segmentOf(dataset, 'one', ['ann'])],
        null,
        NOW,
      );
    expect(cellOf(last(1), 'orders')).toMatchObject({ value: 2 });
    expect(cellOf(last(30), 'orders')).toMatchObject({ value: 2 });
    expect(cellOf(last(31), 'orders')).toMatchObject({ value: 3 });
    expect(last(31).descriptive).toBe(true);
  });

  it('does not call everybody converted where only buyers are known', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-01', total: 1 },
        { person: 'b', time: '2024-01-02', total: 1 },
      ],
    });
    const segment = segmentOf(dataset, 'a', ['a']);
    const held = comparePeople(dataset, HELD, [segment], null, NOW);
    expect(cellOf(held, 'conversion')).toEqual({ state: 'none', reason: 'only-buyers-held', n: 1 });
    const last = comparePeople(
      dataset,
      { ...HELD, measured: { kind: 'last', days: 1 } },
      [segment],
      null,
      NOW,
    );
    expect(cellOf(last, 'conversion')).toMatchObject({ value: 0, base: { value: 1, n: 1 } });
  });

  it('says what is not held instead of 0', () => {
    const people = datasetOf({ people: [{ id: 'a' }, { id: 'b' }] });
    const without = comparePeople(people, HELD, [segmentOf(people, 'a', ['a'])], null, NOW);
    expect(cellOf(without, 'revenue')).toEqual({ state: 'none', reason: 'no-orders-held', n: 1 });
    const bare = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-01' },
        { person: 'b', time: '2024-01-01' },
      ],
    });
    const result = comparePeople(bare, HELD, [segmentOf(bare, 'a', ['a'])], null, NOW);
    expect(cellOf(result, 'orders')).toMatchObject({ value: 1 });
    expect(cellOf(result, 'revenue')).toMatchObject({ reason: 'no-amounts-held' });
    expect(cellOf(result, 'items-per-order')).toMatchObject({ reason: 'no-units-held' });
    const dry = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-01', total: 1 },
        { person: 'b', time: '2024-01-01', total: 1 },
      ],
    });
    const sold = comparePeople(
      dry,
      HELD,
      [segmentOf(dry, 'a', ['a']), segmentOf(dry, 'none', [])],
      null,
      NOW,
    );
    expect(cellOf(sold, 'discount-share')).toMatchObject({ reason: 'no-discounts-held' });
    expect(cellOf(sold, 'refund-rate')).toMatchObject({ reason: 'no-refunds-held' });
    expect(cellOf(sold, 'median-days-between-orders')).toMatchObject({ reason: 'no-repeat-buyers' });
    expect(cellOf(sold, 'revenue', 1)).toEqual({ state: 'none', reason: 'empty-segment', n: 0 });
    expect(cellOf(sold, 'customers', 1)).toMatchObject({ value: 0 });
  });

  it('knows nobody who was not there yet at the as-of', () => {
    const early = comparePeople(
      datasetOf({
        orders: [
          { person: 'a', time: '2024-01-01', total: 1 },
          { person: 'b', time: '2024-02-01', total: 1 },
        ],
      }),
      { ...HELD, asOf: wallMs(2024, 1, 15) },
      [],
      null,
      NOW,
    );
    expect(early.everyone[0]).toMatchObject({ value: 1 });
  });

  it('counts orders without a date where no end of the period could leave them out', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-01', total: 1 },
        { person: 'a', time: null, total: 2 },
        { person: 'a', time: '2024-03-01', total: 4 },
      ],
    });
    const revenue = (request: typeof HELD) =>
      cellOf(comparePeople(dataset, request, [segmentOf(dataset, 'a', ['a'])], null, NOW), 'revenue');
    expect(revenue(HELD)).toMatchObject({ value: 700, n: 3 });
    expect(revenue({ ...HELD, asOf: wallMs(2024, 2, 1) })).toMatchObject({ value: 100, n: 1 });
    expect(revenue({ ...HELD, measured: { kind: 'last', days: 90 } })).toMatchObject({ value: 500, n: 2 });
  });

  it('shows the metrics asked for, in the order asked, and refuses one there is not', () => {
    const dataset = shop();
    const asked = (metricIds: readonly string[]) =>
      comparePeople(dataset, { ...HELD, metricIds }, [], null, NOW).metrics.map((m) => m.id);
    expect(asked(['aov', 'customers'])).toEqual(['aov', 'customers']);
    expect(() => asked(['nonsense'])).toThrow('rpc/bad-message');
  });

  it('is sure of nothing from a handful, and of a fifth from enough', () => {
    const dataset = datasetOf({
      people: Array.from({ length: 4000 }, (_, i) => ({ id: `p${i}` })),
      orders: Array.from({ length: 2000 }, (_, i) => ({
        person: `p${2 * i}`,
        time: '2024-01-01',
        total: 10,
      })),
    });
    const first = (n: number) =>
      segmentMembers(
        4000,
        `first${n}`,
        Array.from({ length: n }, (_, p) => p),
      );
    const odd = segmentMembers(
      4000,
      'odd',
      Array.from({ length: 30 }, (_, i) => 2 * i + 1),
    );
    const result = comparePeople(dataset, HELD, [first(8), first(40), first(1500), odd], null, NOW);
    const conversion = [0, 1, 2, 3].map((s) => cellOf(result, 'conversion', s));
    expect(conversion.map((c) => (c.state === 'value' ? c.verdict : c.reason))).toEqual([
      'not-enough',
      'not-enough',
      'no-difference',
      'worse',
    ]);
    expect(conversion[0]).toMatchObject({ p: null, q: null });
  });

  it('is plain JSON', () => {
    const dataset = shop();
    const result = comparePeople(dataset, HELD, [segmentOf(dataset, 'two', ['ann', 'bob'])], null, NOW);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
