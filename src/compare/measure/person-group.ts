import type { Bitset } from '../../core/bitset';

/** Some of the people, as row numbers ascending. */
export class PersonGroup {
  private flagged: Uint8Array | null = null;

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

  /** 1 for its people, by row number. */
  get flags(): Uint8Array {
    if (this.flagged === null) {
      this.flagged = new Uint8Array(this.total);
      for (let i = 0; i < this.people.length; i++) this.flagged[this.people[i]!] = 1;
    }
    return this.flagged;
  }
}
