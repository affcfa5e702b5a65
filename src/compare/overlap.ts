import type { Bitset } from '../core/bitset';
import type { Membership } from '../segments/membership';

/** As many as a plot of intersections can be read with. */
export const MOST_OVERLAPPING = 6;

export interface Overlap {
  /** Members of each segment, in the order given. */
  readonly sizes: readonly number[];
  /** Parts nobody is in left out, the largest first; ties in the order of their segments. */
  readonly parts: readonly OverlapPart[];
  /** Of the population, those surely in none of the segments. */
  readonly inNone: number;
  /** In no part: for at least one segment it can't be told whether they are in it. */
  readonly unplaced: number;
  readonly pairs: readonly (readonly PairOverlap[])[];
}

export interface OverlapPart {
  /** Places of the segments its people are in, rising; they are surely in no other of them. */
  readonly segments: readonly number[];
  readonly count: number;
  readonly people: Bitset;
}

/** Of two segments, by those surely in them. */
export interface PairOverlap {
  readonly shared: number;
  readonly either: number;
  /** Shared ÷ either; null where both are empty. */
  readonly jaccard: number | null;
}

/**
 * How up to six segments overlap (A. Lex et al. (2014), UpSet): parts, `inNone` and `unplaced` part the population. A
 * part holds exactly whom the rule "in these, in none of those" does, so that it can be saved and keeps its size.
 *
 * @throws RangeError for more than `MOST_OVERLAPPING`, or sets over other populations
 */
export function overlap(segments: readonly Membership[], everyone: Bitset): Overlap {
  if (segments.length > MOST_OVERLAPPING) throw new RangeError(`at most ${MOST_OVERLAPPING} segments`);
  const members = segments.map((s) => s.in.and(everyone));
  // Whoever is not in the segment for sure.
  const out = segments.map((s) => everyone.andNot(s.in).andNot(s.unknown));
  const partOf = (code: number): Bitset => {
    let people = everyone;
    for (let i = 0; i < members.length; i++) people = people.and((code >>> i) & 1 ? members[i]! : out[i]!);
    return people;
  };
  const parts: OverlapPart[] = [];
  for (let code = 1; code < 1 << members.length; code++) {
    const people = partOf(code);
    const count = people.count();
    if (count === 0) continue;
    parts.push({ segments: members.flatMap((_, i) => ((code >>> i) & 1 ? [i] : [])), count, people });
  }
  const sizes = members.map((set) => set.count());
  const placed = parts.reduce((sum, { count }) => sum + count, 0);
  const inNone = partOf(0).count();
  return {
    sizes,
    parts: parts.sort((a, b) => b.count - a.count || inOrder(a.segments, b.segments)),
    inNone,
    unplaced: everyone.count() - placed - inNone,
    pairs: members.map((a, i) => members.map((b, j) => pair(a.and(b).count(), sizes[i]!, sizes[j]!))),
  };
}

function pair(shared: number, a: number, b: number): PairOverlap {
  const either = a + b - shared;
  return { shared, either, jaccard: either === 0 ? null : shared / either };
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++)
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}
