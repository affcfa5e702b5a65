import type { Measure, NumberTest, Rule, ValueTest, Window } from '../../../segments/rule';
import type { Threshold } from '../../../segments/segment';

/**
 * A threshold names a number of its rule by value and unit, not by place: "at least 2 orders" and "within 2 days" are
 * told apart by what the number counts.
 */
export function withThreshold(rule: Rule, threshold: Threshold, value: number): Rule {
  return walk(rule, (number, unit) =>
    number === threshold.value && unitsAgree(unit, threshold.unit) ? value : number,
  );
}

/** False for numbers the rule follows from, such as RFM cuts: shown, and not open to editing here. */
export function isInRule(rule: Rule, threshold: Threshold): boolean {
  let found = false;
  walk(rule, (number, unit) => {
    if (number === threshold.value && unitsAgree(unit, threshold.unit)) found = true;
    return number;
  });
  return found;
}

type Unit = Threshold['unit'];

/** `number` is what a rule says of a field it does not know the unit of. */
function unitsAgree(inRule: Unit, stated: Unit): boolean {
  return inRule === stated || inRule === 'number' || stated === 'number';
}

type Change = (value: number, unit: Unit) => number;

function walk(rule: Rule, change: Change): Rule {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return { ...rule, rules: rule.rules.map((r) => walk(r, change)) };
    case 'attribute':
      return { ...rule, test: valueTest(rule.test, rule.field === 'age' ? 'years' : 'number', change) };
    case 'dimension':
      return { ...rule, test: valueTest(rule.test, 'number', change) };
    case 'behaviour':
      return {
        ...rule,
        measure: measure(rule.measure, change),
        window: window(rule.window, change),
        test: numberTest(rule.test, unitOf(rule.measure), change),
      };
    case 'rank':
      return {
        ...rule,
        measure: measure(rule.measure, change),
        window: window(rule.window, change),
        share: change(rule.share, 'share'),
      };
    default:
      return rule;
  }
}

const MONEY = new Set(['revenue', 'gross', 'refunded', 'discount', 'value']);

function unitOf({ of, stat, field }: Measure): Unit {
  switch (stat) {
    case 'count':
      return of === 'orders' ? 'orders' : of === 'events' ? 'events' : 'units';
    case 'days-since-first':
    case 'days-since-last':
    case 'median-gap':
      return 'days';
    case 'share':
    case 'share-of-gross':
      return 'share';
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
      return field !== undefined && MONEY.has(field) ? 'money' : field === 'units' ? 'units' : 'number';
    default:
      return 'number';
  }
}

function measure(of: Measure, change: Change): Measure {
  if (!of.where) return of;
  const unit = (field: string): Unit =>
    MONEY.has(field) ? 'money' : field === 'daysAgo' ? 'days' : 'number';
  return {
    ...of,
    where: of.where.map((f) => ({ ...f, test: valueTest(f.test, unit(f.field), change) })),
  };
}

function window(of: Window, change: Change): Window {
  return of.kind === 'last-days' || of.kind === 'since-first-order'
    ? { ...of, days: change(of.days, 'days') }
    : of;
}

function valueTest(test: ValueTest, unit: Unit, change: Change): ValueTest {
  switch (test.op) {
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
    case 'equals':
    case 'between':
      return numberTest(test, unit, change);
    default:
      return test;
  }
}

function numberTest(test: NumberTest, unit: Unit, change: Change): NumberTest {
  return test.op === 'between'
    ? { ...test, from: change(test.from, unit), to: change(test.to, unit) }
    : { ...test, value: change(test.value, unit) };
}
