import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nthSmallest } from './nth-smallest';

it('finds what a sort would put there', () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 100 }), fc.nat(99), (values, at) => {
      const nth = at % values.length;
      const sorted = Float64Array.from(values).sort();
      expect(nthSmallest(Float64Array.from(values), nth) === sorted[nth]).toBe(true);
    }),
    { numRuns: 500 },
  );
});
