import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { AppError } from '../core/app-error';
import type { Bitset } from '../core/bitset';
import { parseIso } from '../core/calendar';
import type { Dataset } from '../core/dataset';
import { type EvaluationContext, evaluateRule } from './evaluate-rule';
import type { Measure, NumberTest, Rule, ValueTest, Window } from './rule';

const on = (day: string) => parseIso(day) as number;
const base: EvaluationContext = {
  asOf: on('2024-12-31'),
  currency: 'USD',
  segment: () => null,
  reportId: null,
};
const lifetime = { kind: 'lifetime' } as const;

function labels(dataset: Dataset, set: Bitset): string {
  const { codes, dictionary } = dataset.people.label;
  const out: string[] = [];
  set.forEach((p) => {
    out.push(dictionary[codes[p] as number] as string);
  });
  return out.join(' ');
}

function says(dataset: Dataset, rule: Rule, more: Partial<EvaluationContext> = {}) {
  const found = evaluateRule(dataset, rule, { ...base, ...more });
  return { in: labels(dataset, found.in), unknown: labels(dataset, found.unknown) };
}

const orders = (
  stat: Measure['stat'],
  test: NumberTest,
  more: Partial<Measure> = {},
  window: Window = lifetime,
): Rule => ({
  kind: 'behaviour',
  measure: { of: 'orders', stat, ...more },
  window,
  test,
});
const events = (kind: string, test: NumberTest, window: Window = lifetime): Rule => ({
  kind: 'behaviour',
  measure: {
    of: 'events',
    stat: 'count',
    where: [{ field: 'kind', test: { op: 'is-any-of', values: [kind] } }],
  },
  window,
  test,
});
const attribute = (field: string, test: ValueTest): Rule => ({ kind: 'attribute', field, test });
const atLeast = (value: number): NumberTest => ({ op: 'at-least', value });
const atMost = (value: number): NumberTest => ({ op: 'at-most', value });

describe('behaviour', () => {
  it('counts sales only, up to the as-of and whole days of it', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-06-30T18:00', total: 10 },
        { person: 'a', time: '2024-07-01T00:00', total: 10 },
        { person: 'b', time: '2024-06-01', total: 10 },
        { person: 'b', time: '2024-06-02', sale: false, refunded: 10 },
      ],
    });
    expect(says(dataset, orders('count', atLeast(2)))).toEqual({ in: 'a', unknown: '' });
    const before = { asOf: on('2024-06-30') };
    expect(says(dataset, orders('count', atLeast(2)), before).in).toBe('');
    expect(says(dataset, orders('count', atLeast(1)), before).in).toBe('a b');
    expect(says(dataset, orders('count', atLeast(1)), { asOf: on('2024-06-30') + 1 }).in).toBe('b');
  });

  it('takes refunds off what was spent, those standing alone as well', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-01', total: 100, refunded: 30 },
        { person: 'a', time: '2024-02-01', sale: false, refunded: 20 },
        { person: 'b', time: '2024-01-01', total: 50 },
      ],
    });
    const spent = (test: NumberTest) => says(dataset, orders('sum', test, { field: 'revenue' })).in;
    expect(spent({ op: 'equals', value: 50 })).toBe('a b');
    expect(spent({ op: 'more-than', value: 50 })).toBe('');
    expect(spent({ op: 'less-than', value: 50.01 })).toBe('a b');
    expect(says(dataset, orders('sum', { op: 'equals', value: 100 }, { field: 'gross' })).in).toBe('a');
    expect(says(dataset, orders('max', { op: 'equals', value: 70 }, { field: 'revenue' })).in).toBe('a');
    expect(says(dataset, orders('mean', { op: 'equals', value: 50 }, { field: 'revenue' })).in).toBe('a b');
  });

  it('leaves other currencies out of money, and calls unknown whoever has only those', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-01', total: 10, currency: 'PLN' },
        { person: 'a', time: '2024-01-02', total: 500, currency: 'JPY' },
        { person: 'b', time: '2024-01-01', total: 500, currency: 'JPY' },
        { person: 'c', time: '2024-01-01', total: null, currency: 'PLN' },
      ],
    });
    const spent = (test: NumberTest, currency: string) =>
      says(dataset, orders('sum', test, { field: 'revenue' }), { currency });
    expect(spent({ op: 'equals', value: 10 }, 'PLN')).toEqual({ in: 'a', unknown: 'b c' });
    expect(spent({ op: 'equals', value: 500 }, 'JPY')).toEqual({ in: 'a b', unknown: 'c' });
    expect(says(dataset, orders('count', atLeast(1)), { currency: 'PLN' }).in).toBe('a b c');
  });

  it('has nobody out where nothing of the kind is held for the time asked', () => {
    const dataset = datasetOf({
      people: [{ id: 'a' }, { id: 'b' }],
      events: [{ person: 'a', time: '2024-06-01', kind: 'mail-open' }],
    });
    expect(says(dataset, events('mail-open', atMost(0)))).toEqual({ in: 'b', unknown: '' });
    expect(says(dataset, events('mail-click', atMost(0)))).toEqual({ in: '', unknown: 'a b' });
    expect(says(dataset, events('mail-open', atMost(0), { kind: 'last-days', days: 30 })).unknown).toBe(
      'a b',
    );
    expect(says(dataset, events('mail-open', atMost(0)), { asOf: on('2024-05-31') })).toEqual({
      in: '',
      unknown: 'b',
    });
    expect(says(dataset, orders('count', atMost(0))).unknown).toBe('a b');
  });

  it('keeps open what an empty cell may settle either way', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-01', channel: 'web' },
        { person: 'a', time: '2024-01-02', channel: null },
        { person: 'b', time: '2024-01-01', channel: null },
        { person: 'c', time: '2024-01-01', channel: 'shop' },
      ],
    });
    const web = { where: [{ field: 'channel', test: { op: 'is-any-of', values: ['web'] } as const }] };
    expect(says(dataset, orders('count', atLeast(1), web))).toEqual({ in: 'a', unknown: 'b' });
    expect(says(dataset, orders('count', atMost(0), web))).toEqual({ in: 'c', unknown: 'b' });
    expect(says(dataset, orders('count', atLeast(2), web))).toEqual({ in: '', unknown: 'a' });
    expect(says(dataset, orders('share', atLeast(1), web))).toEqual({ in: 'a', unknown: 'b' });
    const paid = {
      where: [{ field: 'paymentMethod', test: { op: 'is-any-of', values: ['card'] } as const }],
    };
    expect(says(dataset, orders('count', atLeast(1), paid)).unknown).toBe('a b c');
  });

  it('counts days by the calendar, the last days ending with the as-of', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-02-28T23:59' },
        { person: 'b', time: '2024-02-29T00:00' },
        { person: 'c', time: '2024-03-01T00:01' },
      ],
    });
    const at = { asOf: on('2024-03-01T12:00') };
    const silent = (days: number) =>
      says(dataset, orders('days-since-last', { op: 'equals', value: days }), at).in;
    expect([0, 1, 2].map(silent)).toEqual(['c', 'b', 'a']);
    const recent = (days: number) =>
      says(dataset, orders('count', atLeast(1), {}, { kind: 'last-days', days }), at).in;
    expect([1, 2, 3].map(recent)).toEqual(['c', 'b c', 'a b c']);
  });

  it('measures windows since the first order and between dates, ends included', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-31T10:00' },
        { person: 'a', time: '2024-03-01T23:00' },
        { person: 'b', time: '2024-01-31T10:00' },
        { person: 'b', time: '2024-03-02T00:00' },
      ],
      events: [{ person: 'c', time: '2024-01-01', kind: 'visit' }],
    });
    const within = (days: number, test: NumberTest) =>
      says(dataset, orders('count', test, {}, { kind: 'since-first-order', days })).in;
    expect(within(30, atLeast(2))).toBe('a');
    expect(within(31, atLeast(2))).toBe('a b');
    expect(within(30, atMost(1))).toBe('b');
    const window: Window = { kind: 'between', from: on('2024-02-01'), to: on('2024-03-01') };
    expect(says(dataset, orders('count', atLeast(1), {}, window)).in).toBe('a');
  });

  it('asks for weekdays, hours, months and days of the year', () => {
    const dataset = datasetOf({
      orders: [
        { person: 'a', time: '2024-03-02T09:30' },
        { person: 'b', time: '2024-03-04T21:00' },
        { person: 'c', time: '2023-12-24T12:00' },
      ],
    });
    const where = (field: string, test: ValueTest) =>
      says(dataset, orders('count', atLeast(1), { where: [{ field, test }] })).in;
    expect(where('weekday', { op: 'at-least', value: 6 })).toBe('a c');
    expect(where('hour', { op: 'between', from: 20, to: 23 })).toBe('b');
    expect(where('month', { op: 'is-any-of', values: ['3'] })).toBe('a b');
    expect(where('monthDay', { op: 'equals', value: 1224 })).toBe('c');
    expect(where('year', { op: 'equals', value: 2024 })).toBe('a b');
    expect(where('daysAgo', { op: 'at-most', value: 302 })).toBe('b');
  });

  it('does not know the hour where the source gives days only', () => {
    const dataset = datasetOf({ orders: [{ person: 'a', time: '2024-03-02' }] });
    const night = { where: [{ field: 'hour', test: { op: 'less-than', value: 6 } as const }] };
    expect(says(dataset, orders('count', atLeast(1), night))).toEqual({ in: '', unknown: 'a' });
  });

  it("measures a person's own gap, rate and lateness", () => {
    const dataset = datasetOf({
      orders: [
        ...['2024-01-01', '2024-01-11', '2024-01-11T12:00', '2024-01-31'].map((time) => ({
          person: 'a',
          time,
        })),
        { person: 'b', time: '2024-01-01' },
      ],
    });
    const at = { asOf: on('2024-03-01') };
    const equals = (value: number): NumberTest => ({ op: 'equals', value });
    expect(says(dataset, orders('median-gap', equals(15)), at)).toEqual({ in: 'a', unknown: '' });
    expect(says(dataset, orders('lateness', equals(2)), at).in).toBe('a');
    expect(says(dataset, orders('rate', equals((4 * 30) / 61)), at).in).toBe('a');
    expect(says(dataset, orders('rate', equals(30 / 61)), at).in).toBe('b');
  });

  it('looks into order lines, and knows that an order without lines may hold anything', () => {
    const dataset = datasetOf({
      orders: [
        {
          person: 'a',
          time: '2024-01-01',
          channel: 'web',
          items: [
            { category: 'tea', amount: 5, quantity: 2 },
            { category: 'tea', amount: 7, quantity: 1 },
            { category: 'cups', amount: 9, quantity: 1 },
          ],
        },
        { person: 'b', time: '2024-01-01' },
        {
          person: 'c',
          time: '2024-01-01',
          sale: false,
          refunded: 5,
          items: [{ category: 'tea', amount: -5 }],
        },
      ],
    });
    const items = (stat: Measure['stat'], test: NumberTest, more: Partial<Measure> = {}): Rule => ({
      kind: 'behaviour',
      measure: { of: 'items', stat, ...more },
      window: lifetime,
      test,
    });
    const tea = { where: [{ field: 'category', test: { op: 'is-any-of', values: ['tea'] } as const }] };
    expect(says(dataset, items('count', { op: 'equals', value: 2 }, tea))).toEqual({ in: 'a', unknown: 'b' });
    expect(says(dataset, items('sum', { op: 'equals', value: 12 }, { ...tea, field: 'revenue' }))).toEqual({
      in: 'a',
      unknown: 'b',
    });
    expect(says(dataset, items('distinct', { op: 'equals', value: 2 }, { field: 'category' })).in).toBe('a');
    const web = { where: [{ field: 'channel', test: { op: 'is-any-of', values: ['web'] } as const }] };
    expect(says(dataset, items('count', { op: 'equals', value: 3 }, web)).in).toBe('a');
  });
});

describe('attributes', () => {
  const dataset = datasetOf({
    people: [
      {
        id: 'a',
        gender: 'f',
        tags: 'VIP, Blog',
        emailConsent: true,
        birthDate: '1990-03-01',
        'custom:points': 7,
      },
      { id: 'b', gender: null, tags: 'VIPs', emailConsent: null, birthDate: null, 'custom:points': null },
      { id: 'c', gender: 'm', tags: null, emailConsent: false, birthDate: '2000-02-29', 'custom:points': 3 },
    ],
  });

  it('are unknown where empty, save to a question about emptiness', () => {
    expect(says(dataset, attribute('gender', { op: 'is-any-of', values: ['f'] }))).toEqual({
      in: 'a',
      unknown: 'b',
    });
    expect(says(dataset, attribute('gender', { op: 'is-none-of', values: ['f'] }))).toEqual({
      in: 'c',
      unknown: 'b',
    });
    expect(says(dataset, attribute('gender', { op: 'is-empty' }))).toEqual({ in: 'b', unknown: '' });
    expect(says(dataset, attribute('gender', { op: 'is-filled' }))).toEqual({ in: 'a c', unknown: '' });
    expect(says(dataset, attribute('city', { op: 'is-empty' })).unknown).toBe('a b c');
    expect(says(dataset, attribute('emailConsent', { op: 'is-no' }))).toEqual({ in: 'c', unknown: 'b' });
    expect(says(dataset, attribute('custom:points', { op: 'between', from: 3, to: 7 }))).toEqual({
      in: 'a c',
      unknown: 'b',
    });
    expect(says(dataset, attribute('gender', { op: 'at-least', value: 3 })).unknown).toBe('a b c');
  });

  it('take one tag of several whole', () => {
    expect(says(dataset, attribute('tags', { op: 'is-any-of', values: ['VIP'] }))).toEqual({
      in: 'a',
      unknown: 'c',
    });
    expect(says(dataset, attribute('tags', { op: 'contains', text: 'vip' })).in).toBe('a b');
  });

  it('know age and birthday from a birth date, on the as-of', () => {
    const at = { asOf: on('2023-02-28') };
    expect(says(dataset, attribute('age', { op: 'equals', value: 32 }), at).in).toBe('a');
    expect(says(dataset, attribute('age', { op: 'equals', value: 22 }), at).in).toBe('c');
    expect(says(dataset, attribute('daysToBirthday', { op: 'at-most', value: 1 }), at).in).toBe('a c');
    expect(says(dataset, attribute('daysToBirthday', { op: 'equals', value: 0 }), at).in).toBe('c');
  });
});

describe('groups of rules', () => {
  const dataset = datasetOf({
    people: [
      { id: 'a', gender: 'f', language: 'pl' },
      { id: 'b', gender: 'f', language: null },
      { id: 'c', gender: 'm', language: null },
      { id: 'd', gender: 'm', language: 'pl' },
    ],
  });
  const woman = attribute('gender', { op: 'is-any-of', values: ['f'] });
  const polish = attribute('language', { op: 'is-any-of', values: ['pl'] });

  it("follow Kleene's logic", () => {
    expect(says(dataset, { kind: 'all', rules: [woman, polish] })).toEqual({ in: 'a', unknown: 'b' });
    expect(says(dataset, { kind: 'any', rules: [woman, polish] })).toEqual({ in: 'a b d', unknown: 'c' });
    expect(says(dataset, { kind: 'none', rules: [woman, polish] })).toEqual({ in: '', unknown: 'c' });
    expect(says(dataset, { kind: 'all', rules: [] }).in).toBe('a b c d');
    expect(says(dataset, { kind: 'any', rules: [] }).in).toBe('');
    expect(says(dataset, { kind: 'none', rules: [] }).in).toBe('a b c d');
  });

  it('take in other segments, and refuse circles and strangers', () => {
    const library = new Map<string, Rule>([
      ['women', woman],
      ['x', { kind: 'any', rules: [{ kind: 'segment', id: 'y' }] }],
      ['y', { kind: 'segment', id: 'x' }],
    ]);
    const segment = (id: string) => library.get(id) ?? null;
    const twice: Rule = {
      kind: 'all',
      rules: [
        { kind: 'segment', id: 'women' },
        { kind: 'segment', id: 'women' },
      ],
    };
    expect(says(dataset, twice, { segment }).in).toBe('a b');
    const code = (rule: Rule) => {
      try {
        says(dataset, rule, { segment });
      } catch (error) {
        return (error as AppError).code;
      }
      return null;
    };
    expect(code({ kind: 'segment', id: 'x' })).toBe('segment/circular');
    expect(code({ kind: 'segment', id: 'z' })).toBe('segment/not-found');
  });
});

describe('the population at an as-of', () => {
  it('leaves out people of whom nothing had happened, and keeps those of whom nothing is dated', () => {
    const dataset = datasetOf({
      people: [
        { id: 'created', createdAt: '2024-01-10' },
        { id: 'later', createdAt: '2024-03-01' },
        { id: 'undated' },
        { id: 'buys later' },
      ],
      orders: [
        { person: 'buys later', time: '2024-02-01' },
        { person: 'guest', time: '2024-01-15' },
        { person: 'later', time: '2024-01-20' },
      ],
    });
    const everyone: Rule = { kind: 'all', rules: [] };
    expect(says(dataset, everyone, { asOf: on('2024-01-10') }).in).toBe('created undated');
    expect(says(dataset, everyone, { asOf: on('2024-01-31') }).in).toBe('created later undated guest');
    expect(says(dataset, { kind: 'none', rules: [everyone] }, { asOf: on('2024-01-31') }).in).toBe('');
    expect(says(dataset, orders('count', atMost(0)), { asOf: on('2024-01-31') }).in).toBe('created undated');
  });
});

describe('ranks', () => {
  const dataset = datasetOf({
    people: [{ id: 'none' }],
    orders: [10, 20, 30, 30, 30].map((total, i) => ({ person: `p${i}`, time: '2024-01-01', total })),
  });
  const top = (share: number, side: 'top' | 'bottom' = 'top'): Rule => ({
    kind: 'rank',
    measure: { of: 'orders', stat: 'sum', field: 'revenue' },
    window: lifetime,
    side,
    share,
  });

  it('keep ties together on the generous side, among those who have the measure', () => {
    expect(says(dataset, top(0.2)).in).toBe('p2 p3 p4');
    expect(says(dataset, top(0.8)).in).toBe('p1 p2 p3 p4');
    expect(says(dataset, top(1)).in).toBe('p0 p1 p2 p3 p4');
    expect(says(dataset, top(0.2, 'bottom')).in).toBe('p0');
    expect(says(dataset, top(0.5, 'bottom')).in).toBe('p0 p1 p2 p3 p4');
  });

  it('name those whose measure is not known', () => {
    const other = datasetOf({
      orders: [
        { person: 'a', time: '2024-01-01', total: 5 },
        { person: 'b', time: '2024-01-01', total: null },
      ],
    });
    expect(says(other, top(0.5))).toEqual({ in: 'a', unknown: 'b' });
  });
});

describe('report rows', () => {
  const dataset = datasetOf({
    reports: [
      {
        captureId: 'r1',
        dimensions: { sessionSource: ['google', '(direct)', null] },
        metrics: { sessions: { unit: 'count', values: [100, 50, 2] } },
      },
    ],
  });

  it('are chosen by their dimensions and metrics', () => {
    const rows = (rule: Rule) => {
      const found = evaluateRule(dataset, rule, { ...base, reportId: 'r1' });
      const list = (set: Bitset) => {
        const out: number[] = [];
        set.forEach((row) => {
          out.push(row);
        });
        return out;
      };
      return { in: list(found.in), unknown: list(found.unknown) };
    };
    const google: Rule = {
      kind: 'dimension',
      dimension: 'sessionSource',
      test: { op: 'is-any-of', values: ['google'] },
    };
    expect(rows(google)).toEqual({ in: [0], unknown: [2] });
    expect(rows({ kind: 'dimension', dimension: 'sessions', test: atLeast(50) })).toEqual({
      in: [0, 1],
      unknown: [],
    });
    expect(rows(orders('count', atLeast(1))).unknown).toEqual([0, 1, 2]);
    expect(() => evaluateRule(dataset, google, { ...base, reportId: 'gone' })).toThrow(AppError);
  });
});

describe('tables with nothing in them', () => {
  it('make nobody, and no fault', () => {
    const rules: Rule[] = [
      orders('count', atMost(0)),
      { kind: 'rfm', groups: ['champions'] },
      { kind: 'lifecycle', stages: ['new'], interval: 'month' },
      { kind: 'journey', stages: ['lapsed'] },
      attribute('gender', { op: 'is-empty' }),
    ];
    for (const rule of rules) expect(says(datasetOf({}), rule)).toEqual({ in: '', unknown: '' });
  });
});
