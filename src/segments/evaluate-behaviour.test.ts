import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { atLeast, atMost, events, lifetime, on, orders, says } from '../../tests/rule-says';
import type { Measure, NumberTest, Rule, ValueTest, Window } from './rule/rule';

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
