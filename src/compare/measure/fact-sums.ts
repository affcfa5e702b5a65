import { countShared } from '../../core/count-shared';
import type { PersonFacts } from '../../metrics/people/person-facts';
import type { PersonValues } from '../../metrics/people/person-values';
import { type FlagSet, flagSet } from './flag-set';
import type { PeopleGroup, PeopleStrata } from './people-strata';
import { type RatioOfSums, RatioParts } from './ratio-parts';
import { StratifiedRows } from './stratified-rows';
import { ValueTallies } from './value-tallies';

/** A column over the rows of some facts; null is 1 for everybody. */
type Column = Float64Array | null;

export interface Powers {
  readonly sum: number;
  readonly squares: number;
  readonly cubes: number;
  /** People with anything but 0. */
  readonly filled: number;
}

/** Columns of facts summed over groups of people: each is walked once for all groups, stratum by stratum. */
export class FactSums {
  private readonly rows: StratifiedRows;
  private readonly sums = new Map<Float64Array, Float64Array>();
  private readonly counts = new Map<FlagSet, Map<number, number>>();
  private readonly powers = new Map<Float64Array, readonly Powers[]>();
  private readonly ratios = new Map<Float64Array, Map<Column, RatioParts>>();
  private readonly tallies = new Map<PersonValues, ValueTallies>();

  constructor(
    readonly facts: PersonFacts,
    private readonly strata: PeopleStrata,
  ) {
    this.rows = new StratifiedRows(facts, strata);
  }

  sum(group: PeopleGroup, column: Column): number {
    if (column === null) return group.size;
    const set = this.setOf(column);
    if (set !== null) return this.countOf(group, set);
    const sums = this.sumsOf(column);
    let sum = 0;
    for (const s of group.strata) sum += sums[s]!;
    return sum;
  }

  powerSums(group: PeopleGroup, column: Float64Array): Powers {
    const powers = kept(this.powers, column, () => this.powersOf(column));
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
    const per = y !== null && this.setOf(y)?.isFull === true ? null : y;
    const byY = kept(this.ratios, x, () => new Map());
    return kept(byY, per, () => new RatioParts(this.rows, x, per, this.sumsOf)).of(group);
  }

  /** Of the values of the group's people. */
  tally(values: PersonValues): ValueTallies {
    return kept(this.tallies, values, () => new ValueTallies(this.rows, values));
  }

  /** By stratum. */
  private readonly sumsOf = (column: Float64Array): Float64Array =>
    kept(this.sums, column, () => this.rows.sumOf(column));

  private countOf(group: PeopleGroup, set: FlagSet): number {
    if (set.size === 0) return 0;
    if (set.isFull) return group.size;
    const counts = kept(this.counts, set, () => new Map());
    return kept(counts, group.index, () => countShared(group.people.words, set.words));
  }

  /** Who has 1, where a column holds nothing but 0 and 1 and its rows are people. */
  private setOf(column: Float64Array): FlagSet | null {
    return this.facts.active === null ? flagSet(column) : null;
  }

  private powersOf(column: Float64Array): readonly Powers[] {
    const { offsets, rows, idleRow } = this.rows;
    return this.strata.sizes.map((_, s) => {
      const end = offsets[s + 1]!;
      const many = this.rows.idleIn(s);
      const idle = many === 0 ? 0 : column[idleRow]!;
      let sum = many * idle;
      let squares = many * idle * idle;
      let cubes = many * idle * idle * idle;
      let filled = idle === 0 ? 0 : many;
      for (let i = offsets[s]!; i < end; i++) {
        const v = column[rows[i]!]!;
        filled += Number(v !== 0);
        sum += v;
        squares += v * v;
        cubes += v * v * v;
      }
      return { sum, squares, cubes, filled };
    });
  }
}

function kept<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
