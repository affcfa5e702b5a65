import { keyedHash } from './keyed-hash';

/** Four words for `keyedHash` out of a random id. */
export function hashKey(random: string): Uint32Array {
  const hash = keyedHash(new Uint32Array(4));
  return Uint32Array.from({ length: 4 }, (_, i) => hash(`${i} ${random}`) % 0x100000000);
}
