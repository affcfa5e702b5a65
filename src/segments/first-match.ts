import { Bitset } from '../core/bitset';
import type { Membership } from './membership';

export interface FirstMatch {
  /** Of each segment in turn, the people no earlier one has taken or might have. */
  readonly groups: readonly Bitset[];
  /** Of each segment, how many of its own members an earlier one took. */
  readonly taken: readonly number[];
  /** In none of them. */
  readonly rest: Bitset;
  /** Who can't be placed: an earlier segment than any they are surely in is unknown for them. */
  readonly unknown: Bitset;
}

/**
 * Ordered exclusive groups: everybody stands in the first segment they are in. Groups, rest and unknown part the
 * population. Whoever might be in an earlier segment is in no later group: where they would stand can't be told.
 */
export function firstMatch(segments: readonly Membership[], everyone: Bitset): FirstMatch {
  let free = everyone;
  let unknown = new Bitset(everyone.size);
  const groups: Bitset[] = [];
  const taken: number[] = [];
  let placed = new Bitset(everyone.size);
  for (const { in: members, unknown: untold } of segments) {
    const group = members.and(free);
    taken.push(members.and(placed).count());
    groups.push(group);
    placed = placed.or(group);
    unknown = unknown.or(untold.and(free));
    free = free.andNot(group).andNot(untold);
  }
  return { groups, taken, rest: free, unknown };
}
