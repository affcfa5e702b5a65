import type { WallMs } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { asOfMoment, lastDaysStart } from '../../core/time/as-of';
import { DAY_MS, dayOf } from '../../core/time/calendar';
import type { Window } from '../rule/rule';
import { daysOfRows } from './days-of-rows';
import { memo } from './memo';
import type { Scope } from './scope';

/** Rows `from[p]` up to `to[p]` are person p's inside a window and up to the as-of. */
export interface RowRanges {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** What the window spans, `WallMs` inclusive; of `since-first-order`, all that is held. */
  readonly start: WallMs;
  readonly end: WallMs;
}

/** Windows whose place needs no other rule; see `windowRanges` for all. */
type PlainWindow = Exclude<Window, { readonly kind: 'before-sequence' | 'after-sequence' }>;

export function rowRanges(scope: Scope, table: 'orders' | 'events', window: PlainWindow): RowRanges {
  const key = `ranges ${table} ${JSON.stringify(window)} ${scope.asOf}`;
  return memo(scope.dataset, key, () => makeRanges(scope, table, window));
}

function makeRanges(scope: Scope, table: 'orders' | 'events', window: PlainWindow): RowRanges {
  switch (window.kind) {
    case 'lifetime':
      return upToAsOf(scope, table);
    case 'since-first-order':
      return sinceFirstOrder(scope, table, window.days);
    default:
      return between(scope, table, spanOf(window, scope.asOf));
  }
}

type DatedWindow = Extract<Window, { readonly kind: 'last-days' | 'days-ago' | 'between' }>;

interface Span {
  /** `WallMs`, inclusive. */
  readonly start: WallMs;
  readonly end: WallMs;
}

/** Where a window lies that is the same days for everybody; null of others. */
export function spanOf(window: DatedWindow, asOf: WallMs): Span;
export function spanOf(window: Window, asOf: WallMs): Span | null;
export function spanOf(window: Window, asOf: WallMs): Span | null {
  switch (window.kind) {
    case 'last-days':
      return { start: lastDaysStart(asOf, window.days), end: asOf };
    case 'days-ago': {
      const today = dayOf(asOf);
      const end = (today - window.to + 1) * DAY_MS - 1;
      return { start: (today - window.from) * DAY_MS, end: Math.min(end, asOf) };
    }
    case 'between':
      return { start: window.from, end: Math.min(asOfMoment(window.to), asOf) };
    default:
      return null;
  }
}

function upToAsOf({ dataset, asOf }: Scope, table: 'orders' | 'events'): RowRanges {
  const { offsets, time } = dataset[table];
  const people = dataset.people.size;
  const from = offsets.subarray(0, people);
  const to = new Uint32Array(people);
  for (let p = 0; p < people; p++) to[p] = firstAfter(time, from[p]!, offsets[p + 1]!, asOf);
  return { from, to, start: Number.NEGATIVE_INFINITY, end: asOf };
}

function between(scope: Scope, table: 'orders' | 'events', span: Span): RowRanges {
  const all = rowRanges(scope, table, { kind: 'lifetime' });
  const few = table === 'orders' ? fewOrdersBetween(scope, span) : null;
  if (few !== null) return rangesOf(scope, all, few, span);
  const { start, end } = span;
  const { time } = scope.dataset[table];
  const people = all.to.length;
  const from = new Uint32Array(people);
  const to = end === scope.asOf ? all.to : new Uint32Array(people);
  for (let p = 0; p < people; p++) {
    const first = all.from[p]!;
    if (end !== scope.asOf) to[p] = firstAfter(time, first, all.to[p]!, end);
    from[p] = firstNotBefore(time, first, to[p]!, start);
  }
  return { from, to, start, end };
}

/**
 * Orders of people on the days of a span with fewer orders than people, null of others: the days of an occasion, a season
 * or a month are asked for by the dozen, and looking through their own rows is much faster than halving everybody's.
 */
export function fewOrdersBetween({ dataset }: Scope, { start, end }: Span): Uint32Array | null {
  const { firstDay, starts, rows } = ordersByDay(dataset);
  const days = starts.length - 1;
  const at = (day: number) => starts[Math.min(Math.max(day, 0), days)]!;
  const first = at(dayOf(start) - firstDay);
  const last = at(dayOf(end) - firstDay + 1);
  return last - first > dataset.people.size / 2 ? null : rows.subarray(first, last);
}

function rangesOf({ dataset }: Scope, all: RowRanges, rows: Uint32Array, { start, end }: Span): RowRanges {
  const { person, time } = dataset.orders;
  // Nobody has rows there, until one is met.
  const from = all.from.slice();
  const to = all.from.slice();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (time[row]! < start || time[row]! > end) continue;
    const p = person[row]!;
    if (from[p] === to[p]) from[p] = row;
    to[p] = row + 1;
  }
  return { from, to, start, end };
}

/** Dated orders of people, by day and then in their own order; those of day `firstDay + d` from `starts[d]` on. */
function ordersByDay(dataset: Dataset): {
  readonly firstDay: number;
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
} {
  return memo(dataset, 'orders by day', () => {
    const { from, count, ofRow } = daysOfRows(dataset, 'orders');
    const known = dataset.orders.offsets[dataset.people.size]!;
    // Entry 0 counts the undated, which are left out.
    const next = new Uint32Array(count + 2);
    for (let row = 0; row < known; row++) next[ofRow[row]! + 1]!++;
    next[1] = 0;
    for (let day = 1; day < next.length; day++) next[day]! += next[day - 1]!;
    const starts = next.slice(1);
    const rows = new Uint32Array(starts[count]!);
    for (let row = 0; row < known; row++) {
      const day = ofRow[row]!;
      if (day > 0) rows[next[day]!++] = row;
    }
    return { firstDay: from, starts, rows };
  });
}

function sinceFirstOrder(scope: Scope, table: 'orders' | 'events', days: number): RowRanges {
  const all = rowRanges(scope, table, { kind: 'lifetime' });
  const { time } = scope.dataset[table];
  const first = firstOrderTimes(scope);
  const people = all.to.length;
  const from = new Uint32Array(people);
  const to = new Uint32Array(people);
  for (let p = 0; p < people; p++) {
    const begin = first[p]!;
    if (Number.isNaN(begin)) {
      from[p] = all.from[p]!;
      to[p] = all.from[p]!;
      continue;
    }
    const end = (dayOf(begin) + days + 1) * DAY_MS - 1;
    to[p] = firstAfter(time, all.from[p]!, all.to[p]!, end);
    from[p] = firstNotBefore(time, all.from[p]!, to[p]!, begin);
  }
  return { from, to, start: Number.NEGATIVE_INFINITY, end: scope.asOf };
}

/** Each person's first sale up to the as-of; NaN without one. */
export function firstOrderTimes(scope: Scope): Float64Array {
  return memo(scope.dataset, `first order ${scope.asOf}`, () => {
    const { from, to } = rowRanges(scope, 'orders', { kind: 'lifetime' });
    const { isSale, time } = scope.dataset.orders;
    const out = new Float64Array(to.length).fill(Number.NaN);
    for (let p = 0; p < out.length; p++) {
      for (let row = from[p]!; row < to[p]!; row++) {
        if (isSale[row] === 0) continue;
        out[p] = time[row]!;
        break;
      }
    }
    return out;
  });
}

/** First row of `[from, to)` later than `at`. Undated rows stand last and are never reached. */
export function firstAfter(time: Float64Array, from: number, to: number, at: WallMs): number {
  // Windows and as-ofs are mostly late: look at the last row, and then ever further back, before halving.
  if (from === to || time[to - 1]! <= at) return to;
  let hi = to - 1;
  let lo = hi - 1;
  for (let step = 2; lo > from && !(time[lo]! <= at); step *= 2) {
    hi = lo;
    lo -= step;
  }
  if (lo < from) lo = from;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (time[mid]! <= at) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** First row of `[from, to)` at or after `at`; all of them are dated. */
export function firstNotBefore(time: Float64Array, from: number, to: number, at: WallMs): number {
  if (from === to || time[to - 1]! < at) return to;
  let hi = to - 1;
  let lo = hi - 1;
  for (let step = 2; lo > from && time[lo]! >= at; step *= 2) {
    hi = lo;
    lo -= step;
  }
  if (lo < from) lo = from;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (time[mid]! < at) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
