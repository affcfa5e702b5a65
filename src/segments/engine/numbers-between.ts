import { Bitset } from '../../core/bitset';

/**
 * Whose number lies between two, a NaN read as `empty`. Without a branch a person, since who lies between is a toss the
 * processor guesses wrong; a word of bits is gathered before it is written.
 */
export function numbersBetween(
  values: Float64Array,
  lo: number,
  hi: number,
  empty: number = Number.NaN,
): Bitset {
  const out = new Bitset(values.length);
  const { words } = out;
  const ofEmpty = Number(empty >= lo && empty <= hi);
  for (let w = 0; w < words.length; w++) {
    const first = w << 5;
    const n = Math.min(32, values.length - first);
    let word = 0;
    for (let i = 0; i < n; i++) {
      const value = values[first + i]!;
      const inside = Number(value >= lo) & Number(value <= hi);
      word |= (inside | (Number(Number.isNaN(value)) & ofEmpty)) << i;
    }
    words[w] = word;
  }
  return out;
}
