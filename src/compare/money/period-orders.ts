import { NULL_CODE, textAt } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { sameName } from '../../core/same-name';
import type { Margin } from '../../core/spend-entry';
import { DAY_MS } from '../../core/time/calendar';

/** An order (or return) of the time compared, in the currency compared. */
export interface PaidOrder {
  readonly order: number;
  /** -1 is nobody known. */
  readonly person: number;
  readonly isSale: boolean;
  readonly revenueMinor: number;
  /** Null without a margin. */
  readonly marginMinor: number | null;
  /** The first sale of a person who was nobody's customer before. */
  readonly first: boolean;
}

export interface PeriodOrders {
  readonly orders: readonly PaidOrder[];
  readonly inOtherCurrencies: number;
  /** Whether orders or sign-ups from before the time are held, so that a first order is one. */
  readonly newIsKnown: boolean;
}

/** With fewer days of orders before the time compared, everybody would look new. */
const FEWEST_DAYS_BEFORE = 90;

/** Orders from day to day. `margin` is applied to what was paid, by category where its items tell. */
export function periodOrders(
  dataset: Dataset,
  days: { readonly first: number; readonly last: number },
  currency: string | null,
  margin: Margin | null,
): PeriodOrders {
  const { orders: table, people } = dataset;
  const from = days.first * DAY_MS;
  const to = (days.last + 1) * DAY_MS - 1;
  const code = currency === null ? NULL_CODE : table.currency.dictionary.indexOf(currency);
  const wanted = currency !== null && code === NULL_CODE ? -2 : code;
  const created = people.columns.get('createdAt');
  const createdAt = created?.type === 'time' ? created.values : null;
  const shareOf = marginShare(dataset, margin);
  const orders: PaidOrder[] = [];
  let inOtherCurrencies = 0;
  let earliest = Number.POSITIVE_INFINITY;
  let bought = -1;
  for (let o = 0; o < table.size; o++) {
    const at = table.time[o]!;
    const person = table.person[o]!;
    const isSale = table.isSale[o] === 1;
    // Sorted by person and time: the first sale met of each person is their first.
    const first = isSale && person >= 0 && person !== bought;
    if (first) bought = person;
    if (at < earliest) earliest = at;
    if (!(at >= from && at <= to)) continue;
    if (table.currency.codes[o] !== wanted) {
      inOtherCurrencies++;
      continue;
    }
    const gross = table.gross[o]!;
    if (isSale && Number.isNaN(gross)) continue;
    const revenueMinor = (isSale ? gross : 0) - table.refunded[o]!;
    const share = shareOf(o);
    orders.push({
      order: o,
      person,
      isSale,
      revenueMinor,
      marginMinor: share === null ? null : revenueMinor * share,
      first: first && !(createdAt !== null && createdAt[person]! < from),
    });
  }
  const before = (from - earliest) / DAY_MS;
  return { orders, inOtherCurrencies, newIsKnown: before >= FEWEST_DAYS_BEFORE || createdAt !== null };
}

/** By order: its margin as a share of its revenue, weighted by what its items cost. */
function marginShare(dataset: Dataset, margin: Margin | null): (order: number) => number | null {
  if (margin === null) return () => null;
  const { items } = dataset;
  const category = items.columns.get('category');
  if (margin.byCategory.length === 0 || category?.type !== 'text') return () => margin.share;
  const shares = new Map(margin.byCategory.map((of) => [sameName(of.category), of.share]));
  return (order) => {
    let amount = 0;
    let kept = 0;
    for (let i = items.offsets[order]!; i < items.offsets[order + 1]!; i++) {
      const worth = items.amount[i]!;
      if (!(worth > 0)) continue;
      const name = textAt(category, i);
      amount += worth;
      kept += worth * ((name === null ? undefined : shares.get(sameName(name))) ?? margin.share);
    }
    return amount > 0 ? kept / amount : margin.share;
  };
}
