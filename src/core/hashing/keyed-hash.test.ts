import { describe, expect, it } from 'vitest';
import { keyedHash, sipHash } from './keyed-hash';

/** Key 00 01 … 0f, as in the paper and its reference code. */
const KEY = new Uint32Array([0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c]);

const hex = (length: number) => {
  const state = new Uint32Array(8);
  sipHash(
    KEY,
    Uint8Array.from({ length }, (_, i) => i),
    length,
    state,
  );
  const word = (at: number) =>
    ((state[at]! ^ state[at + 2]! ^ state[at + 4]! ^ state[at + 6]!) >>> 0).toString(16).padStart(8, '0');
  return word(1) + word(0);
};

describe('keyed hashes', () => {
  it('are those of the paper', () => {
    expect(hex(15)).toBe('a129ca6149be45e5');
  });
  it('are those of the reference code, for lengths around a block', () => {
    expect(hex(0)).toBe('726fdb47dd0e0e31');
    expect(hex(1)).toBe('74f839c593dc67fd');
    expect(hex(7)).toBe('ab0200f58b01d137');
    expect(hex(8)).toBe('93f5f5799a932462');
    expect(hex(9)).toBe('9e0082df0ba9e4b0');
  });
  it('are whole numbers that tell texts and keys apart', () => {
    const one = keyedHash(KEY);
    const other = keyedHash(new Uint32Array([1, 2, 3, 4]));
    const texts = Array.from({ length: 20_000 }, (_, i) => `person${i}@example.com`);
    expect(new Set(texts.map(one)).size).toBe(texts.length);
    expect(texts.every((t) => Number.isSafeInteger(one(t)) && one(t) !== other(t))).toBe(true);
    expect(one('zażółć'.repeat(1_000))).toBe(keyedHash(KEY)('zażółć'.repeat(1_000)));
  });
});
