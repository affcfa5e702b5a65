import type { TextColumn } from '../../core/column';
import { daysOfRows } from '../engine/days-of-rows';
import { memo } from '../engine/memo';
import { personColumn } from '../engine/person-column';
import { filledRowColumn } from '../engine/row-column';
import type { Scope } from '../engine/scope';
import { countryCode } from './countries';

/** Where sales up to the as-of went: the country of the order where orders carry one, or else the person's. */
export interface OrderPlaces {
  /** Of the order or of the person; null where neither holds a country. */
  readonly field: { readonly of: 'orders' | 'people'; readonly id: string } | null;
  /** Values as they are held, by sales, most first. */
  readonly names: readonly string[];
  /** First day there is a sale; counts below are from it on. */
  readonly from: number;
  readonly to: number;
  /** Sales from one day to another (inclusive) that went to one of the countries, or to none of them. */
  sales(first: number, last: number, names: readonly string[], inside: boolean): number;
}

const ORDER_FIELDS = ['orderCountry', 'country'] as const;

export function orderPlaces(scope: Scope): OrderPlaces {
  return memo(scope.dataset, `order places ${scope.asOf}`, () => findPlaces(scope));
}

function findPlaces(scope: Scope): OrderPlaces {
  const { orders } = scope.dataset;
  const { field, column } = countryColumn(scope);
  const values = column?.dictionary.length ?? 0;
  const { isSale, time } = orders;
  const { from: firstDay, count: days, ofRow } = daysOfRows(scope.dataset, 'orders');
  /** By day from the first on, for each value, and before them for no value. */
  const byDay: (Uint32Array | undefined)[] = new Array(values + 1).fill(undefined);
  const total = new Float64Array(values + 1);
  let first = days;
  let last = -1;
  for (let row = 0; row < orders.size; row++) {
    if (isSale[row] === 0 || !(time[row]! <= scope.asOf)) continue;
    const at = field?.of === 'people' ? orders.person[row]! : row;
    const place = column === null || at < 0 ? 0 : column.codes[at]! + 1;
    let counted = byDay[place];
    if (counted === undefined) {
      counted = new Uint32Array(days);
      byDay[place] = counted;
    }
    const day = ofRow[row]! - 1;
    counted[day]!++;
    total[place]!++;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const from = last < 0 ? Number.POSITIVE_INFINITY : firstDay + first;
  const to = last < 0 ? Number.NEGATIVE_INFINITY : firstDay + last;
  const codes = new Map((column?.dictionary ?? []).map((name, code) => [name, code]));
  return {
    field,
    names: [...codes]
      .filter(([, code]) => total[code + 1]! > 0)
      .sort((a, b) => total[b[1] + 1]! - total[a[1] + 1]! || (a[0] < b[0] ? -1 : 1))
      .map(([name]) => name),
    from,
    to,
    sales(begin, end, names, inside) {
      const wanted = new Set(names.map((name) => (codes.get(name) ?? -2) + 1));
      let n = 0;
      for (const [place, counted] of byDay.entries()) {
        if (counted === undefined || wanted.has(place) !== inside) continue;
        for (let day = Math.max(begin, from); day <= Math.min(end, to); day++) n += counted[day - firstDay]!;
      }
      return n;
    },
  };
}

function countryColumn(scope: Scope): { field: OrderPlaces['field']; column: TextColumn | null } {
  for (const id of ORDER_FIELDS) {
    const found = filledRowColumn(scope.dataset, 'orders', id);
    if (found?.column.type === 'text') return { field: { of: 'orders', id }, column: found.column };
  }
  const column = personColumn(scope, 'personCountry');
  if (column?.type !== 'text') return { field: null, column: null };
  return { field: { of: 'people', id: 'personCountry' }, column };
}

/** Currencies of one country each. */
const CURRENCY_COUNTRIES: Readonly<Record<string, string>> = {
  PLN: 'PL',
  GBP: 'GB',
  USD: 'US',
  CAD: 'CA',
  AUD: 'AU',
  NZD: 'NZ',
  CHF: 'CH',
  CZK: 'CZ',
  HUF: 'HU',
  RON: 'RO',
  BGN: 'BG',
  RSD: 'RS',
  UAH: 'UA',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
  ISK: 'IS',
  TRY: 'TR',
  JPY: 'JP',
  KRW: 'KR',
  INR: 'IN',
  BRL: 'BR',
  MXN: 'MX',
  ARS: 'AR',
  CLP: 'CL',
  COP: 'CO',
  ZAR: 'ZA',
};

/** The country most sales went to, or else the one of the currency; null where neither says. */
export function likelyHome(scope: Scope): string | null {
  const { names, from, to, sales } = orderPlaces(scope);
  // Under all the names it is written by.
  const byCode = new Map<string, number>();
  for (const name of names) {
    const code = countryCode(name);
    if (code !== null) byCode.set(code, (byCode.get(code) ?? 0) + sales(from, to, [name], true));
  }
  const [most] = [...byCode].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? CURRENCY_COUNTRIES[scope.currency ?? ''] ?? null;
}
