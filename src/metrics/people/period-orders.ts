import type { Dataset, OrdersTable } from '../../core/dataset';
import { DAY_MS, dayOf } from '../../core/time/calendar';
import { memo } from '../../segments/engine/memo';
import type { MeasuredPeriod } from '../measured-period';

/** Row i is person `people[i]`, whose orders of the period are rows `from[i]` up to `to[i]`. */
export interface PeriodOrders {
  readonly people: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Of everybody, row by row as people stand. */
export function ordersWithin(
  { offsets, time }: Pick<OrdersTable, 'offsets' | 'time'>,
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

/** As `ordersWithin`, with the last row of `ordersByPeriod`, which nobody needs. */
export function ordersOfEverybody(dataset: Dataset, period: MeasuredPeriod): PeriodOrders {
  const { people, from, to } = ordersWithin(dataset.orders, period);
  const wider = (rows: Uint32Array, last: number) => {
    const out = new Uint32Array(rows.length + 1).fill(last);
    out.set(rows);
    return out;
  };
  return { people: wider(people, people.length), from: wider(from, 0), to: wider(to, 0) };
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
 * with dated orders in it, and last a row of person `people` for everybody who has none.
 */
export function ordersByPeriod(
  dataset: Dataset,
  periods: readonly { readonly from: number; readonly to: number }[],
): readonly PeriodOrders[] {
  const key = `orders by period ${periods.map(({ from }) => from).join()} ${periods.at(-1)?.to}`;
  const { starts, people, from, to } = memo(dataset, key, () => runsOf(dataset.orders, periods));
  return periods.map((_, i) => ({
    people: people.subarray(starts[i]!, starts[i + 1]!),
    from: from.subarray(starts[i]!, starts[i + 1]!),
    to: to.subarray(starts[i]!, starts[i + 1]!),
  }));
}

/** A person's orders of one period are contiguous. One walk counts such runs, another lays them out by period. */
function runsOf(
  { offsets, time }: OrdersTable,
  periods: readonly { readonly from: number; readonly to: number }[],
): PeriodOrders & { readonly starts: Uint32Array } {
  const count = periods.length;
  const start = periods[0]?.from ?? Number.POSITIVE_INFINITY;
  const stop = periods.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
  const startDay = count === 0 ? 0 : dayOf(start);
  const periodOf = new Int32Array(count === 0 ? 0 : dayOf(stop) - startDay + 1);
  periods.forEach(({ from, to }, i) => {
    periodOf.fill(i, dayOf(from) - startDay, dayOf(to) - startDay + 1);
  });
  const size = offsets.length - 1;
  const rows = offsets[size]!;

  // Each row's period, -1 before the first and after the last, and where undated.
  const ofRow = new Int32Array(rows).fill(-1);
  for (let o = 0; o < rows; o++) {
    const at = time[o]!;
    if (at >= start && at <= stop) ofRow[o] = periodOf[Math.floor(at / DAY_MS) - startDay]!;
  }
  const starts = new Uint32Array(count + 1);
  for (let p = 0; p < size; p++) {
    const end = offsets[p + 1]!;
    let current = -1;
    for (let o = offsets[p]!; o < end; o++) {
      const here = ofRow[o]!;
      if (here !== current && here >= 0) starts[here + 1]!++;
      current = here;
    }
  }
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]! + 1;

  const people = new Uint32Array(starts[count]!);
  const from = new Uint32Array(people.length);
  const to = new Uint32Array(people.length);
  const next = starts.slice();
  for (let p = 0; p < size; p++) {
    const end = offsets[p + 1]!;
    for (let o = offsets[p]!; o < end; ) {
      const here = ofRow[o]!;
      const first = o++;
      while (o < end && ofRow[o] === here) o++;
      if (here < 0) continue;
      const run = next[here]!++;
      people[run] = p;
      from[run] = first;
      to[run] = o;
    }
  }
  for (let i = 0; i < count; i++) people[next[i]!] = size;
  return { starts, people, from, to };
}
