import type { Bitset } from '../core/bitset';
import { countingSort } from '../core/counting-sort';

/** Some of the people: those of several strata. */
export interface PeopleGroup {
  /** Its place among the groups of its strata. */
  readonly index: number;
  readonly strata: readonly number[];
  readonly size: number;
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

  constructor(population: Bitset, sets: readonly Bitset[]) {
    const people = population.size;
    const stratumOf = new Int32Array(people).fill(-1);
    population.forEach((p) => {
      stratumOf[p] = 0;
    });
    let count = population.words.some((word) => word !== 0) ? 1 : 0;
    for (const { words } of sets) {
      if (words.every((word) => word === 0)) continue;
      // Each stratum in two, by being in the set or not; numbered as they are met.
      const halves = new Int32Array(2 * count).fill(-1);
      count = 0;
      for (let p = 0; p < people; p++) {
        const stratum = stratumOf[p]!;
        if (stratum < 0) continue;
        const half = 2 * stratum + ((words[p >>> 5]! >>> (p & 31)) & 1);
        let number = halves[half]!;
        if (number < 0) number = halves[half] = count++;
        stratumOf[p] = number;
      }
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
    const group = { index: this.made.length, strata, size };
    this.made.push(group);
    return group;
  }

  get groups(): readonly PeopleGroup[] {
    return this.made;
  }
}
