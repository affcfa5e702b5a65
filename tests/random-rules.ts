import fc from 'fast-check';
import { isoDay, parseIso } from '../src/core/time/calendar';
import type {
  Filter,
  Measure,
  NumberTest,
  Rule,
  SequenceStep,
  ValueTest,
  Window,
} from '../src/segments/rule/rule';
import { MEASURE_STATS } from '../src/segments/rule/rule';
import type { EventRow, OrderRow, PersonRow } from './dataset-of';
import type { World } from './naive-reading';

/** Small worlds and any rules over them, for property tests. */
const ids = ['a', 'b', 'c', 'd', 'e'];
// Over a leap day, a month end and a turn of the year.
export const FIRST = parseIso('2023-12-20') as number;
export const DAYS = 100;
const time = fc
  .tuple(fc.integer({ min: 0, max: DAYS }), fc.constantFrom('', 'T00:00', 'T13:30', 'T23:59'))
  .map(([day, clock]) => isoDay(FIRST + day * 86_400_000) + clock);
const person = fc.constantFrom(...ids);
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });
const amount = fc.integer({ min: 0, max: 40 }).map((n) => n / 4);

const item = fc.record({
  category: maybe(fc.constantFrom('tea', 'cups')),
  quantity: maybe(fc.integer({ min: 1, max: 3 })),
  amount: maybe(amount),
});
const order: fc.Arbitrary<OrderRow> = fc
  .record({
    person: fc.option(person, { nil: null, freq: 9 }),
    time: fc.option(time, { nil: null, freq: 19 }),
    total: maybe(amount),
    refunded: fc.constantFrom(0, 0, 0.5, 2),
    sale: fc.constantFrom(true, true, true, false),
    currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
    channel: maybe(fc.constantFrom('web', 'shop')),
    discount: maybe(fc.constantFrom(0, 0, 1.25)),
    items: fc.array(item, { maxLength: 2 }),
  })
  .map((o) => (o.sale ? o : { ...o, total: null }));
const event: fc.Arbitrary<EventRow> = fc.record({
  person: fc.option(person, { nil: null, freq: 9 }),
  time,
  kind: fc.constantFrom('visit', 'mail-open', 'cart'),
  name: maybe(fc.constantFrom('x', 'y')),
});
export const world: fc.Arbitrary<World> = fc.record({
  people: fc
    .uniqueArray(
      fc.record({
        id: person,
        createdAt: maybe(time),
        gender: maybe(fc.constantFrom('f', 'm')),
        'custom:points': maybe(fc.integer({ min: 0, max: 4 })),
        emailConsent: maybe(fc.boolean()),
        personId: maybe(fc.constantFrom('1', '2')),
        email: maybe(fc.constantFrom('a@x.pl', 'b@x.pl')),
      }),
      { selector: (p) => p.id, maxLength: 5 },
    )
    .map((rows): readonly PersonRow[] => rows),
  orders: fc.array(order, { maxLength: 12 }),
  events: fc.array(event, { maxLength: 12 }),
});

const numberTest: fc.Arbitrary<NumberTest> = fc.oneof(
  fc.record({
    op: fc.constantFrom(
      'at-least' as const,
      'at-most' as const,
      'more-than' as const,
      'less-than' as const,
      'equals' as const,
    ),
    value: fc.constantFrom(0, 0.5, 1, 2, 2.5, 3, 5, 10, 30),
  }),
  fc
    .tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1, 4, 40))
    .map(([from, more]) => ({ op: 'between' as const, from, to: from + more })),
);
const textTest = (...values: string[]): fc.Arbitrary<ValueTest> =>
  fc.oneof(
    fc.record({
      op: fc.constantFrom('is-any-of' as const, 'is-none-of' as const),
      values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }),
    }),
    fc.record({
      op: fc.constantFrom('contains' as const, 'starts-with' as const),
      text: fc.constantFrom('w', 'E', 'f'),
    }),
    fc.record({ op: fc.constantFrom('is-empty' as const, 'is-filled' as const) }),
  );
const timeFilter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ field: fc.constant('weekday'), test: fc.constant<ValueTest>({ op: 'at-least', value: 6 }) }),
  fc.record({
    field: fc.constant('month'),
    test: fc.constant<ValueTest>({ op: 'is-any-of', values: ['2', '12'] }),
  }),
  fc.record({
    field: fc.constant('monthDay'),
    test: fc.constant<ValueTest>({ op: 'between', from: 229, to: 301 }),
  }),
  fc.record({ field: fc.constant('daysAgo'), test: fc.constant<ValueTest>({ op: 'at-most', value: 20 }) }),
);
const filters = (of: Measure['of']): fc.Arbitrary<Filter> => {
  const column: fc.Arbitrary<Filter> =
    of === 'events'
      ? fc.oneof(
          fc.record({
            field: fc.constant('kind'),
            test: fc.constantFrom<ValueTest>(
              { op: 'is-any-of', values: ['visit'] },
              { op: 'is-any-of', values: ['mail-open', 'cart'] },
            ),
          }),
          fc.record({ field: fc.constant('name'), test: textTest('x', 'y') }),
        )
      : fc.oneof(
          fc.record({ field: fc.constant('channel'), test: textTest('web', 'shop') }),
          fc.record({ field: fc.constant('discount'), test: numberTest as fc.Arbitrary<ValueTest> }),
          ...(of === 'items'
            ? [fc.record({ field: fc.constant('category'), test: textTest('tea', 'cups') })]
            : []),
        );
  const one = fc.oneof(column, timeFilter);
  return fc.oneof(
    { weight: 6, arbitrary: one },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
        filters: fc.array(one, { minLength: 1, maxLength: 2 }),
      }),
    },
  );
};
const step: fc.Arbitrary<SequenceStep> = fc
  .constantFrom('orders' as const, 'items' as const, 'events' as const, 'events' as const)
  .chain((of) =>
    fc.record(
      {
        of: fc.constant(of),
        where: fc.array(filters(of), { maxLength: 1 }),
        not: fc.constant(true as const),
        within: fc.oneof(
          fc.record({ n: fc.constantFrom(0, 1, 3, 10, 40), unit: fc.constant('days' as const) }),
          fc.record({ n: fc.constantFrom(10, 24, 100), unit: fc.constant('hours' as const) }),
          fc.record({ n: fc.constantFrom(630, 810, 5000), unit: fc.constant('minutes' as const) }),
        ),
      },
      { requiredKeys: ['of'] },
    ),
  );
const steps: fc.Arbitrary<readonly SequenceStep[]> = fc
  .array(step, { minLength: 1, maxLength: 4 })
  .map(([first, ...rest]) => {
    const { of, where } = first as SequenceStep;
    return [{ of, ...(where === undefined ? {} : { where }) }, ...rest];
  });
const measure: fc.Arbitrary<Measure> = fc
  .constantFrom('orders' as const, 'orders' as const, 'items' as const, 'events' as const)
  .chain((of) =>
    fc
      .record({
        stat: fc.constantFrom(...MEASURE_STATS),
        where: fc.array(filters(of), { maxLength: 2 }),
        among: fc.array(filters(of), { maxLength: 1 }),
        extra: filters(of),
        field: fc.constantFrom(
          ...(of === 'events'
            ? ['name']
            : of === 'items'
              ? ['revenue', 'quantity', 'category']
              : ['revenue', 'gross', 'refunded', 'discount', 'channel']),
        ),
      })
      .map(({ stat, where, among, extra, field }): Measure => {
        const numeric = ['sum', 'mean', 'min', 'max'].includes(stat);
        const text = ['name', 'category', 'channel'].includes(field);
        if (stat === 'share') return { of, stat, where: where.length === 0 ? [extra] : where, among };
        if (stat === 'share-of-gross') return { of: 'orders', stat, field: 'refunded' };
        if (stat === 'distinct') return { of, stat, field: text ? field : 'day', where };
        if (numeric)
          return of === 'events'
            ? { of, stat: 'count', where }
            : { of, stat, field: text ? 'revenue' : field, where };
        return { of, stat, where };
      }),
  );
const window: fc.Arbitrary<Window> = fc.oneof(
  fc.constant<Window>({ kind: 'lifetime' }),
  fc.constantFrom(1, 7, 30, 60).map((days): Window => ({ kind: 'last-days', days })),
  fc.constantFrom(0, 1, 10, 30).map((days): Window => ({ kind: 'since-first-order', days })),
  fc
    .tuple(fc.constantFrom(0, 5, 30), fc.constantFrom(0, 1, 30))
    .map(([to, more]): Window => ({ kind: 'days-ago', from: to + more, to })),
  fc.record({ kind: fc.constantFrom('before-sequence' as const, 'after-sequence' as const), steps }),
  fc.tuple(fc.integer({ min: 0, max: DAYS }), fc.integer({ min: 0, max: 40 })).map(
    ([from, more]): Window => ({
      kind: 'between',
      from: FIRST + from * 86_400_000,
      to: FIRST + (from + more) * 86_400_000,
    }),
  ),
);
export const leaf: fc.Arbitrary<Rule> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('behaviour' as const), measure, window, test: numberTest }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('attribute' as const),
      field: fc.constant('gender'),
      test: textTest('f', 'm'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('attribute' as const),
      field: fc.constant('custom:points'),
      test: numberTest as fc.Arbitrary<ValueTest>,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('attribute' as const),
      field: fc.constantFrom('emailConsent', 'city'),
      test: fc.constantFrom<ValueTest>({ op: 'is-yes' }, { op: 'is-no' }, { op: 'is-empty' }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rank' as const),
      measure,
      window,
      side: fc.constantFrom('top' as const, 'bottom' as const),
      share: fc.constantFrom(0.1, 0.25, 0.5, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(measure, window, fc.constantFrom(2, 4, 5), fc.constantFrom(1, 2), fc.constantFrom(0, 1, 3))
      .map(
        ([measured, when, bands, from, more]): Rule => ({
          kind: 'quantile',
          measure: measured,
          window: when,
          bands,
          from,
          to: Math.min(bands, from + more),
        }),
      ),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('sequence' as const), steps, window }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record(
        {
          r: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
          f: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
          m: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        },
        { requiredKeys: [] },
      )
      .map((s): Rule => ({ kind: 'rfm-scores', ...(Object.keys(s).length === 0 ? { r: [5] } : s) })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('list' as const),
      people: fc.array(
        fc.oneof(
          fc.record({ personId: fc.constantFrom('1', '2', '3') }),
          fc.record({ email: fc.constantFrom('a@x.pl', 'c@x.pl') }),
          fc.record({ personId: fc.constantFrom('1', '3'), email: fc.constantFrom('a@x.pl', 'b@x.pl') }),
        ),
        { maxLength: 3 },
      ),
    }),
  },
);
export const moment = fc.oneof(
  fc.integer({ min: -2, max: DAYS + 5 }).map((day) => FIRST + day * 86_400_000),
  fc.integer({ min: 0, max: DAYS * 24 }).map((hour) => FIRST + hour * 3_600_000 + 1),
);
export const rule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      rules: fc.array(tie('rule'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('as-of' as const), at: moment, rule: tie('rule') }),
  ),
})).rule;
