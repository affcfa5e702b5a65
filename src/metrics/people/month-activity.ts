import { MonthTable } from './month-table';
import type { PersonFacts } from './person-facts';

/** In which calendar months each person bought, a bit a month. */
export interface MonthActivity {
  /** From the first month held or asked about to the last. */
  readonly months: MonthTable;
  /** Person p's months are bits of `bits[p * words]` on, 32 a word, the table's first month lowest. */
  readonly bits: Uint32Array;
  readonly words: number;
}

/** Of sales up to the period's horizon; null where nothing is held. */
export function monthActivity(facts: PersonFacts): MonthActivity | null {
  const { coverage, people, orders } = facts.dataset;
  const { from, horizon } = facts.period;
  if (coverage === null) return null;
  const start = Math.min(coverage.from, from);
  const stop = Math.max(coverage.to, horizon);
  const months = new MonthTable(start, stop);
  const words = Math.ceil((months.starts.length - 1) / 32);
  const bits = facts.always(`month activity ${start} ${stop} ${horizon}`, () => {
    const out = new Uint32Array(people.size * words);
    const { offsets, time, isSale } = orders;
    for (let p = 0; p < people.size; p++) {
      const end = offsets[p + 1]!;
      for (let o = offsets[p]!; o < end; o++) {
        const at = time[o]!;
        // Sorted by time, undated last.
        if (!(at <= horizon)) break;
        if (isSale[o] !== 1) continue;
        const month = months.indexOf(at);
        out[p * words + (month >>> 5)]! |= 1 << (month & 31);
      }
    }
    return out;
  });
  return { months, bits, words };
}
