import { BUCKET_MASK, bucketStarts, KEY_SHIFTS, upperHalves } from './upper-halves';

/**
 * `rows` by their values, ascending, and equal ones as they came: `sortFloats` where it is asked whose values they are.
 * Sorts in place or answers another array of the same length. No value of these rows is NaN.
 */
export function ascendingOrder(values: Float64Array, rows: Uint32Array): Uint32Array {
  if (rows.length < 2) return rows;
  return byCounting(values, rows) ?? byUpperHalves(values, rows);
}

/** Whole numbers closer together than they are many. */
function byCounting(values: Float64Array, rows: Uint32Array): Uint32Array | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if ((value | 0) !== value) return null;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (!(max - min <= rows.length)) return null;
  const starts = new Uint32Array(max - min + 2);
  for (let i = 0; i < rows.length; i++) starts[values[rows[i]!]! - min + 1]!++;
  for (let k = 1; k < starts.length; k++) starts[k]! += starts[k - 1]!;
  const out = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[starts[values[rows[i]!]! - min]!++] = rows[i]!;
  return out;
}

function byUpperHalves(values: Float64Array, rows: Uint32Array): Uint32Array {
  const n = rows.length;
  const { halves, at: upper } = upperHalves(values);
  let keys = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const bits = halves[2 * rows[i]! + upper]!;
    // Negative numbers grow as their bits fall; the nought below nought is a nought.
    keys[i] = bits > 0x80000000 ? ~bits : bits | 0x80000000;
  }
  let from: Uint32Array = rows;
  let to: Uint32Array = new Uint32Array(n);
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
  return mended(values, from);
}

/** Values alike in their upper halves stand as they came: by insertion, or by the engine's own sort where they are many. */
function mended(values: Float64Array, order: Uint32Array): Uint32Array {
  let left = order.length * 4;
  for (let i = 1; i < order.length; i++) {
    const row = order[i]!;
    const value = values[row]!;
    let at = i - 1;
    if (values[order[at]!]! <= value) continue;
    for (; at >= 0 && values[order[at]!]! > value; at--) order[at + 1] = order[at]!;
    order[at + 1] = row;
    left -= i - at;
    if (left < 0) return order.sort((a, b) => values[a]! - values[b]!);
  }
  return order;
}
