import { DAY_MS } from '../core/calendar';
import { countingSort } from '../core/counting-sort';
import type { PersonFacts } from './person-facts';

/** Values ascending, each with whose it is. */
export interface OwnedValues {
  readonly values: Float64Array;
  readonly person: Uint32Array;
}

/**
 * Days from one day with an order to the person's next such day, for next days within the period; the day before may
 * lie earlier, or long gaps could never be seen in a short period.
 */
export function personGaps(facts: PersonFacts): OwnedValues {
  return facts.get('gaps', () => {
    const { people, orders } = facts.dataset;
    const { offsets, time, isSale } = orders;
    const { from, to } = facts.period;
    const days = new Int32Array(orders.size);
    const owner = new Uint32Array(orders.size);
    let count = 0;
    let longest = 0;
    for (let p = 0; p < people.size; p++) {
      const end = offsets[p + 1]!;
      let before = Number.NaN;
      for (let o = offsets[p]!; o < end; o++) {
        const at = time[o]!;
        if (isSale[o] !== 1 || Number.isNaN(at)) continue;
        const day = Math.floor(at / DAY_MS);
        if (day > before && at >= from && at <= to) {
          const gap = day - before;
          if (gap > longest) longest = gap;
          days[count] = gap;
          owner[count++] = p;
        }
        before = day;
      }
    }
    const { members } = countingSort(days.subarray(0, count), longest + 1);
    const values = new Float64Array(count);
    const person = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      const at = members[i]!;
      values[i] = days[at]!;
      person[i] = owner[at]!;
    }
    return { values, person };
  });
}
