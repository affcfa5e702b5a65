import { Bitset } from '../../core/bitset';
import type { Dataset } from '../../core/dataset';
import { asOfMoment } from '../../core/time/as-of';
import { DAY_MS } from '../../core/time/calendar';
import { populationAt } from '../../segments/population';
import type { Durations } from '../../stats/survival/kaplan-meier';
import type { SegmentMembers } from '../compare-people';
import { type SegmentCurves, segmentCurves } from './segment-curves';

export interface TimeToNextOrderRequest {
  /** `WallMs`: when segments are frozen and everybody's clock starts. */
  readonly asOf: number;
  /** Watched so long at most; null is to the end of the data. */
  readonly days: number | null;
}

export interface TimeToNextOrder extends SegmentCurves {
  /** Whole days; fewer than asked for where the data ends before. */
  readonly watchedDays: number;
  /** People there at the as-of who had not ordered before it: an order of theirs would be a first, not a next one. */
  readonly neverOrdered: number;
}

/**
 * How long customers took to order again, counted from the as-of: Kaplan–Meier by segment, log-rank against those out of
 * it. Membership is that of the as-of and the clock starts there, for everybody: a clock that started at an earlier
 * order would give the segment time in which its members could not have failed to become members (S. Suissa 2008,
 * Am. J. Epidemiol. 167:492). Null where the data ends within a day of the as-of.
 */
export function timeToNextOrder(
  dataset: Dataset,
  request: TimeToNextOrderRequest,
  segments: readonly SegmentMembers[],
  base: SegmentMembers | null,
): TimeToNextOrder | null {
  if (dataset.coverage === null) return null;
  const start = asOfMoment(request.asOf);
  const held = Math.floor((asOfMoment(dataset.coverage.to) - start) / DAY_MS);
  const watchedDays = Math.min(held, request.days ?? held);
  if (!(watchedDays >= 1)) return null;

  const population = populationAt(dataset, request.asOf);
  const days = daysToNextSale(dataset, start);
  const customers = new Bitset(population.size);
  population.forEach((p) => {
    if (!Number.isNaN(days[p]!)) customers.add(p);
  });
  const durationsOf = (set: Bitset): Durations => {
    const n = set.count();
    const times = new Float64Array(n);
    const happened = new Uint8Array(n);
    let i = 0;
    set.forEach((p) => {
      times[i] = Math.min(days[p]!, watchedDays);
      happened[i++] = days[p]! <= watchedDays ? 1 : 0;
    });
    return { times, happened };
  };

  return {
    watchedDays,
    neverOrdered: population.count() - customers.count(),
    ...segmentCurves(customers, durationsOf, segments, base),
  };
}

/**
 * By person: days from `start` to their first dated sale after it, begun ones counting whole, Infinity where none is held;
 * NaN where none is held at or before it.
 */
function daysToNextSale({ people, orders }: Dataset, start: number): Float64Array {
  const out = new Float64Array(people.size).fill(Number.NaN);
  for (let p = 0; p < people.size; p++) {
    const end = orders.offsets[p + 1]!;
    for (let o = orders.offsets[p]!; o < end; o++) {
      const at = orders.time[o]!;
      if (orders.isSale[o] !== 1) continue;
      if (at <= start) out[p] = Number.POSITIVE_INFINITY;
      else if (at > start && !Number.isNaN(out[p]!)) out[p] = Math.ceil((at - start) / DAY_MS);
      // Sorted by time, undated last: what comes after the first later sale changes nothing.
      if (!(at <= start)) break;
    }
  }
  return out;
}
