import { sortFloats } from '../../../core/sorting/sort-floats';
import { dayOf } from '../../../core/time/calendar';
import type { MeasuredRows } from '../measured-rows';
import { NO, UNKNOWN, YES } from '../trit';
import { type Answer, Untold } from './answer';

export function daysSince(
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

export function rate(
  { from, to, time, counted, lineless }: MeasuredRows,
  people: number,
  asOfDay: number,
): Answer {
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
export function medianGaps({ from, to, time, counted, lineless }: MeasuredRows, people: number): Answer {
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
