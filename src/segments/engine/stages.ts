import { Bitset } from '../../core/bitset';
import type { Membership } from '../membership';

/** What a person may be, as bits: one bit where it is known, several where the data leave it open. */
export interface Stages {
  readonly possible: Uint8Array;
}

/** In where every possible stage is wanted, out where none is, else unknown. */
export function stagesWanted({ possible }: Stages, wanted: number, among: Bitset): Membership {
  const yes = new Bitset(among.size);
  const unknown = new Bitset(among.size);
  among.forEach((p) => {
    const bits = possible[p]!;
    if ((bits & wanted) === 0) return;
    if ((bits & ~wanted) === 0) yes.add(p);
    else unknown.add(p);
  });
  return { in: yes, unknown };
}

export function stageBits<T extends string>(order: readonly T[], stages: readonly T[]): number {
  let bits = 0;
  for (const stage of stages) bits |= 1 << order.indexOf(stage);
  return bits;
}
