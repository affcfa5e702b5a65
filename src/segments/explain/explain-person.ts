import { AppError } from '../../core/app-error';
import { type Column, isNull, textAt } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { mainCurrency } from '../../core/main-currency';
import { normaliseKey, PERSON_KEYS } from '../../core/person-keys';
import { countBelow } from '../../core/sorting/count-below';
import { asOfMoment } from '../../core/time/as-of';
import { measurePeople, type PersonMeasure } from '../engine/measure-people';
import { personColumn } from '../engine/person-column';
import { type Scope, scopeOf } from '../engine/scope';
import { sortedMeasure } from '../engine/sorted-measure';
import { type EvaluationContext, evaluateRule } from '../evaluate-rule';
import { foretold, type Prediction } from '../foretold';
import { journey } from '../journey';
import { lifecycle } from '../lifecycle';
import { populationAt } from '../population';
import { rfm } from '../rfm/rfm';
import { JOURNEY_STAGES, LIFECYCLE_STAGES, type MeasureStat, type Rule } from '../rule/rule';
import type {
  ClauseTrace,
  Evidence,
  ForetoldPerson,
  FoundValue,
  PersonScores,
  Place,
  Told,
} from './clause-trace';
import { measuredPerson } from './measured-person';
import { traceSequence } from './trace-sequence';

type Leaf = Exclude<Rule, { readonly kind: 'all' | 'any' | 'none' | 'segment' | 'as-of' }>;

/**
 * What `evaluateRule` answers for one person, clause by clause, with what was measured of them. `person` is a row of
 * people; whoever was nobody yet at the as-of (see `populationAt`) is out of every clause.
 *
 * @throws AppError as `evaluateRule`
 */
export function explainPerson(
  dataset: Dataset,
  rule: Rule,
  person: number,
  context: EvaluationContext,
): ClauseTrace {
  const scope = scopeOf(dataset, context.asOf, context.currency ?? mainCurrency(dataset));
  return explain(scope, rule, person, context, []);
}

function explain(
  scope: Scope,
  rule: Rule,
  person: number,
  context: EvaluationContext,
  path: readonly string[],
): ClauseTrace {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none': {
      const parts = rule.rules.map((part) => explain(scope, part, person, context, path));
      const there = populationAt(scope.dataset, scope.asOf).has(person);
      const told = there ? together(rule.kind, parts) : 'out';
      return { told, evidence: { kind: 'group' }, parts };
    }
    case 'segment': {
      const { id } = rule;
      if (path.includes(id))
        throw new AppError('segment/circular', { params: { path: [...path, id].join(' → ') } });
      const found = context.segment(id);
      if (found === null) throw new AppError('segment/not-found', { params: { id } });
      const part = explain(scope, found, person, context, [...path, id]);
      return { told: part.told, evidence: { kind: 'segment', id }, parts: [part] };
    }
    case 'as-of': {
      const evidence: Evidence = { kind: 'as-of', at: rule.at };
      if (asOfMoment(rule.at) > scope.asOf) {
        const there = populationAt(scope.dataset, scope.asOf).has(person);
        return { told: there ? 'unknown' : 'out', evidence, parts: [] };
      }
      const then = scopeOf(scope.dataset, rule.at, scope.currency);
      const part = explain(then, rule.rule, person, { ...context, asOf: rule.at }, path);
      return { told: part.told, evidence, parts: [part] };
    }
    default: {
      const members = evaluateRule(scope.dataset, rule, context);
      const told = members.in.has(person) ? 'in' : members.unknown.has(person) ? 'unknown' : 'out';
      return { told, evidence: evidenceOf(scope, rule, person), parts: [] };
    }
  }
}

/** Kleene's logic over one person's answers. */
function together(kind: 'all' | 'any' | 'none', parts: readonly ClauseTrace[]): Told {
  const settles: Told = kind === 'all' ? 'out' : 'in';
  const told = parts.some((part) => part.told === settles)
    ? settles
    : parts.some((part) => part.told === 'unknown')
      ? 'unknown'
      : kind === 'all'
        ? 'in'
        : 'out';
  if (kind !== 'none' || told === 'unknown') return told;
  return told === 'in' ? 'out' : 'in';
}

function evidenceOf(scope: Scope, rule: Leaf, person: number): Evidence {
  switch (rule.kind) {
    case 'attribute': {
      const column = personColumn(scope, rule.field);
      if (column === null)
        return { kind: 'attribute', held: false, value: { type: 'text', text: null, number: null } };
      return { kind: 'attribute', held: true, value: valueAt(column, person) };
    }
    case 'behaviour':
      return { kind: 'measure', measured: measuredPerson(scope, rule.measure, rule.window, person) };
    case 'rank':
    case 'quantile': {
      const measured = measuredPerson(scope, rule.measure, rule.window, person);
      return {
        kind: 'place',
        measured,
        place: placeOf(scope, measurePeople(scope, rule.measure, rule.window), person),
      };
    }
    case 'sequence': {
      const { told: _, ...sequence } = traceSequence(scope, rule.steps, rule.window, person);
      return { kind: 'sequence', sequence };
    }
    case 'rfm':
    case 'rfm-scores': {
      const { held, ...scores } = scoresOf(scope, person);
      return { kind: 'rfm', held, scores };
    }
    case 'lifecycle': {
      const bits = lifecycle(scope, rule.interval).possible[person]!;
      const named = LIFECYCLE_STAGES.filter((_, i) => (bits & (1 << i)) !== 0);
      const neither = (bits & (1 << LIFECYCLE_STAGES.length)) !== 0;
      return { kind: 'lifecycle', possible: neither ? [...named, null] : named };
    }
    case 'journey': {
      const bits = journey(scope).possible[person]!;
      return { kind: 'journey', possible: JOURNEY_STAGES.filter((_, i) => (bits & (1 << i)) !== 0) };
    }
    case 'prediction':
      return { kind: 'prediction', foretold: foretoldPerson(scope, rule, person) };
    case 'list':
      return listed(scope, rule, person);
    case 'dimension':
      return { kind: 'none' };
  }
}

function valueAt(column: Column, person: number): FoundValue {
  if (column.type === 'text') return { type: 'text', text: textAt(column, person), number: null };
  const number = isNull(column, person) ? null : column.values[person]!;
  return { type: column.type, text: null, number };
}

function placeOf(scope: Scope, measured: PersonMeasure, person: number): Place | null {
  if (!measured.held) return null;
  const { sorted, unknown } = sortedMeasure(measured, populationAt(scope.dataset, scope.asOf));
  const value = measured.values[person]!;
  if (unknown.has(person) || Number.isNaN(value)) return null;
  const below = countBelow(sorted, value);
  let upTo = below;
  while (upTo < sorted.length && sorted[upTo] === value) upTo++;
  return { n: sorted.length, below, above: sorted.length - upTo };
}

function foretoldPerson(scope: Scope, rule: Prediction, person: number): ForetoldPerson {
  const measured = foretold(scope, rule);
  const value = measured.values[person]!;
  const lifetime = { kind: 'lifetime' } as const;
  const number = (stat: MeasureStat, field?: string) => {
    const of = { of: 'orders', stat, ...(field === undefined ? {} : { field }) } as const;
    const found = measurePeople(scope, of, lifetime).values[person]!;
    return Number.isNaN(found) ? null : found;
  };
  return {
    reason: measured.reason,
    of: rule.of,
    value: Number.isNaN(value) ? null : value,
    place: placeOf(scope, measured, person),
    orderDays: number('distinct', 'day') ?? 0,
    sinceFirst: number('days-since-first'),
    sinceLast: number('days-since-last'),
  };
}

function scoresOf(scope: Scope, person: number): PersonScores & { readonly held: boolean } {
  const { held, recency, frequency, monetary } = rfm(scope);
  const lifetime = { kind: 'lifetime' } as const;
  const number = (measure: Parameters<typeof measurePeople>[1]) => {
    const value = measurePeople(scope, measure, lifetime).values[person]!;
    return Number.isNaN(value) ? null : value;
  };
  return {
    held,
    r: recency.scores[person]!,
    f: frequency.scores[person]!,
    m: monetary.scores[person]!,
    days: number({ of: 'orders', stat: 'days-since-last' }),
    orders: number({ of: 'orders', stat: 'count' }),
    revenueMinor: number({ of: 'orders', stat: 'sum', field: 'revenue' }),
  };
}

function listed(
  { dataset }: Scope,
  rule: Extract<Rule, { readonly kind: 'list' }>,
  person: number,
): Evidence {
  const own = PERSON_KEYS.flatMap((key) => {
    const column = dataset.people.columns.get(key);
    const text = column?.type === 'text' ? textAt(column, person) : null;
    const normal = text === null ? null : normaliseKey(key, text);
    return normal === null ? [] : [{ key, normal }];
  });
  const on = own.find(({ key, normal }) =>
    rule.people.some((one) => one[key] !== undefined && normaliseKey(key, one[key]) === normal),
  );
  return { kind: 'list', on: on?.key ?? null, has: own.map(({ key }) => key) };
}
