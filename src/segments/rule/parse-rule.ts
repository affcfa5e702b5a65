import { AppError } from '../../core/app-error';
import { PERSON_KEYS } from '../../core/person-keys';
import { INTERVAL_MONTHS } from '../lifecycle';
import {
  type Filter,
  type ForecastTest,
  JOURNEY_STAGES,
  LIFECYCLE_STAGES,
  type ListedPerson,
  MEASURE_STATS,
  type Measure,
  MOST_BANDS,
  MOST_FORETOLD_DAYS,
  MOST_LISTED,
  MOST_STEPS,
  MOST_VALUES,
  MOST_WHOLE,
  NEEDS_FIELD,
  type NumberTest,
  RFM_GROUPS,
  type Rule,
  type SequenceStep,
  type Span,
  type ValueTest,
  type Window,
} from './rule';

const MOST_RULES = 500;
const MOST_DEPTH = 20;
const NO_LESS = 'no less than the other end';

/**
 * A rule that will run, made anew of what was given: nothing missing, nothing misspelt, nothing more.
 *
 * @throws AppError `segment/invalid-rule`, `params.where` the path to the fault (`rules[0].test.value`) and
 *   `params.expected` what should stand there
 */
export function parseRule(value: unknown): Rule {
  return new Parser().rule(value, '', 0);
}

class Parser {
  private rules = 0;

  rule(value: unknown, at: string, depth: number): Rule {
    if (depth > MOST_DEPTH) fail(at, `at most ${MOST_DEPTH} levels`);
    if (++this.rules > MOST_RULES) fail(at, `at most ${MOST_RULES} conditions`);
    const kind = object(value, at)['kind'];
    switch (kind) {
      case 'all':
      case 'any':
      case 'none': {
        const { rules } = keys(value, at, ['kind', 'rules']);
        return {
          kind,
          rules: list(rules, `${at}.rules`).map((r, i) => this.rule(r, `${at}.rules[${i}]`, depth + 1)),
        };
      }
      case 'attribute': {
        const { field, test } = keys(value, at, ['kind', 'field', 'test']);
        return { kind, field: text(field, `${at}.field`), test: valueTest(test, `${at}.test`) };
      }
      case 'behaviour': {
        const { measure, window, test } = keys(value, at, ['kind', 'measure', 'window', 'test']);
        return {
          kind,
          measure: parseMeasure(measure, `${at}.measure`),
          window: parseWindow(window, `${at}.window`),
          test: numberTest(test, `${at}.test`),
        };
      }
      case 'rank': {
        const given = keys(value, at, ['kind', 'measure', 'window', 'side', 'share']);
        return {
          kind,
          measure: parseMeasure(given['measure'], `${at}.measure`),
          window: parseWindow(given['window'], `${at}.window`),
          side: oneOf(given['side'], ['top', 'bottom'], `${at}.side`),
          share: parseShare(given['share'], `${at}.share`),
        };
      }
      case 'quantile': {
        const given = keys(value, at, ['kind', 'measure', 'window', 'bands', 'from', 'to']);
        const bands = whole(given['bands'], `${at}.bands`, 2, MOST_BANDS);
        const from = whole(given['from'], `${at}.from`, 1, MOST_BANDS);
        const to = whole(given['to'], `${at}.to`, 1, MOST_BANDS);
        if (from > to) fail(`${at}.to`, NO_LESS);
        if (to > bands) fail(`${at}.to`, `at most ${bands}`);
        return {
          kind,
          measure: parseMeasure(given['measure'], `${at}.measure`),
          window: parseWindow(given['window'], `${at}.window`),
          bands,
          from,
          to,
        };
      }
      case 'sequence': {
        const { steps, window } = keys(value, at, ['kind', 'steps', 'window']);
        return { kind, steps: parseSteps(steps, `${at}.steps`), window: parseWindow(window, `${at}.window`) };
      }
      case 'prediction': {
        const given = keys(value, at, ['kind', 'of', 'test'], ['days']);
        const of = oneOf(given['of'], ['value', 'order', 'still-buying'], `${at}.of`);
        const test = forecastTest(given['test'], `${at}.test`);
        if (of === 'order')
          return { kind, of, days: whole(given['days'], `${at}.days`, 1, MOST_FORETOLD_DAYS), test };
        if (Object.hasOwn(given, 'days')) fail(`${at}.days`, 'nothing by this name');
        return { kind, of, test };
      }
      case 'rfm-scores': {
        const given = keys(value, at, ['kind'], ['r', 'f', 'm']);
        const scores = Object.fromEntries(
          (['r', 'f', 'm'] as const).flatMap((letter) =>
            given[letter] === undefined ? [] : [[letter, someScores(given[letter], `${at}.${letter}`)]],
          ),
        );
        if (Object.keys(scores).length === 0) fail(at, 'a score for r, f or m');
        return { kind, ...scores };
      }
      case 'list': {
        const { people } = keys(value, at, ['kind', 'people']);
        const all = list(people, `${at}.people`);
        if (all.length > MOST_LISTED) fail(`${at}.people`, `at most ${MOST_LISTED} people`);
        return { kind, people: all.map((one, i) => listed(one, `${at}.people[${i}]`)) };
      }
      case 'rfm': {
        const { groups } = keys(value, at, ['kind', 'groups']);
        return { kind, groups: someOf(groups, RFM_GROUPS, `${at}.groups`) };
      }
      case 'lifecycle': {
        const { stages, interval } = keys(value, at, ['kind', 'stages', 'interval']);
        return {
          kind,
          stages: someOf(stages, LIFECYCLE_STAGES, `${at}.stages`),
          interval: oneOf(
            interval,
            Object.keys(INTERVAL_MONTHS) as (keyof typeof INTERVAL_MONTHS)[],
            `${at}.interval`,
          ),
        };
      }
      case 'journey': {
        const { stages } = keys(value, at, ['kind', 'stages']);
        return { kind, stages: someOf(stages, JOURNEY_STAGES, `${at}.stages`) };
      }
      case 'segment': {
        const { id } = keys(value, at, ['kind', 'id']);
        return { kind, id: text(id, `${at}.id`) };
      }
      case 'as-of': {
        const { at: moment, rule } = keys(value, at, ['kind', 'at', 'rule']);
        return {
          kind,
          at: number(moment, `${at}.at`),
          rule: this.rule(rule, `${at}.rule`, depth + 1),
        };
      }
      case 'dimension': {
        const { dimension, test } = keys(value, at, ['kind', 'dimension', 'test']);
        return { kind, dimension: text(dimension, `${at}.dimension`), test: valueTest(test, `${at}.test`) };
      }
      default:
        return fail(`${at}.kind`, 'a kind of rule');
    }
  }
}

function parseMeasure(value: unknown, at: string): Measure {
  const given = keys(value, at, ['of', 'stat'], ['field', 'where', 'among']);
  const stat = oneOf(given['stat'], MEASURE_STATS, `${at}.stat`);
  if (NEEDS_FIELD.has(stat) && given['field'] === undefined)
    fail(`${at}.field`, `a field to take the ${stat} of`);
  const where = filters(given['where'], `${at}.where`);
  const among = filters(given['among'], `${at}.among`);
  if (stat !== 'share' && among.length > 0) fail(`${at}.among`, 'nothing: only a share is among others');
  if (stat === 'share' && where.length === 0) fail(`${at}.where`, 'what the share is of');
  return {
    of: oneOf(given['of'], ['orders', 'items', 'events'], `${at}.of`),
    stat,
    ...(given['field'] === undefined ? {} : { field: text(given['field'], `${at}.field`) }),
    ...(where.length === 0 ? {} : { where }),
    ...(among.length === 0 ? {} : { among }),
  };
}

function filters(value: unknown, at: string): readonly Filter[] {
  return value === undefined ? [] : list(value, at).map((f, i) => filter(f, `${at}[${i}]`));
}

function filter(value: unknown, at: string, depth = 0): Filter {
  const kind = object(value, at)['kind'];
  if (kind === 'all' || kind === 'any' || kind === 'none') {
    if (depth > MOST_DEPTH) fail(at, `at most ${MOST_DEPTH} levels`);
    const inner = list(keys(value, at, ['kind', 'filters'])['filters'], `${at}.filters`);
    if (inner.length === 0) fail(`${at}.filters`, 'at least one');
    return { kind, filters: inner.map((f, i) => filter(f, `${at}.filters[${i}]`, depth + 1)) };
  }
  const { field, test } = keys(value, at, ['field', 'test']);
  return { field: text(field, `${at}.field`), test: valueTest(test, `${at}.test`) };
}

function parseSteps(value: unknown, at: string): readonly SequenceStep[] {
  const all = list(value, at);
  if (all.length === 0) fail(at, 'at least one step');
  if (all.length > MOST_STEPS) fail(at, `at most ${MOST_STEPS} steps`);
  return all.map((one, i) => parseStep(one, `${at}[${i}]`, i === 0));
}

function parseStep(value: unknown, at: string, isFirst: boolean): SequenceStep {
  const given = keys(value, at, ['of'], isFirst ? ['where'] : ['where', 'not', 'within']);
  const { not } = given;
  if (not !== undefined && not !== true) fail(`${at}.not`, 'true, or nothing');
  const where = filters(given['where'], `${at}.where`);
  return {
    of: oneOf(given['of'], ['orders', 'items', 'events'], `${at}.of`),
    ...(where.length === 0 ? {} : { where }),
    ...(not === undefined ? {} : { not: true }),
    ...(given['within'] === undefined ? {} : { within: parseSpan(given['within'], `${at}.within`) }),
  };
}

function parseSpan(value: unknown, at: string): Span {
  const given = keys(value, at, ['n', 'unit']);
  const unit = oneOf(given['unit'], ['minutes', 'hours', 'days'], `${at}.unit`);
  return { n: whole(given['n'], `${at}.n`, unit === 'days' ? 0 : 1), unit };
}

function someScores(value: unknown, at: string): readonly number[] {
  const all = list(value, at);
  if (all.length === 0) fail(at, 'at least one');
  return [...new Set(all.map((one, i) => whole(one, `${at}[${i}]`, 1, 5)))];
}

function listed(value: unknown, at: string): ListedPerson {
  const given = keys(value, at, [], PERSON_KEYS);
  const all = Object.entries(given).map(([key, one]) => [key, text(one, `${at}.${key}`)] as const);
  if (all.length === 0) fail(at, 'a key of the person');
  return Object.fromEntries(all);
}

function parseWindow(value: unknown, at: string): Window {
  const kind = object(value, at)['kind'];
  switch (kind) {
    case 'lifetime':
      keys(value, at, ['kind']);
      return { kind };
    case 'last-days':
    case 'since-first-order': {
      const { days } = keys(value, at, ['kind', 'days']);
      return { kind, days: whole(days, `${at}.days`, kind === 'last-days' ? 1 : 0) };
    }
    case 'days-ago': {
      const given = keys(value, at, ['kind', 'from', 'to']);
      const from = whole(given['from'], `${at}.from`, 0);
      const to = whole(given['to'], `${at}.to`, 0);
      if (to > from) fail(`${at}.from`, NO_LESS);
      return { kind, from, to };
    }
    case 'before-sequence':
    case 'after-sequence':
      return { kind, steps: parseSteps(keys(value, at, ['kind', 'steps'])['steps'], `${at}.steps`) };
    case 'between': {
      const { from, to } = keys(value, at, ['kind', 'from', 'to']);
      const [first, last] = ordered(from, to, at);
      return { kind, from: first, to: last };
    }
    default:
      return fail(`${at}.kind`, 'a kind of window');
  }
}

function valueTest(value: unknown, at: string): ValueTest {
  const op = object(value, at)['op'];
  switch (op) {
    case 'is-any-of':
    case 'is-none-of': {
      const { values } = keys(value, at, ['op', 'values']);
      const all = list(values, `${at}.values`);
      if (all.length === 0) fail(`${at}.values`, 'at least one value');
      if (all.length > MOST_VALUES) fail(`${at}.values`, `at most ${MOST_VALUES} values`);
      return { op, values: [...new Set(all.map((v, i) => text(v, `${at}.values[${i}]`)))] };
    }
    case 'contains':
    case 'starts-with':
      return { op, text: text(keys(value, at, ['op', 'text'])['text'], `${at}.text`) };
    case 'is-empty':
    case 'is-filled':
    case 'is-yes':
    case 'is-no':
      keys(value, at, ['op']);
      return { op };
    case 'before':
    case 'after':
      return { op, at: number(keys(value, at, ['op', 'at'])['at'], `${at}.at`) };
    default:
      return numberTest(value, at);
  }
}

function numberTest(value: unknown, at: string): NumberTest {
  const op = object(value, at)['op'];
  switch (op) {
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
    case 'equals':
      return { op, value: number(keys(value, at, ['op', 'value'])['value'], `${at}.value`) };
    case 'between': {
      const { from, to } = keys(value, at, ['op', 'from', 'to']);
      const [first, last] = ordered(from, to, at);
      return { op, from: first, to: last };
    }
    default:
      return fail(`${at}.op`, 'a kind of test');
  }
}

function forecastTest(value: unknown, at: string): ForecastTest {
  const op = object(value, at)['op'];
  if (op !== 'top' && op !== 'bottom') return numberTest(value, at);
  return { op, share: parseShare(keys(value, at, ['op', 'share'])['share'], `${at}.share`) };
}

function parseShare(value: unknown, at: string): number {
  const share = number(value, at);
  if (!(share > 0 && share <= 1)) fail(at, 'more than 0, at most 1');
  return share;
}

function fail(at: string, expected: string): never {
  throw new AppError('segment/invalid-rule', { params: { where: at.replace(/^\./, ''), expected } });
}

function object(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(at, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

function keys(
  value: unknown,
  at: string,
  needed: readonly string[],
  optional: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const given = object(value, at);
  for (const key of needed) if (!Object.hasOwn(given, key)) fail(`${at}.${key}`, 'a value');
  for (const key of Object.keys(given))
    if (!needed.includes(key) && !optional.includes(key)) fail(`${at}.${key}`, 'nothing by this name');
  return given;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) fail(at, 'a list');
  return value as readonly unknown[];
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value === '') fail(at, 'a text');
  return value as string;
}

function number(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) fail(at, 'a number');
  return value as number;
}

/** As far as whole days and bands go, so that no sum of them overflows a date. */
function whole(value: unknown, at: string, least: number, most = MOST_WHOLE): number {
  const n = number(value, at);
  if (!Number.isInteger(n) || n < least || n > most) fail(at, `a whole number from ${least} to ${most}`);
  return n;
}

function ordered(from: unknown, to: unknown, at: string): readonly [number, number] {
  const first = number(from, `${at}.from`);
  const last = number(to, `${at}.to`);
  if (first > last) fail(`${at}.to`, NO_LESS);
  return [first, last];
}

function oneOf<T extends string>(value: unknown, known: readonly T[], at: string): T {
  const found = known.find((k) => k === value);
  return found ?? fail(at, `one of ${known.join(', ')}`);
}

function someOf<T extends string>(value: unknown, known: readonly T[], at: string): readonly T[] {
  const all = list(value, at);
  if (all.length === 0) fail(at, 'at least one');
  return [...new Set(all.map((v, i) => oneOf(v, known, `${at}[${i}]`)))];
}
