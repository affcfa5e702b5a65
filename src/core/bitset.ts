/** A fixed-size set of row numbers; a segment is one of these over people. */
export class Bitset {
  readonly words: Uint32Array;

  constructor(
    readonly size: number,
    words?: Uint32Array,
  ) {
    this.words = words ?? new Uint32Array((size + 31) >>> 5);
  }

  static full(size: number): Bitset {
    const set = new Bitset(size);
    set.words.fill(0xffffffff);
    set.trim();
    return set;
  }

  has(index: number): boolean {
    return ((this.words[index >>> 5]! >>> (index & 31)) & 1) === 1;
  }

  add(index: number): void {
    this.words[index >>> 5]! |= 1 << (index & 31);
  }

  delete(index: number): void {
    this.words[index >>> 5]! &= ~(1 << (index & 31));
  }

  count(): number {
    let total = 0;
    for (let w = 0; w < this.words.length; w++) {
      let v = this.words[w]!;
      v -= (v >>> 1) & 0x55555555;
      v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
      total += (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
    }
    return total;
  }

  // Three loops rather than one given the operation: a call a word costs several times the operation.

  and(other: Bitset): Bitset {
    const out = this.sameSize(other);
    const a = this.words;
    const b = other.words;
    const into = out.words;
    for (let w = 0; w < into.length; w++) into[w] = a[w]! & b[w]!;
    return out;
  }

  or(other: Bitset): Bitset {
    const out = this.sameSize(other);
    const a = this.words;
    const b = other.words;
    const into = out.words;
    for (let w = 0; w < into.length; w++) into[w] = a[w]! | b[w]!;
    return out;
  }

  andNot(other: Bitset): Bitset {
    const out = this.sameSize(other);
    const a = this.words;
    const b = other.words;
    const into = out.words;
    for (let w = 0; w < into.length; w++) into[w] = a[w]! & ~b[w]!;
    return out;
  }

  not(): Bitset {
    return Bitset.full(this.size).andNot(this);
  }

  /** Calls `visit` with each member in ascending order. */
  forEach(visit: (index: number) => void): void {
    for (let w = 0; w < this.words.length; w++) {
      let v = this.words[w]!;
      while (v !== 0) {
        const low = v & -v;
        visit((w << 5) + (31 - Math.clz32(low)));
        v ^= low;
      }
    }
  }

  /** An empty set for what is made of this one and another. */
  private sameSize(other: Bitset): Bitset {
    if (other.size !== this.size) throw new RangeError('bitsets of different sizes');
    return new Bitset(this.size);
  }

  private trim(): void {
    const rest = this.size & 31;
    if (rest !== 0) this.words[this.words.length - 1]! &= 0xffffffff >>> (32 - rest);
  }
}
