import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { ascendingOrder } from './ascending-order';

const plain = (values: Float64Array, rows: readonly number[]) =>
  [...rows].sort((a, b) => (values[a] as number) - (values[b] as number));

describe('ascendingOrder', () => {
  it('orders rows as a stable sort by their values does', () => {
    const value = fc.oneof(
      fc.integer({ min: -9, max: 9 }),
      fc.double({ noNaN: true }),
      fc.constantFrom(-0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1, 1 + 2 ** -50),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.boolean()), { maxLength: 300 }), (made) => {
        const values = Float64Array.from(made, ([v]) => v);
        const rows = made.flatMap(([, taken], i) => (taken ? [i] : []));
        expect([...ascendingOrder(values, Uint32Array.from(rows))]).toEqual(plain(values, rows));
      }),
      { numRuns: 500 },
    );
  });

  it('does so for many that are alike but for their last digits', () => {
    const random = seededRandom(3);
    const values = Float64Array.from({ length: 20_000 }, () => 1e9 + random() / 1000);
    const rows = [...values.keys()];
    expect([...ascendingOrder(values, Uint32Array.from(rows))]).toEqual(plain(values, rows));
  });
});
