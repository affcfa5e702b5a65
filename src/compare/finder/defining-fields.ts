import type { Column } from '../../core/column';
import type { Label } from '../../core/label';
import { measurePeople } from '../../segments/engine/measure-people';
import { personColumn } from '../../segments/engine/person-column';
import type { Scope } from '../../segments/engine/scope';
import { foretold, type Prediction } from '../../segments/foretold';
import { rfm } from '../../segments/rfm/rfm';
import { fieldFilters } from '../../segments/rule/filter-fields';
import { isRowField } from '../../segments/rule/row-fields';
import type { FieldFilter, Filter, Measure, Rule, SequenceStep, Window } from '../../segments/rule/rule';
import { ruleWords } from '../../segments/sentence/rule-words';

/**
 * What a rule asks of people, as keys: `people.<field>`; of their rows `<table>.<field>`, `<table>.<field>=<value>` where
 * only that value is asked for, `<table>.count` and `<table>.time`; of report rows `report.<dimension>`.
 */
export interface DefiningField {
  readonly key: string;
  readonly label: Label;
  /** By person, for copies to be told by; null where there is no one column of it. */
  readonly column: (() => Column | null) | null;
}

const words = ruleWords();

/** Fields that decide who is in a segment, down through the segments its rule names. */
export function definingFields(
  rule: Rule,
  ruleOf: (id: string) => Rule | null,
  /** Null at aggregate grain. */
  scope: Scope | null,
): readonly DefiningField[] {
  const found = new Map<string, DefiningField>();
  const add = (field: DefiningField) => {
    const before = found.get(field.key);
    if (before === undefined || before.column === null) found.set(field.key, field);
  };
  const visited = new Set<string>();
  const visit = (of: Rule): void => {
    switch (of.kind) {
      case 'all':
      case 'any':
      case 'none':
        for (const part of of.rules) visit(part);
        return;
      // What decided on an earlier day decides; what it said then is another column than now's.
      case 'as-of':
        visit(of.rule);
        return;
      case 'segment': {
        if (visited.has(of.id)) return;
        visited.add(of.id);
        const named = ruleOf(of.id);
        if (named !== null) visit(named);
        return;
      }
      default:
        for (const field of leafFields(of, scope)) add(field);
    }
  };
  visit(rule);
  return [...found.values()];
}

type Leaf = Exclude<Rule, { readonly kind: 'all' | 'any' | 'none' | 'segment' | 'as-of' }>;

function leafFields(rule: Leaf, scope: Scope | null): readonly DefiningField[] {
  switch (rule.kind) {
    case 'attribute': {
      const column = scope === null ? null : () => personColumn(scope, rule.field);
      return personKeys(rule.field).map((key) => ({
        key,
        label: words.field('people', rule.field),
        column,
      }));
    }
    case 'behaviour':
    case 'rank':
    case 'quantile': {
      const { measure, window } = rule;
      const column = scope === null ? null : () => measured(scope, measure, window);
      return [
        ...measureKeys(measure).map((key) => ({ key, label: keyLabel(key), column })),
        ...filterKeys(measure.of, [...(measure.where ?? []), ...(measure.among ?? [])], measure.stat).map(
          plain,
        ),
        ...windowKeys(window).map(plain),
      ];
    }
    case 'sequence':
      return [...stepKeys(rule.steps), ...windowKeys(rule.window)].map(plain);
    case 'rfm':
      return rfmFields(scope, ['orders.time', 'orders.count']);
    case 'rfm-scores':
      return rfmFields(scope, [
        ...(rule.r === undefined ? [] : ['orders.time']),
        ...(rule.f === undefined ? [] : ['orders.count']),
        ...(rule.m === undefined ? [] : ['orders.revenue']),
      ]);
    case 'lifecycle':
      return [...personKeys('createdAt'), 'orders.time', 'orders.count', 'events.time'].map(plain);
    case 'journey':
      return ['people.lifecycleStage', 'orders.time', 'orders.count', 'events.kind'].map(plain);
    case 'prediction': {
      const { of } = rule;
      const column = scope === null ? null : () => foretoldColumn(scope, rule);
      const keys = ['orders.time', 'orders.count', ...(of === 'value' ? ['orders.revenue'] : [])];
      return keys.map((key) => ({ key, label: keyLabel(key), column }));
    }
    case 'list':
      return [];
    case 'dimension':
      return [{ key: `report.${rule.dimension}`, label: words.dimension(rule.dimension), column: null }];
  }
}

const plain = (key: string): DefiningField => ({ key, label: keyLabel(key), column: null });

/** A field and those it is worked out of, or that are worked out of it. */
export function personKeys(field: string): readonly string[] {
  switch (field) {
    case 'age':
    case 'birthDate':
    case 'daysToBirthday':
      return ['people.age', 'people.birthDate'];
    case 'createdAt':
    case 'daysSinceCreated':
      return ['people.createdAt'];
    case 'statedOrders':
      return ['people.statedOrders', 'orders.count'];
    case 'statedSpent':
      return ['people.statedSpent', 'orders.revenue'];
    default:
      return [`people.${field}`];
  }
}

const MONEY: ReadonlySet<string> = new Set(['revenue', 'gross', 'total', 'value', 'amount']);

/** As `rowColumn` reads a field: several names of one thing are one key. */
export function rowKey(table: Measure['of'], field: string): string {
  if (isRowField(field) || field === 'time' || field === 'day') return `${tableOf(table)}.time`;
  if (table !== 'events' && MONEY.has(field)) return 'orders.revenue';
  if (field === 'quantity' || (field === 'units' && table !== 'events')) return 'orders.units';
  return `${table}.${field}`;
}

const tableOf = (table: Measure['of']) => (table === 'events' ? 'events' : 'orders');

function measureKeys({ of, stat, field, where = [] }: Measure): readonly string[] {
  // Of some rows only: what says which ones defines it, and not how many there are of any.
  if (where.length > 0) return [];
  switch (stat) {
    case 'count':
    case 'rate':
      return [`${tableOf(of)}.count`];
    case 'days-since-last':
    case 'days-since-first':
    case 'median-gap':
    case 'lateness':
      return [`${tableOf(of)}.time`];
    case 'share':
      return [];
    default:
      return [rowKey(of, field ?? 'revenue')];
  }
}

/** Of a share, the whole field is defined: more of one value is less of the others. */
function filterKeys(
  of: Measure['of'],
  filters: readonly Filter[],
  stat: Measure['stat'] | null,
): readonly string[] {
  return fieldFilters(filters).flatMap((filter) => {
    const keys = [rowKey(of, filter.field)];
    // Lines borrow what their order says.
    if (of === 'items') keys.push(rowKey('orders', filter.field));
    const values = stat === 'share' ? null : valuesOf(filter);
    return values === null ? keys : keys.flatMap((key) => values.map((value) => `${key}=${value}`));
  });
}

function valuesOf({ test }: FieldFilter): readonly string[] | null {
  return test.op === 'is-any-of' ? test.values : null;
}

function windowKeys(window: Window): readonly string[] {
  switch (window.kind) {
    case 'since-first-order':
      return ['orders.time'];
    case 'before-sequence':
    case 'after-sequence':
      return stepKeys(window.steps);
    default:
      return [];
  }
}

function stepKeys(steps: readonly SequenceStep[]): readonly string[] {
  return steps.flatMap(({ of, where = [] }) => [
    ...(where.length === 0 ? [`${tableOf(of)}.count`] : []),
    ...filterKeys(of, where, null),
  ]);
}

function measured(scope: Scope, measure: Measure, window: Window): Column | null {
  const { held, values, emptyIsZero } = measurePeople(scope, measure, window);
  if (!held) return null;
  return { type: 'number', values: emptyIsZero ? values.map((v) => (Number.isNaN(v) ? 0 : v)) : values };
}

function foretoldColumn(scope: Scope, rule: Prediction): Column | null {
  const { held, values } = foretold(scope, rule);
  return held ? { type: 'number', values } : null;
}

function rfmFields(scope: Scope | null, keys: readonly string[]): readonly DefiningField[] {
  const column = (key: string) => {
    if (scope === null) return null;
    const { held, recency, frequency, monetary } = rfm(scope);
    if (!held) return null;
    const of = key === 'orders.time' ? recency : key === 'orders.count' ? frequency : monetary;
    return {
      type: 'number',
      values: Float64Array.from(of.scores, (s) => (s === 0 ? Number.NaN : s)),
    } as const;
  };
  return keys.map((key) => ({ key, label: keyLabel(key), column: () => column(key) }));
}

const KEY_LABELS: Readonly<Record<string, Label>> = {
  'orders.count': { en: 'Number of orders', pl: 'Liczba zamówień' },
  'orders.time': { en: 'When they ordered', pl: 'Kiedy zamawiali' },
  'orders.revenue': { en: 'Amounts of orders', pl: 'Kwoty zamówień' },
  'orders.units': { en: 'Units bought', pl: 'Kupione sztuki' },
  'orders.refunded': { en: 'Refunds', pl: 'Zwroty' },
  'orders.discount': { en: 'Discounts', pl: 'Rabaty' },
  'events.count': { en: 'Number of events', pl: 'Liczba zdarzeń' },
  'events.time': { en: 'When events happened', pl: 'Kiedy były zdarzenia' },
  'people.createdAt': { en: 'Created at', pl: 'Utworzono' },
};

function keyLabel(key: string): Label {
  const known = KEY_LABELS[key];
  if (known !== undefined) return known;
  const [name = key, value] = key.split(/=(.*)/s);
  const [table = '', field = ''] = name.split(/\.(.*)/s);
  const tables = ['people', 'orders', 'items', 'events'] as const;
  const label = words.field(tables.find((t) => t === table) ?? 'people', field);
  return value === undefined ? label : { en: `${label.en}: ${value}`, pl: `${label.pl}: ${value}` };
}
