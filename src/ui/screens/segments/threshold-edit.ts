import type {
  Filter,
  ForecastTest,
  Measure,
  NumberTest,
  Rule,
  SequenceStep,
  ValueTest,
  Window,
} from '../../../segments/rule/rule';
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
    case 'prediction': {
      const test: ForecastTest =
        'share' in rule.test
          ? { ...rule.test, share: change(rule.test.share, 'share') }
          : numberTest(rule.test, rule.of === 'value' ? 'money' : 'share', change);
      return rule.of === 'order' ? { ...rule, days: change(rule.days, 'days'), test } : { ...rule, test };
    }
    case 'quantile':
      return { ...rule, measure: measure(rule.measure, change), window: window(rule.window, change) };
    case 'sequence':
      return {
        ...rule,
        steps: rule.steps.map((one) => step(one, change)),
        window: window(rule.window, change),
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
  return {
    ...of,
    where: of.where.map((f) => filter(f, change)),
  };
}

function filter(of: Filter, change: Change): Filter {
  if ('kind' in of) return { ...of, filters: of.filters.map((one) => filter(one, change)) };
  const unit: Unit = MONEY.has(of.field) ? 'money' : of.field === 'daysAgo' ? 'days' : 'number';
  return { ...of, test: valueTest(of.test, unit, change) };
}

function step(of: SequenceStep, change: Change): SequenceStep {
  return {
    ...of,
    ...(of.where ? { where: of.where.map((f) => filter(f, change)) } : {}),
    ...(of.within?.unit === 'days' ? { within: { ...of.within, n: change(of.within.n, 'days') } } : {}),
  };
}

function window(of: Window, change: Change): Window {
  switch (of.kind) {
    case 'last-days':
    case 'since-first-order':
      return { ...of, days: change(of.days, 'days') };
    case 'days-ago':
      return { ...of, from: change(of.from, 'days'), to: change(of.to, 'days') };
    case 'before-sequence':
    case 'after-sequence':
      return { ...of, steps: of.steps.map((one) => step(one, change)) };
    default:
      return of;
  }
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
