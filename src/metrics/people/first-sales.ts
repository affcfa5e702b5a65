import type { PersonFacts } from './person-facts';

/** `WallMs` of each person's first dated sale held, whatever the period; NaN where there is none. */
export function firstSales(facts: PersonFacts): Float64Array {
  return facts.always('first sale', () => {
    const { people, orders } = facts.dataset;
    const out = new Float64Array(people.size).fill(Number.NaN);
    for (let p = 0; p < people.size; p++) {
      const end = orders.offsets[p + 1]!;
      for (let o = orders.offsets[p]!; o < end; o++) {
        if (orders.isSale[o] !== 1) continue;
        // Sorted by time, undated last: the first sale is the earliest.
        out[p] = orders.time[o]!;
        break;
      }
    }
    return out;
  });
}
