import { Bitset } from '../../core/bitset';
import { DAY_MS } from '../../core/calendar';
import type { SequenceStep, Span } from '../rule';
import { countedMask, rowMask } from './row-mask';
import { type RowRanges, rowRanges } from './row-ranges';
import type { Scope } from './scope';
import { NO, UNKNOWN, YES } from './trit';

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
  };
}

interface StepBits {
  /** A bit a step for each row. */
  readonly certain: Uint8Array;
  readonly possible: Uint8Array;
}

/** Which steps each row of a table matches; null where no step looks at the table. */
function stepBits(scope: Scope, table: 'orders' | 'events', steps: readonly SequenceStep[]): StepBits | null {
  const { size } = scope.dataset[table];
  let certain: Uint8Array | null = null;
  let possible: Uint8Array | null = null;
  steps.forEach((step, i) => {
    if ((step.of === 'events') !== (table === 'events')) return;
    const mask = stepMask(scope, step);
    certain ??= new Uint8Array(size);
    const bit = 1 << i;
    if (mask === null) {
      for (let row = 0; row < size; row++) certain[row]! |= bit;
      if (possible !== null) for (let row = 0; row < size; row++) possible[row]! |= bit;
      return;
    }
    // A row that can't be told is no step, but may be what a `not` forbids.
    if (possible === null && mask.includes(UNKNOWN)) possible = certain.slice();
    if (possible === null) {
      for (let row = 0; row < size; row++) certain[row]! |= mask[row]! << i;
      return;
    }
    const [sure, maybe] = step.not ? [possible, certain] : [certain, possible];
    for (let row = 0; row < size; row++) {
      if (mask[row] === YES) sure[row]! |= bit;
      if (mask[row] !== NO) maybe[row]! |= bit;
    }
  });
  return certain === null ? null : { certain, possible: possible ?? certain };
}

/** Trits by row of the step's table; null where every row matches. */
function stepMask(scope: Scope, { of, where = [] }: SequenceStep): Uint8Array | null {
  return of === 'items' ? ordersByLine(scope, rowMask(scope, 'items', where)) : countedMask(scope, of, where);
}

/** Sales with a line that matches; unknown where a line can't be told, or none is held. */
function ordersByLine({ dataset }: Scope, lines: Uint8Array | null): Uint8Array {
  const { isSale, size } = dataset.orders;
  const { offsets } = dataset.items;
  const out = new Uint8Array(size);
  for (let order = 0; order < size; order++) {
    if (isSale[order] === 0) continue;
    let found = offsets[order] === offsets[order + 1] ? UNKNOWN : NO;
    for (let line = offsets[order]!; line < offsets[order + 1]! && found !== YES; line++)
      found = lines === null ? YES : lines[line] === NO ? found : lines[line]!;
    out[order] = found;
  }
  return out;
}

const NEVER = new Uint8Array(0);
const NOT_YET = Number.POSITIVE_INFINITY;

/**
 * One walk over each person's orders and events together, from the last back: of each step only the nearest later row
 * that the rest of the sequence follows from matters (a nearer one leaves less time to run out and less room for what must
 * not be), and of each `not` only the nearest later row.
 */
function walk(
  scope: Scope,
  { steps, lastNots, positive }: Plan,
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
  const last = steps.length - 1;
  const next = new Float64Array(steps.length);
  const ends = new Float64Array(steps.length);
  const nots = steps.flatMap((step) => step.nots);
  const met = new Float64Array(nots.length);
  const notsFrom = steps.map((_, k) => steps.slice(0, k).reduce((n, step) => n + step.nots.length, 0));

  for (let p = 0; p < people; p++) {
    const oFrom = ranges.orders.from[p]!;
    const eFrom = ranges.events.from[p]!;
    const oTo = ranges.orders.to[p]!;
    const eTo = ranges.events.to[p]!;
    let o = oBits === NEVER ? oFrom - 1 : oAll[p]! - 1;
    let e = eBits === NEVER ? eFrom - 1 : eAll[p]! - 1;
    next.fill(NOT_YET);
    met.fill(NOT_YET);
    while (true) {
      while (o >= oFrom && oBits[o] === 0) o--;
      while (e >= eFrom && eBits[e] === 0) e--;
      if (o < oFrom && e < eFrom) break;
      const t = o < oFrom ? eTime[e]! : e < eFrom ? oTime[o]! : Math.max(oTime[o]!, eTime[e]!);
      let bits = 0;
      for (; o >= oFrom && oTime[o] === t; o--) bits |= o < oTo ? oBits[o]! : oBits[o]! & ~positive;
      for (; e >= eFrom && eTime[e] === t; e--) bits |= e < eTo ? eBits[e]! : eBits[e]! & ~positive;
      for (let k = 0; k <= last; k++) {
        const step = steps[k]!;
        if ((bits & step.bit) === 0) continue;
        const following = k === last ? NOT_YET : next[k + 1]!;
        if (k < last && (following === NOT_YET || following > deadline(t, steps[k + 1]!.within))) continue;
        let kept = true;
        for (let n = 0; n < step.nots.length; n++) {
          const until = deadline(t, step.nots[n]!.within);
          const x = met[notsFrom[k]! + n]!;
          if (x < following && x <= until) kept = false;
          if (certain && k === last && until !== Number.POSITIVE_INFINITY && until > asOf) kept = false;
        }
        if (!kept) continue;
        next[k] = t;
        ends[k] = k === last ? t : ends[k + 1]!;
        if (k > 0) continue;
        start[p] = t;
        end[p] = ends[0]!;
      }
      if (wanted === 'any' && !Number.isNaN(start[p])) break;
      for (let n = 0; n < nots.length; n++) if ((bits & nots[n]!.bit) !== 0) met[n] = t;
    }
  }
  return { start, end };
}

const MINUTE_MS = 60_000;

/** The last moment that is still within the span of `time`. */
function deadline(time: number, span: Span | undefined): number {
  if (span === undefined) return Number.POSITIVE_INFINITY;
  if (span.unit === 'days') return (Math.floor(time / DAY_MS) + span.n + 1) * DAY_MS - 1;
  return time + span.n * (span.unit === 'hours' ? 60 : 1) * MINUTE_MS;
}
