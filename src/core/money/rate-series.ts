import { dayOf, parseIso } from '../time/calendar';
import type { ExchangeRate } from './exchange-rate';

/** Why an amount was not converted. */
export const NO_FACTOR = { noRate: -1, tooOld: -2 } as const;

/** What one unit of a currency was worth in another, day by day. */
export interface RateSeries {
  /** Rising, since 1970-01-01. */
  readonly days: Int32Array;
  readonly factors: Float64Array;
}

/**
 * What one unit of each currency was worth in `into`: by the rates between the two, whichever way round they are
 * given; on a day with none of them, by way of a third currency with a rate to both on that same day, as a table of rates
 * against the euro gives them. Days without a rate have none: nothing is made up between two.
 */
export function rateSeriesInto(
  rates: readonly ExchangeRate[],
  into: string,
): ReadonlyMap<string, RateSeries> {
  const direct = new Map<string, ByDay>();
  /** By third currency: what one of it was worth in `into`, and in each other currency, by day. */
  const worth = new Map<string, Map<string, ByDay>>();
  const put = (of: string, inCurrency: string, day: number, factor: number) => {
    const ofOne = worth.get(of) ?? new Map<string, ByDay>();
    worth.set(of, ofOne);
    byDay(ofOne, inCurrency).set(day, factor);
  };
  for (const { day: iso, from, to, rate } of rates) {
    const time = parseIso(iso);
    if (time === null) continue;
    const day = dayOf(time);
    if (to === into) byDay(direct, from).set(day, rate);
    else if (from === into && !direct.get(to)?.has(day)) byDay(direct, to).set(day, 1 / rate);
    put(from, to, day, rate);
    put(to, from, day, 1 / rate);
  }
  for (const [pivot, of] of worth) {
    const pivotInto = of.get(into);
    if (pivot === into || pivotInto === undefined) continue;
    for (const [currency, perPivot] of of) {
      if (currency === into) continue;
      for (const [day, units] of perPivot) {
        const factor = pivotInto.get(day);
        if (factor === undefined || direct.get(currency)?.has(day)) continue;
        byDay(direct, currency).set(day, factor / units);
      }
    }
  }
  return new Map(
    [...direct].map(([currency, byDay]) => {
      const sorted = [...byDay].sort(([a], [b]) => a - b);
      return [
        currency,
        {
          days: Int32Array.from(sorted, ([day]) => day),
          factors: Float64Array.from(sorted, ([, factor]) => factor),
        },
      ];
    }),
  );
}

/** The factor of the last day on or before `day` that has one, at most `maxAgeDays` before it; else a `NO_FACTOR`. */
export function factorOn(series: RateSeries | undefined, day: number, maxAgeDays: number): number {
  if (series === undefined) return NO_FACTOR.noRate;
  const { days, factors } = series;
  let lo = 0;
  let hi = days.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (days[mid]! <= day) lo = mid + 1;
    else hi = mid;
  }
  if (lo === 0) return NO_FACTOR.noRate;
  return day - days[lo - 1]! > maxAgeDays ? NO_FACTOR.tooOld : factors[lo - 1]!;
}

type ByDay = Map<number, number>;

function byDay(map: Map<string, ByDay>, currency: string): ByDay {
  let days = map.get(currency);
  if (days === undefined) {
    days = new Map();
    map.set(currency, days);
  }
  return days;
}
