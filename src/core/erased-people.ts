/**
 * Whom the person asked to erase, so that a later import does not bring them back: hashes of their keys under a key made
 * on this computer, from which nobody can be read.
 */
export interface ErasedPeople {
  /** Four random words. */
  readonly hashKey: readonly number[];
  /** Of `keyName` of each of their keys and order ids, ascending. */
  readonly hashes: readonly number[];
  readonly people: number;
}
