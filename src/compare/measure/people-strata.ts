import type { Bitset } from '../../core/bitset';
import { countingSort } from '../../core/sorting/counting-sort';

/** Some of the people: those of several strata. */
export interface PeopleGroup {
  /** Its place among the groups of its strata. */
  readonly index: number;
  readonly strata: readonly number[];
  readonly size: number;
  readonly people: Bitset;
}

/**
 * People dealt into strata: everybody in one is in the same of the sets asked about. What is summed over each stratum
 * once gives the sum of any group, however many segments, complements and bases are compared; and nothing is ever
 * subtracted.
 */
export class PeopleStrata {
  /** By person; -1 outside the population. */
  readonly stratumOf: Int32Array;
  readonly sizes: readonly number[];
  /** Members of stratum s are `members[offsets[s]]` up to `members[offsets[s + 1]]`, ascending. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  private readonly made: PeopleGroup[] = [];

  constructor(
    private readonly population: Bitset,
    sets: readonly Bitset[],
  ) {
    const stratumOf = new Int32Array(population.size);
    population.not().forEach((p) => {
      stratumOf[p] = -1;
    });
    let count = population.words.some((word) => word !== 0) ? 1 : 0;
    const filled = sets.map(({ words }) => words).filter((words) => words.some((word) => word !== 0));
    for (let from = 0; from < filled.length; from += SETS_AT_ONCE) {
      count = splitStrata(stratumOf, count, filled.slice(from, from + SETS_AT_ONCE));
    }
    const { offsets, members } = countingSort(stratumOf, count);
    this.stratumOf = stratumOf;
    this.offsets = offsets;
    this.members = members;
    this.sizes = Array.from({ length: count }, (_, s) => offsets[s + 1]! - offsets[s]!);
  }

  /** Everybody of the population in a set made of the sets the strata were made by. */
  group(set: Bitset): PeopleGroup {
    const strata: number[] = [];
    let size = 0;
    this.sizes.forEach((n, s) => {
      if (!set.has(this.members[this.offsets[s]!]!)) return;
      strata.push(s);
      size += n;
    });
    const group = { index: this.made.length, strata, size, people: set.and(this.population) };
    this.made.push(group);
    return group;
  }

  get groups(): readonly PeopleGroup[] {
    return this.made;
  }
}

/** The table of a split has 2 to this power entries a stratum. */
const SETS_AT_ONCE = 8;

/** Parts each stratum by which of the sets people are in, numbered as they are met; answers how many there are then. */
function splitStrata(stratumOf: Int32Array, strata: number, sets: readonly Uint32Array[]): number {
  const ways = sets.length;
  const numbers = new Int32Array(strata << ways).fill(-1);
  const keys = keysOf(sets);
  let count = 0;
  for (let p = 0; p < stratumOf.length; p++) {
    const stratum = stratumOf[p]!;
    if (stratum < 0) continue;
    const key = (stratum << ways) | keys[p]!;
    let number = numbers[key]!;
    if (number < 0) number = numbers[key] = count++;
    stratumOf[p] = number;
  }
  return count;
}

/** Each of four bits as a byte of its own, for four people at a time, in whatever order the machine lays bytes out. */
const SPREAD = new Uint32Array(Uint8Array.from({ length: 64 }, (_, i) => ((i >> 2) >> (i & 3)) & 1).buffer);

/** For each person a byte, bit s of which says whether they are in set s: of eight sets at most. */
function keysOf(sets: readonly Uint32Array[]): Uint8Array {
  const words = sets[0]?.length ?? 0;
  const fours = new Uint32Array(8 * words);
  sets.forEach((set, s) => {
    for (let w = 0, at = 0; w < words; w++) {
      const word = set[w]!;
      for (let bit = 0; bit < 32; bit += 4, at++) fours[at]! |= SPREAD[(word >>> bit) & 15]! << s;
    }
  });
  return new Uint8Array(fours.buffer);
}
