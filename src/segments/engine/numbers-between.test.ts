import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersBetween } from './numbers-between';

describe('numbers between two', () => {
  it('are those a plain comparison finds, with what nothing counts as', () => {
    const number = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(Number.NaN, Infinity, -Infinity),
    );
    const empty = fc.constantFrom(0, Number.NaN);
    fc.assert(
      fc.property(fc.array(number, { maxLength: 80 }), number, number, empty, (values, lo, hi, none) => {
        const found = numbersBetween(Float64Array.from(values), lo, hi, none);
        values.forEach((own, p) => {
          const value = Number.isNaN(own) ? none : own;
          expect(found.has(p)).toBe(value >= lo && value <= hi);
        });
        expect(found.count()).toBe([...values.keys()].filter((p) => found.has(p)).length);
      }),
      { seed: 11 },
    );
  });
});
