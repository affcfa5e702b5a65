import { assertNever } from '../../core/assert-never';
import { guardFormula } from '../../core/formula-guard';
import { normaliseKey, PERSON_KEYS, type PersonKey } from '../../core/person-keys';
import { asOfMoment } from '../../core/time/as-of';
import { civilOf, dayOf } from '../../core/time/calendar';
import { numberRange } from '../engine/number-range';
import type { Measure, Rule, ValueTest, Window } from '../rule/rule';
import { compileMeasure } from './compile-measure';
import { compileSequence } from './compile-sequence';
import { journeySql, lifecycleSql, rfmScoresSql, rfmSql } from './compile-stages';
import { compileTest } from './compile-test';
import { compileStepsHeld, compileWindow } from './compile-window';
import { everyoneAt } from './everyone-at';
import type { Query } from './query';
import { sqlAnd, sqlInRange, sqlOr } from './sql-literals';
import { Unsayable } from './unsayable';

export interface RuleContext {
  /** The rule of a segment; null where there is none of that id. */
  readonly segment: (id: string) => Rule | null;
}

type Leaf = Exclude<Rule, { readonly kind: 'all' | 'any' | 'none' | 'segment' | 'as-of' }>;

/** `SELECT person, member`: everybody there is at the as-of; true in, false out, null unknown. */
export function compileRule(query: Query, rule: Rule, asOf: number, context: RuleContext): string {
  const moment = asOfMoment(asOf);
  const leaves: string[] = [];
  const member = condition(query, rule, moment, context, leaves, []);
  const joins = leaves.map((leaf) => `\nLEFT JOIN ${leaf} ON ${leaf}.person = p.person`).join('');
  return query.sql(
    `SELECT p.person, ${member} AS member\nFROM ${everyoneAt(query, moment)} AS p${joins}\nORDER BY p.person`,
  );
}

/** Needs each of `leaves` joined by person. */
function condition(
  query: Query,
  rule: Rule,
  asOf: number,
  context: RuleContext,
  leaves: string[],
  path: readonly string[],
): string {
  const parts = (rules: readonly Rule[]) =>
    rules.map((part) => condition(query, part, asOf, context, leaves, path));
  switch (rule.kind) {
    case 'all':
      return sqlAnd(parts(rule.rules));
    case 'any':
      return sqlOr(parts(rule.rules));
    case 'none':
      return `(NOT ${sqlOr(parts(rule.rules))})`;
    case 'segment': {
      const found = path.includes(rule.id) ? null : context.segment(rule.id);
      if (found === null) throw new RangeError(`no segment ${rule.id} to compile`);
      return condition(query, found, asOf, context, leaves, [...path, rule.id]);
    }
    case 'as-of': {
      const then = asOfMoment(rule.at);
      if (then > asOf) return NEVER_TOLD;
      const inner = condition(query, rule.rule, then, context, leaves, path);
      const there = joined(leaves, query.cte('there', `SELECT person FROM ${everyoneAt(query, then)}`));
      // Whoever was nobody yet is out, whatever is asked.
      return `(CASE WHEN ${there}.person IS NULL THEN FALSE ELSE ${inner} END)`;
    }
    default:
      return `${joined(leaves, query.cte(rule.kind.replace(/-/g, '_'), leaf(query, rule, asOf)))}.answer`;
  }
}

const NEVER_TOLD = 'CAST(NULL AS BOOL)';

function joined(leaves: string[], name: string): string {
  if (!leaves.includes(name)) leaves.push(name);
  return name;
}

/** `SELECT person, answer` of everybody. */
function leaf(query: Query, rule: Leaf, asOf: number): string {
  const everyone = everyoneAt(query, asOf);
  switch (rule.kind) {
    case 'attribute':
      return `SELECT p.person, ${attribute(query, rule.field, rule.test, asOf)} AS answer
FROM ${everyone} AS e0 JOIN people AS p ON p.person = e0.person`;
    case 'behaviour':
      return behaviour(
        query,
        rule.measure,
        rule.window,
        asOf,
        (unit) => (value) => numberRange(rule.test, unit === 'money' ? query.units : 1)[value],
      );
    case 'rank':
      return ranked(query, rule, asOf);
    case 'quantile':
      return inBands(query, rule, asOf);
    case 'sequence': {
      const window = compileWindow(query, asOf, rule.window);
      const { certain, possible } = compileSequence(query, asOf, rule.steps, window);
      const held = compileStepsHeld(query, asOf, rule.steps, rule.window);
      return `SELECT p.person, CASE WHEN NOT ${held} THEN NULL${window.own === null ? '' : ' WHEN w.untold THEN NULL'}
  WHEN c.person IS NOT NULL THEN TRUE WHEN q.person IS NOT NULL THEN NULL ELSE FALSE END AS answer
FROM ${everyone} AS p LEFT JOIN ${certain} AS c ON c.person = p.person LEFT JOIN ${possible} AS q ON q.person = p.person${
        window.own === null ? '' : ` LEFT JOIN ${window.own} AS w ON w.person = p.person`
      }`;
    }
    case 'rfm':
      return rfmSql(query, rule.groups, asOf);
    case 'rfm-scores':
      return rfmScoresSql(query, rule, asOf);
    case 'lifecycle':
      return lifecycleSql(query, rule.stages, rule.interval, asOf);
    case 'journey':
      return journeySql(query, rule.stages, asOf);
    case 'list':
      return listed(query, rule, asOf);
    case 'prediction':
      // A fit is a search over all customers at once, which no query makes.
      throw new Unsayable(rule, 'prediction');
    case 'dimension':
      throw new Unsayable(rule, 'report-rule');
    default:
      return assertNever(rule);
  }
}

function attribute(query: Query, field: string, test: ValueTest, asOf: number): string {
  const column = personColumn(query, field, asOf);
  if (column === null) return NEVER_TOLD;
  return compileTest(query.dialect, column.sql, column.type, test, query.units, field === 'tags');
}

/** As the engine's `personColumn`. */
function personColumn(query: Query, field: string, asOf: number) {
  const { tables, dialect } = query;
  const today = dayOf(asOf);
  const { year, month, day: ofMonth } = civilOf(asOf);
  const own = tables.people.get(field);
  const timeOf = (name: string) => {
    const found = tables.people.get(name);
    return found?.type === 'time' ? `p.${found.name}` : null;
  };
  const birth = timeOf('birthDate');
  switch (field) {
    case 'age': {
      const stated = own?.type === 'number' ? `FLOOR(p.${own.name})` : null;
      const part = (name: string) => `EXTRACT(${name} FROM ${dialect.timestamp(birth ?? '')})`;
      const counted =
        birth === null
          ? null
          : `(${year} - ${part('YEAR')} - CASE WHEN ${month * 32 + ofMonth} < ${part('MONTH')} * 32 + ${part('DAY')} THEN 1 ELSE 0 END)`;
      const sql =
        stated !== null && counted !== null ? `COALESCE(${stated}, ${counted})` : (stated ?? counted);
      return sql === null ? null : { sql, type: 'number' as const };
    }
    case 'daysToBirthday': {
      if (birth === null) return null;
      const years = `(${year} - EXTRACT(YEAR FROM ${dialect.timestamp(birth)}))`;
      const left = (more: number) => `(${dialect.dayYearsLater(birth, `${years} + ${more}`)} - ${today})`;
      return {
        sql: `(CASE WHEN ${left(0)} >= 0 THEN ${left(0)} ELSE ${left(1)} END)`,
        type: 'number' as const,
      };
    }
    case 'daysSinceCreated': {
      const created = timeOf('createdAt');
      return created === null ? null : { sql: `(${today} - ${query.day(created)})`, type: 'number' as const };
    }
    default:
      return own === undefined ? null : { sql: `p.${own.name}`, type: own.type };
  }
}

function behaviour(
  query: Query,
  measure: Measure,
  window: Window,
  asOf: number,
  bound: (unit: 'money' | 'number') => (which: 'lo' | 'hi') => number,
): string {
  const measured = compileMeasure(query, asOf, measure, window);
  const { own } = measured.window;
  const at = bound(measured.unit);
  const zero = measured.emptyIsZero
    ? own === null
      ? '0'
      : 'CASE WHEN w.person IS NOT NULL THEN 0 END'
    : 'NULL';
  const least = `COALESCE(m.value, ${zero})`;
  const most = `CASE WHEN m.at_most > ${least} THEN m.at_most ELSE ${least} END`;
  const [lo, hi] = [at('lo'), at('hi')];
  const from = (value: string) => sqlInRange(value, { lo, hi: Number.POSITIVE_INFINITY });
  const to = (value: string) => sqlInRange(value, { lo: Number.NEGATIVE_INFINITY, hi });
  return `SELECT p.person, CASE WHEN NOT ${measured.held} THEN NULL WHEN m.untold${own === null ? '' : ' OR w.untold'} THEN NULL
  WHEN ${least} IS NULL THEN FALSE
  WHEN ${from(least)} AND ${to(most)} THEN TRUE
  WHEN ${from(most)} AND ${to(least)} THEN NULL
  ELSE FALSE END AS answer
FROM ${everyoneAt(query, asOf)} AS p LEFT JOIN ${measured.cte} AS m ON m.person = p.person${
    own === null ? '' : ` LEFT JOIN ${own} AS w ON w.person = p.person`
  }`;
}

/** Everybody of the as-of with `value`, null where they have none, and whether it can't be told. */
function measuredPeople(query: Query, measure: Measure, window: Window, asOf: number) {
  const measured = compileMeasure(query, asOf, measure, window);
  const { own } = measured.window;
  const untold = `(COALESCE(m.untold, FALSE)${own === null ? '' : ' OR COALESCE(w.untold, FALSE)'} OR COALESCE(m.at_most > COALESCE(m.value, 0), FALSE))`;
  const cte = query.cte(
    'measured_people',
    `SELECT p.person, m.value, ${untold} AS untold
FROM ${everyoneAt(query, asOf)} AS p LEFT JOIN ${measured.cte} AS m ON m.person = p.person${
      own === null ? '' : ` LEFT JOIN ${own} AS w ON w.person = p.person`
    }`,
  );
  return { held: measured.held, cte };
}

function ranked(
  query: Query,
  { measure, window, side, share }: Extract<Rule, { kind: 'rank' }>,
  asOf: number,
): string {
  const { held, cte } = measuredPeople(query, measure, window, asOf);
  const order = side === 'top' ? 'DESC' : 'ASC';
  const placed = query.cte(
    'placed',
    `SELECT value, ROW_NUMBER() OVER (ORDER BY value ${order}) AS place, COUNT(*) OVER () AS n
FROM ${cte} WHERE NOT untold AND value IS NOT NULL`,
  );
  const bound = query.cte(
    'bound',
    `SELECT MAX(CASE WHEN place = LEAST(n, GREATEST(1, ${query.dialect.integer(`CEIL(${share}e0 * n - 1e-9)`)})) THEN value END) AS bound FROM ${placed}`,
  );
  return `SELECT p.person, CASE WHEN NOT ${held} OR p.untold THEN NULL
  ELSE COALESCE(p.value ${side === 'top' ? '>=' : '<='} (SELECT bound FROM ${bound}), FALSE) END AS answer
FROM ${cte} AS p`;
}

function inBands(
  query: Query,
  { measure, window, bands, from, to }: Extract<Rule, { kind: 'quantile' }>,
  asOf: number,
): string {
  const { held, cte } = measuredPeople(query, measure, window, asOf);
  const placed = query.cte(
    'banded',
    `SELECT person, 1 + FLOOR(${bands} * (RANK() OVER (ORDER BY value) - 1) * 1.0 / COUNT(*) OVER ()) AS band
FROM ${cte} WHERE NOT untold AND value IS NOT NULL`,
  );
  return `SELECT p.person, CASE WHEN NOT ${held} OR p.untold THEN NULL
  ELSE COALESCE(b.band BETWEEN ${from} AND ${to}, FALSE) END AS answer
FROM ${cte} AS p LEFT JOIN ${placed} AS b ON b.person = p.person`;
}

function listed(query: Query, rule: Extract<Rule, { kind: 'list' }>, asOf: number): string {
  const everyone = everyoneAt(query, asOf);
  if (rule.people.length === 0) return `SELECT p.person, FALSE AS answer FROM ${everyone} AS p`;
  const used = PERSON_KEYS.filter((key) => rule.people.some((person) => person[key] !== undefined));
  // A number's country and way of writing are settled by our own code, which SQL has no word for.
  if (used.includes('phone')) throw new Unsayable(rule, 'phone-list');
  const keys = query.cte(
    'keys',
    used
      .map((key, k) => {
        const column = query.tables.people.get(key);
        // No text is like it: a null of the right type without naming the type.
        const value = column?.type === 'text' ? normalised(query, key, `p.${column.name}`) : "NULLIF('', '')";
        return `SELECT p.person, ${k} AS k, ${value} AS value FROM ${everyone} AS e0 JOIN people AS p ON p.person = e0.person`;
      })
      .join('\nUNION ALL\n'),
  );
  const rows = rule.people.flatMap((person, n) =>
    used.flatMap((key, k) => {
      const text = person[key];
      const value = text === undefined ? null : normaliseKey(key, text);
      return value === null
        ? []
        : [`SELECT ${n} AS n, ${k} AS k, ${query.dialect.text(guardFormula(value))} AS value`];
    }),
  );
  const none = `SELECT 0 AS n, 0 AS k, 0 AS person FROM ${everyone} WHERE FALSE`;
  const hits =
    rows.length === 0
      ? query.cte('hits', none)
      : query.cte(
          'hits',
          `SELECT l.n, l.k, x.person FROM ${query.cte('list_of', rows.join('\nUNION ALL\n'))} AS l JOIN ${keys} AS x ON x.k = l.k AND x.value = l.value`,
        );
  const best = query.cte('best', `SELECT n, MIN(k) AS k FROM ${hits} GROUP BY n`);
  const found = query.cte(
    'found',
    `SELECT h.person, COUNT(*) OVER (PARTITION BY h.n) AS people FROM ${hits} AS h JOIN ${best} AS b ON b.n = h.n AND b.k = h.k`,
  );
  return `SELECT p.person, CASE WHEN p.person IN (SELECT person FROM ${found} WHERE people = 1) THEN TRUE
  WHEN p.person IN (SELECT person FROM ${found} WHERE people > 1) THEN NULL
  WHEN p.person NOT IN (SELECT person FROM ${keys} WHERE value IS NOT NULL) THEN NULL
  ELSE FALSE END AS answer
FROM ${everyone} AS p`;
}

/** As `normaliseKey`. */
function normalised({ dialect }: Query, key: PersonKey, column: string): string {
  const clean = `TRIM(${column})`;
  return key === 'email'
    ? `CASE WHEN ${dialect.matches(`LOWER(${clean})`, '^[^\\s@]+@[^\\s@]+$')} THEN LOWER(${clean}) END`
    : `CASE WHEN ${clean} <> '' AND NOT ${dialect.matches(clean, '^\\d(?:[.,]\\d+)?[eE]\\+\\d\\d+$')} THEN ${clean} END`;
}
