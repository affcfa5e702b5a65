import { AppError } from '../core/app-error';
import { assertNever } from '../core/assert-never';
import { Bitset } from '../core/bitset';
import type { Dataset, ReportTable } from '../core/dataset';
import { mainCurrency } from '../core/main-currency';
import { minorUnits } from '../core/minor-units';
import { countBelow } from '../core/sorting/count-below';
import { asOfMoment } from '../core/time/as-of';
import { atLeastLately } from './engine/at-least-lately';
import { boughtInFewOrders } from './engine/bought-in-few-orders';
import { allOf, anyOf, nobodyKnown, not, type Universe } from './engine/kleene';
import { listedPeople } from './engine/listed-people';
import { measurePeople, type PersonMeasure } from './engine/measure-people';
import { memo } from './engine/memo';
import { type NumberRange, numberRange } from './engine/number-range';
import { numbersBetween } from './engine/numbers-between';
import { personColumn } from './engine/person-column';
import { type Scope, scopeOf } from './engine/scope';
import { findSequences, sequenceMembers } from './engine/sequence';
import { sequenceOfTimes } from './engine/sequence-of-times';
import { sortedMeasure } from './engine/sorted-measure';
import { stageBits, stagesWanted } from './engine/stages';
import { testColumn } from './engine/test-column';
import { UNKNOWN, YES } from './engine/trit';
import { areStepsHeld, windowRanges } from './engine/window-ranges';
import { foretold } from './foretold';
import { journey } from './journey';
import { lifecycle } from './lifecycle';
import type { Membership } from './membership';
import { populationAt } from './population';
import { rfm, rfmMembers } from './rfm/rfm';
import { JOURNEY_STAGES, LIFECYCLE_STAGES, type Rule, type ValueTest } from './rule/rule';

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

type Leaf = Exclude<Rule, { readonly kind: 'all' | 'any' | 'none' | 'segment' | 'as-of' }>;

/** How the rules that hold no other rules are answered at one grain. */
interface Leaves extends Universe {
  leaf(rule: Leaf): Membership;
  /** The same at an earlier moment; null for one that has not come, and for rows, which have no past. */
  at(moment: number): Leaves | null;
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
    case 'as-of': {
      const then = leaves.at(rule.at);
      return then === null ? nobodyKnown(leaves) : evaluate(rule.rule, context, then, path);
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
      // A list is as long to write down as to look up.
      rule.kind === 'list'
        ? personLeaf(scope, universe, rule)
        : memo(dataset, `leaf ${JSON.stringify(rule)} ${asOf} ${currency}`, () =>
            personLeaf(scope, universe, rule),
          ),
    at: (moment) => (asOfMoment(moment) > asOf ? null : personLeaves(scopeOf(dataset, moment, currency))),
  };
}

function personLeaf(scope: Scope, universe: Universe, rule: Leaf): Membership {
  const { everyone } = universe;
  switch (rule.kind) {
    case 'attribute':
      return attribute(scope, universe, rule.field, rule.test);
    case 'behaviour': {
      const found = boughtInFewOrders(scope, rule) ?? atLeastLately(scope, rule);
      if (found !== null) return among(everyone, found);
      const measured = measurePeople(scope, rule.measure, rule.window);
      if (!measured.held) return nobodyKnown(universe);
      const range = numberRange(rule.test, measured.unit === 'money' ? scope.units : 1);
      return inRange(measured, range, everyone);
    }
    case 'rank': {
      const measured = measurePeople(scope, rule.measure, rule.window);
      if (!measured.held) return nobodyKnown(universe);
      return ranked(measured, rule.side, rule.share, everyone);
    }
    case 'quantile': {
      const measured = measurePeople(scope, rule.measure, rule.window);
      if (!measured.held) return nobodyKnown(universe);
      return inBands(measured, rule.bands, rule.from, rule.to, everyone);
    }
    case 'sequence': {
      if (!areStepsHeld(scope, rule.steps, rule.window)) return nobodyKnown(universe);
      const told = sequenceOfTimes(scope, rule.steps, rule.window);
      if (told !== null) return among(everyone, told);
      const orders = windowRanges(scope, 'orders', rule.window);
      const found = findSequences(
        scope,
        rule.steps,
        { orders, events: windowRanges(scope, 'events', rule.window) },
        'any',
      );
      const members = sequenceMembers(found);
      const { untold } = orders;
      if (untold === null) return among(everyone, members);
      return among(everyone, { in: members.in.andNot(untold), unknown: members.unknown.or(untold) });
    }
    case 'prediction': {
      const measured = foretold(scope, rule);
      if (!measured.held) return nobodyKnown(universe);
      const { test } = rule;
      return 'share' in test
        ? ranked(measured, test.op, test.share, everyone)
        : inRange(measured, numberRange(test, measured.unit === 'money' ? scope.units : 1), everyone);
    }
    case 'rfm-scores':
      return rfmScores(scope, universe, rule);
    case 'list':
      return listedPeople(scope.dataset, rule.people, everyone);
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

function among(everyone: Bitset, members: Membership): Membership {
  return { in: members.in.and(everyone), unknown: members.unknown.and(everyone) };
}

function rfmScores(
  scope: Scope,
  universe: Universe,
  rule: Extract<Rule, { kind: 'rfm-scores' }>,
): Membership {
  const { everyone } = universe;
  const scores = rfm(scope);
  if (!scores.held) return nobodyKnown(universe);
  const yes = new Bitset(everyone.size);
  const unknown = new Bitset(everyone.size);
  const asked = [
    [rule.r, scores.recency.scores],
    [rule.f, scores.frequency.scores],
    [rule.m, scores.monetary.scores],
  ] as const;
  everyone.forEach((p) => {
    if (scores.frequency.scores[p] === 0) return;
    let open = false;
    for (const [wanted, of] of asked) {
      if (wanted === undefined) continue;
      // A buyer whose amounts can't be used has no money score.
      if (of[p] === 0) open = true;
      else if (!wanted.includes(of[p]!)) return;
    }
    (open ? unknown : yes).add(p);
  });
  return { in: yes, unknown };
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
  { values, atMost, untold, anchored, emptyIsZero }: PersonMeasure,
  { lo, hi }: NumberRange,
  everyone: Bitset,
): Membership {
  if (atMost === null && untold === null && anchored === null) {
    return {
      in: numbersBetween(values, lo, hi, emptyIsZero ? 0 : Number.NaN).and(everyone),
      unknown: new Bitset(everyone.size),
    };
  }
  const yes = new Bitset(everyone.size);
  const unknown = new Bitset(everyone.size);
  for (let p = 0; p < values.length; p++) {
    if (untold?.has(p)) {
      unknown.add(p);
      continue;
    }
    let least = values[p]!;
    if (Number.isNaN(least)) {
      if (!emptyIsZero || anchored?.has(p) === false) continue;
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
  measured: PersonMeasure,
  side: 'top' | 'bottom',
  share: number,
  everyone: Bitset,
): Membership {
  const { sorted, unknown } = sortedMeasure(measured, everyone);
  const n = sorted.length;
  if (n === 0) return { in: new Bitset(everyone.size), unknown };
  // 0.1 × 30 is a little over 3 in binary.
  const k = Math.min(n, Math.max(1, Math.ceil(share * n - 1e-9)));
  const bound = side === 'top' ? sorted[n - k]! : sorted[k - 1]!;
  const [lo, hi] = side === 'top' ? [bound, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, bound];
  return { in: valuesBetween(measured, lo, hi, everyone.andNot(unknown)), unknown };
}

/** A value is in band b or above when at least (b − 1) ÷ bands of those who have the number lie strictly below it. */
function inBands(
  measured: PersonMeasure,
  bands: number,
  from: number,
  to: number,
  everyone: Bitset,
): Membership {
  const { sorted, unknown } = sortedMeasure(measured, everyone);
  const n = sorted.length;
  const yes = new Bitset(everyone.size);
  everyone.andNot(unknown).forEach((p) => {
    const value = measured.values[p]!;
    if (Number.isNaN(value)) return;
    const band = 1 + Math.floor((bands * countBelow(sorted, value)) / n);
    if (band >= from && band <= to) yes.add(p);
  });
  return { in: yes, unknown };
}

function valuesBetween({ values }: PersonMeasure, lo: number, hi: number, of: Bitset): Bitset {
  const out = new Bitset(of.size);
  of.forEach((p) => {
    if (values[p]! >= lo && values[p]! <= hi) out.add(p);
  });
  return out;
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
    at: () => null,
  };
}
