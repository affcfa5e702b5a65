import { AppError } from '../core/app-error';
import { assertNever } from '../core/assert-never';
import { Bitset } from '../core/bitset';
import type { Dataset, ReportTable } from '../core/dataset';
import { mainCurrency } from '../core/main-currency';
import { minorUnits } from '../core/minor-units';
import { allOf, anyOf, nobodyKnown, not, type Universe } from './engine/kleene';
import { measurePeople, type PersonMeasure } from './engine/measure-people';
import { memo } from './engine/memo';
import { type NumberRange, numberRange } from './engine/number-range';
import { personColumn } from './engine/person-column';
import { firstOrderTimes } from './engine/row-ranges';
import { type Scope, scopeOf } from './engine/scope';
import { stageBits, stagesWanted } from './engine/stages';
import { testColumn } from './engine/test-column';
import { UNKNOWN, YES } from './engine/trit';
import { journey } from './journey';
import { lifecycle } from './lifecycle';
import type { Membership } from './membership';
import { populationAt } from './population';
import { rfm, rfmMembers } from './rfm';
import { JOURNEY_STAGES, LIFECYCLE_STAGES, type Rule, type ValueTest } from './rule';

export interface EvaluationContext {
  /** `WallMs`; exact midnight takes in its whole day. Rows later than it don't exist. */
  readonly asOf: number;
  /** Null is the one most orders are in. */
  readonly currency: string | null;
  /** The rule of a saved or library segment; null where there is none of that id. */
  readonly segment: (id: string) => Rule | null;
  /** A report's capture id for aggregate grain: the answer is then over its rows. Null is person grain. */
  readonly reportId: string | null;
}

/**
 * Who a rule holds for, over people at the as-of (or over a report's rows): in, unknown, or else out, by Kleene's logic.
 * People who were nobody yet at the as-of (see `populationAt`) are in neither set.
 *
 * @throws AppError `segment/not-found`, `segment/circular`, `compare/no-data` (no such report)
 */
export function evaluateRule(dataset: Dataset, rule: Rule, context: EvaluationContext): Membership {
  if (context.reportId !== null) {
    const report = dataset.reports.find(({ captureId }) => captureId === context.reportId);
    if (report === undefined) throw new AppError('compare/no-data', { params: { report: context.reportId } });
    return evaluate(rule, context, reportLeaves(report), []);
  }
  const scope = scopeOf(dataset, context.asOf, context.currency ?? mainCurrency(dataset));
  return evaluate(rule, context, personLeaves(scope), []);
}

type Leaf = Exclude<Rule, { readonly kind: 'all' | 'any' | 'none' | 'segment' }>;

/** How the rules that hold no other rules are answered at one grain. */
interface Leaves extends Universe {
  leaf(rule: Leaf): Membership;
}

function evaluate(
  rule: Rule,
  context: EvaluationContext,
  leaves: Leaves,
  path: readonly string[],
): Membership {
  switch (rule.kind) {
    case 'all':
      return allOf(
        leaves,
        rule.rules.map((part) => evaluate(part, context, leaves, path)),
      );
    case 'any':
      return anyOf(
        leaves,
        rule.rules.map((part) => evaluate(part, context, leaves, path)),
      );
    case 'none':
      return not(
        leaves,
        anyOf(
          leaves,
          rule.rules.map((part) => evaluate(part, context, leaves, path)),
        ),
      );
    case 'segment': {
      if (path.includes(rule.id))
        throw new AppError('segment/circular', { params: { path: [...path, rule.id].join(' → ') } });
      const found = context.segment(rule.id);
      if (found === null) throw new AppError('segment/not-found', { params: { id: rule.id } });
      return evaluate(found, context, leaves, [...path, rule.id]);
    }
    default:
      return leaves.leaf(rule);
  }
}

function personLeaves(scope: Scope): Leaves {
  const universe: Universe = { everyone: populationAt(scope.dataset, scope.asOf) };
  const { dataset, asOf, currency } = scope;
  return {
    ...universe,
    leaf: (rule) =>
      memo(dataset, `leaf ${JSON.stringify(rule)} ${asOf} ${currency}`, () =>
        personLeaf(scope, universe, rule),
      ),
  };
}

function personLeaf(scope: Scope, universe: Universe, rule: Leaf): Membership {
  const { everyone } = universe;
  switch (rule.kind) {
    case 'attribute':
      return attribute(scope, universe, rule.field, rule.test);
    case 'behaviour': {
      const measured = measurePeople(scope, rule.measure, rule.window);
      if (!measured.held) return nobodyKnown(universe);
      const range = numberRange(rule.test, measured.unit === 'money' ? scope.units : 1);
      const starts = rule.window.kind === 'since-first-order' ? firstOrderTimes(scope) : null;
      return inRange(measured, range, starts, everyone);
    }
    case 'rank': {
      const measured = measurePeople(scope, rule.measure, rule.window);
      if (!measured.held) return nobodyKnown(universe);
      return ranked(measured, rule.side, rule.share, everyone);
    }
    case 'rfm': {
      const scores = rfm(scope);
      if (!scores.held) return nobodyKnown(universe);
      return {
        in: rfmMembers(scores, rule.groups, everyone.size).and(everyone),
        unknown: new Bitset(everyone.size),
      };
    }
    case 'lifecycle':
      return stagesWanted(
        lifecycle(scope, rule.interval),
        stageBits(LIFECYCLE_STAGES, rule.stages),
        everyone,
      );
    case 'journey':
      return stagesWanted(journey(scope), stageBits(JOURNEY_STAGES, rule.stages), everyone);
    case 'dimension':
      // People have no report dimensions.
      return nobodyKnown(universe);
    default:
      return assertNever(rule);
  }
}

function attribute(scope: Scope, universe: Universe, field: string, test: ValueTest): Membership {
  const column = personColumn(scope, field);
  if (column === null) return nobodyKnown(universe);
  const answers = testColumn(column, test, scope.units, field === 'tags');
  return fromTrits(answers, universe.everyone);
}

function fromTrits(answers: Uint8Array, everyone: Bitset): Membership {
  const yes = new Bitset(everyone.size);
  const unknown = new Bitset(everyone.size);
  for (let i = 0; i < answers.length; i++) {
    if (answers[i] === YES) yes.add(i);
    else if (answers[i] === UNKNOWN) unknown.add(i);
  }
  return { in: yes.and(everyone), unknown: unknown.and(everyone) };
}

function inRange(
  { values, atMost, untold, emptyIsZero }: PersonMeasure,
  { lo, hi }: NumberRange,
  starts: Float64Array | null,
  everyone: Bitset,
): Membership {
  const yes = new Bitset(everyone.size);
  const unknown = new Bitset(everyone.size);
  for (let p = 0; p < values.length; p++) {
    if (untold?.has(p)) {
      unknown.add(p);
      continue;
    }
    let least = values[p]!;
    if (Number.isNaN(least)) {
      if (!emptyIsZero || (starts !== null && Number.isNaN(starts[p]))) continue;
      least = 0;
    }
    const most = atMost === null ? least : Math.max(least, atMost[p]!);
    if (least >= lo && most <= hi) yes.add(p);
    else if (most >= lo && least <= hi) unknown.add(p);
  }
  return { in: yes.and(everyone), unknown: unknown.and(everyone) };
}

/** The best `share` of those who have the number, and everyone who ties with the last of them. */
function ranked(
  { values, atMost, untold }: PersonMeasure,
  side: 'top' | 'bottom',
  share: number,
  everyone: Bitset,
): Membership {
  const unknown = new Bitset(everyone.size);
  const sorted = new Float64Array(values.length);
  let n = 0;
  const uncertain = (p: number) =>
    untold?.has(p) === true || (atMost !== null && atMost[p]! > (Number.isNaN(values[p]) ? 0 : values[p]!));
  everyone.forEach((p) => {
    if (uncertain(p)) unknown.add(p);
    else if (!Number.isNaN(values[p])) sorted[n++] = values[p]!;
  });
  const yes = new Bitset(everyone.size);
  if (n === 0) return { in: yes, unknown };
  const order = sorted.subarray(0, n).sort();
  // 0.1 × 30 is a little over 3 in binary.
  const k = Math.min(n, Math.max(1, Math.ceil(share * n - 1e-9)));
  const bound = side === 'top' ? order[n - k]! : order[k - 1]!;
  everyone.forEach((p) => {
    const v = values[p]!;
    if (!unknown.has(p) && (side === 'top' ? v >= bound : v <= bound)) yes.add(p);
  });
  return { in: yes, unknown };
}

function reportLeaves(report: ReportTable): Leaves {
  const universe: Universe = { everyone: Bitset.full(report.size) };
  return {
    ...universe,
    leaf: (rule) => {
      if (rule.kind !== 'dimension') return nobodyKnown(universe);
      const found = [...report.dimensions, ...report.metrics].find(({ id }) => id === rule.dimension);
      if (found === undefined) return nobodyKnown(universe);
      return fromTrits(testColumn(found.column, rule.test, minorUnits(found.currency)), universe.everyone);
    },
  };
}
