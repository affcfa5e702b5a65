import type { ExchangeRate } from '../../core/money/exchange-rate';

export type RatePlace = Pick<ExchangeRate, 'day' | 'from' | 'to'>;

export interface ChangedRates {
  /** By pair and day. */
  readonly rates: readonly ExchangeRate[];
  readonly added: number;
  /** Those that were held with another value. */
  readonly replaced: number;
}

/** The rates with some taken out, then some put in: a day of a pair has one rate, the last one said. */
export function changedRates(
  held: readonly ExchangeRate[],
  drop: readonly RatePlace[],
  put: readonly ExchangeRate[],
): ChangedRates {
  const byPlace = new Map(held.map((rate) => [place(rate), rate]));
  for (const one of drop) byPlace.delete(place(one));
  let added = 0;
  let replaced = 0;
  for (const rate of put) {
    const before = byPlace.get(place(rate));
    if (before === undefined) added++;
    else if (before.rate !== rate.rate) replaced++;
    byPlace.set(place(rate), rate);
  }
  const rates = [...byPlace].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, rate]) => rate);
  return { rates, added, replaced };
}

const place = ({ from, to, day }: RatePlace): string => `${from}/${to} ${day}`;
