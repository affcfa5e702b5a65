import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Numbers, narrowNumbers, numberForm, widenNumbers } from './number-form';

/** Stored in blocks of `perBlock`; null where there is no narrower form. */
function bytesAndBack<T extends Numbers>(values: T, perBlock = 3): { bytes: number; back: T } | null {
  const form = numberForm(values);
  if (form === null) return null;
  const back = new (values.constructor as new (length: number) => T)(values.length);
  let bytes = 0;
  for (let at = 0; at < values.length; at += perBlock) {
    const block = narrowNumbers(values, form, at, Math.min(values.length, at + perBlock));
    bytes += block.byteLength;
    expect(widenNumbers(block.buffer as ArrayBuffer, form, back, at)).toBe(block.length);
  }
  return { bytes: bytes / values.length, back };
}

const DAY = 86_400_000;
const kept = (values: Numbers) => bytesAndBack(values)?.bytes ?? values.BYTES_PER_ELEMENT;

describe('numbers in fewer bytes', () => {
  it('come back to the last bit, whatever they are', () => {
    const odd = fc.constantFrom(
      -0,
      0,
      Number.NaN,
      Infinity,
      -Infinity,
      0.1,
      2 ** 53,
      -(2 ** 53),
      255,
      256,
      65_535,
    );
    const whole = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.integer().map((n) => n * 1000),
      fc.integer({ min: -9e4, max: 9e4 }).map((n) => n * DAY),
      odd,
    );
    const floats = fc.oneof(
      fc.array(whole),
      fc.array(fc.double()),
      fc.array(fc.integer({ min: -300, max: 300 })),
      fc.array(fc.constantFrom(Number.NaN, 7 * DAY)),
    );
    fc.assert(
      fc.property(floats, (numbers) => {
        const values = Float64Array.from(numbers);
        const there = bytesAndBack(values);
        if (there !== null) expect([...there.back]).toEqual([...values]);
      }),
    );
    const ints = fc.oneof(
      fc.array(fc.integer()),
      fc.array(fc.integer({ min: -1, max: 300 })),
      fc
        .array(fc.nat(400))
        .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((a, b) => a + b, 0))),
    );
    fc.assert(
      fc.property(ints, (numbers) => {
        for (const values of [Int32Array.from(numbers), Uint32Array.from(numbers)]) {
          const there = bytesAndBack(values);
          if (there !== null) expect([...there.back]).toEqual([...values]);
        }
      }),
    );
  });

  it('take one, two or four bytes by how far apart they are, and where a cell is empty too', () => {
    expect(kept(Float64Array.of(1e9, 1e9 + 254, Number.NaN))).toBe(1);
    expect(kept(Float64Array.of(1e9, 1e9 + 255, Number.NaN))).toBe(2);
    expect(kept(Float64Array.of(0, 70_001))).toBe(4);
    expect(kept(Float64Array.of(Number.NaN))).toBe(1);
  });

  it('are times of whole days in two bytes and of whole seconds in four', () => {
    expect(kept(Float64Array.of(0, 20_000 * DAY))).toBe(2);
    expect(kept(Float64Array.of(Date.UTC(1999, 0, 1), Date.UTC(2030, 5, 6, 7, 8, 9)))).toBe(4);
  });

  it('are steps of one byte where row numbers and ends ascend', () => {
    expect(kept(Uint32Array.of(4_000_000, 4_000_001, 4_000_002, 4_070_000))).toBe(4);
    expect(kept(Uint32Array.of(4_000_000, 4_000_001, 4_000_255, 8_000_000))).toBe(4);
    expect(kept(Uint32Array.from({ length: 90_000 }, (_, i) => 3 + 2 * i))).toBe(1);
  });

  it('stay as they are with a fraction, a negative nought or too far apart', () => {
    for (const values of [[0.5], [-0], [0.5, Number.NaN], [1, Infinity], [0, 2 ** 40 + 1], [2 ** 53 + 2]])
      expect(numberForm(Float64Array.from(values))).toBeNull();
    expect(numberForm(Int32Array.of(-(2 ** 31), 2 ** 31 - 1))).toBeNull();
  });
});
