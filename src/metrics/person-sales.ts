import { NULL_CODE } from '../core/column';
import type { PersonFacts } from './person-facts';

/** Sums over the orders of each person in the period. Money in minor units of the currency asked for. */
export interface PersonSales {
  /** Sales in any currency. */
  readonly orders: Float64Array;
  /** Sales in the currency, with an amount. */
  readonly paidOrders: Float64Array;
  readonly gross: Float64Array;
  readonly refunded: Float64Array;
  /** gross - refunded. */
  readonly revenue: Float64Array;
  /** Over paid orders whose discount is known: what was taken off, and what they would have cost. */
  readonly discount: Float64Array;
  readonly listPrice: Float64Array;
  /** Over sales whose number of units is known. */
  readonly units: Float64Array;
  readonly unitOrders: Float64Array;
  /** Rows that money could not be read from: another currency, or no amount. */
  readonly leftOut: Float64Array;
  /** 1, or 0 for people all of whose rows were left out: worth nothing known, which is not nothing. */
  readonly valued: Float64Array;
  /** Rows of the period in another currency, rows of nobody included. */
  readonly inOtherCurrencies: number;
  readonly unattributed: { readonly orders: number; readonly revenueMinor: number };
}

export function personSales(facts: PersonFacts): PersonSales {
  return facts.get('sales', () => readSales(facts));
}

function readSales({ dataset, period, currency, cursor }: PersonFacts): PersonSales {
  const people = dataset.people.size;
  const {
    size,
    offsets,
    time,
    isSale,
    gross: grossOf,
    refunded: refundOf,
    discount: discountOf,
  } = dataset.orders;
  const { units: unitsOf } = dataset.orders;
  const { codes, dictionary } = dataset.orders.currency;
  const wanted = currency === null ? NULL_CODE : dictionary.indexOf(currency);
  const none = currency !== null && wanted === NULL_CODE;
  const { from, to, undated } = period;
  const columns = () => new Float64Array(people);
  const [orders, paidOrders, gross, refunded] = [columns(), columns(), columns(), columns()];
  const [revenue, discount, listPrice, units] = [columns(), columns(), columns(), columns()];
  const [unitOrders, leftOut, valued] = [columns(), columns(), columns()];
  let inOtherCurrencies = 0;
  const unattributed = { orders: 0, revenueMinor: 0 };

  for (let p = 0; p < people; p++) {
    const end = offsets[p + 1]!;
    let sales = 0;
    let paid = 0;
    let sum = 0;
    let back = 0;
    let off = 0;
    let list = 0;
    let pieces = 0;
    let counted = 0;
    let unread = 0;
    let read = 0;
    let o = cursor === null ? offsets[p]! : cursor[p]!;
    for (; o < end; o++) {
      const at = time[o]!;
      if (at > to) {
        // Sorted by time, so nothing more in the period; undated rows only count where it has no end to miss.
        if (undated) continue;
        break;
      }
      if (!((at >= from && at <= to) || (undated && Number.isNaN(at)))) continue;
      const sale = isSale[o] === 1;
      if (sale) {
        sales++;
        const n = unitsOf[o]!;
        if (!Number.isNaN(n)) {
          pieces += n;
          counted++;
        }
      }
      if (none || codes[o] !== wanted) {
        unread++;
        inOtherCurrencies++;
        continue;
      }
      const amount = grossOf[o]!;
      if (sale && Number.isNaN(amount)) {
        unread++;
        continue;
      }
      read++;
      back += refundOf[o]!;
      if (!sale) continue;
      paid++;
      sum += amount;
      const cut = discountOf[o]!;
      if (!Number.isNaN(cut)) {
        off += cut;
        list += amount + cut;
      }
    }
    if (cursor !== null) cursor[p] = o;
    orders[p] = sales;
    paidOrders[p] = paid;
    gross[p] = sum;
    refunded[p] = back;
    revenue[p] = sum - back;
    discount[p] = off;
    listPrice[p] = list;
    units[p] = pieces;
    unitOrders[p] = counted;
    leftOut[p] = unread;
    valued[p] = unread > 0 && read === 0 ? 0 : 1;
  }

  for (let o = offsets[people]!; o < size; o++) {
    const at = time[o]!;
    if (!((at >= from && at <= to) || (undated && Number.isNaN(at)))) continue;
    const sale = isSale[o] === 1;
    if (sale) unattributed.orders++;
    if (none || codes[o] !== wanted) {
      inOtherCurrencies++;
      continue;
    }
    const amount = grossOf[o]!;
    if (!sale) unattributed.revenueMinor -= refundOf[o]!;
    else if (!Number.isNaN(amount)) unattributed.revenueMinor += amount - refundOf[o]!;
  }
  return {
    orders,
    paidOrders,
    gross,
    refunded,
    revenue,
    discount,
    listPrice,
    units,
    unitOrders,
    leftOut,
    valued,
    inOtherCurrencies,
    unattributed,
  };
}
