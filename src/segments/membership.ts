import type { Bitset } from '../core/bitset';

/**
 * Who is in a segment, over people. Disjoint; whoever is in neither is out, or nobody yet at the as-of
 * (see `populationAt`).
 */
export interface Membership {
  readonly in: Bitset;
  /** The data held can't say (product.md §4.1: absent data is not zero data). */
  readonly unknown: Bitset;
}
