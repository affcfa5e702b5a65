import type { StratifierId } from './findings';
import { A } from './sides';

/** On neither side. */
export const NO_SIDE = -1;
/** On a side, in nobody knows which stratum. */
export const NO_STRATUM = -2;

/** Where everybody stands within the strata of a field, read once for all findings. */
export interface StratumPlaces {
  readonly id: StratifierId;
  readonly names: readonly string[];
  /** By person: stratum s of side a at s, of side b at `names.length + s`. */
  readonly of: Int16Array;
}

export function stratumPlaces(
  side: Uint8Array,
  by: { readonly id: StratifierId; readonly codes: ArrayLike<number>; readonly names: readonly string[] },
): StratumPlaces {
  const { id, codes, names } = by;
  const of = new Int16Array(side.length);
  for (let p = 0; p < of.length; p++) {
    const code = codes[p]!;
    of[p] = side[p] === 0 ? NO_SIDE : code < 0 ? NO_STRATUM : side[p] === A ? code : names.length + code;
  }
  return { id, names, of };
}
