const DIGIT_BITS = 16;
const BUCKETS = 1 << DIGIT_BITS;
/** Below this many rows, counting 65,536 buckets costs more than comparing. */
const RADIX_PAYS = 20_000;

/**
 * `rows` (all rows unless given) in ascending order of their `values`, equal values as they stand, NaN last.
 * Radix over 16-bit digits where the rows are many and the values whole numbers less than 2^48 apart, which times
 * always are; else a comparison sort of the same meaning.
 */
export function stableOrder(values: Float64Array, rows?: Uint32Array): Uint32Array {
  const size = rows?.length ?? values.length;
  const order = rows?.slice() ?? Uint32Array.from(values.keys());

  let min = Infinity;
  let max = -Infinity;
  let whole = true;
  let sorted = true;
  let before = -Infinity;
  for (let i = 0; i < size; i++) {
    const v = values[order[i]!]!;
    if (Number.isNaN(v)) {
      before = Infinity;
      continue;
    }
    if (v < before) sorted = false;
    before = v;
    if (v < min) min = v;
    if (v > max) max = v;
    if (v % 1 !== 0) whole = false;
  }
  if (sorted) return order;
  if (size < RADIX_PAYS || !whole || !(max - min < 2 ** 48)) {
    const keys = Float64Array.from(order, (row) => values[row]!);
    const places = Uint32Array.from(order.keys()).sort((a, b) => {
      const x = keys[a]!;
      const y = keys[b]!;
      if (Number.isNaN(x) || Number.isNaN(y))
        return (Number.isNaN(x) ? 1 : 0) - (Number.isNaN(y) ? 1 : 0) || a - b;
      return x - y || a - b;
    });
    return places.map((place) => order[place]!);
  }

  // NaN takes the key after the last one. Keys in two halves: bit operations are for 32 bits.
  const top = max - min + 1;
  let from = order;
  let to = new Uint32Array(size);
  const digits = new Uint16Array(size);
  const counts = new Uint32Array(BUCKETS);
  for (let unit = 1; unit <= top; unit *= BUCKETS) {
    counts.fill(0);
    const low = unit < 2 ** 32;
    const shift = unit === BUCKETS ? DIGIT_BITS : 0;
    for (let i = 0; i < size; i++) {
      const v = values[from[i]!]!;
      const key = Number.isNaN(v) ? top : v - min;
      const half = low ? key >>> 0 : (key / 2 ** 32) >>> 0;
      const digit = (half >>> shift) & (BUCKETS - 1);
      digits[i] = digit;
      counts[digit]!++;
    }
    let start = 0;
    for (let b = 0; b < BUCKETS; b++) {
      const n = counts[b]!;
      counts[b] = start;
      start += n;
    }
    for (let i = 0; i < size; i++) to[counts[digits[i]!]!++] = from[i]!;
    [from, to] = [to, from];
  }
  return from;
}
