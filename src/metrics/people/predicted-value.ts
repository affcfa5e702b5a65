import { NULL_CODE } from '../../core/column';
import { DAY_MS } from '../../core/time/calendar';
import { fitBgNbd } from '../../learn/customer-value/bg-nbd';
import type { BuyingHistory } from '../../learn/customer-value/buying-history';
import { discountedValue } from '../../learn/customer-value/discounted-value';
import { fitGammaGamma } from '../../learn/customer-value/gamma-gamma';
import type { ReasonCode } from '../reason-code';
import type { PersonFacts } from './person-facts';

/** Fewer tell nothing of how often people come back. */
const FEWEST_REPEAT_BUYERS = 50;
/** Half of what is foretold. */
const FEWEST_DAYS = 182;

/** As many settle the models' parameters to a digit nobody needs. */
const MOST_FITTED = 10_000;

export interface PredictedValue {
  /** Minor units of the currency, of those with an order in it by the end of the period; 0 of all others. */
  readonly value: Float64Array;
  /** 1 for those with an order in the currency by then. */
  readonly customers: Float64Array;
  /** Orders whose money could not be read. */
  readonly leftOut: Float64Array;
  /** Why nothing can be foretold; null where it can. */
  readonly reason: ReasonCode | null;
}

/**
 * Revenue expected of each customer in the twelve months after the period, from their orders up to its end: BG/NBD for
 * how many, Gamma-Gamma for what one is worth. Orders of one day are one. The models are fitted to everybody's orders,
 * of very many customers to those of every second, third or further one.
 */
export function predictedValue(facts: PersonFacts): PredictedValue {
  // When the period began is nothing to it.
  const key = `predicted value ${facts.period.to} ${facts.currency ?? ''}`;
  const make = () => forecast(facts);
  return facts.active === null ? facts.always(key, make) : facts.get(key, make);
}

function forecast(facts: PersonFacts): PredictedValue {
  const { people } = facts.orders;
  const customers = new Float64Array(people.length);
  const leftOut = new Float64Array(people.length);
  const { history, rows, days } = historyOf(facts, leftOut);
  for (const i of rows) customers[i] = 1;
  const none = (reason: ReasonCode): PredictedValue => ({
    value: new Float64Array(people.length),
    customers,
    leftOut,
    reason,
  });
  const repeatBuyers = history.repeats.reduce((n, x) => n + (x > 0 ? 1 : 0), 0);
  if (days < FEWEST_DAYS) return none('history-too-short-to-forecast');
  if (repeatBuyers < FEWEST_REPEAT_BUYERS) return none('too-few-repeats-to-forecast');
  const some = spread(history);
  const orders = fitBgNbd(some);
  const worth = fitGammaGamma(some);
  if (orders === null || worth === null) return none('no-forecast-fits');
  const value = new Float64Array(people.length);
  discountedValue(orders, worth, history).forEach((v, at) => {
    value[rows[at]!] = v;
  });
  return { value, customers, leftOut, reason: null };
}

/** Of those with a dated order in the currency by the end of the period; `rows` says whose each place is. */
function historyOf(
  facts: PersonFacts,
  leftOut: Float64Array,
): { readonly history: BuyingHistory; readonly rows: readonly number[]; readonly days: number } {
  const { dataset, currency: wantedCurrency } = facts;
  const { offsets, time, isSale, gross, refunded, currency } = dataset.orders;
  const { people } = facts.orders;
  const { to } = facts.period;
  const code = wantedCurrency === null ? NULL_CODE : currency.dictionary.indexOf(wantedCurrency);
  const wanted = wantedCurrency !== null && code === NULL_CODE ? -2 : code;
  const lastDay = Math.floor(to / DAY_MS);
  const rows: number[] = [];
  const repeats: number[] = [];
  const last: number[] = [];
  const known: number[] = [];
  const amount: number[] = [];
  let days = 0;
  for (let i = 0; i < people.length; i++) {
    const p = people[i]!;
    if (p >= dataset.people.size) continue;
    let first = Number.NaN;
    let latest = Number.NaN;
    let again = 0;
    let brought = 0;
    for (let o = offsets[p]!; o < offsets[p + 1]!; o++) {
      const at = time[o]!;
      // Sorted by time, undated last.
      if (!(at <= to)) break;
      const sale = isSale[o] === 1;
      if (currency.codes[o] !== wanted || (sale && Number.isNaN(gross[o]!))) {
        leftOut[i]!++;
        continue;
      }
      const day = Math.floor(at / DAY_MS);
      if (sale && Number.isNaN(first)) first = day;
      if (day > first) brought += (sale ? gross[o]! : 0) - refunded[o]!;
      if (sale && day > latest) again++;
      if (sale) latest = day;
    }
    if (Number.isNaN(first)) continue;
    rows.push(i);
    repeats.push(again);
    last.push((latest - first) / 7);
    known.push((lastDay - first) / 7);
    amount.push(again > 0 ? Math.max(0, brought / again) : 0);
    if (lastDay - first > days) days = lastDay - first;
  }
  const history = {
    repeats: Float64Array.from(repeats),
    last: Float64Array.from(last),
    known: Float64Array.from(known),
    amount: Float64Array.from(amount),
  };
  return { history, rows, days };
}

/** Every k-th customer, so that no more than can be fitted quickly are left. */
function spread(history: BuyingHistory): BuyingHistory {
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
