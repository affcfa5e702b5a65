import { headerWords } from '../mapping/header-words';
import { isCurrencyCode } from './currency-code';
import type { RateRow } from './read-rate-rows';

/** Where in a table its days, currencies and rates stand. */
export type RateLayout =
  | {
      readonly kind: 'long';
      /** The record of the header; 0 where there is none. */
      readonly headerRow: number;
      readonly day: number;
      readonly currency: number;
      readonly rate: number;
      /** How many units of the currency the rate is for. */
      readonly units: number | null;
      /** The other currency of the pair. */
      readonly against: number | null;
      /** What the pair's numbers are: the price of `currency`, or how much of it one `against` is worth. */
      readonly againstIs: 'price-in' | 'per-one';
    }
  | {
      readonly kind: 'wide';
      readonly headerRow: number;
      readonly day: number;
      readonly columns: readonly {
        readonly at: number;
        readonly units: number;
        readonly currency: string;
        /** `EUR/PLN`: the header names the pair. */
        readonly against: string | null;
      }[];
    };

const DAY =
  /^(?:date|data|day|dzien|dnia|datum|fecha|jour|time period|effective date|data publikacji|data notowania|data kursu|data tabeli|rate date|date of rate)$/;
const CURRENCY =
  /^(?:currency|waluta|kod|kod waluty|code|currency code|symbol|symbol waluty|iso|iso code|kod iso|from|base|devise|wahrung|moneda)$/;
const RATE =
  /^(?:rate|kurs|kurs sredni|sredni kurs|mid|value|wartosc|price|close|exchange rate|fx rate|rate value|obs value|kurs waluty|kurs zamkniecia|taux|wechselkurs)$/;
const UNITS =
  /^(?:units?|jednostki?|liczba jednostek|ilosc|ilosc jednostek|nominal|przelicznik|per|multiplier)$/;
const PRICED_IN = /^(?:to|quote|against|w walucie|waluta kwotowana|quote currency|to currency|na)$/;
const PER_ONE = /^(?:currency denom|base currency)$/;

/** A header is looked for among this many first records. */
const LOOKED_AT = 40;

/** Null where nothing looks like rates. */
export function rateLayout(rows: readonly RateRow[]): RateLayout | null {
  const head = rows.slice(0, LOOKED_AT);
  for (const { row, cells } of head) {
    const found = longHeader(row, cells) ?? wideHeader(row, cells);
    if (found !== null) return found;
  }
  return bareColumns(head);
}

function longHeader(row: number, cells: readonly string[]): RateLayout | null {
  const words = cells.map(headerWords);
  const at = (pattern: RegExp) => words.findIndex((word) => pattern.test(word));
  const optional = (pattern: RegExp) => {
    const found = at(pattern);
    return found === -1 ? null : found;
  };
  const [day, currency, rate] = [at(DAY), at(CURRENCY), at(RATE)];
  if (day === -1 || currency === -1 || rate === -1) return null;
  const perOne = optional(PER_ONE);
  return {
    kind: 'long',
    headerRow: row,
    day,
    currency,
    rate,
    units: optional(UNITS),
    against: perOne ?? optional(PRICED_IN),
    againstIs: perOne === null ? 'price-in' : 'per-one',
  };
}

const BARE_DAY = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$|^(?:19|20)\d{6}$/;
const WIDE = /^(?:(\d{1,6}) ?)?([A-Z]{3})(?: ?\/ ?([A-Z]{3}))?$/;

function wideHeader(row: number, cells: readonly string[]): RateLayout | null {
  if (cells.some((cell) => BARE_DAY.test(cell))) return null;
  const columns = cells.flatMap((cell, at) => {
    const [, units, currency, against] = WIDE.exec(cell) ?? [];
    if (currency === undefined || !isCurrencyCode(currency)) return [];
    if (against !== undefined && !isCurrencyCode(against)) return [];
    return [{ at, units: Number(units ?? 1), currency, against: against ?? null }];
  });
  const first = columns[0];
  if (first === undefined || first.at === 0 || columns.some(({ units }) => !(units > 0))) return null;
  const named = cells.findIndex((cell, at) => at < first.at && DAY.test(headerWords(cell)));
  return { kind: 'wide', headerRow: row, day: named === -1 ? 0 : named, columns };
}

/** Three columns without a header: a day, a code and a number, in whatever order. */
function bareColumns(rows: readonly RateRow[]): RateLayout | null {
  const first = rows[0];
  if (first === undefined || first.cells.length < 3) return null;
  const where = (test: (cell: string) => boolean) => first.cells.findIndex(test);
  const currency = where((cell) => isCurrencyCode(cell.toUpperCase()));
  const day = where((cell) => BARE_DAY.test(cell));
  const rate = first.cells.findIndex((cell, at) => at !== day && /^\d+(?:[.,]\d+)?$/.test(cell));
  if (currency === -1 || day === -1 || rate === -1) return null;
  return {
    kind: 'long',
    headerRow: 0,
    day,
    currency,
    rate,
    units: null,
    against: null,
    againstIs: 'price-in',
  };
}
