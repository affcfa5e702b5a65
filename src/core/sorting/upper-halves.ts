const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Bits a pass sorts by; `KEY_SHIFTS` are the passes over keys of 32 bits, from the lowest bits up. */
const BITS = 11;
const BUCKETS = 1 << BITS;
export const BUCKET_MASK = BUCKETS - 1;
export const KEY_SHIFTS = [0, BITS, 2 * BITS] as const;

/** Number i of `values` has its upper half (sign, exponent, six digits) at `halves[2 * i + at]`. */
export const upperHalves = (values: Float64Array) => ({
  halves: new Uint32Array(values.buffer, values.byteOffset, values.length * 2),
  at: LITTLE ? 1 : 0,
});

/** Where the keys of each bucket of a pass begin. (Radix sort, H. Seward 1954.) */
export function bucketStarts(keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & BUCKET_MASK) + 1]!++;
  for (let b = 0; b < BUCKETS; b++) starts[b + 1]! += starts[b]!;
  return starts;
}
