import { type TextColumn, textAt } from '../../core/column';
import type { ExchangeRate } from '../../core/money/exchange-rate';
import { DAY_MS, dayOf, isoDay, parseIso } from '../../core/time/calendar';

/** Rates as they are kept, a row each, by pair and day. */
export interface RateColumns {
  /** Since 1970-01-01. */
  readonly day: Int32Array;
  readonly from: TextColumn;
  readonly to: TextColumn;
  readonly rate: Float64Array;
}

export function rateColumns(rates: readonly ExchangeRate[]): RateColumns {
  return {
    day: Int32Array.from(rates, ({ day }) => dayOf(parseIso(day) ?? Number.NaN)),
    from: textColumn(rates.map(({ from }) => from)),
    to: textColumn(rates.map(({ to }) => to)),
    rate: Float64Array.from(rates, ({ rate }) => rate),
  };
}

export function ratesOfColumns({ day, from, to, rate }: RateColumns): readonly ExchangeRate[] {
  return Array.from(rate, (value, row) => ({
    day: isoDay((day[row] ?? 0) * DAY_MS),
    from: textAt(from, row) ?? '',
    to: textAt(to, row) ?? '',
    rate: value,
  }));
}

function textColumn(texts: readonly string[]): TextColumn {
  const dictionary = [...new Set(texts)];
  const codes = new Map(dictionary.map((text, code) => [text, code]));
  return { type: 'text', codes: Int32Array.from(texts, (text) => codes.get(text) ?? -1), dictionary };
}
