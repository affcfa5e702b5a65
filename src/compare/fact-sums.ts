import { countingSort } from '../core/counting-sort';
import type { PersonFacts } from '../metrics/person-facts';
import type { PersonValues } from '../metrics/person-gaps';
import { type ClusteredMedian, medianOfSums } from '../stats/clustered-median';
import type { Estimate } from '../stats/estimate';
import { residualEstimate } from '../stats/mean-estimate';
import { Tally } from '../stats/tally';
import type { PeopleGroup, PeopleStrata } from './people-strata';

/** A column over the rows of some facts; null is 1 for everybody. */
type Column = Float64Array | null;

export interface Powers {
  readonly sum: number;
  readonly squares: number;
  readonly cubes: number;
  /** People with anything but 0. */
  readonly filled: number;
}

export interface RatioOfSums {
  readonly numerator: number;
  readonly denominator: number;
  readonly estimate: Estimate;
}

export interface TalliedMedian {
  readonly median: ClusteredMedian;
  /** Values. */
  readonly count: number;
}

/** Columns of facts summed over groups of people: each is walked once for all groups, stratum by stratum. */
export class FactSums {
  private readonly offsets: Uint32Array;
  /** Rows of the facts, by stratum. */
  private readonly rows: Uint32Array;
  /** People of each stratum who stand for by the last row, having none of their own. */
  private readonly idle: Float64Array | null;
  private readonly idleRow: number;

  private readonly sums = new Map<Column, Float64Array>();
  private readonly powers = new Map<Float64Array, readonly Powers[]>();
  private readonly ratios = new Map<Float64Array, Map<Column, RatioParts>>();
  private readonly medians = new Map<PersonValues, readonly (TalliedMedian | null)[]>();

  constructor(
    readonly facts: PersonFacts,
    private readonly strata: PeopleStrata,
  ) {
    if (facts.active === null) {
      this.offsets = strata.offsets;
      this.rows = strata.members;
      this.idle = null;
      this.idleRow = -1;
      return;
    }
    const { people } = facts.active;
    this.idleRow = people.length - 1;
    const stratumOf = new Int32Array(this.idleRow);
    for (let i = 0; i < this.idleRow; i++) stratumOf[i] = strata.stratumOf[people[i]!]!;
    const { offsets, members } = countingSort(stratumOf, strata.sizes.length);
    this.offsets = offsets;
    this.rows = members;
    this.idle = Float64Array.from(strata.sizes, (size, s) => size - (offsets[s + 1]! - offsets[s]!));
  }

  sum(group: PeopleGroup, column: Column): number {
    let sums = this.sums.get(column);
    if (sums === undefined) {
      sums = column === null ? Float64Array.from(this.strata.sizes) : this.sumsOf(column);
      this.sums.set(column, sums);
    }
    let sum = 0;
    for (const s of group.strata) sum += sums[s]!;
    return sum;
  }

  powerSums(group: PeopleGroup, column: Float64Array): Powers {
    let powers = this.powers.get(column);
    if (powers === undefined) {
      powers = this.powersOf(column);
      this.powers.set(column, powers);
    }
    let [sum, squares, cubes, filled] = [0, 0, 0, 0];
    for (const s of group.strata) {
      const of = powers[s]!;
      sum += of.sum;
      squares += of.squares;
      cubes += of.cubes;
      filled += of.filled;
    }
    return { sum, squares, cubes, filled };
  }

  /** `ratioEstimate` over a group, people with nothing in either column left out of n. */
  ratio(group: PeopleGroup, x: Float64Array, y: Column): RatioOfSums {
    let byY = this.ratios.get(x);
    if (byY === undefined) {
      byY = new Map();
      this.ratios.set(x, byY);
    }
    let parts = byY.get(y);
    if (parts === undefined) {
      parts = this.ratioParts(x, y);
      byY.set(y, parts);
    }
    const { stride } = RatioParts;
    const { at } = parts;
    let [numerator, denominator, n, informed] = [0, 0, 0, 0];
    for (const s of group.strata) {
      const o = s * stride;
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
      const o = s * stride;
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

  /** Of all values of the group's people, clustered by person; null of none. */
  median(group: PeopleGroup, values: PersonValues): TalliedMedian | null {
    let medians = this.medians.get(values);
    if (medians === undefined) {
      medians = this.mediansOf(values);
      this.medians.set(values, medians);
    }
    return medians[group.index] ?? null;
  }

  /** People of the group whose value lies above `bound`, which each group may have of its own. */
  countAbove(group: PeopleGroup, column: Float64Array, bound: number): number {
    const { offsets, rows, idle } = this;
    let count = 0;
    for (const s of group.strata) {
      const end = offsets[s + 1]!;
      if (idle !== null && column[this.idleRow]! > bound) count += idle[s]!;
      for (let i = offsets[s]!; i < end; i++) if (column[rows[i]!]! > bound) count++;
    }
    return count;
  }

  private sumsOf(column: Float64Array): Float64Array {
    const { offsets, rows, idle } = this;
    return Float64Array.from(this.strata.sizes, (_, s) => {
      const end = offsets[s + 1]!;
      let sum = idle === null ? 0 : idle[s]! * column[this.idleRow]!;
      for (let i = offsets[s]!; i < end; i++) sum += column[rows[i]!]!;
      return sum;
    });
  }

  private powersOf(column: Float64Array): readonly Powers[] {
    const { offsets, rows, idle } = this;
    return this.strata.sizes.map((_, s) => {
      const end = offsets[s + 1]!;
      const many = idle?.[s] ?? 0;
      const v = many === 0 ? 0 : column[this.idleRow]!;
      let sum = many * v;
      let squares = many * v * v;
      let cubes = many * v * v * v;
      let filled = v === 0 ? 0 : many;
      for (let i = offsets[s]!; i < end; i++) {
        const v = column[rows[i]!]!;
        if (v !== 0) filled++;
        sum += v;
        squares += v * v;
        cubes += v * v * v;
      }
      return { sum, squares, cubes, filled };
    });
  }

  private ratioParts(x: Float64Array, y: Column): RatioParts {
    const { offsets, rows, idle, idleRow } = this;
    const parts = new RatioParts(this.strata.sizes.length);
    for (let s = 0; s < this.strata.sizes.length; s++) {
      const start = offsets[s]!;
      const end = offsets[s + 1]!;
      const many = idle?.[s] ?? 0;
      const a0 = many === 0 ? 0 : x[idleRow]!;
      const b0 = many === 0 ? 0 : y === null ? 1 : y[idleRow]!;
      let sumX = many * a0;
      let sumY = many * b0;
      let n = a0 !== 0 || b0 !== 0 ? many : 0;
      let informed = a0 !== 0 ? many : 0;
      for (let i = start; i < end; i++) {
        const row = rows[i]!;
        const a = x[row]!;
        const b = y === null ? 1 : y[row]!;
        sumX += a;
        sumY += b;
        if (a !== 0) informed++;
        if (a !== 0 || b !== 0) n++;
      }
      const ratio = sumY === 0 ? 0 : sumX / sumY;
      const u0 = a0 - ratio * b0;
      let uu = many * u0 * u0;
      let uy = many * u0 * b0;
      let yy = many * b0 * b0;
      let uuu = many * u0 * u0 * u0;
      let uuy = many * u0 * u0 * b0;
      let uyy = many * u0 * b0 * b0;
      let yyy = many * b0 * b0 * b0;
      for (let i = start; i < end; i++) {
        const row = rows[i]!;
        const b = y === null ? 1 : y[row]!;
        const u = x[row]! - ratio * b;
        const u2 = u * u;
        const b2 = b * b;
        uu += u2;
        uy += u * b;
        yy += b2;
        uuu += u2 * u;
        uuy += u2 * b;
        uyy += u * b2;
        yyy += b2 * b;
      }
      parts.at.set([sumX, sumY, n, informed, ratio, uu, uy, yy, uuu, uuy, uyy, yyy], s * RatioParts.stride);
    }
    return parts;
  }

  private mediansOf(values: PersonValues): readonly (TalliedMedian | null)[] {
    const { groups, sizes } = this.strata;
    const { offsets, rows } = this;
    const groupsOf: PeopleGroup[][] = sizes.map(() => []);
    for (const group of groups) for (const s of group.strata) groupsOf[s]!.push(group);
    const counts = groups.map(() => new Uint32Array(1 + values.largest));
    for (let s = 0; s < sizes.length; s++) {
      const own = groupsOf[s]!.map(({ index }) => counts[index]!);
      const [first, ...others] = own;
      if (first === undefined) continue;
      const people = offsets[s + 1]! - offsets[s]!;
      if (others.length === 0 || people < values.largest) {
        for (const into of own) this.countInto(into, s, values);
        continue;
      }
      const scratch = new Uint32Array(1 + values.largest);
      this.countInto(scratch, s, values);
      for (const into of own) for (let v = 0; v < scratch.length; v++) into[v]! += scratch[v]!;
    }
    const tallies = counts.map((of) => new Tally(of));

    // What is at most a whole median or one of a half is at most its floor. Each person's values fall between the
    // medians of the groups; how many come to at most each is then a running sum.
    const floors = tallies.map((tally) => (tally.size === 0 ? 0 : Math.floor(tally.quantile(0.5))));
    const bounds = [...new Set(floors)].sort((a, b) => a - b);
    const boundOf = floors.map((floor) => bounds.indexOf(floor));
    const between = new Uint16Array(1 + values.largest);
    for (let v = 0, b = 0; v < between.length; v++) {
      while (b < bounds.length && bounds[b]! < v) b++;
      between[v] = b;
    }
    const sums = groups.map(() => ({
      n: 0,
      below: 0,
      total: 0,
      belowSquared: 0,
      crossed: 0,
      totalSquared: 0,
    }));
    const { offsets: valuesFrom, values: valueAt } = values;
    const here = new Float64Array(bounds.length + 1);
    // At most each bound, three sums a bound: of below, below² and below × total.
    const at = new Float64Array(3 * bounds.length);
    for (let s = 0; s < sizes.length; s++) {
      at.fill(0);
      let n = 0;
      let total = 0;
      let totalSquared = 0;
      const end = offsets[s + 1]!;
      for (let i = offsets[s]!; i < end; i++) {
        const row = rows[i]!;
        const from = valuesFrom[row]!;
        const to = valuesFrom[row + 1]!;
        if (from === to) continue;
        for (let r = from; r < to; r++) here[between[valueAt[r]!]!]!++;
        const own = to - from;
        n++;
        total += own;
        totalSquared += own * own;
        let running = 0;
        for (let b = 0; b < bounds.length; b++) {
          running += here[b]!;
          here[b] = 0;
          if (running === 0) continue;
          at[3 * b]! += running;
          at[3 * b + 1]! += running * running;
          at[3 * b + 2]! += running * own;
        }
      }
      for (const { index } of groupsOf[s]!) {
        const into = sums[index]!;
        const b = 3 * boundOf[index]!;
        into.n += n;
        into.total += total;
        into.totalSquared += totalSquared;
        into.below += at[b]!;
        into.belowSquared += at[b + 1]!;
        into.crossed += at[b + 2]!;
      }
    }
    return groups.map(({ index }) => {
      const tally = tallies[index]!;
      if (tally.size === 0) return null;
      return { median: medianOfSums((p) => tally.quantile(p), sums[index]!), count: tally.size };
    });
  }

  private countInto(counts: Uint32Array, stratum: number, { offsets, values }: PersonValues): void {
    const last = this.offsets[stratum + 1]!;
    for (let i = this.offsets[stratum]!; i < last; i++) {
      const row = this.rows[i]!;
      const end = offsets[row + 1]!;
      for (let r = offsets[row]!; r < end; r++) counts[values[r]!]!++;
    }
  }
}

/**
 * What a ratio of x over y takes, stratum by stratum: sums of x and of y, n, informed, their ratio, and with u = x -
 * ratio · y the sums of u², uy, y², u³, u²y, uy² and y³. About a ratio of its own each stratum keeps its digits.
 */
class RatioParts {
  static readonly stride = 12;
  readonly at: Float64Array;

  constructor(strata: number) {
    this.at = new Float64Array(strata * RatioParts.stride);
  }
}
