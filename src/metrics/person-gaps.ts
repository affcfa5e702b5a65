import { DAY_MS } from '../core/calendar';
import type { PersonFacts } from './person-facts';

/** Whole numbers of people; those of person p are `values[offsets[p]]` up to `values[offsets[p + 1]]`. */
export interface PersonValues {
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
  readonly largest: number;
}

/**
 * Days from one day with an order to the person's next such day, where the next lies in the period: the day before may
 * lie before it, or long gaps could never be seen in a short period.
 */
export function personGaps(facts: PersonFacts): PersonValues {
  return facts.get('gaps', () => {
    const { from, to } = facts.period;
    const all = allGaps(facts);
    const people = all.offsets.length - 1;
    const offsets = new Uint32Array(people + 1);
    const values = new Uint32Array(all.values.length);
    let count = 0;
    let largest = 0;
    for (let p = 0; p < people; p++) {
      const end = all.offsets[p + 1]!;
      for (let i = all.offsets[p]!; i < end; i++) {
        const at = all.at[i]!;
        if (!(at >= from && at <= to)) continue;
        const gap = all.values[i]!;
        if (gap > largest) largest = gap;
        values[count++] = gap;
      }
      offsets[p + 1] = count;
    }
    return { offsets, values: values.slice(0, count), largest };
  });
}

/** Whatever the period, each with the `WallMs` it ended at. */
function allGaps(facts: PersonFacts) {
  return facts.always('all gaps', () => {
    const { people, orders } = facts.dataset;
    const { time, isSale } = orders;
    const offsets = new Uint32Array(people.size + 1);
    const values = new Uint32Array(orders.size);
    const ended = new Float64Array(orders.size);
    let count = 0;
    for (let p = 0; p < people.size; p++) {
      const end = orders.offsets[p + 1]!;
      let before = Number.NaN;
      for (let o = orders.offsets[p]!; o < end; o++) {
        const at = time[o]!;
        if (isSale[o] !== 1 || Number.isNaN(at)) continue;
        const day = Math.floor(at / DAY_MS);
        if (day > before) {
          values[count] = day - before;
          ended[count++] = at;
        }
        before = day;
      }
      offsets[p + 1] = count;
    }
    return { offsets, values: values.slice(0, count), at: ended.slice(0, count) };
  });
}
