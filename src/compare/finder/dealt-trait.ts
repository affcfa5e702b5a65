import { ascendingOrder } from '../../core/sorting/ascending-order';
import type { Estimate } from '../../stats/means/estimate';
import { residualEstimate } from '../../stats/means/mean-estimate';
import { type RankSuperiority, rankSuperiority } from '../../stats/ranks/rank-superiority';
import type { HitsWithin, Trait } from './candidate';
import { NO_SIDE, NO_STRATUM, type StratumPlaces } from './stratum-places';

/** By place within strata: a place nobody stands at has an estimate of 0 people. */
export interface EstimatesWithin {
  readonly estimates: readonly Estimate[];
  /** Sums of the values and of what they are over, which is how many they are of a mean. */
  readonly sums: Float64Array;
  readonly bases: Float64Array;
  readonly unknown: number;
}

export interface RanksWithin {
  /** Ascending. Of no use once the next field is dealt by: all share what they are laid out in. */
  readonly groups: readonly Float64Array[];
  readonly unknown: number;
}

/** Room to lay people out in, once for all findings. */
export class DealingRoom {
  readonly groups: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly rows: Uint32Array;

  constructor(people: number) {
    this.groups = new Float64Array(people);
    this.a = new Float64Array(people);
    this.b = new Float64Array(people);
    this.rows = new Uint32Array(people);
  }
}

/** One answer by person, dealt to the strata of one field after another. Values are sorted once for all of them. */
export class DealtTrait {
  private order: Uint32Array | null = null;
  private ofAll: RankSuperiority | null | undefined;

  constructor(
    readonly trait: Trait,
    private readonly room: () => DealingRoom,
  ) {}

  hits(by: StratumPlaces): HitsWithin {
    return this.trait.hitsWithin?.(by) ?? hitsWithin(this.trait.values, by);
  }

  /** As `meanEstimate` and `ratioEstimate` of those at each place, without laying them out. */
  estimates({ of, names }: StratumPlaces): EstimatesWithin {
    const { values, per } = this.trait;
    const places = names.length * 2;
    const n = new Uint32Array(places);
    const informed = new Uint32Array(places);
    const sums = new Float64Array(places);
    const bases = new Float64Array(places);
    let unknown = 0;
    for (let p = 0; p < values.length; p++) {
      const place = of[p]!;
      const v = values[p]!;
      if (place === NO_SIDE || isUnknown(v)) continue;
      if (place === NO_STRATUM) {
        unknown++;
        continue;
      }
      n[place]!++;
      sums[place]! += v;
      bases[place]! += per === null ? 1 : per[p]!;
      if (v !== 0) informed[place]!++;
    }
    const ratios = sums.map((sum, place) => sum / bases[place]!);
    const squares = new Float64Array(places);
    const cubes = new Float64Array(places);
    for (let p = 0; p < values.length; p++) {
      const place = of[p]!;
      const v = values[p]!;
      if (place < 0 || isUnknown(v)) continue;
      const off = per === null ? v - ratios[place]! : v - ratios[place]! * per[p]!;
      squares[place]! += off * off;
      cubes[place]! += off * off * off;
    }
    const estimates = Array.from(n, (count, place) =>
      residualEstimate({
        value: ratios[place]!,
        n: count,
        informed: informed[place]!,
        base: bases[place]!,
        squares: squares[place]!,
        cubes: cubes[place]!,
      }),
    );
    return { estimates, sums, bases, unknown };
  }

  ranks({ of, names }: StratumPlaces): RanksWithin {
    const { values } = this.trait;
    const order = this.ascending(of);
    const places = names.length * 2;
    const starts = new Uint32Array(places + 1);
    let unknown = 0;
    for (let i = 0; i < order.length; i++) {
      const place = of[order[i]!]!;
      if (place === NO_STRATUM) unknown++;
      else starts[place + 1]!++;
    }
    for (let place = 0; place < places; place++) starts[place + 1]! += starts[place]!;
    const next = starts.slice();
    const { groups: laid } = this.room();
    for (let i = 0; i < order.length; i++) {
      const p = order[i]!;
      const place = of[p]!;
      if (place >= 0) laid[next[place]!++] = values[p]!;
    }
    const groups = Array.from({ length: places }, (_, place) =>
      laid.subarray(starts[place]!, starts[place + 1]!),
    );
    return { groups, unknown };
  }

  /** How often one side exceeds the other, by their ranks, among those of these strata alone; `known` is how many they are. */
  superiority(
    { of, names }: StratumPlaces,
    strata: readonly number[],
    known: number,
  ): RankSuperiority | null {
    const { values } = this.trait;
    const order = this.ascending(of);
    // Everybody, whatever they are dealt by.
    const all = known === order.length;
    if (all && this.ofAll !== undefined) return this.ofAll;
    const size = names.length;
    const wanted = new Uint8Array(size);
    for (const s of strata) wanted[s] = 1;
    const { a, b } = this.room();
    let [nA, nB] = [0, 0];
    for (let i = 0; i < order.length; i++) {
      const p = order[i]!;
      const place = of[p]!;
      if (place < 0) continue;
      if (place < size) {
        if (wanted[place] === 1) a[nA++] = values[p]!;
      } else if (wanted[place - size] === 1) b[nB++] = values[p]!;
    }
    const found = rankSuperiority(a.subarray(0, nA), b.subarray(0, nB));
    if (all) this.ofAll = found;
    return found;
  }

  /** Who is on a side and of whom the answer is known. */
  private ascending(places: Int16Array): Uint32Array {
    if (this.order !== null) return this.order;
    const { values } = this.trait;
    const { rows } = this.room();
    let n = 0;
    for (let p = 0; p < values.length; p++) {
      rows[n] = p;
      if (places[p] !== NO_SIDE && !isUnknown(values[p]!)) n++;
    }
    this.order = ascendingOrder(values, rows.subarray(0, n));
    return this.order;
  }
}

export function hitsWithin(values: Float64Array, { of, names }: StratumPlaces): HitsWithin {
  const places = names.length * 2;
  const sizes = new Uint32Array(places);
  const hits = new Float64Array(places);
  let unknown = 0;
  for (let p = 0; p < values.length; p++) {
    const place = of[p]!;
    const v = values[p]!;
    if (place === NO_SIDE || isUnknown(v)) continue;
    if (place === NO_STRATUM) unknown++;
    else {
      sizes[place]!++;
      hits[place]! += v;
    }
  }
  return { hits, sizes, unknown };
}

// biome-ignore lint/suspicious/noSelfCompare: NaN alone is not itself, and a call for each of millions is dear.
const isUnknown = (v: number): boolean => v !== v;
