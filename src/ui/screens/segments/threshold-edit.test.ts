import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../segments/rule/rule';
import type { Threshold } from '../../../segments/segment';
import { isInRule, withThreshold } from './threshold-edit';

const threshold = (value: number, unit: Threshold['unit']): Threshold => ({
  label: { en: 'x', pl: 'x' },
  value,
  unit,
  from: { en: 'x', pl: 'x' },
  n: 10,
});

const rule: Rule = {
  kind: 'all',
  rules: [
    {
      kind: 'behaviour',
      measure: { of: 'orders', stat: 'count' },
      window: { kind: 'last-days', days: 2 },
      test: { op: 'at-least', value: 2 },
    },
    {
      kind: 'rank',
      side: 'top',
      share: 0.1,
      measure: {
        of: 'orders',
        stat: 'sum',
        field: 'revenue',
        where: [{ field: 'discount', test: { op: 'more-than', value: 0.1 } }],
      },
      window: { kind: 'lifetime' },
    },
  ],
};

describe('editing a threshold', () => {
  it('tells two days from two orders by what the number counts', () => {
    const days = JSON.stringify(withThreshold(rule, threshold(2, 'days'), 30));
    expect(days).toContain('"days":30');
    expect(days).toContain('"op":"at-least","value":2');
    const orders = JSON.stringify(withThreshold(rule, threshold(2, 'orders'), 5));
    expect(orders).toContain('"days":2');
    expect(orders).toContain('"op":"at-least","value":5');
  });

  it('changes a share and not an amount of the same size', () => {
    const changed = JSON.stringify(withThreshold(rule, threshold(0.1, 'share'), 0.2));
    expect(changed).toContain('"share":0.2');
    expect(changed).toContain('"op":"more-than","value":0.1');
  });

  it('leaves the rule it was given as it was', () => {
    const before = JSON.stringify(rule);
    withThreshold(rule, threshold(2, 'days'), 30);
    expect(JSON.stringify(rule)).toBe(before);
  });

  it('reaches both ends of a range', () => {
    const between: Rule = { kind: 'attribute', field: 'age', test: { op: 'between', from: 18, to: 24 } };
    expect(withThreshold(between, threshold(24, 'years'), 30)).toMatchObject({ test: { from: 18, to: 30 } });
  });

  it('knows numbers that only follow from the rule', () => {
    expect(isInRule({ kind: 'rfm', groups: ['champions'] }, threshold(30, 'days'))).toBe(false);
    expect(isInRule(rule, threshold(2, 'days'))).toBe(true);
    expect(isInRule(rule, threshold(3, 'days'))).toBe(false);
  });
});
