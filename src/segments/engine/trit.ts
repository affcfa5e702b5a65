/** Kleene's three values, as bytes in row masks. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

/** Truth tables: two bits for trits a and b, from bit 2 × (4a + b) on, so that whole columns go without a branch a row. */
const AND = (YES << 10) | (UNKNOWN << 12) | (UNKNOWN << 18) | (UNKNOWN << 20);
const OR =
  (YES << 2) |
  (UNKNOWN << 4) |
  (YES << 8) |
  (YES << 10) |
  (YES << 12) |
  (UNKNOWN << 16) |
  (YES << 18) |
  (UNKNOWN << 20);

export const and = (a: number, b: number): number => (AND >>> ((a << 3) | (b << 1))) & 3;

/** `and` over whole masks: one no settles it, else one unknown does. */
export function andMasks(masks: readonly Uint8Array[]): Uint8Array | null {
  const [first, ...rest] = masks;
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const out = first.slice();
  for (const mask of rest) {
    for (let i = 0; i < out.length; i++) out[i] = (AND >>> ((out[i]! << 3) | (mask[i]! << 1))) & 3;
  }
  return out;
}

/** `or` over whole masks: one yes settles it, else one unknown does. */
export function orMasks(masks: readonly Uint8Array[]): Uint8Array | null {
  const [first, ...rest] = masks;
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const out = first.slice();
  for (const mask of rest) {
    for (let i = 0; i < out.length; i++) out[i] = (OR >>> ((out[i]! << 3) | (mask[i]! << 1))) & 3;
  }
  return out;
}

/** Several masks as one; at least one is given. */
export function groupMasks(kind: 'all' | 'any' | 'none', masks: readonly Uint8Array[]): Uint8Array {
  const together = (kind === 'all' ? andMasks(masks) : orMasks(masks)) as Uint8Array;
  return kind === 'none'
    ? together.map((trit) => (trit === UNKNOWN ? UNKNOWN : trit === YES ? NO : YES))
    : together;
}
