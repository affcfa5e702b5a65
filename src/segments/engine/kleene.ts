import { Bitset } from '../../core/bitset';
import type { Membership } from '../membership';

/** Memberships over one population; whoever of it is in neither set is out. */
export interface Universe {
  readonly everyone: Bitset;
}

export function everyone({ everyone: all }: Universe): Membership {
  return { in: all, unknown: new Bitset(all.size) };
}

export function nobodyKnown({ everyone: all }: Universe): Membership {
  return { in: new Bitset(all.size), unknown: all };
}

export function allOf(universe: Universe, parts: readonly Membership[]): Membership {
  const [first, ...rest] = parts;
  if (first === undefined) return everyone(universe);
  let yes = first.in;
  let maybe = first.in.or(first.unknown);
  for (const part of rest) {
    yes = yes.and(part.in);
    maybe = maybe.and(part.in.or(part.unknown));
  }
  return { in: yes, unknown: maybe.andNot(yes) };
}

export function anyOf(universe: Universe, parts: readonly Membership[]): Membership {
  let yes = new Bitset(universe.everyone.size);
  let maybe = yes;
  for (const part of parts) {
    yes = yes.or(part.in);
    maybe = maybe.or(part.unknown);
  }
  return { in: yes, unknown: maybe.andNot(yes) };
}

export function not(universe: Universe, part: Membership): Membership {
  return { in: universe.everyone.andNot(part.in).andNot(part.unknown), unknown: part.unknown };
}
