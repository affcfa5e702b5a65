import type { Bitset } from '../src/core/bitset';
import type { Dataset } from '../src/core/dataset';
import { parseIso } from '../src/core/time/calendar';
import { type EvaluationContext, evaluateRule } from '../src/segments/evaluate-rule';
import type { Measure, NumberTest, Rule, ValueTest, Window } from '../src/segments/rule/rule';

export const on = (day: string) => parseIso(day) as number;
export const base: EvaluationContext = {
  asOf: on('2024-12-31'),
  currency: 'USD',
  segment: () => null,
  reportId: null,
};
export const lifetime = { kind: 'lifetime' } as const;

export function labels(dataset: Dataset, set: Bitset): string {
  const { codes, dictionary } = dataset.people.label;
  const out: string[] = [];
  set.forEach((p) => {
    out.push(dictionary[codes[p] as number] as string);
  });
  return out.join(' ');
}

export function says(dataset: Dataset, rule: Rule, more: Partial<EvaluationContext> = {}) {
  const found = evaluateRule(dataset, rule, { ...base, ...more });
  return { in: labels(dataset, found.in), unknown: labels(dataset, found.unknown) };
}

export const orders = (
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
export const events = (kind: string, test: NumberTest, window: Window = lifetime): Rule => ({
  kind: 'behaviour',
  measure: {
    of: 'events',
    stat: 'count',
    where: [{ field: 'kind', test: { op: 'is-any-of', values: [kind] } }],
  },
  window,
  test,
});
export const attribute = (field: string, test: ValueTest): Rule => ({ kind: 'attribute', field, test });
export const atLeast = (value: number): NumberTest => ({ op: 'at-least', value });
export const atMost = (value: number): NumberTest => ({ op: 'at-most', value });
