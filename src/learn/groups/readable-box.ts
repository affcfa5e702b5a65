import { countBelow } from '../../core/sorting/count-below';

/** One bound a person's number must keep. */
export interface BoxBound {
  /** Index of the feature. */
  readonly feature: number;
  readonly side: 'at-least' | 'at-most';
  readonly value: number;
}

/** At most; a fourth adds words and hardly any fit. */
export const MOST_FEATURES = 3;
/** What a bound must add to F1 to be worth its words. */
const LEAST_GAIN = 0.01;
const ROUNDS = 3;

/**
 * A few bounds that tell a group from all others as well as so few can: bound by bound the one that raises F1 (twice what
 * is shared, over the sizes of both) most, then each once more while the others stand. `columns` are features over
 * points, `cuts` of each what may be a bound, ascending; `isIn` 1 for who is in the group. A NaN keeps no bound.
 */
export function readableBox(
  columns: readonly Float64Array[],
  cuts: readonly Float64Array[],
  isIn: Uint8Array,
): readonly BoxBound[] {
  const n = isIn.length;
  // Places between the cuts: odd on a cut, even between two; 255 and more cuts would not be readable anyway.
  const places = columns.map((column, f) => placesOf(column, cuts[f]!));
  let size = 0;
  for (let i = 0; i < n; i++) size += isIn[i]!;
  let bounds: readonly Placed[] = [];
  let reached = (2 * size) / (n + size);
  for (;;) {
    const next = bestBound(places, cuts, isIn, size, bounds);
    if (next === null || next.f1 < reached + LEAST_GAIN) break;
    bounds = [...bounds, next.bound];
    reached = next.f1;
  }
  for (let round = 0; round < ROUNDS; round++) {
    let better = false;
    for (let i = 0; i < bounds.length; i++) {
      const others = bounds.filter((_, other) => other !== i);
      const again = bestBound(places, cuts, isIn, size, others);
      if (again === null || again.f1 <= reached + 1e-12) continue;
      bounds = [...others, again.bound];
      reached = again.f1;
      better = true;
    }
    if (!better) break;
  }
  return [...bounds]
    .sort((a, b) => a.feature - b.feature || a.side.localeCompare(b.side))
    .map(({ feature, side, cut }) => ({ feature, side, value: cuts[feature]![cut]! }));
}

interface Placed {
  readonly feature: number;
  readonly side: BoxBound['side'];
  readonly cut: number;
}

const NOWHERE = 0xffff;

function placesOf(column: Float64Array, cuts: Float64Array): Uint16Array {
  return Uint16Array.from(column, (value) => {
    if (Number.isNaN(value)) return NOWHERE;
    const below = countBelow(cuts, value);
    return 2 * below + (cuts[below] === value ? 1 : 0);
  });
}

function keeps(places: readonly Uint16Array[], bounds: readonly Placed[], i: number): boolean {
  for (const { feature, side, cut } of bounds) {
    const place = places[feature]![i]!;
    if (place === NOWHERE || (side === 'at-least' ? place < 2 * cut + 1 : place > 2 * cut + 1)) return false;
  }
  return true;
}

/** The bound that, beside the others, gives the best F1; null where there is none left to add. */
function bestBound(
  places: readonly Uint16Array[],
  cuts: readonly Float64Array[],
  isIn: Uint8Array,
  size: number,
  others: readonly Placed[],
): { readonly bound: Placed; readonly f1: number } | null {
  const used = new Set(others.map(({ feature }) => feature));
  const features = places.map((_, f) => f).filter((f) => used.size < MOST_FEATURES || used.has(f));
  const inside = new Uint8Array(isIn.length);
  for (let i = 0; i < isIn.length; i++) inside[i] = keeps(places, others, i) ? 1 : 0;
  let best: { readonly bound: Placed; readonly f1: number } | null = null;
  for (const feature of features) {
    const count = cuts[feature]!.length;
    const all = new Float64Array(2 * count + 1);
    const right = new Float64Array(2 * count + 1);
    const own = places[feature]!;
    for (let i = 0; i < own.length; i++) {
      if (inside[i] === 0 || own[i] === NOWHERE) continue;
      all[own[i]!]!++;
      right[own[i]!]! += isIn[i]!;
    }
    for (const side of ['at-least', 'at-most'] as const) {
      if (others.some((o) => o.feature === feature && o.side === side)) continue;
      let kept = 0;
      let shared = 0;
      // From the far end inwards, a cut at a time.
      for (let step = 0; step < all.length; step++) {
        const place = side === 'at-most' ? step : all.length - 1 - step;
        kept += all[place]!;
        shared += right[place]!;
        if (place % 2 === 0) continue;
        const f1 = (2 * shared) / (kept + size);
        if (best === null || f1 > best.f1) best = { bound: { feature, side, cut: (place - 1) / 2 }, f1 };
      }
    }
  }
  return best;
}
