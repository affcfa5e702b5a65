/** Of the points asked for, in their order. */
export interface NearestTwo {
  /** The nearest centre; of equally near ones the first. */
  readonly centre: Int32Array;
  /** Squared distance to it, and to the next nearest: infinite where there is no other. */
  readonly square: Float64Array;
  readonly nextSquare: Float64Array;
}

/**
 * The nearest centre of the first `count` points named by `asked`, and how far it and the next one are. `points` and
 * `centres` are row-major.
 */
export function nearestTwo(
  points: Float64Array,
  dimensions: number,
  centres: Float64Array,
  asked: Int32Array,
  count: number,
  into: NearestTwo,
): void {
  if (dimensions === 6) ofSix(points, centres, asked, count, into);
  else ofAny(points, dimensions, centres, asked, count, into);
}

function ofAny(
  points: Float64Array,
  d: number,
  centres: Float64Array,
  asked: Int32Array,
  count: number,
  { centre, square, nextSquare }: NearestTwo,
): void {
  for (let j = 0; j < count; j++) {
    const row = asked[j]! * d;
    let best = 0;
    let nearest = Number.POSITIVE_INFINITY;
    let next = Number.POSITIVE_INFINITY;
    for (let c = 0, at = 0; at < centres.length; c++, at += d) {
      let sum = 0;
      for (let t = 0; t < d; t++) {
        const off = points[row + t]! - centres[at + t]!;
        sum += off * off;
      }
      next = Math.min(next, Math.max(nearest, sum));
      best = sum < nearest ? c : best;
      nearest = Math.min(nearest, sum);
    }
    centre[j] = best;
    square[j] = nearest;
    nextSquare[j] = next;
  }
}

/** The fast form of `ofAny` for six features, whose values stay in registers; the same sums in the same order. */
function ofSix(
  points: Float64Array,
  centres: Float64Array,
  asked: Int32Array,
  count: number,
  { centre, square, nextSquare }: NearestTwo,
): void {
  for (let j = 0; j < count; j++) {
    const row = asked[j]! * 6;
    const p0 = points[row]!;
    const p1 = points[row + 1]!;
    const p2 = points[row + 2]!;
    const p3 = points[row + 3]!;
    const p4 = points[row + 4]!;
    const p5 = points[row + 5]!;
    let best = 0;
    let nearest = Number.POSITIVE_INFINITY;
    let next = Number.POSITIVE_INFINITY;
    for (let c = 0, at = 0; at < centres.length; c++, at += 6) {
      const d0 = p0 - centres[at]!;
      const d1 = p1 - centres[at + 1]!;
      const d2 = p2 - centres[at + 2]!;
      const d3 = p3 - centres[at + 3]!;
      const d4 = p4 - centres[at + 4]!;
      const d5 = p5 - centres[at + 5]!;
      const sum = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3 + d4 * d4 + d5 * d5;
      next = Math.min(next, Math.max(nearest, sum));
      best = sum < nearest ? c : best;
      nearest = Math.min(nearest, sum);
    }
    centre[j] = best;
    square[j] = nearest;
    nextSquare[j] = next;
  }
}
