import { DAY_MS } from '../../core/time/calendar';
import type { PersonFacts } from './person-facts';
import { type PersonValues, personValues } from './person-values';

/**
 * Days from one day with an order to the person's next such day, where the next lies in the period: the day before may
 * lie before it, or long gaps could never be seen in a short period.
 */
export function personGaps(facts: PersonFacts): PersonValues {
  return facts.get('gaps', () => {
    const { offsets: rowsOf, time, isSale } = facts.dataset.orders;
    const { people, from, to } = facts.orders;
    const offsets = new Uint32Array(people.length + 1);
    let most = 0;
    for (let i = 0; i < people.length; i++) most += to[i]! - from[i]!;
    const values = new Int32Array(most);
    let count = 0;
    for (let i = 0; i < people.length; i++) {
      const end = to[i]!;
      let before = Number.NaN;
      if (from[i]! < end) {
        const first = rowsOf[people[i]!]!;
        let o = from[i]! - 1;
        while (o >= first && isSale[o] !== 1) o--;
        if (o >= first) before = Math.floor(time[o]! / DAY_MS);
      }
      for (let o = from[i]!; o < end; o++) {
        const at = time[o]!;
        if (isSale[o] !== 1 || Number.isNaN(at)) continue;
        const day = Math.floor(at / DAY_MS);
        if (day > before) values[count++] = day - before;
        before = day;
      }
      offsets[i + 1] = count;
    }
    return personValues(offsets, values);
  });
}
