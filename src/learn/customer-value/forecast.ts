import { type BgNbd, chanceOfOrder, expectedOrders, fitBgNbd, stillBuying } from './bg-nbd';
import type { BuyingHistory } from './buying-history';
import { type CustomerHistory, customerHistory, type HistoryOf } from './customer-history';
import { discountedValue } from './discounted-value';
import { evenPart, type NoForecast, tooLittle } from './fitting';
import { expectedAmount, fitGammaGamma, type GammaGamma } from './gamma-gamma';

/** What is foretold of customers: what they bring, whether they order, whether they have stopped. */
export const FORETOLD = ['value', 'order', 'still-buying'] as const;
export type ForetoldOf = (typeof FORETOLD)[number];

/** The models of one moment, fitted to all that was known at it and to nothing after. */
export interface Fitted extends CustomerHistory {
  /** Why nothing can be foretold; null where it can. */
  readonly reason: NoForecast | null;
  readonly orders: BgNbd | null;
  /** Of `value` alone. */
  readonly worth: GammaGamma | null;
}

/**
 * Value is by BG/NBD and Gamma-Gamma over orders of one currency with an amount. Whether somebody still buys is by the
 * modified BG/NBD over all orders, for by the plain one nobody who bought once has ever stopped.
 */
export function fitForecast(of: ForetoldOf, asked: HistoryOf): Fitted {
  const known = customerHistory(of === 'value' ? asked : { ...asked, currency: { any: true } });
  const reason = tooLittle(known);
  if (reason !== null) return { ...known, reason, orders: null, worth: null };
  const some = evenPart(known);
  const orders = fitBgNbd(some, { mayStopAtOnce: of !== 'value' });
  const worth = of === 'value' && orders !== null ? fitGammaGamma(some) : null;
  const fits = orders !== null && (of !== 'value' || worth !== null);
  return { ...known, reason: fits ? null : 'no-forecast-fits', orders, worth };
}

/** Of each place of its columns what is foretold over `days` (of `still-buying`: now); undiscounted, minor units. */
export function foretell(of: ForetoldOf, fitted: Fitted, days: number): Float64Array {
  const { orders, worth, repeats, last, known, amount } = fitted;
  if (orders === null) throw new RangeError('nothing was fitted');
  const weeks = days / 7;
  switch (of) {
    case 'value': {
      if (worth === null) throw new RangeError('no worth was fitted');
      return perCustomer(fitted, (x, i) => expectedOrders(orders, x, last[i]!, known[i]!, weeks)).map(
        (expected, i) => expected * expectedAmount(worth, repeats[i]!, amount[i]!),
      );
    }
    case 'order':
      return perCustomer(fitted, (x, i) => chanceOfOrder(orders, x, last[i]!, known[i]!, weeks));
    case 'still-buying':
      return perCustomer(fitted, (x, i) => stillBuying(orders, x, last[i]!, known[i]!));
  }
}

/** Value over the next twelve months, discounted, as the metric of it: `discountedValue`. */
export function foretellValue(fitted: Fitted): Float64Array {
  const { orders, worth } = fitted;
  if (orders === null || worth === null) throw new RangeError('nothing was fitted');
  return discountedValue(orders, worth, fitted);
}

/** Who bought once is like all others who did on that day. */
function perCustomer(
  { repeats, known }: BuyingHistory,
  of: (repeats: number, place: number) => number,
): Float64Array {
  const once = new Map<number, number>();
  return repeats.map((x, i) => {
    if (x > 0) return of(x, i);
    const weeks = known[i]!;
    const found = once.get(weeks) ?? of(0, i);
    once.set(weeks, found);
    return found;
  });
}
