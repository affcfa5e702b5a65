import type { PersonValues } from '../../metrics/people/person-values';
import { type ClusteredMedian, medianOfSums } from '../../stats/ranks/clustered-median';
import { Tally } from '../../stats/tally';
import type { PeopleGroup } from './people-strata';
import type { StratifiedRows } from './stratified-rows';

export interface TalliedMedian {
  readonly median: ClusteredMedian;
  /** Values. */
  readonly count: number;
}

/**
 * By value, three sums over the values of a group: how many; 2 r - 1, r being which of its person's values it is from the
 * smallest on; and how many values its person has. Taken together up to a bound, they are sums over people, m of whose
 * values come to at most the bound and who have n: of m, of m² (1 + 3 + … + (2 m - 1)), and of m · n. So that all a
 * clustered median takes is there before any median is known.
 */
const SUMS = 3;

/** Whole numbers of people tallied over groups of them, in one walk for all groups. */
export class ValueTallies {
  private readonly sums: readonly Float64Array[];
  /** People with a value. */
  private readonly people: Float64Array;
  private readonly medians: (TalliedMedian | null | undefined)[] = [];

  constructor(rows: StratifiedRows, values: PersonValues) {
    const { groups, sizes } = rows.strata;
    const width = SUMS * (1 + values.largest);
    const groupsOf: PeopleGroup[][] = sizes.map(() => []);
    for (const group of groups) for (const s of group.strata) groupsOf[s]!.push(group);
    this.sums = groups.map(() => new Float64Array(width));
    this.people = new Float64Array(groups.length);
    const scratch = new Float64Array(width);
    for (let s = 0; s < sizes.length; s++) {
      const own = groupsOf[s]!;
      const [first, ...others] = own.map(({ index }) => this.sums[index]!);
      if (first === undefined) continue;
      let people = 0;
      if (others.length === 0 || hasFewer(rows, s, values)) {
        for (const into of [first, ...others]) people = tallyInto(into, rows, s, values);
      } else {
        scratch.fill(0);
        people = tallyInto(scratch, rows, s, values);
        for (const into of [first, ...others]) for (let v = 0; v < width; v++) into[v]! += scratch[v]!;
      }
      for (const { index } of own) this.people[index]! += people;
    }
  }

  /** Of all values of the group's people, clustered by person; null of none. */
  median({ index }: PeopleGroup): TalliedMedian | null {
    const known = this.medians[index];
    if (known !== undefined) return known;
    const median = this.medianOf(index);
    this.medians[index] = median;
    return median;
  }

  /** How many values of the group's people lie above the bound; none where it is NaN. */
  countAbove({ index }: PeopleGroup, bound: number): number {
    const of = this.sums[index]!;
    let count = 0;
    for (let v = 0; v < of.length / SUMS; v++) if (v > bound) count += of[v * SUMS]!;
    return count;
  }

  private medianOf(index: number): TalliedMedian | null {
    const of = this.sums[index]!;
    const counts = new Float64Array(of.length / SUMS);
    for (let v = 0; v < counts.length; v++) counts[v] = of[v * SUMS]!;
    const tally = new Tally(counts);
    if (tally.size === 0) return null;
    // What is at most a whole median or one of a half is at most its floor.
    const bound = Math.floor(tally.quantile(0.5));
    let [below, belowSquared, crossed, totalSquared] = [0, 0, 0, 0];
    for (let v = 0; v < counts.length; v++) {
      const from = v * SUMS;
      if (v <= bound) {
        below += of[from]!;
        belowSquared += of[from + 1]!;
        crossed += of[from + 2]!;
      }
      totalSquared += of[from + 2]!;
    }
    const sums = { n: this.people[index]!, below, total: tally.size, belowSquared, crossed, totalSquared };
    return { median: medianOfSums((p) => tally.quantile(p), sums), count: tally.size };
  }
}

/** Whether a stratum has fewer values than there are to tell apart: to tally them once a group is then less than to add up. */
function hasFewer(
  { offsets, rows }: StratifiedRows,
  stratum: number,
  { offsets: valuesFrom, largest }: PersonValues,
): boolean {
  const last = offsets[stratum + 1]!;
  let count = 0;
  for (let i = offsets[stratum]!; i < last && count <= largest; i++) {
    const row = rows[i]!;
    count += valuesFrom[row + 1]! - valuesFrom[row]!;
  }
  return count <= largest;
}

/** Answers how many people of the stratum have a value. */
function tallyInto(
  sums: Float64Array,
  { offsets, rows }: StratifiedRows,
  stratum: number,
  { offsets: valuesFrom, values }: PersonValues,
): number {
  const last = offsets[stratum + 1]!;
  let people = 0;
  for (let i = offsets[stratum]!; i < last; i++) {
    const row = rows[i]!;
    const from = valuesFrom[row]!;
    const end = valuesFrom[row + 1]!;
    const many = end - from;
    people += Number(many > 0);
    for (let r = from, odd = 1; r < end; r++, odd += 2) {
      const at = values[r]! * SUMS;
      sums[at]!++;
      sums[at + 1]! += odd;
      sums[at + 2]! += many;
    }
  }
  return people;
}
