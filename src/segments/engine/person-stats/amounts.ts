import type { MeasuredRows } from '../measured-rows';
import { exact } from '../number-range';
import { NO, UNKNOWN, YES } from '../trit';
import { type Answer, Untold } from './answer';

/** Over returns as well: they take back what earlier sales brought. */
export function sum(
  { from, to, matched, lineless }: MeasuredRows,
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
export function mean(
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
export function ratio(
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

export function extreme(
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
