/** Whom a column of noughts and ones says yes of: bit p of the words is person p. */
export interface FlagSet {
  readonly words: Uint32Array;
  readonly size: number;
  /** Of everybody. */
  readonly isFull: boolean;
}

/** Columns of facts live as long as the data, and so do their sets. */
const known = new WeakMap<Float64Array, FlagSet | null>();

/** Null where the column holds anything else. */
export function flagSet(column: Float64Array): FlagSet | null {
  let set = known.get(column);
  if (set === undefined) {
    set = made(column);
    known.set(column, set);
  }
  return set;
}

function made(column: Float64Array): FlagSet | null {
  const words = new Uint32Array((column.length + 31) >>> 5);
  let ones = 0;
  for (let p = 0; p < column.length; p++) {
    const value = column[p]!;
    if (value === 0) continue;
    if (value !== 1) return null;
    ones++;
    words[p >>> 5]! |= 1 << (p & 31);
  }
  return { words, size: ones, isFull: ones === column.length };
}
