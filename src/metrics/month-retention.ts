import { firstSales } from './first-sales';
import { MonthTable } from './month-table';
import type { PersonFacts } from './person-facts';

export interface MonthRetention {
  /** 1 where the first order lies in the period and the month asked about is over. */
  readonly eligible: Float64Array;
  /** 1 where such a person ordered in it. */
  readonly kept: Float64Array;
}

/** Orders in the `month`-th calendar month after the month of the first order. */
export function monthRetention(facts: PersonFacts, month: number): MonthRetention {
  return facts.get(`retention ${month}`, () => {
    const { orders, coverage } = facts.dataset;
    const { from, to, horizon } = facts.period;
    const { people, from: firstRow } = facts.orders;
    const eligible = new Float64Array(people.length);
    const kept = new Float64Array(people.length);
    if (coverage === null) return { eligible, kept };
    const months = new MonthTable(coverage.from, Math.max(coverage.to, horizon));
    const finished = months.lastFinished(horizon);
    const first = firstSales(facts);
    for (let i = 0; i < people.length; i++) {
      const p = people[i]!;
      const at = first[p]!;
      if (!(at >= from && at <= to)) continue;
      const asked = months.indexOf(at) + month;
      if (asked > finished) continue;
      eligible[i] = 1;
      const start = months.starts[asked]!;
      const next = months.starts[asked + 1]!;
      const end = orders.offsets[p + 1]!;
      for (let o = firstRow[i]!; o < end; o++) {
        const then = orders.time[o]!;
        // Sorted by time, undated last.
        if (!(then < next)) break;
        if (then >= start && orders.isSale[o] === 1) {
          kept[i] = 1;
          break;
        }
      }
    }
    return { eligible, kept };
  });
}
