import { Bitset } from '../core/bitset';
import { countShared } from '../core/count-shared';
import { countingSort } from '../core/sorting/counting-sort';
import { firstSales } from './people/first-sales';
import { monthActivity } from './people/month-activity';
import type { MonthTable } from './people/month-table';
import type { PersonFacts } from './people/person-facts';
import type { RetentionDefinition } from './people/retention-definition';

/** Who was kept how many months after the month of their first order, laid out for counting the members of any segment. */
export interface KeptPeople {
  readonly months: MonthTable;
  /**
   * Sets of people, by months since the first: bit p of the words from `k * words` on is person p, kept at month k. Only
   * those are, whose first order lies in the period and whose k-th month is over.
   */
  readonly kept: Uint32Array;
  readonly words: number;
  /** Those of whom the last month is over, and with it every month before. */
  readonly askedThroughout: Uint32Array;
  /** The others, by the last month that is over: `askedUntil[untilFrom[k]]` up to `askedUntil[untilFrom[k + 1]]`. */
  readonly askedUntil: Uint32Array;
  readonly untilFrom: Uint32Array;
  /** By cohort, the month of the first order: people. */
  readonly sizes: Uint32Array;
  /** By cohort and month since, `periods + 1` a cohort: how many of them are in `kept`. */
  readonly keptOf: Uint32Array;
}

/** Of everybody who is somebody at the as-of, for months 0 to `periods`; null where nothing is held. */
export function keptPeople(
  facts: PersonFacts,
  asOf: number,
  definition: RetentionDefinition,
  periods: number,
): KeptPeople | null {
  const activity = monthActivity(facts);
  if (activity === null) return null;
  const { from, to, horizon } = facts.period;
  const { months, bits, words: ownWords } = activity;
  return facts.always(`kept ${definition} ${periods} ${from} ${to} ${horizon} ${asOf}`, () => {
    const first = firstSales(facts);
    const finished = months.lastFinished(horizon);
    const width = periods + 1;
    const words = facts.population.words.length;
    const kept = new Uint32Array(width * words);
    const throughout = new Bitset(facts.population.size);
    const lastAsked = new Int32Array(facts.population.size).fill(-1);
    const sizes = new Uint32Array(months.starts.length - 1);
    const keptOf = new Uint32Array(sizes.length * width);
    const keptAt = new Uint8Array(width);
    facts.population.forEach((p) => {
      const start = first[p]!;
      if (!(start >= from && start <= to)) return;
      const cohort = months.indexOf(start);
      sizes[cohort]!++;
      const last = Math.min(periods, finished - cohort);
      if (last === periods) throughout.add(p);
      else lastAsked[p] = last;
      keptMonths(bits.subarray(p * ownWords, (p + 1) * ownWords), cohort, definition, keptAt);
      for (let k = 0; k <= last; k++) {
        if (keptAt[k] === 0) continue;
        kept[k * words + (p >>> 5)]! |= 1 << (p & 31);
        keptOf[cohort * width + k]!++;
      }
    });
    const { offsets, members } = countingSort(lastAsked, periods);
    return {
      months,
      kept,
      words,
      askedThroughout: throughout.words,
      askedUntil: members.slice(0, offsets[periods]),
      untilFrom: offsets,
      sizes,
      keptOf,
    };
  });
}

/** By months since the first: members of a segment whose month is over, and those of them who were kept at it. */
export function keptMembers(
  members: Bitset,
  people: KeptPeople,
): { readonly asked: Float64Array; readonly kept: Float64Array } {
  const { kept: sets, words, askedUntil, untilFrom } = people;
  const kept = Float64Array.from({ length: sets.length / words }, (_, k) =>
    countShared(members.words, sets, k * words),
  );
  const asked = new Float64Array(kept.length);
  let count = countShared(members.words, people.askedThroughout);
  for (let k = kept.length - 1; k >= 0; k--) {
    if (k < kept.length - 1) {
      const end = untilFrom[k + 1]!;
      for (let i = untilFrom[k]!; i < end; i++) count += Number(members.has(askedUntil[i]!));
    }
    asked[k] = count;
  }
  return { asked, kept };
}

/** Sets `keptAt[k]` to 1 for the months after the first at which somebody who bought in `bits` counts as kept. */
function keptMonths(
  bits: Uint32Array,
  cohort: number,
  definition: RetentionDefinition,
  keptAt: Uint8Array,
): void {
  let last = 0;
  let unbroken = 0;
  keptAt.fill(0);
  // Month 0 is everybody's.
  keptAt[0] = 1;
  for (let w = cohort >>> 5; w < bits.length; w++) {
    let left = bits[w]!;
    while (left !== 0) {
      const lowest = left & -left;
      left ^= lowest;
      const k = w * 32 + 31 - Math.clz32(lowest) - cohort;
      if (k <= 0) continue;
      last = k;
      if (k === unbroken + 1) unbroken = k;
      if (definition === 'on' && k < keptAt.length) keptAt[k] = 1;
      if (definition === 'any-so-far') {
        keptAt.fill(1, k);
        return;
      }
    }
  }
  if (definition === 'on-or-after') keptAt.fill(1, 1, last + 1);
  if (definition === 'every-period') keptAt.fill(1, 1, unbroken + 1);
}
