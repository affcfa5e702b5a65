import type { Bitset } from '../core/bitset';

/** As many as a plot of intersections can be read with. */
export const MOST_OVERLAPPING = 6;

export interface Overlap {
  /** Members of each segment, in the order given. */
  readonly sizes: readonly number[];
  /** Parts nobody is in left out, the largest first; ties in the order of their segments. */
  readonly parts: readonly OverlapPart[];
  /** Of the population, those in none of the segments. */
  readonly inNone: number;
  /** `jaccard[a][b]`: shared ÷ in either; null where both are empty. */
  readonly jaccard: readonly (readonly (number | null)[])[];
}

export interface OverlapPart {
  /** Places of the segments its people are in, rising; they are in no other of them. */
  readonly segments: readonly number[];
  readonly count: number;
  readonly people: Bitset;
}

/**
 * How up to six segments overlap: everybody stands in exactly one part, or in none of the segments (A. Lex et al. (2014),
 * UpSet). People of whom it can't be told count as not in a segment, as everywhere.
 *
 * @throws RangeError for more than `MOST_OVERLAPPING`, or sets over other populations
 */
export function overlap(segments: readonly Bitset[], everyone: Bitset): Overlap {
  if (segments.length > MOST_OVERLAPPING) throw new RangeError(`at most ${MOST_OVERLAPPING} segments`);
  const members = segments.map((set) => set.and(everyone));
  const parts: OverlapPart[] = [];
  for (let code = 1; code < 1 << members.length; code++) {
    let people = everyone;
    members.forEach((set, i) => {
      people = (code >>> i) & 1 ? people.and(set) : people.andNot(set);
    });
    const count = people.count();
    if (count === 0) continue;
    parts.push({ segments: members.flatMap((_, i) => ((code >>> i) & 1 ? [i] : [])), count, people });
  }
  const sizes = members.map((set) => set.count());
  const counted = parts.reduce((sum, { count }) => sum + count, 0);
  return {
    sizes,
    parts: parts.sort((a, b) => b.count - a.count || inOrder(a.segments, b.segments)),
    inNone: everyone.count() - counted,
    jaccard: members.map((a, i) =>
      members.map((b, j) => jaccard(a.and(b).count(), sizes[i] ?? 0, sizes[j] ?? 0)),
    ),
  };
}

/** Shared ÷ in either; null of two empty sets. */
export function jaccard(shared: number, a: number, b: number): number | null {
  const either = a + b - shared;
  return either === 0 ? null : shared / either;
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++)
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}
