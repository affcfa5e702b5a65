/** Rows are stored in whole lots of this many, so that every plane ends where a number of eight bytes may begin. */
export const LOT = 64;

export const wholeLots = (count: number): number => Math.ceil(count / LOT) * LOT;

/** Bytes that `packBits` takes. */
export const planeBytes = (count: number, bits: number): number => (wholeLots(count) * bits) / 8;

/**
 * The lowest `bits` (0 to 32) of the first `count` numbers, at byte `at` (a multiple of 8). They are cut into planes whose
 * widths are powers of two, the lowest bits and the widest plane first: no number lies across two words, so that the
 * loops have neither a carry nor a guess. `values` has room for whole lots; what stands behind `count` is lost.
 */
export function packBits(
  values: Int32Array,
  count: number,
  bits: number,
  into: ArrayBuffer,
  at: number,
): void {
  const rows = wholeLots(count);
  values.fill(0, count, rows);
  let from = 0;
  let to = at;
  for (const width of WIDTHS) {
    if ((bits & width) === 0) continue;
    PACK[width](values, rows, from, into, to);
    from += width;
    to += (rows * width) / 8;
  }
}

/** The other way round; whole lots of `values` are written. */
export function unpackBits(
  block: ArrayBuffer,
  at: number,
  bits: number,
  count: number,
  values: Int32Array,
): void {
  const rows = wholeLots(count);
  // The widest plane is laid down and not added.
  if ((bits & 0x30) === 0) values.fill(0, 0, rows);
  let to = 0;
  let from = at;
  for (const width of WIDTHS) {
    if ((bits & width) === 0) continue;
    UNPACK[width](values, rows, to, block, from);
    to += width;
    from += (rows * width) / 8;
  }
}

const WIDTHS = [32, 16, 8, 4, 2, 1] as const;

type Plane = (values: Int32Array, rows: number, shift: number, block: ArrayBuffer, at: number) => void;

// Several numbers a turn, a word or a byte of them: the loop itself costs as much as what it does.
const PACK: Readonly<Record<(typeof WIDTHS)[number], Plane>> = {
  32: (values, rows, _, block, at) => new Int32Array(block, at, rows).set(values.subarray(0, rows)),
  16: (values, rows, shift, block, at) => {
    const plane = new Int32Array(block, at, rows >>> 1);
    for (let i = 0, k = 0; i < rows; i += 2, k++)
      plane[k] = ((values[i]! >>> shift) & 65535) | ((values[i + 1]! >>> shift) << 16);
  },
  8: (values, rows, shift, block, at) => {
    const plane = new Int32Array(block, at, rows >>> 2);
    for (let i = 0, k = 0; i < rows; i += 4, k++)
      plane[k] =
        ((values[i]! >>> shift) & 255) |
        (((values[i + 1]! >>> shift) & 255) << 8) |
        (((values[i + 2]! >>> shift) & 255) << 16) |
        ((values[i + 3]! >>> shift) << 24);
  },
  4: (values, rows, shift, block, at) => {
    const plane = new Int32Array(block, at, rows >>> 3);
    for (let i = 0, k = 0; i < rows; i += 8, k++)
      plane[k] =
        ((values[i]! >>> shift) & 15) |
        (((values[i + 1]! >>> shift) & 15) << 4) |
        (((values[i + 2]! >>> shift) & 15) << 8) |
        (((values[i + 3]! >>> shift) & 15) << 12) |
        (((values[i + 4]! >>> shift) & 15) << 16) |
        (((values[i + 5]! >>> shift) & 15) << 20) |
        (((values[i + 6]! >>> shift) & 15) << 24) |
        ((values[i + 7]! >>> shift) << 28);
  },
  2: (values, rows, shift, block, at) => {
    const plane = new Uint16Array(block, at, rows >>> 3);
    for (let i = 0, k = 0; i < rows; i += 8, k++)
      plane[k] =
        ((values[i]! >>> shift) & 3) |
        (((values[i + 1]! >>> shift) & 3) << 2) |
        (((values[i + 2]! >>> shift) & 3) << 4) |
        (((values[i + 3]! >>> shift) & 3) << 6) |
        (((values[i + 4]! >>> shift) & 3) << 8) |
        (((values[i + 5]! >>> shift) & 3) << 10) |
        (((values[i + 6]! >>> shift) & 3) << 12) |
        ((values[i + 7]! >>> shift) << 14);
  },
  1: (values, rows, shift, block, at) => {
    const plane = new Uint8Array(block, at, rows >>> 3);
    for (let i = 0, k = 0; i < rows; i += 8, k++)
      plane[k] =
        ((values[i]! >>> shift) & 1) |
        (((values[i + 1]! >>> shift) & 1) << 1) |
        (((values[i + 2]! >>> shift) & 1) << 2) |
        (((values[i + 3]! >>> shift) & 1) << 3) |
        (((values[i + 4]! >>> shift) & 1) << 4) |
        (((values[i + 5]! >>> shift) & 1) << 5) |
        (((values[i + 6]! >>> shift) & 1) << 6) |
        ((values[i + 7]! >>> shift) << 7);
  },
};

const UNPACK: Readonly<Record<(typeof WIDTHS)[number], Plane>> = {
  32: (values, rows, _, block, at) => values.set(new Int32Array(block, at, rows)),
  16: (values, rows, _, block, at) => values.set(new Uint16Array(block, at, rows)),
  8: (values, rows, shift, block, at) => {
    const plane = new Int32Array(block, at, rows >>> 2);
    for (let i = 0, k = 0; i < rows; i += 4, k++) {
      const word = plane[k]!;
      values[i]! |= (word & 255) << shift;
      values[i + 1]! |= ((word >>> 8) & 255) << shift;
      values[i + 2]! |= ((word >>> 16) & 255) << shift;
      values[i + 3]! |= (word >>> 24) << shift;
    }
  },
  4: (values, rows, shift, block, at) => {
    const plane = new Int32Array(block, at, rows >>> 3);
    for (let i = 0, k = 0; i < rows; i += 8, k++) {
      const word = plane[k]!;
      values[i]! |= (word & 15) << shift;
      values[i + 1]! |= ((word >>> 4) & 15) << shift;
      values[i + 2]! |= ((word >>> 8) & 15) << shift;
      values[i + 3]! |= ((word >>> 12) & 15) << shift;
      values[i + 4]! |= ((word >>> 16) & 15) << shift;
      values[i + 5]! |= ((word >>> 20) & 15) << shift;
      values[i + 6]! |= ((word >>> 24) & 15) << shift;
      values[i + 7]! |= (word >>> 28) << shift;
    }
  },
  2: (values, rows, shift, block, at) => {
    const plane = new Uint16Array(block, at, rows >>> 3);
    for (let i = 0, k = 0; i < rows; i += 8, k++) {
      const word = plane[k]!;
      values[i]! |= (word & 3) << shift;
      values[i + 1]! |= ((word >>> 2) & 3) << shift;
      values[i + 2]! |= ((word >>> 4) & 3) << shift;
      values[i + 3]! |= ((word >>> 6) & 3) << shift;
      values[i + 4]! |= ((word >>> 8) & 3) << shift;
      values[i + 5]! |= ((word >>> 10) & 3) << shift;
      values[i + 6]! |= ((word >>> 12) & 3) << shift;
      values[i + 7]! |= (word >>> 14) << shift;
    }
  },
  1: (values, rows, shift, block, at) => {
    const plane = new Uint8Array(block, at, rows >>> 3);
    for (let i = 0, k = 0; i < rows; i += 8, k++) {
      const word = plane[k]!;
      values[i]! |= (word & 1) << shift;
      values[i + 1]! |= ((word >>> 1) & 1) << shift;
      values[i + 2]! |= ((word >>> 2) & 1) << shift;
      values[i + 3]! |= ((word >>> 3) & 1) << shift;
      values[i + 4]! |= ((word >>> 4) & 1) << shift;
      values[i + 5]! |= ((word >>> 5) & 1) << shift;
      values[i + 6]! |= ((word >>> 6) & 1) << shift;
      values[i + 7]! |= (word >>> 7) << shift;
    }
  },
};
