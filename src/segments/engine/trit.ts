/** Kleene's three values, as bytes in row masks. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

/** `and` over whole masks: one no settles it, else one unknown does. */
export function andMasks(masks: readonly Uint8Array[]): Uint8Array | null {
  const [first, ...rest] = masks;
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const out = first.slice();
  for (const mask of rest) {
    for (let i = 0; i < out.length; i++) {
      const a = out[i]!;
      const b = mask[i]!;
      out[i] = a === NO || b === NO ? NO : a > b ? a : b;
    }
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
    for (let i = 0; i < out.length; i++) {
      const a = out[i]!;
      const b = mask[i]!;
      out[i] = a === YES || b === YES ? YES : a > b ? a : b;
    }
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
