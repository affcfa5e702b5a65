import { DAY_MS, dayOf } from '../core/calendar';
import { countingSort } from '../core/counting-sort';
import type { OrdersTable } from '../core/dataset';
import type { MeasuredPeriod } from './measured-period';

/** Row i is person `people[i]`, whose orders of the period are rows `from[i]` up to `to[i]`. */
export interface PeriodOrders {
  readonly people: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Of everybody, row by row as people stand. */
export function ordersWithin(
  { offsets, time }: OrdersTable,
  { from: start, to: end, undated }: MeasuredPeriod,
): PeriodOrders {
  const size = offsets.length - 1;
  const people = new Uint32Array(size);
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  for (let p = 0; p < size; p++) {
    people[p] = p;
    const last = offsets[p + 1]!;
    const first = firstRow(time, offsets[p]!, last, (at) => at >= start);
    from[p] = first;
    // Undated rows stand last, and count only where no period ends before the data does.
    to[p] = undated ? last : firstRow(time, first, last, (at) => at > end);
  }
  return { people, from, to };
}

/** The first row whose time is as asked, or undated; all rows before it are not. */
function firstRow(time: Float64Array, from: number, to: number, asked: (at: number) => boolean): number {
  let lo = from;
  let hi = to;
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    const at = time[middle]!;
    if (asked(at) || Number.isNaN(at)) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}

/**
 * For each of several periods, ascending and each of whole days but for where the first begins and the last ends: those
 * with dated orders in it, and last a row of person `people` for everybody who has none. One walk over the orders: a
 * person's orders of one period are contiguous.
 */
export function ordersByPeriod(
  { offsets, time }: OrdersTable,
  periods: readonly { readonly from: number; readonly to: number }[],
): readonly PeriodOrders[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const people = offsets.length - 1;
  const startDay = dayOf(first.from);
  const periodOf = new Int32Array(dayOf(last.to) - startDay + 1);
  periods.forEach(({ from, to }, i) => {
    periodOf.fill(i, dayOf(from) - startDay, dayOf(to) - startDay + 1);
  });

  const rows = offsets[people]!;
  const period = new Int32Array(rows);
  const person = new Uint32Array(rows);
  const begin = new Uint32Array(rows);
  const end = new Uint32Array(rows);
  let runs = 0;
  for (let p = 0; p < people; p++) {
    const stop = offsets[p + 1]!;
    let current = -1;
    for (let o = offsets[p]!; o < stop; o++) {
      const at = time[o]!;
      if (at < first.from) continue;
      // Sorted by time, undated last.
      if (!(at <= last.to)) break;
      const here = periodOf[Math.floor(at / DAY_MS) - startDay]!;
      if (here !== current) {
        current = here;
        period[runs] = here;
        person[runs] = p;
        begin[runs++] = o;
      }
      end[runs - 1] = o + 1;
    }
  }

  const { offsets: starts, members } = countingSort(period.subarray(0, runs), periods.length);
  return periods.map((_, i) => {
    const own = members.subarray(starts[i]!, starts[i + 1]!);
    const size = own.length + 1;
    const of = { people: new Uint32Array(size), from: new Uint32Array(size), to: new Uint32Array(size) };
    for (let r = 0; r < own.length; r++) {
      const run = own[r]!;
      of.people[r] = person[run]!;
      of.from[r] = begin[run]!;
      of.to[r] = end[run]!;
    }
    of.people[own.length] = people;
    return of;
  });
}
