const DIGIT_BITS = 16;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * Row numbers in ascending order of `values`, equal values in row order, NaN last.
 * Radix over 16-bit digits where the values are whole numbers less than 2^48 apart (times always are), which is
 * what makes a million orders sortable in tens of milliseconds; else a comparison sort of the same meaning.
 */
export function stableOrder(values: Float64Array): Uint32Array {
  const size = values.length;
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;

  let min = Infinity;
  let max = -Infinity;
  let whole = true;
  let sorted = true;
  let before = -Infinity;
  for (let i = 0; i < size; i++) {
    const v = values[i]!;
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
  if (!whole || !(max - min < 2 ** 48)) {
    return order.sort((a, b) => {
      const [x, y] = [values[a]!, values[b]!];
      if (Number.isNaN(x) || Number.isNaN(y))
        return (Number.isNaN(x) ? 1 : 0) - (Number.isNaN(y) ? 1 : 0) || a - b;
      return x - y || a - b;
    });
  }

  // NaN takes the key after the last one.
  const top = max - min + 1;
  let from = order;
  let to = new Uint32Array(size);
  const counts = new Uint32Array(BUCKETS);
  for (let unit = 1; unit <= top; unit *= BUCKETS) {
    counts.fill(0);
    const digits = new Uint16Array(size);
    for (let i = 0; i < size; i++) {
      const v = values[from[i]!]!;
      const digit = Math.floor((Number.isNaN(v) ? top : v - min) / unit) % BUCKETS;
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
