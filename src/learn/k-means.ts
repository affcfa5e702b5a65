import { nearestTwo } from './nearest-two';
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
 * Bounds give away this part of what they are made of, so that no rounding lets a point stay that plain Lloyd would
 * move: sums of hundreds of distances are right to some 1e-14.
 */
const ROUNDING = 1e-12;

/**
 * Lloyd's k-means from given centres until no point changes hands. `points` is row-major, n × `dimensions`, without NaN;
 * `start` k × `dimensions`. Equal distances go to the first centre; a centre left without points stays where it is.
 *
 * Most distances are never worked out: by the triangle inequality a point keeps its centre while the centres have not
 * moved by more than what its nearest is nearer than its next (G. Hamerly, Making k-means even faster, SDM 2010). Both
 * bounds are one number here, `slack`, held against what each centre has used up so far, so that points left alone are
 * not written to.
 * @throws RangeError for no centres, sizes that don't fit, or no iteration at all
 */
export function kMeans(points: Float64Array, dimensions: number, start: Float64Array, most = 300): Clusters {
  const d = dimensions;
  const n = points.length / d;
  const k = start.length / d;
  if (!Number.isInteger(n) || !Number.isInteger(k) || k < 1)
    throw new RangeError('points and centres must be whole rows');
  if (!(most >= 1)) throw new RangeError('points must be placed once at least');

  const centres = start.slice();
  const of = new Int32Array(n).fill(-1);
  const sizes = new Uint32Array(k);
  const sums = new Float64Array(k * d);
  const ways = new Float64Array(k);
  /** Of each centre: how far it and the other that went farthest have gone, summed over the iterations. */
  const used = new Float64Array(k);
  /** A point keeps its centre while this is more than what that has used up. */
  const slack = new Float64Array(n);
  /** One place more: the next is written before it is known to be due. */
  const due = new Int32Array(n + 1);
  const nearest = {
    centre: new Int32Array(n),
    square: new Float64Array(n),
    nextSquare: new Float64Array(n),
  };

  let iterations = 0;
  let settled = n === 0;
  while (!settled && iterations < most) {
    if (iterations > 0) {
      shiftCentres(centres, sums, sizes, d, ways);
      useUp(used, ways);
    }
    let count = 0;
    for (let i = 0; i < n; i++) {
      due[count] = i;
      count += iterations > 0 && slack[i]! > used[of[i]!]! ? 0 : 1;
    }
    iterations++;
    nearestTwo(points, d, centres, due, count, nearest);
    settled = true;
    for (let j = 0; j < count; j++) {
      const i = due[j]!;
      const best = nearest.centre[j]!;
      slack[i] =
        (Math.sqrt(nearest.nextSquare[j]!) + used[best]!) * (1 - ROUNDING) -
        Math.sqrt(nearest.square[j]!) * (1 + ROUNDING);
      const own = of[i]!;
      if (own === best) continue;
      settled = false;
      of[i] = best;
      sizes[best]!++;
      addRow(sums, best * d, points, i * d, d, 1);
      if (own < 0) continue;
      sizes[own]!--;
      addRow(sums, own * d, points, i * d, d, -1);
    }
  }

  // Sums that points went in and out of have gathered rounding: the means are taken afresh.
  sums.fill(0);
  for (let i = 0; i < n; i++) addRow(sums, of[i]! * d, points, i * d, d, 1);
  shiftCentres(centres, sums, sizes, d, ways);
  let withinSquares = 0;
  for (let i = 0; i < n; i++) withinSquares += squareBetween(points, i * d, centres, of[i]! * d, d);
  return { centres, of, sizes, withinSquares, iterations, settled };
}

function useUp(used: Float64Array, ways: Float64Array): void {
  for (let c = 0; c < used.length; c++) {
    let farthest = 0;
    for (let other = 0; other < ways.length; other++)
      if (other !== c && ways[other]! > farthest) farthest = ways[other]!;
    used[c]! += ways[c]! + farthest;
  }
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
