import { describe, expect, it } from 'vitest';
import type { FieldInfo } from '../../../../protocol/engine-api';
import { parseRule } from '../../../../segments/parse-rule';
import type { Rule } from '../../../../segments/rule';
import {
  asGroup,
  gapsOf,
  hasKeptParts,
  measureFields,
  type NewConditionKind,
  newCondition,
  replaceAt,
  tidied,
  withOp,
  withStat,
  withWindowKind,
} from './rule-draft';

const info = (table: FieldInfo['table'], id: string, type: FieldInfo['type']): FieldInfo => ({
  table,
  id,
  label: { en: id, pl: id },
  type,
  filled: 1,
  values: [],
  min: null,
  max: null,
});
const fields = [info('people', 'personCountry', 'text'), info('orders', 'coupon', 'text')];
const once: Rule = {
  kind: 'behaviour',
  measure: { of: 'orders', stat: 'count' },
  window: { kind: 'lifetime' },
  test: { op: 'equals', value: 1 },
};
const KINDS: readonly NewConditionKind[] = [
  'attribute',
  'orders',
  'items',
  'events',
  'rank',
  'rfm',
  'lifecycle',
  'journey',
  'segment',
  'dimension',
];

describe('a rule while it is edited', () => {
  it.each(KINDS.filter((k) => k !== 'rank'))('counts a fresh condition on %s as one gap', (kind) => {
    expect(gapsOf(newCondition(kind, fields))).toBe(1);
  });

  it('counts gaps through groups, and an empty group as one', () => {
    expect(
      gapsOf({ kind: 'any', rules: [once, newCondition('orders', fields), { kind: 'all', rules: [] }] }),
    ).toBe(2);
  });

  it('has none once it is complete, and then it runs', () => {
    expect(gapsOf(once)).toBe(0);
    expect(parseRule(tidied(asGroup(once)))).toEqual(once);
  });
});

describe('changing what stands in a group', () => {
  const root = asGroup({ kind: 'all', rules: [once, { kind: 'any', rules: [once] }] });

  it('replaces a nested condition', () => {
    const next = replaceAt(root, [1, 0], { kind: 'rfm', groups: ['new'] });
    expect(next.rules[1]).toEqual({ kind: 'any', rules: [{ kind: 'rfm', groups: ['new'] }] });
    expect(next.rules[0]).toBe(once);
  });

  it('takes one out', () => {
    expect(replaceAt(root, [0], null).rules).toHaveLength(1);
  });

  it('saves a group of one as what it holds, but none of one as it is', () => {
    expect(tidied({ kind: 'all', rules: [{ kind: 'any', rules: [once] }] })).toEqual(once);
    expect(tidied({ kind: 'none', rules: [once] })).toEqual({ kind: 'none', rules: [once] });
  });
});

describe('changing an operator', () => {
  it('keeps what was typed where it still means something', () => {
    expect(withOp({ op: 'at-least', value: 3 }, 'at-most')).toEqual({ op: 'at-most', value: 3 });
    expect(withOp({ op: 'at-least', value: 3 }, 'between')).toEqual({
      op: 'between',
      from: 3,
      to: Number.NaN,
    });
    expect(withOp({ op: 'is-any-of', values: ['PL'] }, 'contains')).toEqual({ op: 'contains', text: 'PL' });
    expect(withOp({ op: 'contains', text: '' }, 'is-any-of')).toEqual({ op: 'is-any-of', values: [] });
  });
});

describe('changing a measure', () => {
  it('drops a field the new stat does not take', () => {
    expect(withStat({ of: 'orders', stat: 'sum', field: 'revenue' }, 'count', fields)).toEqual({
      of: 'orders',
      stat: 'count',
    });
  });

  it('gives a share something to be the share of', () => {
    expect(withStat({ of: 'orders', stat: 'count' }, 'share', fields).where).toHaveLength(1);
  });

  it('counts different values of text columns only', () => {
    expect(measureFields('orders', 'distinct', fields)).toEqual(['coupon']);
    expect(measureFields('orders', 'sum', fields)).toContain('revenue');
  });

  it('keeps the days between two windows of days', () => {
    expect(withWindowKind({ kind: 'last-days', days: 30 }, 'since-first-order')).toEqual({
      kind: 'since-first-order',
      days: 30,
    });
  });
});

describe('a rule the editor has no fields for', () => {
  const sequence: Rule = {
    kind: 'sequence',
    steps: [{ of: 'orders' }, { of: 'orders', within: { n: 30, unit: 'days' } }],
    window: { kind: 'lifetime' },
  };

  it('stays as it is while others beside it are edited and saved', () => {
    const root = replaceAt({ kind: 'all', rules: [sequence, once] }, [1], {
      ...once,
      test: { op: 'equals', value: 2 },
    });
    expect(gapsOf(root)).toBe(0);
    expect(tidied(root)).toEqual({
      kind: 'all',
      rules: [sequence, { ...once, test: { op: 'equals', value: 2 } }],
    });
  });

  it('is told from those it can edit, whole or in part', () => {
    expect(hasKeptParts(sequence as Parameters<typeof hasKeptParts>[0])).toBe(true);
    expect(hasKeptParts(once as Parameters<typeof hasKeptParts>[0])).toBe(false);
    const window = { kind: 'days-ago', from: 60, to: 30 } as const;
    expect(hasKeptParts({ ...once, window } as Parameters<typeof hasKeptParts>[0])).toBe(true);
  });
});
