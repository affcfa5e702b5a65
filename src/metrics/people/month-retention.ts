import { firstSales } from './first-sales';
import { MonthTable } from './month-table';
import type { PersonFacts } from './person-facts';
import type { RetentionDefinition } from './retention-definition';

export interface MonthRetention {
  /** 1 where the first order lies in the period and the month asked about is over. */
  readonly eligible: Float64Array;
  /** 1 where such a person counts as kept at it. */
  readonly kept: Float64Array;
}

/** Who was kept at the `month`-th calendar month after the month of the first order, from 1 on. */
export function monthRetention(
  facts: PersonFacts,
  month: number,
  definition: RetentionDefinition = 'on',
): MonthRetention {
  return facts.get(`retention ${month} ${definition}`, () => {
    const { orders, coverage } = facts.dataset;
    const { from, to, horizon } = facts.period;
    const { people, from: firstRow } = facts.orders;
    const eligible = new Float64Array(people.length);
    const kept = new Float64Array(people.length);
    if (coverage === null) return { eligible, kept };
    const months = new MonthTable(Math.min(coverage.from, from), Math.max(coverage.to, horizon));
    const finished = months.lastFinished(horizon);
    const first = firstSales(facts);
    for (let i = 0; i < people.length; i++) {
      const p = people[i]!;
      const at = first[p]!;
      if (!(at >= from && at <= to)) continue;
      const asked = months.indexOf(at) + month;
      if (asked > finished) continue;
      eligible[i] = 1;
      const begins = months.starts[asked - month + 1]!;
      const start = months.starts[asked]!;
      const next = months.starts[asked + 1]!;
      const end = orders.offsets[p + 1]!;
      let here = false;
      let later = false;
      let monthsWith = 0;
      let last = -1;
      for (let o = firstRow[i]!; o < end; o++) {
        const then = orders.time[o]!;
        // Sorted by time, undated last.
        if (!(then <= horizon)) break;
        if (then < begins || orders.isSale[o] !== 1) continue;
        if (then >= next) {
          later = true;
          break;
        }
        if (then >= start) here = true;
        const ordered = months.indexOf(then);
        if (ordered !== last) monthsWith++;
        last = ordered;
      }
      const counts =
        definition === 'on'
          ? here
          : definition === 'on-or-after'
            ? here || later
            : definition === 'every-period'
              ? monthsWith === month
              : monthsWith > 0;
      if (counts) kept[i] = 1;
    }
    return { eligible, kept };
  });
}
