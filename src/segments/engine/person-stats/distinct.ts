import type { Column, TextColumn } from '../../../core/column';
import { dayOf } from '../../../core/time/calendar';
import type { MeasuredRows } from '../measured-rows';
import { NO, UNKNOWN, YES } from '../trit';
import { type Answer, Untold } from './answer';

export function distinctDays({ from, to, time, counted, lineless }: MeasuredRows, people: number): Answer {
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

export function distinctText(
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

export function distinctNumbers(
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
