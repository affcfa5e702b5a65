import { NULL_CODE } from '../../core/column';
import type { PersonFacts } from './person-facts';

/**
 * Sums over the orders of each person in the period, each read when it is asked for. Money in minor units of the currency
 * asked for.
 */
export interface PersonSales extends PaidSales, Discounts, Units {
  /** Sales in any currency. */
  readonly orders: Float64Array;
}

interface PaidSales {
  /** Sales in the currency, with an amount. */
  readonly paidOrders: Float64Array;
  readonly gross: Float64Array;
  readonly refunded: Float64Array;
  /** gross - refunded. */
  readonly revenue: Float64Array;
  /** Rows that money could not be read from: another currency, or no amount. */
  readonly leftOut: Float64Array;
  /** 1, or 0 for people all of whose rows were left out: worth nothing known, which is not nothing. */
  readonly valued: Float64Array;
  /** Rows in another currency, of everybody. */
  readonly foreign: number;
}

/** Over paid orders whose discount is known: what was taken off, and what they would have cost. */
interface Discounts {
  readonly discount: Float64Array;
  readonly listPrice: Float64Array;
}

/** Over sales whose number of units is known. */
interface Units {
  readonly units: Float64Array;
  readonly unitOrders: Float64Array;
}

export function personSales(facts: PersonFacts): PersonSales {
  return new SalesRead(facts);
}

/** Getters of a class: measuring asks for the sales of some facts hundreds of times. */
class SalesRead implements PersonSales {
  constructor(private readonly facts: PersonFacts) {}

  get orders() {
    return this.facts.get('sales', () => salesOf(this.facts));
  }
  get paidOrders() {
    return this.paid.paidOrders;
  }
  get gross() {
    return this.paid.gross;
  }
  get refunded() {
    return this.paid.refunded;
  }
  get revenue() {
    return this.paid.revenue;
  }
  get leftOut() {
    return this.paid.leftOut;
  }
  get valued() {
    return this.paid.valued;
  }
  get foreign() {
    return this.paid.foreign;
  }
  get discount() {
    return this.discounts.discount;
  }
  get listPrice() {
    return this.discounts.listPrice;
  }
  get units() {
    return this.counted.units;
  }
  get unitOrders() {
    return this.counted.unitOrders;
  }

  private get paid(): PaidSales {
    return this.facts.get('paid sales', () => paidSales(this.facts));
  }
  private get discounts(): Discounts {
    return this.facts.get('discounts', () => discountsOf(this.facts));
  }
  private get counted(): Units {
    return this.facts.get('units', () => unitsOf(this.facts));
  }
}

function salesOf(facts: PersonFacts): Float64Array {
  const { isSale } = facts.dataset.orders;
  const { from, to } = facts.orders;
  const out = new Float64Array(from.length);
  for (let i = 0; i < out.length; i++) {
    const end = to[i]!;
    let sales = 0;
    for (let o = from[i]!; o < end; o++) sales += isSale[o]!;
    out[i] = sales;
  }
  return out;
}

/** The code of the rows in the currency; -2 where no row is. */
function wantedCode({ dataset, currency }: PersonFacts): number {
  if (currency === null) return NULL_CODE;
  const code = dataset.orders.currency.dictionary.indexOf(currency);
  return code < 0 ? -2 : code;
}

function paidSales(facts: PersonFacts): PaidSales {
  const { isSale, gross: grossOf, refunded: refundOf } = facts.dataset.orders;
  const { codes } = facts.dataset.orders.currency;
  const wanted = wantedCode(facts);
  const { from, to } = facts.orders;
  const columns = () => new Float64Array(from.length);
  const [paidOrders, gross, refunded] = [columns(), columns(), columns()];
  const [revenue, leftOut, valued] = [columns(), columns(), columns()];
  let foreign = 0;
  for (let i = 0; i < from.length; i++) {
    const end = to[i]!;
    let paid = 0;
    let sum = 0;
    let back = 0;
    let unread = 0;
    let read = 0;
    for (let o = from[i]!; o < end; o++) {
      if (codes[o] !== wanted) {
        unread++;
        foreign++;
        continue;
      }
      const sale = isSale[o] === 1;
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
    }
    paidOrders[i] = paid;
    gross[i] = sum;
    refunded[i] = back;
    revenue[i] = sum - back;
    leftOut[i] = unread;
    valued[i] = unread > 0 && read === 0 ? 0 : 1;
  }
  return { paidOrders, gross, refunded, revenue, leftOut, valued, foreign };
}

function discountsOf(facts: PersonFacts): Discounts {
  const { isSale, gross, discount: discountOf } = facts.dataset.orders;
  const { codes } = facts.dataset.orders.currency;
  const wanted = wantedCode(facts);
  const { from, to } = facts.orders;
  const discount = new Float64Array(from.length);
  const listPrice = new Float64Array(from.length);
  for (let i = 0; i < from.length; i++) {
    const end = to[i]!;
    let off = 0;
    let list = 0;
    for (let o = from[i]!; o < end; o++) {
      const cut = discountOf[o]!;
      const amount = gross[o]!;
      if (isSale[o] !== 1 || codes[o] !== wanted || Number.isNaN(cut) || Number.isNaN(amount)) continue;
      off += cut;
      list += amount + cut;
    }
    discount[i] = off;
    listPrice[i] = list;
  }
  return { discount, listPrice };
}

function unitsOf(facts: PersonFacts): Units {
  const { isSale, units: piecesOf } = facts.dataset.orders;
  const { from, to } = facts.orders;
  const units = new Float64Array(from.length);
  const unitOrders = new Float64Array(from.length);
  for (let i = 0; i < from.length; i++) {
    const end = to[i]!;
    let pieces = 0;
    let counted = 0;
    for (let o = from[i]!; o < end; o++) {
      const n = piecesOf[o]!;
      if (isSale[o] !== 1 || Number.isNaN(n)) continue;
      pieces += n;
      counted++;
    }
    units[i] = pieces;
    unitOrders[i] = counted;
  }
  return { units, unitOrders };
}
