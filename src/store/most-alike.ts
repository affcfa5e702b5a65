import { LOT, packBits, planeBytes, unpackBits, wholeLots } from './bit-planes';
import { FRAME_ROWS, LOOKED_AT, WORTH } from './frame-judging';

/** Numbers most of which are one: a bit of each, and the others. */
export interface Apart {
  readonly mostly: number;
  readonly others: number;
}

/** A bit of each. Both are used by one frame after another. */
const isOther = new Uint8Array(FRAME_ROWS / 8);
/** One more is written than there are others. */
const apart = new Int32Array(FRAME_ROWS + LOT);

/** Takes those of `stands` that are not what most are apart, for `packApart`, where that takes far fewer bits. */
export function takenApart(
  { bits, stands }: { readonly bits: number; readonly stands: Int32Array },
  rows: number,
): Apart | null {
  if (bits < 2) return null;
  const { mostly, share } = mostCommon(stands, rows);
  if (!(1 + (1 - share) * bits < WORTH * bits)) return null;
  stands.fill(mostly, rows, wholeLots(rows));
  return { mostly, others: takeOthers(mostly, stands, wholeLots(rows)) };
}

/** Numbers behind the last are taken for what most are. */
function takeOthers(mostly: number, stands: Int32Array, rows: number): number {
  let n = 0;
  for (let i = 0, k = 0; i < rows; i += 8, k++) {
    let eight = 0;
    for (let j = 0; j < 8; j++) {
      const value = stands[i + j]!;
      // Without a question, which could not be guessed: a number or its opposite has a sign, unless it is nought.
      const differs = value ^ mostly;
      const other = (differs | -differs) >>> 31;
      eight |= other << j;
      apart[n] = value;
      n += other;
    }
    isOther[k] = eight;
  }
  return n;
}

function putTogether(mostly: number, to: Int32Array, rows: number): void {
  to.fill(mostly, 0, rows);
  let n = 0;
  for (let i = 0, k = 0; i < rows; i += 8, k++) {
    for (let left = isOther[k]!; left !== 0; left &= left - 1)
      to[i + 31 - Math.clz32(left & -left)] = apart[n++]!;
  }
}

/** By some of them, spread by the golden section, which keeps step with nothing. */
function mostCommon(stands: Int32Array, rows: number): { readonly mostly: number; readonly share: number } {
  const met = new Map<number, number>();
  const looked = Math.min(rows, LOOKED_AT);
  let mostly = 0;
  let most = 0;
  for (let i = 0; i < looked; i++) {
    const value = stands[rows === looked ? i : Math.floor(((i * 0.6180339887498949) % 1) * rows)]!;
    const times = (met.get(value) ?? 0) + 1;
    met.set(value, times);
    if (times > most) {
      most = times;
      mostly = value;
    }
  }
  return { mostly, share: most / looked };
}

/** Bytes that `packApart` takes. */
export const apartBytes = (rows: number, others: number, bits: number): number =>
  planeBytes(rows, 1) + planeBytes(others, bits);

/** Writes what was taken apart last. */
export function packApart(rows: number, others: number, bits: number, into: ArrayBuffer, at: number): void {
  new Uint8Array(into, at).set(isOther.subarray(0, planeBytes(rows, 1)));
  packBits(apart, others, bits, into, at + planeBytes(rows, 1));
}

/** The other way round; whole lots of `to` are written. */
export function unpackApart(
  block: ArrayBuffer,
  at: number,
  bits: number,
  { rows, mostly, others }: Apart & { readonly rows: number },
  to: Int32Array,
): void {
  isOther.set(new Uint8Array(block, at, planeBytes(rows, 1)));
  unpackBits(block, at + planeBytes(rows, 1), bits, others, apart);
  putTogether(mostly, to, wholeLots(rows));
}
