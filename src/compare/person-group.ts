import type { Bitset } from '../core/bitset';

/** Some of the people, as row numbers ascending. */
export class PersonGroup {
  private flagged: Uint8Array | null = null;
  /** Weak, for a group outlives the columns of each period of a trend. */
  private readonly sums = new WeakMap<Float64Array, number>();

  constructor(
    readonly people: Uint32Array,
    /** People there are in all. */
    private readonly total: number,
  ) {}

  static of(set: Bitset): PersonGroup {
    const people = new Uint32Array(set.count());
    let i = 0;
    set.forEach((p) => {
      people[i++] = p;
    });
    return new PersonGroup(people, set.size);
  }

  get size(): number {
    return this.people.length;
  }

  /** Of a column over its people, which several metrics may ask for. */
  sum(column: Float64Array): number {
    const known = this.sums.get(column);
    if (known !== undefined) return known;
    let sum = 0;
    for (let i = 0; i < this.people.length; i++) sum += column[this.people[i]!]!;
    this.sums.set(column, sum);
    return sum;
  }

  /** 1 for its people, by row number. */
  get flags(): Uint8Array {
    if (this.flagged === null) {
      this.flagged = new Uint8Array(this.total);
      for (let i = 0; i < this.people.length; i++) this.flagged[this.people[i]!] = 1;
    }
    return this.flagged;
  }
}
