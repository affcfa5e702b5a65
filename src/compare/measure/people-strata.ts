import type { Bitset } from '../../core/bitset';

/** Some of the people: those of several strata. */
export interface PeopleGroup {
  /** Its place among the groups of its strata. */
  readonly index: number;
  readonly strata: readonly number[];
  readonly size: number;
  readonly people: Bitset;
}

/**
 * People dealt into strata: everybody in one is in the same of the sets asked about. What is summed over each stratum
 * once gives the sum of any group, however many segments, complements and bases are compared; and nothing is ever
 * subtracted.
 */
export class PeopleStrata {
  readonly sizes: readonly number[];
  /** Members of stratum s are `members[offsets[s]]` up to `members[offsets[s + 1]]`, ascending. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  private readonly codes: Codes;
  /** By code; -1 outside the population. */
  private readonly numberOf: Int32Array;
  private readonly made: PeopleGroup[] = [];

  /** Strata are numbered as they are met, from the first person on. */
  constructor(
    private readonly population: Bitset,
    sets: readonly Bitset[],
  ) {
    const people = population.size;
    const filled = [population, ...sets]
      .map(({ words }) => words)
      .filter((words) => words.some((w) => w !== 0));
    this.codes = codesOf(filled, people);
    const { of, ways } = this.codes;
    const counts = new Uint32Array(ways);
    const met = counted(of, people, counts);
    // Whoever shares a code is in the population like the other; those out of it stand last.
    const own = met.filter((p) => population.has(p)).map((p) => of[p]!);
    const others = met.filter((p) => !population.has(p)).map((p) => of[p]!);
    const next = new Uint32Array(ways);
    let end = 0;
    const offsets = [...own, ...others].map((code) => {
      next[code] = end;
      end += counts[code]!;
      return next[code]!;
    });
    this.offsets = Uint32Array.from([...offsets, end].slice(0, own.length + 1));
    this.sizes = own.map((code) => counts[code]!);
    this.numberOf = new Int32Array(ways).fill(-1);
    own.forEach((code, s) => {
      this.numberOf[code] = s;
    });
    this.members = dealt(of, next, people);
  }

  /** -1 outside the population. */
  stratumOf(person: number): number {
    return this.numberOf[this.codes.of[person]!]!;
  }

  /** Everybody of the population in a set made of the sets the strata were made by. */
  group(set: Bitset): PeopleGroup {
    const strata: number[] = [];
    let size = 0;
    this.sizes.forEach((n, s) => {
      if (!set.has(this.members[this.offsets[s]!]!)) return;
      strata.push(s);
      size += n;
    });
    const group = { index: this.made.length, strata, size, people: set.and(this.population) };
    this.made.push(group);
    return group;
  }

  get groups(): readonly PeopleGroup[] {
    return this.made;
  }
}

/** A number for each person, below `ways`: the same for those who are in the same sets. */
interface Codes {
  readonly of: Uint8Array | Int32Array;
  readonly ways: number;
}

// Loops over all people stand in functions of their own: their first call is compiled while it runs.

/** Counts how many share each code; answers the first of them, ascending. */
function counted(of: Codes['of'], people: number, counts: Uint32Array): readonly number[] {
  const met: number[] = [];
  for (let p = 0; p < people; p++) if (counts[of[p]!]!++ === 0) met.push(p);
  return met;
}

/** People by code, those of one from `next[code]` on. */
function dealt(of: Codes['of'], next: Uint32Array, people: number): Uint32Array {
  const members = new Uint32Array(people);
  for (let p = 0; p < people; p++) members[next[of[p]!]!++] = p;
  return members;
}

const SETS_AT_ONCE = 8;
const WAYS_AT_ONCE = 1 << SETS_AT_ONCE;

function codesOf(sets: readonly Uint32Array[], people: number): Codes {
  let codes: Codes = { of: keysOf(sets.slice(0, SETS_AT_ONCE), people), ways: WAYS_AT_ONCE };
  for (let from = SETS_AT_ONCE; from < sets.length; from += SETS_AT_ONCE)
    codes = joined(codes, keysOf(sets.slice(from, from + SETS_AT_ONCE), people), people);
  return codes;
}

/** Codes and keys as one code, numbered as they are met. */
function joined(codes: Codes, keys: Uint8Array, people: number): Codes {
  const numbers = new Int32Array(codes.ways * WAYS_AT_ONCE).fill(-1);
  const of = new Int32Array(people);
  let ways = 0;
  for (let p = 0; p < people; p++) {
    const both = codes.of[p]! * WAYS_AT_ONCE + keys[p]!;
    if (numbers[both]! < 0) numbers[both] = ways++;
    of[p] = numbers[both]!;
  }
  return { of, ways };
}

/** Each of four bits as a byte of its own, for four people at a time, in whatever order the machine lays bytes out. */
const SPREAD = new Uint32Array(Uint8Array.from({ length: 64 }, (_, i) => ((i >> 2) >> (i & 3)) & 1).buffer);

/** For each person a byte, bit s of which says whether they are in set s: of eight sets at most. */
function keysOf(sets: readonly Uint32Array[], people: number): Uint8Array {
  const words = (people + 31) >>> 5;
  const fours = new Uint32Array(8 * words);
  for (let w = 0, at = 0; w < words; w++, at += 8) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let s = 0; s < sets.length; s++) {
      const word = sets[s]![w]!;
      a |= SPREAD[word & 15]! << s;
      b |= SPREAD[(word >>> 4) & 15]! << s;
      c |= SPREAD[(word >>> 8) & 15]! << s;
      d |= SPREAD[(word >>> 12) & 15]! << s;
      e |= SPREAD[(word >>> 16) & 15]! << s;
      f |= SPREAD[(word >>> 20) & 15]! << s;
      g |= SPREAD[(word >>> 24) & 15]! << s;
      h |= SPREAD[word >>> 28]! << s;
    }
    fours[at] = a;
    fours[at + 1] = b;
    fours[at + 2] = c;
    fours[at + 3] = d;
    fours[at + 4] = e;
    fours[at + 5] = f;
    fours[at + 6] = g;
    fours[at + 7] = h;
  }
  return new Uint8Array(fours.buffer);
}
