import { Bitset } from '../src/core/bitset';
import type { Membership } from '../src/segments/membership';

/** Sets of people and memberships by their numbers, out of `size` people. */
export function personSets(size: number) {
  const setOf = (people: readonly number[]): Bitset => {
    const set = new Bitset(size);
    for (const p of people) set.add(p);
    return set;
  };
  return {
    setOf,
    members: (yes: readonly number[], unknown: readonly number[] = []): Membership => ({
      in: setOf(yes),
      unknown: setOf(unknown),
    }),
    list(set: Bitset): number[] {
      const out: number[] = [];
      set.forEach((p) => {
        out.push(p);
      });
      return out;
    },
  };
}
