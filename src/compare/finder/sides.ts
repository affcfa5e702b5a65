import type { Bitset } from '../../core/bitset';
import type { Membership } from '../../segments/membership';

/** Who is looked at: 1 of the segment, 2 of what it is held against, 0 neither. */
export interface Sides {
  readonly of: Uint8Array;
  readonly a: Bitset;
  readonly b: Bitset;
  readonly sizes: readonly [a: number, b: number];
  readonly shared: number;
  readonly unknown: number;
}

export const A = 1;
export const B = 2;

/** A segment against everybody known to be out of it, or against another with those in both out of either. */
export function sidesOf(population: Bitset, segment: Membership, against: Membership | null): Sides {
  const inside = segment.in.and(population);
  const other = against === null ? population : against.in.and(population);
  const b = other.andNot(segment.in).andNot(segment.unknown);
  const a = against === null ? inside : inside.andNot(against.in).andNot(against.unknown);
  const of = new Uint8Array(population.size);
  a.forEach((p) => {
    of[p] = A;
  });
  b.forEach((p) => {
    of[p] = B;
  });
  const unknown = against === null ? segment.unknown : segment.unknown.or(against.unknown);
  return {
    of,
    a,
    b,
    sizes: [a.count(), b.count()],
    shared: against === null ? 0 : inside.and(against.in).count(),
    unknown: unknown.and(population).count(),
  };
}
