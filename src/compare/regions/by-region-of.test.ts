import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../../tests/segment-members';
import type { Dataset } from '../../core/dataset';
import { isoDay } from '../../core/time/calendar';
import { byRegionOf } from './by-region-of';
import { regionOfPeople } from './region-of-people';

const NOW = Date.UTC(2025, 0, 1);
const COUNTRIES = [
  { name: 'Poland', as: 'PL', currency: 'PLN', people: 40, worth: 100 },
  { name: 'Germany', as: 'Deutschland', currency: 'EUR', people: 30, worth: 20 },
  { name: 'France', as: 'France', currency: 'EUR', people: 4, worth: 25 },
] as const;

/** People of three countries; every second is in the segment and spends twice as much; every third bought twice. */
const people = COUNTRIES.flatMap((country) =>
  Array.from({ length: country.people }, (_, i) => ({
    id: `${country.as}${i}`,
    // One country under two names.
    personCountry: country.as === 'PL' && i % 2 === 0 ? 'Polska' : country.as,
    country,
    i,
  })),
);
const orders = people.flatMap(({ id, country, i }): OrderRow[] =>
  Array.from({ length: i % 3 === 0 ? 2 : 1 }, (_, j) => ({
    person: id,
    time: `2024-0${2 + j}-1${i % 9}`,
    total: country.worth * (i % 2 === 0 ? 2 : 1) + i,
    currency: country.currency,
  })),
);
const dataset = datasetOf({
  people: [
    ...people.map(({ id, personCountry }) => ({ id, personCountry })),
    { id: 'nowhere', personCountry: null },
  ],
  orders,
});
const inside = people.flatMap(({ i }, p) => (i % 2 === 0 ? [p] : []));
const segment = segmentMembers(dataset.people.size, 'even', inside);
const by = (metricId: string, of: Dataset = dataset) =>
  byRegionOf(of, null, { comparison: HELD_REQUEST, metricId, by: 'country' }, [segment], NOW);

/** Counted from the rows: revenue of each of some people, in minor units. */
const spent = (wanted: (one: (typeof people)[number]) => boolean) =>
  people
    .filter(wanted)
    .map(({ id }) =>
      orders.filter((o) => o.person === id).reduce((sum, o) => sum + Math.round((o.total ?? 0) * 100), 0),
    );
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[half - 0.5] as number)
    : mean([sorted[half - 1], sorted[half]] as number[]);
};

describe('a metric by country', () => {
  const revenue = by('revenue-per-customer');

  it('keeps each country’s amounts in its own currency, and under one name', () => {
    expect(revenue.regions.map(({ name, currency, people: n }) => [name, currency, n])).toEqual([
      ['PL', 'PLN', 40],
      ['Deutschland', 'EUR', 30],
    ]);
    for (const [r, as] of ['PL', 'Deutschland'].entries()) {
      const region = revenue.regions[r];
      expect(region?.everyone.cell).toMatchObject({ value: mean(spent((o) => o.country.as === as)) });
      expect(region?.cells[0]?.cell).toMatchObject({
        value: mean(spent((o) => o.country.as === as && o.i % 2 === 0)),
        base: { value: mean(spent((o) => o.country.as === as && o.i % 2 === 1)) },
        leftOut: 0,
      });
    }
    expect(revenue.against).toBe('within');
  });

  it('says how far from the country’s middle customer, without any rate of exchange', () => {
    for (const [r, as] of ['PL', 'Deutschland'].entries()) {
      const region = revenue.regions[r];
      const middle = median(spent((o) => o.country.as === as));
      expect(region?.median).toEqual({ value: middle, n: COUNTRIES[r]?.people });
      const value = mean(spent((o) => o.country.as === as && o.i % 2 === 0));
      expect(region?.cells[0]?.index).toBeCloseTo((100 * value) / middle, 9);
    }
  });

  it('folds countries with too few people, and counts who is nowhere', () => {
    expect(revenue.folded).toEqual([{ name: 'France', people: 4 }]);
    expect(revenue.unplaced).toBe(1);
    expect(revenue.from).toBe('people');
  });

  it('holds what is no money against the same segment in all other countries, those folded included', () => {
    const repeat = by('repeat-rate');
    expect(repeat.against).toBe('other-regions');
    const rate = (wanted: (one: (typeof people)[number]) => boolean) => {
      const all = people.filter(wanted);
      return { value: all.filter(({ i }) => i % 3 === 0).length / all.length, n: all.length };
    };
    expect(repeat.regions[0]?.cells[0]?.cell).toMatchObject({
      ...rate((o) => o.country.as === 'PL' && o.i % 2 === 0),
      base: rate((o) => o.country.as !== 'PL' && o.i % 2 === 0),
    });
    expect(repeat.regions[0]?.everyone.cell).toMatchObject({ base: rate((o) => o.country.as !== 'PL') });
    expect(repeat.regions[0]?.median).toBeNull();
  });

  it('does not add amounts of several currencies even where they make a rate', () => {
    const refunds = by('discount-share');
    expect(refunds.against).toBe('within');
  });

  it('says which occasions of the country fall in the period', () => {
    const days = (r: number) => revenue.regions[r]?.occasions.map(({ id, at }) => `${id} ${isoDay(at)}`);
    // The period runs from 10 February to 18 March 2024.
    expect(days(0)).toContain('womens-day 2024-03-08');
    expect(days(0)).toContain('valentines 2024-02-14');
    expect(days(0)?.some((day) => day.startsWith('mothers-day'))).toBe(false);
  });

  it('corrects its verdicts over the whole table', () => {
    const cells = revenue.regions.flatMap(({ cells: [one] }) =>
      one?.cell.state === 'value' ? [one.cell] : [],
    );
    expect(cells.every(({ p, q }) => p !== null && q !== null && q >= p)).toBe(true);
    expect(cells.map(({ verdict }) => verdict)).toEqual(['better', 'better']);
  });

  it('goes by where most orders went where nothing is stated of the people', () => {
    const of = datasetOf({
      people: [{ id: 'b', personCountry: 'Spain' }],
      orders: [
        { person: 'a', time: '2024-01-01', total: 1, orderCountry: 'Poland' },
        { person: 'a', time: '2024-01-02', total: 1, orderCountry: 'PL' },
        { person: 'a', time: '2024-01-03', total: 1, orderCountry: 'Germany' },
        { person: 'b', time: '2024-01-03', total: 1, orderCountry: 'Germany' },
        { person: 'c', time: '2024-01-03', total: 1, orderCountry: 'Germany' },
        { person: 'c', time: '2024-01-04', total: 1, orderCountry: 'France' },
        { person: 'd', time: '2024-01-04', total: 1, orderCountry: null },
      ],
    });
    const { regionOf, regions, from } = regionOfPeople(of, 'country', Date.UTC(2024, 0, 31));
    const where = Object.fromEntries(
      Array.from(regionOf, (place, p) => [
        of.people.label.dictionary[of.people.label.codes[p] ?? 0],
        regions[place]?.key ?? null,
      ]),
    );
    expect(where).toEqual({ a: 'PL', b: 'ES', c: null, d: null });
    expect(from).toBe('both');
    // Of a day before the second order, both of one country still count.
    const early = regionOfPeople(of, 'country', Date.UTC(2024, 0, 3));
    expect(early.regions[early.regionOf[2] ?? -1]?.key).toBe('DE');
  });

  it('has no regions where none is held', () => {
    const none = by('customers', datasetOf({ orders: [{ person: 'a', time: '2024-01-01', total: 1 }] }));
    expect([none.regions, none.folded, none.from, none.unplaced]).toEqual([[], [], null, 1]);
  });
});
