import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/seeded-random';
import { widenNumbers } from './earlier-numbers';
import { type Numbers, numberBlocks, readFrames } from './number-frames';

function thereAndBack<T extends Numbers>(
  values: T,
): { readonly bytes: number; readonly blocks: number; readonly back: T } {
  const back = new (values.constructor as new (length: number) => T)(values.length);
  let bytes = 0;
  let row = 0;
  // One after another, as they are written while the next is made.
  const blocks = [...numberBlocks(values)];
  for (const block of blocks) {
    bytes += block.byteLength;
    row += readFrames(block, back, row);
  }
  expect(row).toBe(values.length);
  return { bytes, blocks: blocks.length, back };
}

const sameAll = (a: Numbers, b: Numbers) => a.length === b.length && a.every((v, i) => Object.is(v, b[i]));

const DAY = 86_400_000;
const ROWS = 65_536;
/** Bits a number of a whole frame, its head left out. */
const bits = (values: Numbers) => ((thereAndBack(values).bytes - 64) * 8) / values.length;
const floats = (of: (i: number) => number) => Float64Array.from({ length: ROWS }, (_, i) => of(i));
const ints = (of: (i: number) => number) => Int32Array.from({ length: ROWS }, (_, i) => of(i));

describe('numbers in frames', () => {
  it('come back to the last bit, whatever they are', () => {
    const odd = fc.constantFrom(
      -0,
      0,
      Number.NaN,
      Infinity,
      -Infinity,
      0.1,
      5e-324,
      2 ** 32 - 1,
      2 ** 32,
      2 ** 51,
      2 ** 53,
      -(2 ** 53),
      Number.MAX_VALUE,
    );
    const whole = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.integer().map((n) => n * 1000),
      fc.integer({ min: -9e4, max: 9e4 }).map((n) => n * DAY),
    );
    const many = { maxLength: 200 };
    const numbers = fc.oneof(
      fc.array(fc.oneof(whole, odd), many),
      fc.array(whole, many),
      fc.array(fc.double(), many),
      fc.array(fc.integer({ min: -300, max: 300 }), many),
      fc.array(fc.constantFrom(Number.NaN, 7 * DAY), many),
      fc.array(fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, -7e9, 1e6), many),
      fc.array(fc.nat(400), many).map((steps) => sums(steps, 1e12)),
      fc.array(fc.integer({ min: -20, max: 3 }), many).map((steps) => sums(steps, -DAY)),
    );
    fc.assert(
      fc.property(numbers, (made) => {
        const values = Float64Array.from(made);
        expect(sameAll(thereAndBack(values).back, values)).toBe(true);
      }),
      { numRuns: 500 },
    );
    const codes = fc.oneof(
      fc.array(fc.integer(), many),
      fc.array(fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 0, -1), many),
      fc.array(fc.integer({ min: -1, max: 300 }), many),
      fc.array(fc.constantFrom(-1, -1, -1, -1, -1, 70_000), many),
      fc.array(fc.integer({ min: -3, max: 9 }), many).map((steps) => sums(steps, 2 ** 31 - 100)),
    );
    fc.assert(
      fc.property(codes, (made) => {
        for (const values of [Int32Array.from(made), Uint32Array.from(made), Uint8Array.from(made)])
          expect(sameAll(thereAndBack(values).back, values)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('come back from any width, in whole frames and over their edges', () => {
    const random = seededRandom(5);
    for (const rows of [1, 63, 64, 65, ROWS - 1, ROWS, ROWS + 1]) {
      for (let width = 0; width <= 32; width++) {
        const made = Uint32Array.from({ length: rows }, () => Math.floor(random() * 2 ** width));
        for (const values of [made, Int32Array.from(made), Float64Array.from(made, (v) => v * 1000 - 7e9)])
          expect(sameAll(thereAndBack(values).back, values)).toBe(true);
      }
    }
  });

  it('come back from several blocks, and leave what they were made of as it was', () => {
    const random = seededRandom(6);
    for (const values of [
      Float64Array.from({ length: 700_000 }, () => random()),
      Float64Array.from({ length: 700_000 }, () =>
        random() < 0.1 ? Number.NaN : Math.floor(random() * 1e6),
      ),
      Int32Array.from({ length: 700_001 }, (_, i) => (i % 9 === 0 ? i : -1)),
      Uint32Array.from({ length: 700_001 }, (_, i) => i >>> 1),
    ]) {
      const before = values.slice();
      expect(sameAll(thereAndBack(values).back, before)).toBe(true);
      expect(sameAll(values, before)).toBe(true);
    }
    expect(thereAndBack(new Float64Array(700_000).map(() => random())).blocks).toBe(3);
  });

  it('come back where two columns are written in turn', () => {
    const a = Float64Array.from({ length: 600_000 }, (_, i) => i / 3);
    const b = Float64Array.from({ length: 600_000 }, (_, i) => i / 7);
    const [ofA, ofB] = [numberBlocks(a), numberBlocks(b)];
    const blocks: [ArrayBuffer[], ArrayBuffer[]] = [[], []];
    for (let turn = 0; turn < 4; turn++) {
      for (const [of, into] of [
        [ofA, blocks[0]],
        [ofB, blocks[1]],
      ] as const) {
        const next = of.next();
        if (next.done !== true) into.push(next.value);
      }
    }
    for (const [values, parts] of [
      [a, blocks[0]],
      [b, blocks[1]],
    ] as const) {
      const back = new Float64Array(values.length);
      let row = 0;
      for (const part of parts) row += readFrames(part, back, row);
      expect(sameAll(back, values)).toBe(true);
    }
  });

  it('take as many bits as they are far apart, and one state more where cells are empty', () => {
    expect(bits(floats((i) => 1e9 + (i % 256)))).toBe(8);
    expect(bits(floats((i) => (i % 257 === 256 ? Number.NaN : 1e9 + (i % 257))))).toBe(9);
    expect(bits(floats((i) => -5000 + ((i * 7919) % 100_000)))).toBe(17);
    expect(bits(ints((i) => ((i * 7919) % 41) - 1))).toBe(6);
    expect(bits(ints((i) => 5e8 + ((i * 7919) % 1000)))).toBe(10);
  });

  it('take nothing where all are one, and a bit where they are flags', () => {
    expect(bits(floats(() => 4900))).toBe(0);
    expect(bits(floats(() => Number.NaN))).toBe(0);
    expect(bits(ints(() => -1))).toBe(0);
    expect(bits(Uint8Array.from({ length: ROWS }, (_, i) => (i * 7919) & 1))).toBe(1);
  });

  it('are counted in days, seconds and whole units of a currency where they are', () => {
    expect(bits(floats((i) => DAY * ((i * 7919) % 1826)))).toBe(11);
    expect(bits(floats((i) => 1.6e12 + 1000 * ((i * 2 ** 11) % (DAY / 1000))))).toBe(17);
    expect(bits(floats((i) => 100 * ((i * 7919) % 500)))).toBe(9);
  });

  it('are steps where each follows from the one before, up or down', () => {
    expect(bits(Uint32Array.from({ length: ROWS }, (_, i) => 3 + 2 * i))).toBe(0);
    const random = seededRandom(7);
    expect(bits(floats((i) => 1.7e12 - 1000 * (60 * i + Math.floor(random() * 30))))).toBe(6);
    expect(bits(ints((i) => (i >>> 1) - 1))).toBe(1);
  });

  it('leave out what most are', () => {
    expect(bits(floats((i) => (i % 50 === 0 ? 100 * i : 0)))).toBeLessThan(1.5);
    expect(bits(ints((i) => (i % 10 === 0 ? (i * 7919) % 5000 : -1)))).toBeLessThan(2.5);
  });

  it('stay as they are with a fraction, a negative nought or too far apart', () => {
    for (const value of [0.5, -0, Infinity, 2 ** 40 + 1, 2 ** 53 + 2])
      expect(bits(floats((i) => (i === 9 ? value : 0)))).toBe(64);
    expect(bits(Uint8Array.from({ length: ROWS }, (_, i) => 97 + ((i * 7919) % 26)))).toBe(8);
  });

  it('are narrow again behind a stretch that is not', () => {
    const values = Float64Array.from({ length: 2 * ROWS }, (_, i) => (i === 9 ? 0.5 : i % 2));
    expect(thereAndBack(values).bytes).toBe(2 * 64 + ROWS * 8 + ROWS / 8);
  });
});

it('come back as earlier versions stored them', () => {
  const values = new Float64Array(3);
  widenNumbers(Uint16Array.of(1, 0, 501).buffer, { bytes: 2, by: 'value', base: 999, unit: 1 }, values, 0);
  expect([...values]).toEqual([1000, Number.NaN, 1500]);
  const steps = new Uint32Array(3);
  widenNumbers(Uint8Array.of(0, 2, 3).buffer, { bytes: 1, by: 'step', base: 7, unit: 1 }, steps, 0);
  expect([...steps]).toEqual([7, 9, 12]);
});

function sums(steps: readonly number[], from: number): number[] {
  let sum = from;
  return steps.map((step) => (sum += step));
}
