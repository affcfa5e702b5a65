const ROUNDS_A_BLOCK = 2;
const ROUNDS_AT_END = 4;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) over the UTF-8 of a text, its first 53 bits as a number: without the key,
 * what was hashed can't be found out by trying, and millions of texts take a second where a digest of the browser's,
 * each with a promise of its own, takes minutes.
 * @param key four words
 */
export function keyedHash(key: Uint32Array): (text: string) => number {
  let bytes = new Uint8Array(256);
  const encoder = new TextEncoder();
  const state = new Uint32Array(8);
  return (text) => {
    if (bytes.length < text.length * 3 + 8) bytes = new Uint8Array(text.length * 6 + 8);
    const { written } = encoder.encodeInto(text, bytes);
    sipHash(key, bytes, written, state);
    const low = (state[0]! ^ state[2]! ^ state[4]! ^ state[6]!) >>> 0;
    const high = (state[1]! ^ state[3]! ^ state[5]! ^ state[7]!) >>> 0;
    return high * 0x200000 + (low >>> 11);
  };
}

/** Leaves v0 to v3 in `state`, each as low and high word; their exclusive or is the hash. */
export function sipHash(key: Uint32Array, bytes: Uint8Array, length: number, state: Uint32Array): void {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = key;
  state[0] = k0 ^ 0x70736575;
  state[1] = k1 ^ 0x736f6d65;
  state[2] = k2 ^ 0x6e646f6d;
  state[3] = k3 ^ 0x646f7261;
  state[4] = k0 ^ 0x6e657261;
  state[5] = k1 ^ 0x6c796765;
  state[6] = k2 ^ 0x79746573;
  state[7] = k3 ^ 0x74656462;
  const whole = length - (length % 8);
  for (let at = 0; at < whole; at += 8) block(state, word(bytes, at, length), word(bytes, at + 4, length));
  block(state, word(bytes, whole, length), (word(bytes, whole + 4, length) | (length << 24)) >>> 0);
  state[4]! ^= 0xff;
  for (let i = 0; i < ROUNDS_AT_END; i++) round(state);
}

function word(bytes: Uint8Array, at: number, end: number): number {
  let value = 0;
  for (let i = 0; i < 4 && at + i < end; i++) value |= bytes[at + i]! << (8 * i);
  return value >>> 0;
}

function block(state: Uint32Array, low: number, high: number): void {
  state[6]! ^= low;
  state[7]! ^= high;
  for (let i = 0; i < ROUNDS_A_BLOCK; i++) round(state);
  state[0]! ^= low;
  state[1]! ^= high;
}

function round(v: Uint32Array): void {
  add(v, 0, 2);
  rotate(v, 2, 13);
  mix(v, 2, 0);
  swap(v, 0);
  add(v, 4, 6);
  rotate(v, 6, 16);
  mix(v, 6, 4);
  add(v, 0, 6);
  rotate(v, 6, 21);
  mix(v, 6, 0);
  add(v, 4, 2);
  rotate(v, 2, 17);
  mix(v, 2, 4);
  swap(v, 4);
}

function add(v: Uint32Array, to: number, from: number): void {
  const low = v[to]! + v[from]!;
  v[to] = low;
  v[to + 1] = v[to + 1]! + v[from + 1]! + (low > 0xffffffff ? 1 : 0);
}

function rotate(v: Uint32Array, at: number, by: number): void {
  const low = v[at]!;
  const high = v[at + 1]!;
  v[at] = (low << by) | (high >>> (32 - by));
  v[at + 1] = (high << by) | (low >>> (32 - by));
}

function mix(v: Uint32Array, at: number, by: number): void {
  v[at]! ^= v[by]!;
  v[at + 1]! ^= v[by + 1]!;
}

/** By 32 bits. */
function swap(v: Uint32Array, at: number): void {
  const low = v[at]!;
  v[at] = v[at + 1]!;
  v[at + 1] = low;
}
