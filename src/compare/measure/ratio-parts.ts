import type { Estimate } from '../../stats/means/estimate';
import { residualEstimate } from '../../stats/means/mean-estimate';
import type { PeopleGroup } from './people-strata';
import type { StratifiedRows } from './stratified-rows';

export interface RatioOfSums {
  readonly numerator: number;
  readonly denominator: number;
  readonly estimate: Estimate;
}

const STRIDE = 12;

/**
 * What a ratio of x over y takes, stratum by stratum: sums of x and of y, n, informed, their ratio, and with u = x -
 * ratio · y the sums of u², uy, y², u³, u²y, uy² and y³. About a ratio of its own each stratum keeps its digits.
 */
export class RatioParts {
  private readonly at: Float64Array;

  /** `y` null is 1 for everybody; `sumsOf` gives a column's sums by stratum. */
  constructor(
    rows: StratifiedRows,
    x: Float64Array,
    y: Float64Array | null,
    sumsOf: (column: Float64Array) => Float64Array,
  ) {
    const { sizes } = rows.strata;
    const sumsX = sumsOf(x);
    const sumsY = y === null ? sizes : sumsOf(y);
    this.at = new Float64Array(sizes.length * STRIDE);
    for (let s = 0; s < sizes.length; s++) {
      this.at[s * STRIDE] = sumsX[s]!;
      this.at[s * STRIDE + 1] = sumsY[s]!;
    }
    if (y === null) spreadOfMeans(rows, x, this.at);
    else spreadOfRatios(rows, x, y, this.at);
  }

  /** `ratioEstimate` over a group, people with nothing in either column left out of n. */
  of(group: PeopleGroup): RatioOfSums {
    const { at } = this;
    let [numerator, denominator, n, informed] = [0, 0, 0, 0];
    for (const s of group.strata) {
      const o = s * STRIDE;
      numerator += at[o]!;
      denominator += at[o + 1]!;
      n += at[o + 2]!;
      informed += at[o + 3]!;
    }
    const ratio = numerator / denominator;
    // Residuals about the group's ratio are u - d·y, u being those about the stratum's own and d what lies between.
    let squares = 0;
    let cubes = 0;
    for (const s of group.strata) {
      const o = s * STRIDE;
      const d = ratio - at[o + 4]!;
      const yy = at[o + 7]!;
      squares += at[o + 5]! - 2 * d * at[o + 6]! + d * d * yy;
      cubes += at[o + 8]! - 3 * d * at[o + 9]! + 3 * d * d * at[o + 10]! - d * d * d * at[o + 11]!;
    }
    const estimate = residualEstimate({
      value: ratio,
      n,
      informed,
      base: denominator,
      squares: Math.max(0, squares),
      cubes,
    });
    return { numerator, denominator, estimate };
  }
}

const ratioAt = (at: Float64Array, o: number): number => (at[o + 1] === 0 ? 0 : at[o]! / at[o + 1]!);

/** From n on, out of the sums before it: all strata in one function, so that what stands behind a stratum is compiled with it. */
function spreadOfRatios(strata: StratifiedRows, x: Float64Array, y: Float64Array, at: Float64Array): void {
  const { offsets, rows, idleRow } = strata;
  for (let s = 0, o = 0; o < at.length; s++, o += STRIDE) {
    const ratio = ratioAt(at, o);
    const end = offsets[s + 1]!;
    const many = strata.idleIn(s);
    const a0 = many === 0 ? 0 : x[idleRow]!;
    const b0 = many === 0 ? 0 : y[idleRow]!;
    const u0 = a0 - ratio * b0;
    let n = a0 !== 0 || b0 !== 0 ? many : 0;
    let informed = a0 !== 0 ? many : 0;
    let uu = many * u0 * u0;
    let uy = many * u0 * b0;
    let yy = many * b0 * b0;
    let uuu = many * u0 * u0 * u0;
    let uuy = many * u0 * u0 * b0;
    let uyy = many * u0 * b0 * b0;
    let yyy = many * b0 * b0 * b0;
    for (let i = offsets[s]!; i < end; i++) {
      const row = rows[i]!;
      const a = x[row]!;
      const b = y[row]!;
      const u = a - ratio * b;
      const u2 = u * u;
      const b2 = b * b;
      // Added up rather than asked for: who has anything is a toss the processor guesses wrong.
      const informs = Number(a !== 0);
      informed += informs;
      n += informs | Number(b !== 0);
      uu += u2;
      uy += u * b;
      yy += b2;
      uuu += u2 * u;
      uuy += u2 * b;
      uyy += u * b2;
      yyy += b2 * b;
    }
    at[o + 2] = n;
    at[o + 3] = informed;
    at[o + 4] = ratio;
    at[o + 5] = uu;
    at[o + 6] = uy;
    at[o + 7] = yy;
    at[o + 8] = uuu;
    at[o + 9] = uuy;
    at[o + 10] = uyy;
    at[o + 11] = yyy;
  }
}

/** `spreadOfRatios` where y is 1 for everybody: u²y is u², uy² is uy, and all that is y's own is how many there are. */
function spreadOfMeans(strata: StratifiedRows, x: Float64Array, at: Float64Array): void {
  const { offsets, rows, idleRow } = strata;
  for (let s = 0, o = 0; o < at.length; s++, o += STRIDE) {
    const mean = ratioAt(at, o);
    const start = offsets[s]!;
    const end = offsets[s + 1]!;
    const many = strata.idleIn(s);
    const n = many + end - start;
    const a0 = many === 0 ? 0 : x[idleRow]!;
    const u0 = many === 0 ? 0 : a0 - mean;
    let informed = a0 !== 0 ? many : 0;
    let uu = many * u0 * u0;
    let u1 = many * u0;
    let uuu = many * u0 * u0 * u0;
    for (let i = start; i < end; i++) {
      const a = x[rows[i]!]!;
      const u = a - mean;
      const u2 = u * u;
      informed += Number(a !== 0);
      uu += u2;
      u1 += u;
      uuu += u2 * u;
    }
    at[o + 2] = n;
    at[o + 3] = informed;
    at[o + 4] = mean;
    at[o + 5] = uu;
    at[o + 6] = u1;
    at[o + 7] = n;
    at[o + 8] = uuu;
    at[o + 9] = uu;
    at[o + 10] = u1;
    at[o + 11] = n;
  }
}
