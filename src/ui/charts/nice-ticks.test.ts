import fc from 'fast-check';
import { expect, it } from 'vitest';
import { niceTicks } from './nice-ticks';

it('steps by round numbers', () => {
  expect(niceTicks(0, 1500, 6)).toEqual([0, 250, 500, 750, 1000, 1250, 1500]);
  expect(niceTicks(0, 0.31, 4)).toEqual([0, 0.1, 0.2, 0.3]);
});

it('has no tick outside the axis, and no 0.30000000000000004', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      (lo, width) => {
        const hi = lo + width;
        // Ticks carry twelve digits: more than any axis of a metric needs.
        fc.pre(hi > lo && width > Math.abs(lo) * 1e-5);
        for (const tick of niceTicks(lo, hi, 5)) {
          expect(tick).toBeGreaterThanOrEqual(lo - width * 1e-6);
          expect(tick).toBeLessThanOrEqual(hi + width * 1e-6);
          expect(String(tick).replace(/e.*|[-.]/g, '').length).toBeLessThanOrEqual(13);
        }
      },
    ),
  );
});
