import { NULL_CODE } from '../../core/column';
import { DAY_MS } from '../../core/time/calendar';
import type { PersonFacts } from './person-facts';
import { personGaps } from './person-gaps';
import { type PersonValues, personValues } from './person-values';

/** Each customer from the first order held to the end of the period, whenever the period began. */
export interface Lifetime {
  /** 1 for those with a dated sale by then. */
  readonly customers: Float64Array;
  /** Of each of them, whole days from the day of the last such sale to the last day of the period. */
  readonly silence: PersonValues;
  /** Days from one day with a sale to the next. */
  readonly gaps: PersonValues;
}

/** Rows are those of `facts.orders`, which has to hold everybody. */
export function lifetime(facts: PersonFacts): Lifetime {
  const silence = facts.get('silence', () => silenceOf(facts));
  return { customers: silence.customers, silence, gaps: gapsSoFar(facts) };
}

function silenceOf(facts: PersonFacts): PersonValues & Pick<Lifetime, 'customers'> {
  const { orders, people: table } = facts.dataset;
  const { people } = facts.orders;
  const { to } = facts.period;
  const lastDay = Math.floor(to / DAY_MS);
  const customers = new Float64Array(people.length);
  const offsets = new Uint32Array(people.length + 1);
  const values = new Int32Array(people.length);
  let count = 0;
  for (let i = 0; i < people.length; i++) {
    const p = people[i]!;
    const end = p < table.size ? orders.offsets[p + 1]! : 0;
    let latest = Number.NaN;
    for (let o = p < table.size ? orders.offsets[p]! : 0; o < end; o++) {
      const at = orders.time[o]!;
      // Sorted by time, undated last.
      if (!(at <= to)) break;
      if (orders.isSale[o] === 1) latest = at;
    }
    if (!Number.isNaN(latest)) {
      customers[i] = 1;
      values[count++] = lastDay - Math.floor(latest / DAY_MS);
    }
    offsets[i + 1] = count;
  }
  return { customers, ...personValues(offsets, values) };
}

function gapsSoFar(facts: PersonFacts): PersonValues {
  const { coverage, orders, people: table } = facts.dataset;
  const { from, to } = facts.period;
  // Nothing lies before the period.
  if (coverage === null || from <= coverage.from) return personGaps(facts);
  return facts.get('gaps so far', () => {
    const { people } = facts.orders;
    const offsets = new Uint32Array(people.length + 1);
    const values = new Int32Array(orders.size);
    let count = 0;
    for (let i = 0; i < people.length; i++) {
      const p = people[i]!;
      const end = p < table.size ? orders.offsets[p + 1]! : 0;
      let before = Number.NaN;
      for (let o = p < table.size ? orders.offsets[p]! : 0; o < end; o++) {
        const at = orders.time[o]!;
        if (!(at <= to)) break;
        if (orders.isSale[o] !== 1) continue;
        const day = Math.floor(at / DAY_MS);
        if (day > before) values[count++] = day - before;
        before = day;
      }
      offsets[i + 1] = count;
    }
    return personValues(offsets, values);
  });
}

export interface LifetimeValue {
  /** Gross less refunds, minor units of the currency, up to the end of the period. */
  readonly revenue: Float64Array;
  /** 1 for those with a sale in the currency whose amount is known. */
  readonly valued: Float64Array;
  /** Rows that money could not be read from. */
  readonly leftOut: Float64Array;
}

/** Undated orders count where the period takes them. */
export function lifetimeValue(facts: PersonFacts): LifetimeValue {
  return facts.get('lifetime value', () => {
    const { offsets, time, isSale, gross, refunded, currency } = facts.dataset.orders;
    const { people } = facts.orders;
    const { to, undated } = facts.period;
    const code = facts.currency === null ? NULL_CODE : currency.dictionary.indexOf(facts.currency);
    const wanted = facts.currency !== null && code === NULL_CODE ? -2 : code;
    const revenue = new Float64Array(people.length);
    const valued = new Float64Array(people.length);
    const leftOut = new Float64Array(people.length);
    for (let i = 0; i < people.length; i++) {
      const p = people[i]!;
      if (p >= facts.dataset.people.size) continue;
      const end = offsets[p + 1]!;
      for (let o = offsets[p]!; o < end; o++) {
        const at = time[o]!;
        if (!(at <= to || (undated && Number.isNaN(at)))) break;
        const sale = isSale[o] === 1;
        if (currency.codes[o] !== wanted || (sale && Number.isNaN(gross[o]!))) {
          leftOut[i]!++;
          continue;
        }
        revenue[i]! += (sale ? gross[o]! : 0) - refunded[o]!;
        if (sale) valued[i] = 1;
      }
      // Returns of what was bought before the data begins are nobody's worth.
      if (valued[i] === 0) revenue[i] = 0;
    }
    return { revenue, valued, leftOut };
  });
}
