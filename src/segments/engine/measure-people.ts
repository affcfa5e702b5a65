import { Bitset } from '../../core/bitset';
import { dayOf } from '../../core/calendar';
import type { Column, TextColumn } from '../../core/column';
import { sortFloats } from '../../core/sort-floats';
import type { Filter, Measure, Window } from '../rule';
import { areRowsHeld } from './held-rows';
import { kindCounts } from './kind-counts';
import { type MeasuredRows, measuredRows } from './measured-rows';
import { memo } from './memo';
import { exact } from './number-range';
import { rowColumn } from './row-column';
import { inCurrency } from './row-mask';
import type { Scope } from './scope';
import { spread } from './spread';
import { NO, UNKNOWN, YES } from './trit';
import { onlyField, valueAnswers } from './value-answers';
import { windowRanges } from './window-ranges';

/** One number for each person, in the column's own unit (money: minor). */
export interface PersonMeasure {
  /** False where nothing of the kind is held for the window: nobody can be told. */
  readonly held: boolean;
  /** NaN where the person has nothing to measure. */
  readonly values: Float64Array;
  /** Counts only: what the number might be at most, where rows can't be told; null where all can. */
  readonly atMost: Float64Array | null;
  /** Those with rows none of which can be measured (no amount, another currency, an empty column). */
  readonly untold: Bitset | null;
  /** Who the window exists for, null for everybody; the others fail every test. */
  readonly anchored: Bitset | null;
  /** Nothing to measure counts as 0 in tests (count, sum, distinct), and as having none in ranks. */
  readonly emptyIsZero: boolean;
  readonly unit: 'money' | 'days' | 'number';
}

export function measurePeople(scope: Scope, measure: Measure, window: Window): PersonMeasure {
  const { dataset, asOf, currency } = scope;
  const key = `measure ${JSON.stringify([measure, window])} ${asOf} ${currency}`;
  return memo(dataset, key, () => compute(scope, measure, window));
}

function compute(scope: Scope, measure: Measure, window: Window): PersonMeasure {
  const people = scope.dataset.people.size;
  const ranges = windowRanges(scope, measure.of === 'events' ? 'events' : 'orders', window);
  const unit = unitOf(scope, measure);
  const emptyIsZero = measure.stat === 'count' || measure.stat === 'sum' || measure.stat === 'distinct';
  const { anchored } = ranges;
  const filters = [...(measure.among ?? []), ...(measure.where ?? [])];
  if (!ranges.held || !areRowsHeld(scope, measure.of, filters, window, ranges)) {
    const values = new Float64Array(people).fill(Number.NaN);
    return { held: false, values, atMost: null, untold: null, anchored, emptyIsZero, unit };
  }
  const answer = isCountOfKinds(measure, window)
    ? countOfKinds(scope, filters, people)
    : statOf(scope, measure, window, measuredRows(scope, measure, ranges), people);
  const untold = ranges.untold === null ? answer.untold : (answer.untold?.or(ranges.untold) ?? ranges.untold);
  return { held: true, emptyIsZero, unit, ...answer, untold, anchored };
}

/** Whether `kindCounts` answer it. */
function isCountOfKinds({ of, stat, among = [], where = [] }: Measure, window: Window): boolean {
  return (
    of === 'events' &&
    stat === 'count' &&
    window.kind === 'lifetime' &&
    onlyField([...among, ...where]) === 'kind'
  );
}

type Answer = Pick<PersonMeasure, 'values' | 'atMost' | 'untold'>;

function statOf(scope: Scope, measure: Measure, window: Window, rows: MeasuredRows, people: number): Answer {
  switch (measure.stat) {
    case 'count':
      return count(rows, people);
    case 'share':
      return share(rows, people);
    case 'days-since-last':
      return daysSince(rows, people, dayOf(scope.asOf), 'last');
    case 'days-since-first':
      return daysSince(rows, people, dayOf(scope.asOf), 'first');
    case 'rate':
      return rate(rows, people, dayOf(scope.asOf));
    case 'median-gap':
      return medianGaps(rows, people);
    case 'lateness':
      return lateness(scope, measure, window);
    case 'distinct': {
      if (measure.field === 'day') return distinctDays(rows, people);
      const column = valueColumn(scope, measure);
      if (column === null) return allUntold(rows, people);
      return column.type === 'text'
        ? distinctText(rows, column, people)
        : distinctNumbers(rows, column, people);
    }
    case 'share-of-gross': {
      const part = usableValues(scope, measure);
      const whole = usableValues(scope, { ...measure, field: 'gross' });
      return part === null || whole === null ? allUntold(rows, people) : ratio(rows, part, whole, people);
    }
    case 'sum':
    case 'mean':
    case 'min':
    case 'max': {
      const values = usableValues(scope, measure);
      if (values === null) return allUntold(rows, people);
      if (measure.stat === 'sum') return sum(rows, values, people);
      if (measure.stat === 'mean') return mean(rows, values, people);
      return extreme(rows, values, people, measure.stat);
    }
  }
}

function unitOf(scope: Scope, measure: Measure): PersonMeasure['unit'] {
  switch (measure.stat) {
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
      return rowColumn(scope.dataset, measure.of, measure.field ?? 'revenue')?.column.type === 'money'
        ? 'money'
        : 'number';
    case 'days-since-last':
    case 'days-since-first':
    case 'median-gap':
      return 'days';
    default:
      return 'number';
  }
}

function valueColumn(scope: Scope, measure: Measure): Column | null {
  const found = rowColumn(scope.dataset, measure.of, measure.field ?? 'revenue');
  if (found === null) return null;
  return measure.of === 'items' && found.rowsOf === 'orders'
    ? spreadColumn(scope, found.column)
    : found.column;
}

function spreadColumn({ dataset }: Scope, column: Column): Column {
  const { offsets, size } = dataset.items;
  switch (column.type) {
    case 'text':
      return { ...column, codes: spread(column.codes, offsets, new Int32Array(size)) };
    case 'flag':
      return { ...column, values: spread(column.values, offsets, new Uint8Array(size)) };
    default:
      return { ...column, values: spread(column.values, offsets, new Float64Array(size)) };
  }
}

/** Numbers to add up, NaN where the row can't be used; null where no row can. */
function usableValues(scope: Scope, measure: Measure): Float64Array | null {
  const column = valueColumn(scope, measure);
  if (column === null || column.type === 'text' || column.type === 'flag') return null;
  const ours = column.type === 'money' ? inCurrency(scope, measure.of) : null;
  if (ours === null) return column.values;
  return memo(scope.dataset, `usable ${measure.of} ${measure.field} ${scope.currency}`, () => {
    const out = new Float64Array(column.values.length);
    for (let row = 0; row < out.length; row++)
      out[row] = ours[row] === YES ? column.values[row]! : Number.NaN;
    return out;
  });
}

/** Collects counts: rows that match, and those that might. */
class Counts {
  private readonly values: Float64Array;
  private atMost: Float64Array | null = null;

  constructor(people: number) {
    this.values = new Float64Array(people);
  }

  /** In ascending order of people. */
  set(p: number, yes: number, unknown: number): void {
    this.values[p] = yes === 0 ? Number.NaN : yes;
    if (unknown > 0) {
      this.atMost ??= this.values.map((n, before) => (before < p && !Number.isNaN(n) ? n : 0));
      this.atMost[p] = yes + unknown;
    } else if (this.atMost !== null) this.atMost[p] = yes;
  }

  get(): Answer {
    return { values: this.values, atMost: this.atMost, untold: null };
  }
}

/** `count` of all events up to the as-of by nothing but their kind, from everybody's counts of each kind. */
function countOfKinds(scope: Scope, filters: readonly Filter[], people: number): Answer {
  const answers = valueAnswers(scope, scope.dataset.events.kind, filters);
  const { counts, kinds } = kindCounts(scope);
  const found = new Counts(people);
  for (let p = 0; p < people; p++) {
    let yes = 0;
    let unknown = 0;
    for (let k = 0; k < kinds; k++) {
      if (answers[k] === YES) yes += counts[p * kinds + k]!;
      else if (answers[k] === UNKNOWN) unknown += counts[p * kinds + k]!;
    }
    found.set(p, yes, unknown);
  }
  return found.get();
}

function count({ from, to, counted, lineless }: MeasuredRows, people: number): Answer {
  const found = new Counts(people);
  for (let p = 0; p < people; p++) {
    let yes = 0;
    let unknown = 0;
    if (counted === null) yes = to[p]! - from[p]!;
    else
      for (let row = from[p]!; row < to[p]!; row++) {
        const c = counted[row]!;
        yes += c & YES;
        unknown += c >>> 1;
      }
    found.set(p, yes, lineless?.has(p) ? Number.POSITIVE_INFINITY : unknown);
  }
  return found.get();
}

/** Collects who has rows of which none can be measured. */
class Untold {
  private set: Bitset | null = null;

  constructor(private readonly people: number) {}

  add(p: number): void {
    this.set ??= new Bitset(this.people);
    this.set.add(p);
  }

  get(): Bitset | null {
    return this.set;
  }
}

function allUntold({ from, to, counted, lineless }: MeasuredRows, people: number): Answer {
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    if (lineless?.has(p)) untold.add(p);
    for (let row = from[p]!; row < to[p]!; row++) {
      if (counted !== null && counted[row] === NO) continue;
      untold.add(p);
      break;
    }
  }
  return { values: new Float64Array(people).fill(Number.NaN), atMost: null, untold: untold.get() };
}

/** Over returns as well: they take back what earlier sales brought. */
function sum({ from, to, matched, lineless }: MeasuredRows, usable: Float64Array, people: number): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    let total = 0;
    let used = 0;
    let rows = 0;
    for (let row = from[p]!; row < to[p]!; row++) {
      const m = matched === null ? YES : matched[row]!;
      if (m === NO) continue;
      rows++;
      const v = usable[row]!;
      if (m === UNKNOWN || Number.isNaN(v)) continue;
      total += v;
      used++;
    }
    if (used > 0) values[p] = exact(total);
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

/** The sum, returns taken off, over the rows that count: of revenue, the person's own average order value. */
function mean(
  { from, to, matched, counted, lineless }: MeasuredRows,
  usable: Float64Array,
  people: number,
): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    let total = 0;
    let used = 0;
    let rows = 0;
    for (let row = from[p]!; row < to[p]!; row++) {
      const c = counted === null ? YES : counted[row]!;
      if (c !== NO) rows++;
      const v = usable[row]!;
      if (Number.isNaN(v)) continue;
      if (matched === null || matched[row] === YES) total += v;
      if (c === YES) used++;
    }
    if (used > 0) values[p] = exact(total / used);
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

/** Returns count too: what comes back on its own row was sold on another. */
function ratio(
  { from, to, matched, lineless }: MeasuredRows,
  part: Float64Array,
  whole: Float64Array,
  people: number,
): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    let above = 0;
    let below = 0;
    let used = 0;
    let rows = 0;
    for (let row = from[p]!; row < to[p]!; row++) {
      const m = matched === null ? YES : matched[row]!;
      if (m === NO) continue;
      rows++;
      if (m === UNKNOWN || Number.isNaN(part[row]) || Number.isNaN(whole[row])) continue;
      above += part[row]!;
      below += whole[row]!;
      used++;
    }
    if (below > 0) values[p] = above / below;
    else if ((rows > 0 && used === 0) || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

function extreme(
  { from, to, counted, lineless }: MeasuredRows,
  usable: Float64Array,
  people: number,
  which: 'min' | 'max',
): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  const sign = which === 'max' ? 1 : -1;
  for (let p = 0; p < people; p++) {
    let best = Number.NEGATIVE_INFINITY;
    let used = 0;
    let rows = 0;
    for (let row = from[p]!; row < to[p]!; row++) {
      const c = counted === null ? YES : counted[row]!;
      if (c === NO) continue;
      rows++;
      const v = usable[row]! * sign;
      if (c === UNKNOWN || Number.isNaN(v)) continue;
      if (v > best) best = v;
      used++;
    }
    if (used > 0) values[p] = exact(best * sign);
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

function share({ from, to, counted, base, lineless }: MeasuredRows, people: number): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    let yes = 0;
    let unknown = 0;
    let rows = 0;
    if (base === null) {
      // Trits are added up by their bits: a branch a row costs more.
      rows = to[p]! - from[p]!;
      if (counted === null) yes = rows;
      else
        for (let row = from[p]!; row < to[p]!; row++) {
          const c = counted[row]!;
          yes += c & YES;
          unknown += c >>> 1;
        }
    } else
      for (let row = from[p]!; row < to[p]!; row++) {
        const b = base[row]!;
        if (b === NO) continue;
        rows++;
        const c = b === UNKNOWN ? UNKNOWN : counted === null ? YES : counted[row]!;
        yes += c & YES;
        unknown += c >>> 1;
      }
    if (rows > unknown) values[p] = yes / (rows - unknown);
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

function daysSince(
  { from, to, time, counted, lineless }: MeasuredRows,
  people: number,
  asOfDay: number,
  which: 'first' | 'last',
): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    let at = Number.NaN;
    let rows = 0;
    const start = from[p]!;
    const length = to[p]! - start;
    for (let i = 0; i < length; i++) {
      const row = which === 'first' ? start + i : start + length - 1 - i;
      const c = counted === null ? YES : counted[row]!;
      if (c === NO) continue;
      rows++;
      if (c === UNKNOWN) continue;
      at = time[row]!;
      break;
    }
    if (!Number.isNaN(at)) values[p] = asOfDay - dayOf(at);
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

function rate({ from, to, time, counted, lineless }: MeasuredRows, people: number, asOfDay: number): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    let yes = 0;
    let rows = 0;
    let first = Number.NaN;
    for (let row = from[p]!; row < to[p]!; row++) {
      const c = counted === null ? YES : counted[row]!;
      if (c === NO) continue;
      rows++;
      if (c === UNKNOWN) continue;
      if (yes === 0) first = time[row]!;
      yes++;
    }
    if (yes > 0) values[p] = (yes * 30) / Math.max(30, asOfDay - dayOf(first) + 1);
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

/** Median gap between days with a row. */
function medianGaps({ from, to, time, counted, lineless }: MeasuredRows, people: number): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  let own = new Float64Array(64);
  for (let p = 0; p < people; p++) {
    let n = 0;
    let told = 0;
    let rows = 0;
    let last = Number.NaN;
    for (let row = from[p]!; row < to[p]!; row++) {
      const c = counted === null ? YES : counted[row]!;
      if (c === NO) continue;
      rows++;
      if (c === UNKNOWN) continue;
      told++;
      const day = dayOf(time[row]!);
      if (day > last) {
        if (n === own.length) own = grown(own);
        own[n++] = day - last;
      }
      last = day;
    }
    if (n > 0) values[p] = medianOf(own, n);
    else if ((rows > 0 && told === 0) || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

/** How many of their own median gaps people have been silent: both are measures that others ask for as well. */
function lateness(scope: Scope, measure: Measure, window: Window): Answer {
  const gaps = measurePeople(scope, { ...measure, stat: 'median-gap' }, window);
  const silent = measurePeople(scope, { ...measure, stat: 'days-since-last' }, window);
  return {
    values: gaps.values.map((gap, p) => silent.values[p]! / gap),
    atMost: null,
    untold: gaps.untold,
  };
}

function grown(values: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(values.length * 2);
  out.set(values);
  return out;
}

/** Of the first n, which it sorts. Most people have a few gaps, for which a call to the platform's sort costs more. */
function medianOf(values: Float64Array, n: number): number {
  if (n > 32) sortFloats(values.subarray(0, n));
  else {
    for (let i = 1; i < n; i++) {
      const value = values[i]!;
      let j = i - 1;
      for (; j >= 0 && values[j]! > value; j--) values[j + 1] = values[j]!;
      values[j + 1] = value;
    }
  }
  const half = n >>> 1;
  return n % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}

function distinctDays({ from, to, time, counted, lineless }: MeasuredRows, people: number): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    let days = 0;
    let rows = 0;
    let last = Number.NaN;
    for (let row = from[p]!; row < to[p]!; row++) {
      const c = counted === null ? YES : counted[row]!;
      if (c === NO) continue;
      rows++;
      if (c === UNKNOWN) continue;
      const day = dayOf(time[row]!);
      if (day !== last) days++;
      last = day;
    }
    if (days > 0) values[p] = days;
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

function distinctText(
  { from, to, counted, lineless }: MeasuredRows,
  column: TextColumn,
  people: number,
): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  // A stamp a value instead of a set a person.
  const seenBy = new Int32Array(column.dictionary.length).fill(-1);
  for (let p = 0; p < people; p++) {
    let distinct = 0;
    let rows = 0;
    for (let row = from[p]!; row < to[p]!; row++) {
      const c = counted === null ? YES : counted[row]!;
      if (c === NO) continue;
      rows++;
      const code = column.codes[row]!;
      if (c === UNKNOWN || code < 0 || seenBy[code] === p) continue;
      seenBy[code] = p;
      distinct++;
    }
    if (distinct > 0) values[p] = distinct;
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}

function distinctNumbers(
  { from, to, counted, lineless }: MeasuredRows,
  column: Exclude<Column, TextColumn>,
  people: number,
): Answer {
  const values = new Float64Array(people).fill(Number.NaN);
  const untold = new Untold(people);
  const seen = new Set<number>();
  for (let p = 0; p < people; p++) {
    seen.clear();
    let rows = 0;
    for (let row = from[p]!; row < to[p]!; row++) {
      const c = counted === null ? YES : counted[row]!;
      if (c === NO) continue;
      rows++;
      const v = column.values[row]!;
      if (c === UNKNOWN || Number.isNaN(v) || (column.type === 'flag' && v > 1)) continue;
      seen.add(v);
    }
    if (seen.size > 0) values[p] = seen.size;
    else if (rows > 0 || lineless?.has(p)) untold.add(p);
  }
  return { values, atMost: null, untold: untold.get() };
}
