import { countingSort } from '../../core/sorting/counting-sort';
import type { PersonFacts } from '../../metrics/people/person-facts';
import type { PeopleStrata } from './people-strata';

/** The rows of some facts, by the stratum of the person each is of. */
export class StratifiedRows {
  /** Rows of stratum s are `rows[offsets[s]]` up to `rows[offsets[s + 1]]`, ascending. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** People of each stratum who stand for by row `idleRow`, having none of their own. */
  private readonly idle: Float64Array | null;
  readonly idleRow: number;

  constructor(
    { active }: PersonFacts,
    readonly strata: PeopleStrata,
  ) {
    if (active === null) {
      this.offsets = strata.offsets;
      this.rows = strata.members;
      this.idle = null;
      this.idleRow = -1;
      return;
    }
    const { people } = active;
    this.idleRow = people.length - 1;
    const stratumOf = new Int32Array(this.idleRow);
    for (let i = 0; i < this.idleRow; i++) stratumOf[i] = strata.stratumOf(people[i]!);
    const { offsets, members } = countingSort(stratumOf, strata.sizes.length);
    this.offsets = offsets;
    this.rows = members;
    this.idle = Float64Array.from(strata.sizes, (size, s) => size - (offsets[s + 1]! - offsets[s]!));
  }

  /** People of a stratum without a row of their own. */
  idleIn(stratum: number): number {
    return this.idle === null ? 0 : this.idle[stratum]!;
  }

  sumOf(column: Float64Array): Float64Array {
    const { offsets, rows } = this;
    const sums = new Float64Array(offsets.length - 1);
    for (let s = 0; s < sums.length; s++) {
      const end = offsets[s + 1]!;
      const many = this.idleIn(s);
      let sum = many === 0 ? 0 : many * column[this.idleRow]!;
      for (let i = offsets[s]!; i < end; i++) sum += column[rows[i]!]!;
      sums[s] = sum;
    }
    return sums;
  }
}
