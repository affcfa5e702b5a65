import type { ColumnType } from '../../../../core/column';
import type { FieldInfo } from '../../../../protocol/engine-api';
import { parseRule } from '../../../../segments/parse-rule';
import type { Measure, NumberTest, Rule, ValueTest, Window } from '../../../../segments/rule';

/**
 * While it is edited, a rule is a `Rule` with holes: NaN for a number not typed yet, an empty text or list for a value
 * not picked yet. `gapsOf` counts them; a rule without any goes to the engine.
 */
export type Path = readonly number[];

export type GroupRule = Extract<Rule, { rules: readonly Rule[] }>;
export type BehaviourRule = Extract<Rule, { kind: 'behaviour' }>;

export const isGroup = (rule: Rule): rule is GroupRule =>
  rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'none';

/** What stands at the root is always a group, so that a second condition has where to go. */
export function asGroup(rule: Rule): GroupRule {
  return isGroup(rule) ? rule : { kind: 'all', rules: [rule] };
}

/** The rule with what stands at `path` replaced; null takes it out. */
export function replaceAt(rule: GroupRule, path: Path, next: Rule | null): GroupRule {
  const [head, ...rest] = path;
  if (head === undefined) return next === null ? { ...rule, rules: [] } : asGroup(next);
  const rules = rule.rules.flatMap((child, i): readonly Rule[] => {
    if (i !== head) return [child];
    if (rest.length === 0) return next === null ? [] : [next];
    return isGroup(child) ? [replaceAt(child, rest, next)] : [child];
  });
  return { ...rule, rules };
}

/** A group of one is what it holds, when saved. */
export function tidied(rule: Rule): Rule {
  if (!isGroup(rule)) return rule;
  const rules = rule.rules.map(tidied).filter((r) => !isGroup(r) || r.rules.length > 0);
  const [only] = rules;
  return rules.length === 1 && only && rule.kind !== 'none' ? only : { ...rule, rules };
}

/** How many conditions are not complete; an empty rule is one gap. */
export function gapsOf(rule: Rule): number {
  if (isGroup(rule))
    return rule.rules.length === 0 ? 1 : rule.rules.reduce((sum, child) => sum + gapsOf(child), 0);
  try {
    parseRule(rule);
    return 0;
  } catch {
    return 1;
  }
}

/** What the editor has no fields for yet: kept as it is, and shown as a sentence. */
export const KEPT_KINDS = ['quantile', 'sequence', 'rfm-scores', 'list', 'as-of'] as const;
type KeptKind = (typeof KEPT_KINDS)[number];

export type ConditionKind = NewConditionKind | KeptKind;

export function isKept(kind: ConditionKind): kind is KeptKind {
  return (KEPT_KINDS as readonly ConditionKind[]).includes(kind);
}

/** Whether some of a condition can be read here and not changed. */
export function hasKeptParts(rule: Exclude<Rule, GroupRule>): boolean {
  if (isKept(conditionKind(rule))) return true;
  if (rule.kind !== 'behaviour' && rule.kind !== 'rank') return false;
  const { where = [], among = [] } = rule.measure;
  return (
    among.length > 0 ||
    where.some((filter) => 'kind' in filter) ||
    rule.window.kind === 'days-ago' ||
    rule.window.kind === 'before-sequence' ||
    rule.window.kind === 'after-sequence'
  );
}

export type NewConditionKind =
  | 'attribute'
  | 'orders'
  | 'items'
  | 'events'
  | 'rank'
  | 'rfm'
  | 'lifecycle'
  | 'journey'
  | 'segment'
  | 'dimension';

export function conditionKind(rule: Exclude<Rule, GroupRule>): ConditionKind {
  return rule.kind === 'behaviour' ? rule.measure.of : rule.kind;
}

const LIFETIME: Window = { kind: 'lifetime' };

/** A fresh condition of a kind, filled in as far as there is one obvious choice. */
export function newCondition(kind: NewConditionKind, fields: readonly FieldInfo[]): Rule {
  switch (kind) {
    case 'attribute': {
      const first = fields.find((f) => f.table === 'people');
      return { kind, field: first?.id ?? '', test: newTest(first?.type ?? 'text') };
    }
    case 'orders':
    case 'items':
    case 'events':
      return {
        kind: 'behaviour',
        measure: { of: kind, stat: 'count' },
        window: LIFETIME,
        test: { op: 'at-least', value: Number.NaN },
      };
    case 'rank':
      return {
        kind,
        side: 'top',
        share: 0.1,
        measure: { of: 'orders', stat: 'sum', field: 'revenue' },
        window: LIFETIME,
      };
    case 'rfm':
      return { kind, groups: [] };
    case 'lifecycle':
      return { kind, stages: [], interval: 'quarter' };
    case 'journey':
      return { kind, stages: [] };
    case 'segment':
      return { kind, id: '' };
    case 'dimension':
      return { kind, dimension: '', test: { op: 'is-any-of', values: [] } };
  }
}

export function newTest(type: ColumnType): ValueTest {
  switch (type) {
    case 'text':
      return { op: 'is-any-of', values: [] };
    case 'flag':
      return { op: 'is-yes' };
    case 'time':
      return { op: 'after', at: Number.NaN };
    case 'number':
    case 'money':
      return { op: 'at-least', value: Number.NaN };
  }
}

const TEXT_OPS = ['is-any-of', 'is-none-of', 'contains', 'starts-with', 'is-filled', 'is-empty'] as const;
const NUMBER_OPS = ['at-least', 'at-most', 'more-than', 'less-than', 'equals', 'between'] as const;

/** Tests that make sense for values of a type, most used first. */
export function testsOf(type: ColumnType): readonly ValueTest['op'][] {
  switch (type) {
    case 'text':
      return TEXT_OPS;
    case 'flag':
      return ['is-yes', 'is-no', 'is-filled', 'is-empty'];
    case 'time':
      return ['after', 'before', 'is-filled', 'is-empty'];
    case 'number':
    case 'money':
      return [...NUMBER_OPS, 'is-filled', 'is-empty'];
  }
}

export const numberTests: readonly NumberTest['op'][] = NUMBER_OPS;

/** The test with another operator, its values carried over where they still mean something. */
export function withOp(test: ValueTest, op: ValueTest['op']): ValueTest {
  switch (op) {
    case 'is-any-of':
    case 'is-none-of':
      return {
        op,
        values: 'values' in test ? test.values : 'text' in test && test.text !== '' ? [test.text] : [],
      };
    case 'contains':
    case 'starts-with':
      return { op, text: 'text' in test ? test.text : 'values' in test ? (test.values[0] ?? '') : '' };
    case 'is-empty':
    case 'is-filled':
    case 'is-yes':
    case 'is-no':
      return { op };
    case 'before':
    case 'after':
      return { op, at: 'at' in test ? test.at : Number.NaN };
    case 'between':
      return 'from' in test
        ? { op, from: test.from, to: test.to }
        : { op, from: 'value' in test ? test.value : Number.NaN, to: Number.NaN };
    default:
      return { op, value: 'value' in test ? test.value : 'from' in test ? test.from : Number.NaN };
  }
}

export function isNumberTest(test: ValueTest): test is NumberTest {
  return 'value' in test || 'from' in test;
}

export const STATS: Readonly<Record<Measure['of'], readonly Measure['stat'][]>> = {
  orders: [
    'count',
    'sum',
    'mean',
    'min',
    'max',
    'days-since-last',
    'days-since-first',
    'share',
    'rate',
    'median-gap',
    'lateness',
    'share-of-gross',
    'distinct',
  ],
  items: ['count', 'sum', 'mean', 'distinct', 'share', 'days-since-last', 'days-since-first'],
  events: ['count', 'days-since-last', 'days-since-first', 'share', 'sum', 'distinct', 'rate'],
};

/** Money or units the engine works out for every row, besides the columns held. */
const AMOUNTS: Readonly<Record<Measure['of'], readonly string[]>> = {
  orders: ['revenue', 'gross', 'refunded', 'discount', 'units'],
  items: ['revenue', 'units'],
  events: ['value'],
};

export function takesField(stat: Measure['stat']): boolean {
  return ['sum', 'mean', 'min', 'max', 'distinct', 'share-of-gross'].includes(stat);
}

/** Fields a stat can be taken of, by id. */
export function measureFields(
  of: Measure['of'],
  stat: Measure['stat'],
  fields: readonly FieldInfo[],
): readonly string[] {
  const columns = fields.filter((f) => f.table === of);
  if (stat === 'distinct') return columns.filter((f) => f.type === 'text').map((f) => f.id);
  if (stat === 'share-of-gross') return ['discount', 'refunded'];
  const numeric = columns
    .filter((f) => (f.type === 'number' || f.type === 'money') && !AMOUNTS[of].includes(f.id))
    .map((f) => f.id);
  return [...AMOUNTS[of], ...numeric];
}

/** The measure with another stat, its field kept where the stat can take it. */
export function withStat(measure: Measure, stat: Measure['stat'], fields: readonly FieldInfo[]): Measure {
  const { field: before, where, of } = measure;
  const kept = where ?? (stat === 'share' ? [newFilter(of, fields)] : undefined);
  const offered = measureFields(of, stat, fields);
  const field = takesField(stat)
    ? before && offered.includes(before)
      ? before
      : (offered[0] ?? '')
    : undefined;
  return {
    of,
    stat,
    ...(field === undefined ? {} : { field }),
    ...(kept === undefined || kept.length === 0 ? {} : { where: kept }),
  };
}

export function newFilter(of: Measure['of'], fields: readonly FieldInfo[]) {
  const first =
    fields.find((f) => f.table === of) ??
    (of === 'items' ? fields.find((f) => f.table === 'orders') : undefined);
  return first
    ? { field: first.id, test: newTest(first.type) }
    : { field: AMOUNTS[of][0] ?? '', test: newTest('number') };
}

export const WINDOW_KINDS = ['lifetime', 'last-days', 'since-first-order', 'between'] as const;

export function withWindowKind(window: Window, kind: (typeof WINDOW_KINDS)[number]): Window {
  switch (kind) {
    case 'lifetime':
      return { kind };
    case 'last-days':
    case 'since-first-order':
      return { kind, days: 'days' in window ? window.days : 90 };
    case 'between':
      return window.kind === 'between' ? window : { kind, from: Number.NaN, to: Number.NaN };
  }
}
