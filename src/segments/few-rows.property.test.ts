import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { naiveReading, type World } from '../../tests/naive-reading';
import { DAYS, FIRST, world } from '../../tests/random-rules';
import { evaluateRule } from './evaluate-rule';
import { populationAt } from './population';
import type { Filter, Rule, Window } from './rule/rule';

/** Many who did all they did long before: every window of the small world then holds few of the rows. */
const long: World = {
  people: [],
  orders: Array.from({ length: 40 }, (_, i) => ({
    person: `old ${i % 20}`,
    time: `2021-0${1 + (i % 9)}-1${i % 7}`,
    total: 1 + i,
    channel: i % 3 === 0 ? 'web' : null,
    items: [{ category: 'tea', quantity: 1, amount: 1 + i }],
  })),
  events: Array.from({ length: 160 }, (_, i) => ({
    person: `old ${i % 20}`,
    time: `2021-0${1 + (i % 9)}-1${i % 7}T1${i % 10}:00`,
    kind: i % 2 === 0 ? 'visit' : 'mail-open',
    name: i % 3 === 0 ? 'x' : null,
  })),
};

const window: fc.Arbitrary<Window> = fc.oneof(
  fc.record({ kind: fc.constant('last-days' as const), days: fc.integer({ min: 1, max: 60 }) }),
  fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
    .map(([to, more]): Window => ({ kind: 'days-ago', from: to + more, to })),
  fc.tuple(fc.integer({ min: 0, max: DAYS }), fc.integer({ min: 0, max: 40 })).map(
    ([from, more]): Window => ({
      kind: 'between',
      from: FIRST + from * 86_400_000,
      to: FIRST + (from + more) * 86_400_000,
    }),
  ),
);
const one = (field: string, ...values: string[]): fc.Arbitrary<Filter> =>
  fc.record({
    field: fc.constant(field),
    test: fc.record({
      op: fc.constantFrom('is-any-of' as const, 'is-none-of' as const),
      values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }),
    }),
  });
const ago: fc.Arbitrary<Filter> = fc.record({
  field: fc.constant('daysAgo'),
  test: fc.oneof(
    fc.record({
      op: fc.constantFrom('at-most' as const, 'at-least' as const),
      value: fc.integer({ min: 0, max: 12 }),
    }),
    fc.record({
      op: fc.constant('between' as const),
      from: fc.integer({ min: 0, max: 9 }),
      to: fc.constant(20),
    }),
  ),
});
const onEvents = fc.array(fc.oneof(one('kind', 'visit', 'cart'), one('name', 'x', 'y'), ago), {
  minLength: 1,
  maxLength: 3,
});
const least = fc.constantFrom(0.5, 1, 1, 2, 3).map((value) => ({ op: 'at-least' as const, value }));
const asked: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constant('behaviour' as const),
    measure: fc.record({
      of: fc.constant('events' as const),
      stat: fc.constantFrom('count' as const, 'days-since-last' as const),
      where: onEvents,
    }),
    window,
    test: least,
  }),
  fc.record({
    kind: fc.constant('behaviour' as const),
    measure: fc.record({
      of: fc.constant('events' as const),
      stat: fc.constant('share' as const),
      where: onEvents,
      among: onEvents,
    }),
    window,
    test: least,
  }),
  // At least so many of whatever there is.
  fc.record({
    kind: fc.constant('behaviour' as const),
    measure: fc.record({
      of: fc.constantFrom('orders' as const, 'events' as const),
      stat: fc.constant('count' as const),
    }),
    window: fc.record({ kind: fc.constant('last-days' as const), days: fc.integer({ min: 1, max: 60 }) }),
    test: least,
  }),
  fc.record({
    kind: fc.constant('behaviour' as const),
    measure: fc.record({
      of: fc.constant('orders' as const),
      stat: fc.constant('count' as const),
      where: fc.array(one('channel', 'web', 'shop'), { maxLength: 1 }),
    }),
    window,
    test: least,
  }),
);
const late = fc.integer({ min: 20, max: DAYS }).map((day) => FIRST + day * 86_400_000);

describe('a rule of windows that few rows lie in', () => {
  it('means what a naive reading of its definition says', () => {
    fc.assert(
      fc.property(world, asked, late, (small, r, at) => {
        const w = {
          people: small.people,
          orders: [...small.orders, ...long.orders],
          events: [...small.events, ...long.events],
        };
        const data = datasetOf(w);
        const found = evaluateRule(data, r, {
          asOf: at,
          currency: 'USD',
          segment: () => null,
          reportId: null,
        });
        const population = populationAt(data, at);
        const { label } = data.people;
        const answers = Array.from(label.codes, (code, p) => [
          label.dictionary[code],
          !population.has(p) ? 'nobody' : found.in.has(p) ? 'in' : found.unknown.has(p) ? 'unknown' : 'out',
        ]);
        expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(naiveReading(w, r, at, 'USD')));
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});
