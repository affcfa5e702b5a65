import { describe, expect, it } from 'vitest';
import { ContentHash } from './content-hash';

const hashOf = (parts: readonly Uint8Array[]): string => {
  const hash = new ContentHash();
  for (const part of parts) hash.update(part);
  return hash.digest();
};

describe('ContentHash', () => {
  it('is MurmurHash3 x86-128', () => {
    const text = new TextEncoder();
    expect(hashOf([])).toBe('00000000000000000000000000000000');
    expect(hashOf([text.encode('The quick brown fox jumps over the lazy dog')])).toBe(
      '2f1583c3ecee2c675d7bf66ce5e91d2c',
    );
  });

  it('does not depend on where the stream was cut', () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 31) & 255);
    const whole = hashOf([bytes]);
    for (const cut of [1, 7, 15, 16, 17, 500]) {
      expect(hashOf([bytes.subarray(0, cut), bytes.subarray(cut, cut + 3), bytes.subarray(cut + 3)])).toBe(
        whole,
      );
    }
  });

  it('tells apart what differs in one byte or in length', () => {
    const bytes = new Uint8Array(100);
    const other = bytes.slice();
    other[99] = 1;
    expect(new Set([hashOf([bytes]), hashOf([other]), hashOf([bytes.subarray(1)])]).size).toBe(3);
  });
});
