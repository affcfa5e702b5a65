import { segmentPlace } from '../../parts/segment-shapes';

/**
 * Each keeps its own colour, save where two of one picture share it: the later one then takes the next that is free.
 * Up to eight come out all different.
 */
export function distinctColours(colours: readonly number[]): number[] {
  const taken = new Set<number>();
  const own = colours.map((colour) => {
    const place = segmentPlace(colour);
    if (taken.has(place)) return null;
    taken.add(place);
    return place;
  });
  return own.map((place, i) => {
    if (place !== null) return place;
    const wanted = segmentPlace(colours[i] ?? 0);
    for (let step = 1; step < 8; step++) {
      const next = (wanted + step) % 8;
      if (taken.has(next)) continue;
      taken.add(next);
      return next;
    }
    return wanted;
  });
}
