import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAfter, firstNotBefore } from './row-ranges';

const times = fc
  .array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 })
  .map((all) => [...all].sort((a, b) => a - b));
const at = fc.integer({ min: -1, max: 13 });

describe('where a moment lies among the rows of a person', () => {
  it('is where a look at every row says, with any number of undated rows behind them', () => {
    fc.assert(
      fc.property(times, fc.nat({ max: 40 }), fc.nat({ max: 5 }), at, (dated, undated, before, moment) => {
        const others = Array<number>(before).fill(99);
        const rows = Float64Array.from([...others, ...dated, ...Array<number>(undated).fill(Number.NaN)]);
        const after = dated.findIndex((t) => t > moment);
        expect(firstAfter(rows, before, rows.length, moment)).toBe(
          before + (after < 0 ? dated.length : after),
        );
        const notBefore = dated.findIndex((t) => t >= moment);
        expect(firstNotBefore(rows, before, before + dated.length, moment)).toBe(
          before + (notBefore < 0 ? dated.length : notBefore),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
