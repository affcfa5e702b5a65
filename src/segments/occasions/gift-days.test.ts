import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../../tests/dataset-of';
import type { Dataset } from '../../core/dataset';
import { DAY_MS, isoDay, parseIso } from '../../core/time/calendar';
import { evaluateRule } from '../evaluate-rule';
import { libraryFor } from '../library';
import { countryCode } from './countries';
import { dayRule } from './day-rule';
import { occasionRule } from './occasion-days';
import { AS_THEY_COME, type OccasionSettings, parseOccasionSettings } from './occasion-settings';
import { OCCASIONS } from './occasions';

const asOf = parseIso('2025-12-31') as number;

function membersOf(
  dataset: Dataset,
  id: string,
  occasions: OccasionSettings = AS_THEY_COME,
): string[] | null {
  const found = libraryFor(dataset, { asOf, currency: null, occasions }).segments.find((s) => s.id === id);
  if (found === undefined) return null;
  const context = { asOf, currency: null, segment: () => null, reportId: null };
  const { in: members, unknown } = evaluateRule(dataset, found.rule, context);
  expect(unknown.count()).toBe(0);
  const out: string[] = [];
  members.forEach((p) => {
    out.push(dataset.people.label.dictionary[dataset.people.label.codes[p] ?? 0] ?? '');
  });
  return out.sort();
}

describe('buyers before an occasion', () => {
  it('are counted by the calendar of their own country', () => {
    const dataset = datasetOf({
      people: [
        { id: 'pole', personCountry: 'Polska' },
        { id: 'american', personCountry: 'United States' },
        { id: 'briton', personCountry: 'GB' },
        { id: 'pole in May', personCountry: 'PL' },
        { id: 'nowhere', personCountry: null },
      ],
      orders: [
        { person: 'pole', time: '2024-05-20' },
        { person: 'american', time: '2024-05-20' },
        { person: 'briton', time: '2024-03-09' },
        { person: 'pole in May', time: '2024-05-10' },
        // Counts as most do: two of the four are in Poland.
        { person: 'nowhere', time: '2024-05-26' },
      ],
    });
    expect(membersOf(dataset, 'library:mothers-day')).toEqual(['briton', 'nowhere', 'pole']);
    const inAmerica = { ...AS_THEY_COME, country: 'US' };
    expect(membersOf(dataset, 'library:mothers-day', inAmerica)).toEqual(['briton', 'pole']);
  });

  it('are counted by where each order went, where orders say', () => {
    const orders = (country: string): OrderRow[] => [
      { person: 'a', time: '2024-04-30', orderCountry: country },
    ];
    expect(membersOf(datasetOf({ orders: orders('Greece') }), 'library:easter')).toEqual(['a']);
    expect(membersOf(datasetOf({ orders: orders('Germany') }), 'library:easter')).toBeNull();
  });

  it('can be switched off, begin sooner, and be joined by dates of one’s own', () => {
    const dataset = datasetOf({ orders: [{ person: 'a', time: '2024-05-01', currency: 'PLN' }] });
    const changed = (on: boolean, before: number) => ({
      ...AS_THEY_COME,
      changed: { 'mothers-day': { on, before } },
    });
    expect(membersOf(dataset, 'library:mothers-day')).toBeNull();
    expect(membersOf(dataset, 'library:mothers-day', changed(true, 25))).toEqual(['a']);
    expect(membersOf(dataset, 'library:mothers-day', changed(false, 25))).toBeNull();
    const { missing } = libraryFor(dataset, { asOf, currency: null, occasions: changed(false, 25) });
    expect(missing.some(({ id }) => id === 'library:mothers-day')).toBe(false);
    const own = { id: 'zofia', name: 'Imieniny Zofii', month: 5, day: 15, before: 14 };
    expect(membersOf(dataset, 'library:own-occasion:zofia', { ...AS_THEY_COME, own: [own] })).toEqual(['a']);
    const made = libraryFor(dataset, { asOf, currency: null, occasions: { ...AS_THEY_COME, own: [own] } });
    expect(made.segments.find((s) => s.id === 'library:own-occasion:zofia')?.name.pl).toBe(
      'Kupujący przed: Imieniny Zofii',
    );
  });

  it('reach back into December for a day of January', () => {
    const dataset = datasetOf({ orders: [{ person: 'a', time: '2024-12-30', orderCountry: 'Serbia' }] });
    expect(membersOf(dataset, 'library:christmas')).toEqual(['a']);
  });

  it('are as looking at each order’s own calendar says, whatever countries and days there are', () => {
    const countries = ['Poland', 'GB', 'Francja', 'Greece', 'Ukraina', 'South Korea', 'Atlantis', null];
    const order = fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      day: fc.integer({ min: Date.UTC(2024, 2, 1) / DAY_MS, max: Date.UTC(2024, 5, 30) / DAY_MS }),
      country: fc.constantFrom(...countries),
    });
    const world = fc.record({
      orders: fc.array(order, { minLength: 1, maxLength: 50 }),
      ofPeople: fc.boolean(),
      home: fc.constantFrom('PL', 'GB', 'KR'),
    });
    fc.assert(
      fc.property(world, ({ orders, ofPeople, home }) => {
        const countryOf = (row: (typeof orders)[number]) =>
          ofPeople ? (orders.find((o) => o.person === row.person)?.country ?? null) : row.country;
        const dataset = datasetOf({
          people: ofPeople
            ? [...new Set(orders.map((o) => o.person))].map((id) => ({
                id,
                personCountry: orders.find((o) => o.person === id)?.country ?? null,
              }))
            : [],
          orders: orders.map((row) => ({
            person: row.person,
            time: isoDay(row.day * DAY_MS),
            ...(ofPeople ? {} : { orderCountry: row.country }),
          })),
        });
        for (const occasion of OCCASIONS) {
          const buyers = orders.filter((row) => {
            const named = countryOf(row);
            const rule = occasionRule(occasion, (named === null ? null : countryCode(named)) ?? home);
            if (rule === null) return false;
            return [2023, 2024, 2025]
              .flatMap((year) => dayRule(rule)(year))
              .some((day) => row.day >= day - occasion.before && row.day <= day + occasion.until);
          });
          const expected = [...new Set(buyers.map((row) => row.person))].sort();
          const on = { on: true, before: occasion.before };
          const settings = { country: home, changed: { [occasion.id]: on }, own: [] };
          expect(membersOf(dataset, `library:${occasion.id}`, settings) ?? [], occasion.id).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('settings of occasions', () => {
  it('keep what can be read and leave out the rest', () => {
    const own = { id: 'shop', name: ' Birthday ', month: 2, day: 29, before: 3 };
    expect(
      parseOccasionSettings({
        country: 'PL',
        changed: { easter: { on: false, before: 5 }, nothing: { on: true, before: 1 }, christmas: { on: 1 } },
        own: [own, { ...own, day: 30 }, { ...own, id: '<b>' }, null, 7],
      }),
    ).toEqual({
      country: 'PL',
      changed: { easter: { on: false, before: 5 } },
      own: [{ ...own, name: 'Birthday' }],
    });
    for (const raw of [null, 3, [], 'x', { country: 'XX', changed: [], own: {} }])
      expect(parseOccasionSettings(raw)).toEqual(AS_THEY_COME);
  });
});
