import { BUCKET_MASK, bucketStarts, KEY_SHIFTS, upperHalves } from './upper-halves';

/** Fewer are sorted as quickly by the engine's own sort. */
const FEW = 2000;

/**
 * Sorts in place, ascending, without NaN: `Float64Array.prototype.sort` in a third of the time for many values. By three
 * counting passes over the upper halves of the numbers, which order all but those that differ after six digits; those are
 * mended by insertion, or, where they are many, by the engine's own sort. (Radix sort, H. Seward 1954.)
 */
export function sortFloats(values: Float64Array): Float64Array {
  const n = values.length;
  if (n < FEW) return values.sort();
  if (sortedByCounting(values)) return values;
  const { halves, at: upper } = upperHalves(values);
  let keys = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const bits = halves[2 * i + upper]!;
    // Negative numbers grow as their bits fall.
    keys[i] = bits >>> 31 === 1 ? ~bits : bits | 0x80000000;
  }
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  let toKeys = new Uint32Array(n);
  for (const shift of KEY_SHIFTS) {
    const starts = bucketStarts(keys, shift);
    for (let i = 0; i < n; i++) {
      const key = keys[i]!;
      const at = starts[(key >>> shift) & BUCKET_MASK]!++;
      to[at] = from[i]!;
      toKeys[at] = key;
    }
    [from, to] = [to, from];
    [keys, toKeys] = [toKeys, keys];
  }
  if (from !== values) values.set(from);
  return mended(values);
}

/** Whole numbers closer together than they are many (days, counts): counting them is sorting them. */
function sortedByCounting(values: Float64Array): boolean {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if ((value | 0) !== value) return false;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (max - min > values.length) return false;
  const counts = new Uint32Array(max - min + 1);
  for (let i = 0; i < values.length; i++) counts[values[i]! - min]!++;
  let end = 0;
  for (let k = 0; k < counts.length; k++) {
    const begin = end;
    end += counts[k]!;
    values.fill(min + k, begin, end);
  }
  return true;
}

function mended(values: Float64Array): Float64Array {
  let left = values.length * 4;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let at = i - 1;
    if (values[at]! <= value) continue;
    for (; at >= 0 && values[at]! > value; at--) values[at + 1] = values[at]!;
    values[at + 1] = value;
    left -= i - at;
    if (left < 0) return values.sort();
  }
  return values;
}
