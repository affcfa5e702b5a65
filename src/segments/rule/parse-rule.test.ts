import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/app-error';
import { parseRule } from './parse-rule';
import type { Rule } from './rule';
import { checkReferences, segmentReferences } from './segment-references';

const whole: Rule = {
  kind: 'all',
  rules: [
    { kind: 'attribute', field: 'gender', test: { op: 'is-any-of', values: ['f'] } },
    {
      kind: 'any',
      rules: [
        {
          kind: 'behaviour',
          measure: {
            of: 'orders',
            stat: 'sum',
            field: 'revenue',
            where: [{ field: 'weekday', test: { op: 'between', from: 6, to: 7 } }],
          },
          window: { kind: 'last-days', days: 90 },
          test: { op: 'at-least', value: 100 },
        },
        {
          kind: 'rank',
          measure: { of: 'events', stat: 'count' },
          window: { kind: 'between', from: 0, to: 5 },
          side: 'top',
          share: 0.1,
        },
        { kind: 'rfm', groups: ['champions', 'loyal'] },
      ],
    },
    {
      kind: 'none',
      rules: [
        { kind: 'lifecycle', stages: ['dormant'], interval: 'month' },
        { kind: 'journey', stages: ['lapsed'] },
        { kind: 'segment', id: 'library:champions' },
        { kind: 'dimension', dimension: 'source', test: { op: 'contains', text: 'goo' } },
        { kind: 'attribute', field: 'createdAt', test: { op: 'before', at: 12 } },
        { kind: 'attribute', field: 'emailConsent', test: { op: 'is-yes' } },
      ],
    },
  ],
};

function fault(value: unknown) {
  try {
    parseRule(value);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('segment/invalid-rule');
    return (error as AppError).params['where'];
  }
  return null;
}

describe('parseRule', () => {
  it('takes every kind of rule, and gives it back as it was', () => {
    expect(parseRule(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it('says where the fault lies', () => {
    expect(fault(null)).toBe('');
    expect(fault({ kind: 'constructor' })).toBe('kind');
    expect(fault({ kind: 'all', rules: [{ kind: 'rfm', groups: ['champion'] }] })).toBe('rules[0].groups[0]');
    expect(fault({ kind: 'rfm', groups: [] })).toBe('groups');
    expect(fault({ kind: 'segment', id: 'x', and: 1 })).toBe('and');
    expect(fault({ kind: 'attribute', field: 'age', test: { op: 'at-least', value: '3' } })).toBe(
      'test.value',
    );
    expect(fault({ kind: 'attribute', field: 'age', test: { op: 'at-least', value: Number.NaN } })).toBe(
      'test.value',
    );
    expect(fault({ kind: 'attribute', field: 'age', test: { op: 'between', from: 3, to: 2 } })).toBe(
      'test.to',
    );
    expect(fault({ kind: 'attribute', field: '', test: { op: 'is-empty' } })).toBe('field');
    const rank = { kind: 'rank', side: 'top', share: 0, window: { kind: 'lifetime' } };
    expect(fault({ ...rank, measure: { of: 'orders', stat: 'count' } })).toBe('share');
    expect(fault({ ...rank, share: 1, measure: { of: 'orders', stat: 'sum' } })).toBe('measure.field');
    expect(fault({ ...rank, share: 1, measure: { of: 'orders', stat: 'share' } })).toBe('measure.where');
    const window = { kind: 'last-days', days: 0.5 };
    expect(fault({ ...rank, share: 1, measure: { of: 'orders', stat: 'count' }, window })).toBe(
      'window.days',
    );
  });

  it('refuses rules that never end', () => {
    let deep: unknown = { kind: 'all', rules: [] };
    for (let i = 0; i < 30; i++) deep = { kind: 'all', rules: [deep] };
    expect(fault(deep)).toMatch(/^rules/);
    const rules = Array.from({ length: 600 }, () => ({ kind: 'segment', id: 'a' }));
    expect(fault({ kind: 'any', rules })).toBe('rules[499]');
  });
});

describe('references to segments', () => {
  const rules = new Map<string, Rule>([
    ['a', { kind: 'segment', id: 'b' }],
    [
      'b',
      {
        kind: 'all',
        rules: [
          { kind: 'segment', id: 'c' },
          { kind: 'segment', id: 'd' },
        ],
      },
    ],
    ['c', { kind: 'segment', id: 'd' }],
    ['d', { kind: 'rfm', groups: ['new'] }],
  ]);
  const segment = (id: string) => rules.get(id) ?? null;

  it('may meet again, but not lead back', () => {
    expect(segmentReferences(whole)).toEqual(['library:champions']);
    expect(() => checkReferences('a', rules.get('a') as Rule, segment)).not.toThrow();
    expect(() => checkReferences('d', { kind: 'segment', id: 'a' }, segment)).toThrow('segment/circular');
    expect(() => checkReferences('e', { kind: 'segment', id: 'e' }, segment)).toThrow('segment/circular');
    expect(() => checkReferences(null, { kind: 'segment', id: 'gone' }, segment)).toThrow(
      'segment/not-found',
    );
  });
});
