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
  /** Of `leftOut`, the rows in another currency. */
  readonly foreign: Float64Array;
}

export function personSales(facts: PersonFacts): PersonSales {
  return facts.get('sales', () => readSales(facts));
}

function readSales(facts: PersonFacts): PersonSales {
  const {
    isSale,
    gross: grossOf,
    refunded: refundOf,
    discount: discountOf,
    units: unitsOf,
  } = facts.dataset.orders;
  const { codes, dictionary } = facts.dataset.orders.currency;
  const wanted = facts.currency === null ? NULL_CODE : dictionary.indexOf(facts.currency);
  const none = facts.currency !== null && wanted === NULL_CODE;
  const { from, to } = facts.orders;
  const columns = () => new Float64Array(from.length);
  const [orders, paidOrders, gross, refunded] = [columns(), columns(), columns(), columns()];
  const [revenue, discount, listPrice, units] = [columns(), columns(), columns(), columns()];
  const [unitOrders, leftOut, foreign, valued] = [columns(), columns(), columns(), columns()];

  for (let p = 0; p < from.length; p++) {
    const end = to[p]!;
    let sales = 0;
    let paid = 0;
    let sum = 0;
    let back = 0;
    let off = 0;
    let list = 0;
    let pieces = 0;
    let counted = 0;
    let elsewhere = 0;
    let unread = 0;
    let read = 0;
    for (let o = from[p]!; o < end; o++) {
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
        elsewhere++;
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
    foreign[p] = elsewhere;
    valued[p] = unread > 0 && read === 0 ? 0 : 1;
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
    foreign,
    valued,
  };
}
