import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { stableOrder } from './stable-order';

/** What it means, slowly. */
function naive(values: readonly number[], rows: readonly number[]): number[] {
  const key = (row: number) => (Number.isNaN(values[row]) ? Infinity : (values[row] as number));
  return rows.toSorted((a, b) => (key(a) === key(b) ? 0 : key(a) - key(b)));
}

describe('stableOrder', () => {
  const value = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -(2 ** 46), max: 2 ** 46 }),
    fc.constant(Number.NaN),
  );

  it('puts whole numbers in order, equals as they stand, NaN last', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const found = stableOrder(Float64Array.from(values));
        expect([...found]).toEqual(naive(values, [...values.keys()]));
      }),
    );
  });

  it('gives the same for as many rows as are sorted by digits', () => {
    const random = seededRandom(1);
    for (const range of [5, 2 ** 20, 2 ** 40, 2 ** 47]) {
      const values = Array.from({ length: 25_000 }, () =>
        random() < 0.01 ? Number.NaN : Math.floor((random() - 0.5) * range),
      );
      const found = stableOrder(Float64Array.from(values));
      expect([...found]).toEqual(naive(values, [...values.keys()]));
    }
  });

  it('does the same for fractions and for numbers far apart', () => {
    const any = fc.oneof(value, fc.double({ noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (values) => {
        const found = stableOrder(Float64Array.from(values));
        expect([...found]).toEqual(naive(values, [...values.keys()]));
      }),
    );
  });

  it('orders only the rows it is given, starting from how they stand', () => {
    fc.assert(
      fc.property(
        fc
          .array(value, { minLength: 1, maxLength: 30 })
          .chain((values) =>
            fc.tuple(fc.constant(values), fc.uniqueArray(fc.nat({ max: values.length - 1 }))),
          ),
        ([values, rows]) => {
          const found = stableOrder(Float64Array.from(values), Uint32Array.from(rows));
          expect([...found]).toEqual(naive(values, rows));
        },
      ),
    );
  });
});
