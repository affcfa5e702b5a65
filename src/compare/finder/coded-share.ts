import type { HitsWithin, Trait } from './candidate';
import { NO_SIDE, NO_STRATUM, type StratumPlaces } from './stratum-places';

/** Who has which of a column's values: the traits of all of them, counted within strata together. */
export function codedShares(
  codes: ArrayLike<number>,
  size: number,
): (isHit: (code: number) => boolean) => Trait {
  const tallies = new Map<StratumPlaces, Tally>();
  const tallyOf = (by: StratumPlaces): Tally => {
    const held = tallies.get(by) ?? tallied(codes, size, by);
    tallies.set(by, held);
    return held;
  };
  return (isHit) => {
    let made: Float64Array | null = null;
    return {
      kind: 'share',
      get values() {
        made ??= valuesOf(codes, size, isHit);
        return made;
      },
      per: null,
      hitsWithin: (by) => hitsOf(tallyOf(by), isHit),
    };
  };
}

interface Tally {
  /** Codes × places. */
  readonly counts: Uint32Array;
  readonly places: number;
  readonly unknown: number;
}

function tallied(codes: ArrayLike<number>, size: number, { of, names }: StratumPlaces): Tally {
  const places = names.length * 2;
  const counts = new Uint32Array(size * places);
  let unknown = 0;
  for (let p = 0; p < of.length; p++) {
    const place = of[p]!;
    const code = codes[p]!;
    if (code < 0 || place === NO_SIDE) continue;
    if (place === NO_STRATUM) unknown++;
    else counts[code * places + place]!++;
  }
  return { counts, places, unknown };
}

function hitsOf({ counts, places, unknown }: Tally, isHit: (code: number) => boolean): HitsWithin {
  const hits = new Uint32Array(places);
  const sizes = new Uint32Array(places);
  for (let at = 0, code = 0; at < counts.length; at += places, code++) {
    const hit = isHit(code);
    for (let place = 0; place < places; place++) {
      sizes[place]! += counts[at + place]!;
      if (hit) hits[place]! += counts[at + place]!;
    }
  }
  return { hits, sizes, unknown };
}

/** The fast form of `Float64Array.from`, which asks an iterator. */
function valuesOf(codes: ArrayLike<number>, size: number, isHit: (code: number) => boolean): Float64Array {
  const of = Float64Array.from({ length: size }, (_, code) => (isHit(code) ? 1 : 0));
  const out = new Float64Array(codes.length);
  for (let p = 0; p < out.length; p++) out[p] = codes[p]! < 0 ? Number.NaN : of[codes[p]!]!;
  return out;
}
