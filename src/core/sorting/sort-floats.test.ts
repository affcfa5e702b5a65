import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { sortFloats } from './sort-floats';

const random = seededRandom(1);
const made = (n: number, of: () => number) => Float64Array.from({ length: n }, of);

describe('sortFloats', () => {
  it.each([
    ['amounts', () => Math.round(random() * 1e5) / 100],
    ['both signs', () => (random() - 0.5) * 10 ** (random() * 20)],
    ['few values', () => Math.floor(random() * 3)],
    ['numbers that differ in their last digits', () => 1e6 + random() * 1e-6],
    [
      'infinities',
      () =>
        random() < 0.1 ? Number.POSITIVE_INFINITY : random() < 0.1 ? Number.NEGATIVE_INFINITY : random(),
    ],
  ])('sorts %s as the engine does', (_, of) => {
    for (const n of [0, 1, 1999, 2000, 20_000]) {
      const values = made(n, of);
      expect(sortFloats(values.slice())).toEqual(values.slice().sort());
    }
  });

  it('sorts part of a longer array', () => {
    const values = made(9000, random);
    const whole = values.slice();
    sortFloats(whole.subarray(1000, 8001));
    expect(whole.subarray(1000, 8001)).toEqual(values.slice(1000, 8001).sort());
    expect(whole[0]).toBe(values[0]);
    expect(whole[8001]).toBe(values[8001]);
  });
});
