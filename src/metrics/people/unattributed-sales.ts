import { NULL_CODE } from '../../core/column';
import type { PersonFacts } from './person-facts';

/** Sums over the orders of nobody known in the period. */
export interface UnattributedSales {
  /** Sales in any currency. */
  readonly orders: number;
  /** In minor units of the currency asked for. */
  readonly revenueMinor: number;
  /** Rows in another currency. */
  readonly foreign: number;
}

export function unattributedSales(facts: PersonFacts): UnattributedSales {
  return facts.get('unattributed', () => {
    const { size, offsets, time, isSale, gross, refunded, currency } = facts.dataset.orders;
    const { from, to, undated } = facts.period;
    const wanted = facts.currency === null ? NULL_CODE : currency.dictionary.indexOf(facts.currency);
    const none = facts.currency !== null && wanted === NULL_CODE;
    let orders = 0;
    let revenueMinor = 0;
    let foreign = 0;
    for (let o = offsets[facts.dataset.people.size]!; o < size; o++) {
      const at = time[o]!;
      if (!((at >= from && at <= to) || (undated && Number.isNaN(at)))) continue;
      const sale = isSale[o] === 1;
      if (sale) orders++;
      if (none || currency.codes[o] !== wanted) {
        foreign++;
        continue;
      }
      const amount = gross[o]!;
      if (!sale) revenueMinor -= refunded[o]!;
      else if (!Number.isNaN(amount)) revenueMinor += amount - refunded[o]!;
    }
    return { orders, revenueMinor, foreign };
  });
}
