import { asOfMoment } from '../core/as-of';
import { Bitset } from '../core/bitset';
import { DAY_MS } from '../core/calendar';
import type { Dataset } from '../core/dataset';
import { populationAt } from '../segments/population';
import { benjaminiHochberg } from '../stats/benjamini-hochberg';
import type { Interval } from '../stats/interval';
import { type Durations, kaplanMeier, survivalInterval } from '../stats/kaplan-meier';
import { type LogRank, logRank } from '../stats/log-rank';
import { type SurvivalQuantile, survivalQuantile } from '../stats/survival-quantile';
import type { SegmentMembers } from './compare-people';

export interface TimeToNextOrderRequest {
  /** `WallMs`: when segments are frozen and everybody's clock starts. */
  readonly asOf: number;
  /** Watched so long at most; null is to the end of the data. */
  readonly days: number | null;
}

export interface WaitCurve {
  /** Customers who had ordered by the as-of, and those of them who ordered again while watched. */
  readonly n: number;
  readonly returned: number;
  /** On each day anybody returned, ascending: the share that had not yet, after it. */
  readonly points: readonly {
    readonly day: number;
    readonly waiting: number;
    /** Still waiting as the day began. */
    readonly atRisk: number;
    /** 95 %, log-log; null where nobody is left waiting. */
    readonly interval: Interval | null;
  }[];
  /** Days until half had returned. */
  readonly median: SurvivalQuantile;
}

export interface TimeToNextOrder {
  /** Whole days; fewer than asked for where the data ends before. */
  readonly watchedDays: number;
  /** People there at the as-of who had not ordered before it: an order of theirs would be a first, not a next one. */
  readonly neverOrdered: number;
  readonly everyone: WaitCurve;
  readonly segments: readonly {
    readonly segmentId: string;
    readonly curve: WaitCurve;
    /** Everybody known to be out of it, or of the chosen base, without people of both; null where there is nobody. */
    readonly base: WaitCurve | null;
    /** Where a base was chosen, members not in it: whom `test` holds against `base`. Null where there are none. */
    readonly exclusive: WaitCurve | null;
    /** Log-rank, q after Benjamini–Hochberg over the segments; null under 10 customers or 5 expected returns on a side. */
    readonly test: { readonly statistic: number; readonly p: number; readonly q: number } | null;
  }[];
}

const FEWEST_PEOPLE = 10;
const FEWEST_EXPECTED = 5;

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

  const compared = segments.map(({ segment, members }) => {
    const inside = members.in.and(customers);
    const against = (base === null ? customers : base.members.in.and(customers)).andNot(inside);
    const outside = durationsOf(against.andNot(members.unknown));
    const whole = durationsOf(inside);
    const own = base === null ? whole : durationsOf(inside.andNot(base.members.in));
    return { segmentId: segment.id, whole, own, outside, test: tested(own, outside) };
  });
  const q = benjaminiHochberg(compared.flatMap(({ test }) => (test === null ? [] : [test.p])));
  let at = 0;
  return {
    watchedDays,
    neverOrdered: population.count() - customers.count(),
    everyone: curveOf(durationsOf(customers)),
    segments: compared.map(({ segmentId, whole, own, outside, test }) => ({
      segmentId,
      curve: curveOf(whole),
      base: outside.times.length === 0 ? null : curveOf(outside),
      exclusive: own === whole || own.times.length === 0 ? null : curveOf(own),
      test: test === null ? null : { statistic: test.statistic, p: test.p, q: q[at++]! },
    })),
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

function tested(a: Durations, b: Durations): LogRank | null {
  if (a.times.length < FEWEST_PEOPLE || b.times.length < FEWEST_PEOPLE) return null;
  const test = logRank([a, b]);
  return test === null || test.expected.some((events) => events < FEWEST_EXPECTED) ? null : test;
}

function curveOf(durations: Durations): WaitCurve {
  const curve = kaplanMeier(durations);
  return {
    n: curve.n,
    returned: curve.events,
    points: curve.steps.map((step) => ({
      day: step.time,
      waiting: step.survival,
      atRisk: step.atRisk,
      interval: survivalInterval(step),
    })),
    median: survivalQuantile(curve),
  };
}
