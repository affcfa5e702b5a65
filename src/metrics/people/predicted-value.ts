import { fitForecast, foretellValue } from '../../learn/customer-value/forecast';
import type { ReasonCode } from '../reason-code';
import type { PersonFacts } from './person-facts';

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
  const value = new Float64Array(people.length);
  const leftOut = new Float64Array(people.length);
  const { dataset, currency, period } = facts;
  const fitted = fitForecast('value', { dataset, people, to: period.to, currency, leftOut });
  for (const row of fitted.rows) customers[row] = 1;
  if (fitted.reason === null)
    foretellValue(fitted).forEach((v, at) => {
      value[fitted.rows[at]!] = v;
    });
  return { value, customers, leftOut, reason: fitted.reason };
}
