import { shiftCentres } from './shift-centres';

export interface Clusters {
  /** Row-major, k × dimensions. */
  readonly centres: Float64Array;
  /** Of each point, the index of its centre. */
  readonly of: Int32Array;
  readonly sizes: Uint32Array;
  /** Sum of squared distances of points to their own centre. */
  readonly withinSquares: number;
  readonly iterations: number;
  /** False where `most` iterations did not suffice. */
  readonly settled: boolean;
}

/**
 * Lloyd's k-means from given centres until no point changes hands. `points` is row-major, n × `dimensions`, without NaN;
 * `start` k × `dimensions`. Equal distances go to the first centre; a centre left without points stays where it is.
 *
 * Most distances are never worked out: by the triangle inequality a point keeps its centre while an upper bound of its
 * distance there is below a lower bound of that to any other (G. Hamerly, Making k-means even faster, SDM 2010), and
 * else only centres whose own lower bound admits them are looked at (C. Elkan, ICML 2003). How far centres have moved
 * is summed up in the centres, so that points left alone are not written to.
 * @throws RangeError for no centres, or sizes that don't fit
 */
export function kMeans(points: Float64Array, dimensions: number, start: Float64Array, most = 300): Clusters {
  const d = dimensions;
  const n = points.length / d;
  const k = start.length / d;
  if (!Number.isInteger(n) || !Number.isInteger(k) || k < 1)
    throw new RangeError('points and centres must be whole rows');

  const state: State = {
    points,
    d,
    centres: start.slice(),
    of: new Int32Array(n),
    upper: new Float64Array(n),
    nearestOther: new Float64Array(n),
    lower: new Float64Array(n * k),
    drift: new Float64Array(k),
    sums: new Float64Array(k * d),
    sizes: new Uint32Array(k),
  };
  const { centres, of, sums, sizes, drift } = state;
  const halfGap = new Float64Array(k);
  placeAll(state);

  let farthest = 0;
  let iterations = 1;
  let settled = n === 0;
  while (!settled && iterations < most) {
    farthest += shiftCentres(centres, sums, sizes, d, drift);
    halfGaps(centres, d, halfGap);
    iterations++;
    settled = moveAll(state, halfGap, farthest) === 0;
  }

  // Sums that points went in and out of have gathered rounding: the means are taken afresh.
  sums.fill(0);
  for (let i = 0; i < n; i++) addRow(sums, of[i]! * d, points, i * d, d, 1);
  shiftCentres(centres, sums, sizes, d, drift);
  let withinSquares = 0;
  for (let i = 0; i < n; i++) withinSquares += squareBetween(points, i * d, centres, of[i]! * d, d);
  return { centres, of, sizes, withinSquares, iterations, settled };
}

interface State {
  readonly points: Float64Array;
  readonly d: number;
  readonly centres: Float64Array;
  readonly of: Int32Array;
  /** Distance to the own centre is at most `upper + drift[own]`, … */
  readonly upper: Float64Array;
  /** … to any other at least `nearestOther - farthest`, … */
  readonly nearestOther: Float64Array;
  /** … and to centre c at least `lower[i * k + c] - drift[c]`. */
  readonly lower: Float64Array;
  readonly drift: Float64Array;
  readonly sums: Float64Array;
  readonly sizes: Uint32Array;
}

function placeAll({ points, d, centres, of, upper, nearestOther, lower, sums, sizes }: State): void {
  const k = sizes.length;
  for (let i = 0, row = 0; i < of.length; i++, row += d) {
    let best = 0;
    let nearest = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      const distance = Math.sqrt(squareBetween(points, row, centres, c * d, d));
      lower[i * k + c] = distance;
      if (distance < nearest) {
        second = nearest;
        nearest = distance;
        best = c;
      } else if (distance < second) second = distance;
    }
    upper[i] = nearest;
    nearestOther[i] = second;
    of[i] = best;
    sizes[best]!++;
    addRow(sums, best * d, points, row, d, 1);
  }
}

/** How many points changed hands. */
function moveAll(state: State, halfGap: Float64Array, farthest: number): number {
  const { points, d, centres, of, upper, nearestOther, lower, drift, sums, sizes } = state;
  const n = of.length;
  const k = sizes.length;
  let moved = 0;
  for (let i = 0; i < n; i++) {
    const own = of[i]!;
    const bound = Math.max(halfGap[own]!, nearestOther[i]! - farthest);
    if (upper[i]! + drift[own]! < bound) continue;
    const row = i * d;
    const bounds = i * k;
    const ownDistance = Math.sqrt(squareBetween(points, row, centres, own * d, d));
    upper[i] = ownDistance - drift[own]!;
    lower[bounds + own] = ownDistance + drift[own]!;
    if (ownDistance < bound) continue;
    let best = own;
    let nearest = ownDistance;
    let second = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      if (c === own) continue;
      let distance = lower[bounds + c]! - drift[c]!;
      if (distance <= nearest) {
        distance = Math.sqrt(squareBetween(points, row, centres, c * d, d));
        lower[bounds + c] = distance + drift[c]!;
        if (distance < nearest || (distance === nearest && c < best)) {
          second = nearest;
          nearest = distance;
          best = c;
          continue;
        }
      }
      if (distance < second) second = distance;
    }
    nearestOther[i] = second + farthest;
    if (best === own) continue;
    upper[i] = nearest - drift[best]!;
    moved++;
    of[i] = best;
    sizes[own]!--;
    sizes[best]!++;
    addRow(sums, own * d, points, row, d, -1);
    addRow(sums, best * d, points, row, d, 1);
  }
  return moved;
}

function squareBetween(a: Float64Array, i: number, b: Float64Array, j: number, d: number): number {
  let square = 0;
  for (let t = 0; t < d; t++) {
    const off = a[i + t]! - b[j + t]!;
    square += off * off;
  }
  return square;
}

function addRow(
  sums: Float64Array,
  at: number,
  points: Float64Array,
  row: number,
  d: number,
  sign: number,
): void {
  for (let t = 0; t < d; t++) sums[at + t]! += sign * points[row + t]!;
}

/** Half the distance from each centre to the nearest other: no point nearer than that belongs elsewhere. */
function halfGaps(centres: Float64Array, d: number, out: Float64Array): void {
  const k = out.length;
  out.fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < k; a++) {
    for (let b = a + 1; b < k; b++) {
      let square = 0;
      for (let j = 0; j < d; j++) {
        const off = centres[a * d + j]! - centres[b * d + j]!;
        square += off * off;
      }
      const half = Math.sqrt(square) / 2;
      if (half < out[a]!) out[a] = half;
      if (half < out[b]!) out[b] = half;
    }
  }
}
