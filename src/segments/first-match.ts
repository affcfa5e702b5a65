import { Bitset } from '../core/bitset';
import type { Membership } from './membership';

export interface FirstMatch {
  /** Of each segment in turn, the people no earlier one has taken or might have. */
  readonly groups: readonly Bitset[];
  /** `taken[i][j]`: of segment i's own members, how many the earlier segment j took; as many numbers as are earlier. */
  readonly taken: readonly (readonly number[])[];
  /** Of each segment, how many of its own members might be in an earlier one, and so stand nowhere. */
  readonly untold: readonly number[];
  /** In none of them. */
  readonly rest: Bitset;
  /** Who can't be placed: an earlier segment than any they are surely in is unknown for them. */
  readonly unknown: Bitset;
}

/**
 * Ordered exclusive groups: everybody stands in the first segment they are in. Groups, rest and unknown part the
 * population, and a segment's members are its group, those taken and those untold. Whoever might be in an earlier segment is in no later group: where they would stand can't be told.
 */
export function firstMatch(segments: readonly Membership[], everyone: Bitset): FirstMatch {
  let free = everyone;
  let unknown = new Bitset(everyone.size);
  const groups: Bitset[] = [];
  const taken: number[][] = [];
  const untold: number[] = [];
  for (const { in: members, unknown: maybe } of segments) {
    taken.push(groups.map((earlier) => members.and(earlier).count()));
    untold.push(members.and(unknown).count());
    const group = members.and(free);
    groups.push(group);
    unknown = unknown.or(maybe.and(free));
    free = free.andNot(group).andNot(maybe);
  }
  return { groups, taken, untold, rest: free, unknown };
}
