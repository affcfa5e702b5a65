import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { atLeast, atMost, attribute, base, lifetime, on, orders, says } from '../../tests/rule-says';
import { AppError } from '../core/app-error';
import type { Bitset } from '../core/bitset';
import { evaluateRule } from './evaluate-rule';
import type { Rule } from './rule/rule';

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
