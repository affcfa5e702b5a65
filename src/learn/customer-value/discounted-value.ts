import { type BgNbd, ordersExpected } from './bg-nbd';
import type { BuyingHistory } from './buying-history';
import { expectedAmount, type GammaGamma } from './gamma-gamma';

/** Twelve months, a month at a time; a month's orders are discounted from its middle. */
export const FORECAST_MONTHS = 12;
export const DISCOUNT_PER_YEAR = 0.1;
const WEEKS_A_MONTH = 365 / 7 / 12;

/** What each customer is expected to bring in the next twelve months, discounted; in the unit of `amount`. */
export function discountedValue(orders: BgNbd, worth: GammaGamma, history: BuyingHistory): Float64Array {
  const { repeats, last, known, amount } = history;
  // Who bought once is like all others who did on that day.
  const once = new Map<number, number>();
  return repeats.map((x, i) => {
    const weeks = known[i]!;
    let expected = x === 0 ? once.get(weeks) : undefined;
    if (expected === undefined) {
      expected = discountedOrders(orders, x, last[i]!, weeks);
      if (x === 0) once.set(weeks, expected);
    }
    return expected * expectedAmount(worth, x, amount[i]!);
  });
}

function discountedOrders(model: BgNbd, repeats: number, last: number, known: number): number {
  const expected = ordersExpected(model, repeats, last, known);
  let sum = 0;
  let before = 0;
  for (let month = 1; month <= FORECAST_MONTHS; month++) {
    const byThen = expected(month * WEEKS_A_MONTH);
    sum += (byThen - before) * (1 + DISCOUNT_PER_YEAR) ** (-(month - 0.5) / 12);
    before = byThen;
  }
  return sum;
}
