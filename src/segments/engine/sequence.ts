import { Bitset } from '../../core/bitset';
import { NULL_CODE } from '../../core/column';
import { fieldFilters } from '../rule/filter-fields';
import { isRowField } from '../rule/row-fields';
import type { SequenceStep, Span } from '../rule/rule';
import { memo } from './memo';
import { rowColumn } from './row-column';
import { firstAfter, type RowRanges, rowRanges } from './row-ranges';
import type { Scope } from './scope';
import { deadline, reachBack } from './span-reach';
import { stepMask } from './step-mask';
import { NO, UNKNOWN, YES } from './trit';
import { answersOfRows, onlyField, valueAnswers } from './value-answers';

/** The first time a sequence happened to each person: first and last row's `WallMs`; NaN where it did not. */
export interface Occurrences {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

export interface Sequences {
  /** With every row that can't be told taken against the sequence, and `not`s that are not over as not kept yet. */
  readonly certain: Occurrences;
  /** With every such row taken for it; the same object where there are none. */
  readonly possible: Occurrences;
}

interface Ranges {
  readonly orders: RowRanges;
  readonly events: RowRanges;
}

/** Where steps that are no `not` may lie; `within` their windows. Steps are those of a parsed rule. */
export function findSequences(
  scope: Scope,
  steps: readonly SequenceStep[],
  ranges: Ranges,
  wanted: 'any' | 'first',
): Sequences {
  const plan = planOf(steps);
  const orders = stepBits(scope, 'orders', steps);
  const events = stepBits(scope, 'events', steps);
  const certain = walk(scope, plan, orders?.certain, events?.certain, ranges, wanted, true);
  const open = plan.lastNots.some(({ within }) => within !== undefined);
  const told = orders?.certain === orders?.possible && events?.certain === events?.possible;
  if (told && !open) return { certain, possible: certain };
  const possible = walk(scope, plan, orders?.possible, events?.possible, ranges, wanted, false);
  return { certain, possible };
}

/** Who it happened to, and of whom it can't be told. */
export function sequenceMembers({ certain, possible }: Sequences): {
  readonly in: Bitset;
  readonly unknown: Bitset;
} {
  const yes = new Bitset(certain.start.length);
  const unknown = new Bitset(certain.start.length);
  for (let p = 0; p < certain.start.length; p++) {
    if (!Number.isNaN(certain.start[p])) yes.add(p);
    else if (!Number.isNaN(possible.start[p])) unknown.add(p);
  }
  return { in: yes, unknown };
}

interface Not {
  readonly bit: number;
  readonly within: Span | undefined;
}

interface Step {
  readonly bit: number;
  /** How long after the one before. */
  readonly within: Span | undefined;
  /** What must not follow it. */
  readonly nots: readonly Not[];
}

interface Plan {
  readonly steps: readonly Step[];
  readonly lastNots: readonly Not[];
  /** Bits of the steps that are no `not`. */
  readonly positive: number;
  /** Bits of the steps that look at events. */
  readonly eMask: number;
}

function planOf(steps: readonly SequenceStep[]): Plan {
  const out: { bit: number; within: Span | undefined; nots: Not[] }[] = [];
  steps.forEach((step, i) => {
    const { within } = step;
    if (step.not) out.at(-1)?.nots.push({ bit: 1 << i, within });
    else out.push({ bit: 1 << i, within, nots: [] });
  });
  return {
    steps: out,
    lastNots: out.at(-1)?.nots ?? [],
    positive: out.reduce((bits, step) => bits | step.bit, 0),
    eMask: steps.reduce((bits, { of }, i) => (of === 'events' ? bits | (1 << i) : bits), 0),
  };
}

interface StepBits {
  /** A bit a step for each row. */
  readonly certain: Uint8Array;
  readonly possible: Uint8Array;
}

/** Which steps each row of a table matches; null where no step looks at the table. */
function stepBits(scope: Scope, table: 'orders' | 'events', steps: readonly SequenceStep[]): StepBits | null {
  const own = steps.map((step) => ((step.of === 'events') === (table === 'events') ? step : null));
  if (own.every((step) => step === null)) return null;
  const asked = own.map((step) => step && [step.of, step.where ?? [], step.not ?? false]);
  const asOf = fieldFilters(own.flatMap((step) => step?.where ?? [])).some(
    ({ field }) => field === 'daysAgo',
  );
  const key = `steps ${table} ${JSON.stringify(asked)} ${scope.currency}${asOf ? ` ${scope.asOf}` : ''}`;
  return memo(scope.dataset, key, () => bitsByCode(scope, table, own) ?? bitsByMask(scope, table, own));
}

type OwnSteps = readonly (SequenceStep | null)[];

/** Where every step asks one thing of one text column (the kind of an event), each of its values is tested once. */
function bitsByCode(scope: Scope, table: 'orders' | 'events', steps: OwnSteps): StepBits | null {
  const wheres = steps.map((step) => step && (step.where ?? []));
  const field = onlyField(wheres.flatMap((where) => where ?? []));
  if (table !== 'events' || field === null || isRowField(field)) return null;
  if (wheres.some((where) => where?.length === 0)) return null;
  const column = rowColumn(scope.dataset, table, field)?.column;
  if (column?.type !== 'text') return null;
  const masks = wheres.map((where) => where && valueAnswers(scope, column, where));
  const { certain, possible } = combine(column.dictionary.length + 1, steps, masks);
  const sure = answersOfRows(column, certain);
  const untold =
    column.codes.includes(NULL_CODE) || certain.subarray(1).some((bits, i) => bits !== possible[i + 1]);
  return { certain: sure, possible: untold ? answersOfRows(column, possible) : sure };
}

function bitsByMask(scope: Scope, table: 'orders' | 'events', steps: OwnSteps): StepBits {
  const masks = steps.map((step) => step && stepMask(scope, step));
  return combine(scope.dataset[table].size, steps, masks);
}

/** Trits of each step (null of every row matching) as a bit a step. */
function combine(size: number, steps: OwnSteps, masks: readonly (Uint8Array | null)[]): StepBits {
  const certain = new Uint8Array(size);
  const open = masks.some((mask) => mask?.includes(UNKNOWN));
  const possible = open ? new Uint8Array(size) : certain;
  steps.forEach((step, i) => {
    if (step === null) return;
    const bit = 1 << i;
    const mask = masks[i];
    // A row that can't be told is no step, but may be what a `not` forbids.
    const [sure, maybe] = step.not ? [possible, certain] : [certain, possible];
    if (mask == null) {
      for (let row = 0; row < size; row++) sure[row]! |= bit;
      if (open) for (let row = 0; row < size; row++) maybe[row]! |= bit;
      return;
    }
    for (let row = 0; row < size; row++) if (mask[row] === YES) sure[row]! |= bit;
    if (open) for (let row = 0; row < size; row++) if (mask[row] !== NO) maybe[row]! |= bit;
  });
  return { certain, possible };
}

const NEVER = new Uint8Array(0);
const NOT_YET = Number.POSITIVE_INFINITY;

/**
 * One walk over each person's orders and events together, from the last back: of each step only the nearest later row
 * that the rest of the sequence follows from matters (a nearer one leaves less time to run out and less room for what must
 * not be), and of each `not` only the nearest later row. Rows of steps that nothing later waits for are passed over.
 */
function walk(
  scope: Scope,
  { steps, lastNots, positive, eMask }: Plan,
  orderBits: Uint8Array | undefined,
  eventBits: Uint8Array | undefined,
  ranges: Ranges,
  wanted: 'any' | 'first',
  certain: boolean,
): Occurrences {
  const { dataset, asOf } = scope;
  const people = dataset.people.size;
  const start = new Float64Array(people).fill(Number.NaN);
  const end = new Float64Array(people).fill(Number.NaN);
  const oBits = orderBits ?? NEVER;
  const eBits = eventBits ?? NEVER;
  const oTime = dataset.orders.time;
  const eTime = dataset.events.time;
  // A `not` at the end looks past the window.
  const past = lastNots.length > 0;
  const lifetime = { kind: 'lifetime' } as const;
  const oAll = past ? rowRanges(scope, 'orders', lifetime).to : ranges.orders.to;
  const eAll = past ? rowRanges(scope, 'events', lifetime).to : ranges.events.to;
  const count = steps.length;
  const last = count - 1;
  const bitOf = Int32Array.from(steps, ({ bit }) => bit);
  const next = new Float64Array(count);
  const ends = new Float64Array(count);
  /** Rows before it come too early for the step's nearest later row to be within reach of them. */
  const reach = new Float64Array(count);
  const reachOf = steps.map(({ within }) => reachBack(within));
  const nots = steps.flatMap((step, k) => step.nots.map((not) => ({ ...not, k })));
  const notBits = nots.reduce((bits, { bit }) => bits | bit, 0);
  const always = bitOf[last]! | notBits;
  const met = new Float64Array(nots.length);

  for (let p = 0; p < people; p++) {
    const oFrom = ranges.orders.from[p]!;
    const eFrom = ranges.events.from[p]!;
    const oTo = ranges.orders.to[p]!;
    const eTo = ranges.events.to[p]!;
    let o = oBits === NEVER ? oFrom - 1 : oAll[p]! - 1;
    let e = eBits === NEVER ? eFrom - 1 : eAll[p]! - 1;
    for (let k = 0; k < count; k++) reach[k] = NOT_YET;
    for (let n = 0; n < met.length; n++) met[n] = NOT_YET;
    let live = always;
    while (true) {
      // Until an order is met that something could come before, no event matters: leap to its time.
      if ((live & eMask) === 0 && e >= eFrom) {
        if (o < oFrom) break;
        if (eTime[e]! > oTime[o]!) e = firstAfter(eTime, eFrom, e + 1, oTime[o]!) - 1;
      }
      while (o >= oFrom && (oBits[o]! & live) === 0 && (e < eFrom || oTime[o]! > eTime[e]!)) o--;
      while (e >= eFrom && (eBits[e]! & live) === 0 && (o < oFrom || eTime[e]! > oTime[o]!)) e--;
      if (o < oFrom && e < eFrom) break;
      const t = o < oFrom ? eTime[e]! : e < eFrom ? oTime[o]! : Math.max(oTime[o]!, eTime[e]!);
      let bits = 0;
      for (; o >= oFrom && oTime[o] === t; o--) bits |= o < oTo ? oBits[o]! : oBits[o]! & ~positive;
      for (; e >= eFrom && eTime[e] === t; e--) bits |= e < eTo ? eBits[e]! : eBits[e]! & ~positive;
      if ((bits & live) === 0) continue;
      let waited = always;
      // From the first step on, so that no row follows itself.
      for (let k = 0; k < count; k++) {
        const within = k === last || t >= reach[k + 1]!;
        if (within && k < last) waited |= bitOf[k]!;
        if (!within || (bits & bitOf[k]!) === 0) continue;
        if (notBits !== 0 && !isKept(k, t)) continue;
        ends[k] = k === last ? t : ends[k + 1]!;
        next[k] = t;
        reach[k] = reachOf[k]!(t);
        if (k > 0) waited |= bitOf[k - 1]!;
        else {
          start[p] = t;
          end[p] = ends[0]!;
        }
      }
      live = waited;
      if (wanted === 'any' && !Number.isNaN(start[p])) break;
      for (let n = 0; n < met.length; n++) if ((bits & nots[n]!.bit) !== 0) met[n] = t;
    }
  }
  return { start, end };

  /** Whether no row of a `not` after step k comes between a row of it at `t` and the next step. */
  function isKept(k: number, t: number): boolean {
    const following = k === last ? Number.POSITIVE_INFINITY : next[k + 1]!;
    for (let n = 0; n < nots.length; n++) {
      const not = nots[n]!;
      if (not.k !== k) continue;
      const until = deadline(t, not.within);
      if (met[n]! < following && met[n]! <= until) return false;
      if (certain && k === last && not.within !== undefined && until > asOf) return false;
    }
    return true;
  }
}
