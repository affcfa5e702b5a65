import type { BuyingHistory } from './buying-history';
import type { CustomerHistory } from './customer-history';

/** Why nothing can be foretold. */
export type NoForecast = 'history-too-short-to-forecast' | 'too-few-repeats-to-forecast' | 'no-forecast-fits';

/** Fewer tell nothing of how often people come back. */
export const FEWEST_REPEAT_BUYERS = 50;
/** Half of what is foretold at most. */
export const FEWEST_DAYS = 182;
/** As many settle the models' parameters to a digit nobody needs. */
const MOST_FITTED = 10_000;

/** Whether there is enough to learn from; null where there is. */
export function tooLittle({ repeats, days }: CustomerHistory): NoForecast | null {
  if (days < FEWEST_DAYS) return 'history-too-short-to-forecast';
  let repeatBuyers = 0;
  for (const x of repeats) if (x > 0) repeatBuyers++;
  return repeatBuyers < FEWEST_REPEAT_BUYERS ? 'too-few-repeats-to-forecast' : null;
}

/** Every k-th customer, so that no more than can be fitted quickly are left. */
export function evenPart(history: BuyingHistory): BuyingHistory {
  const step = Math.ceil(history.repeats.length / MOST_FITTED);
  if (step <= 1) return history;
  const every = (column: Float64Array) => column.filter((_, i) => i % step === 0);
  return {
    repeats: every(history.repeats),
    last: every(history.last),
    known: every(history.known),
    amount: every(history.amount),
  };
}
