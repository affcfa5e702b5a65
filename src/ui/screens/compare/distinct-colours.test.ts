import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctColours } from './distinct-colours';

it('gives up to eight segments eight colours', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }), (colours) => {
      expect(new Set(distinctColours(colours)).size).toBe(colours.length);
    }),
  );
});

it('leaves each its own where no other has it', () => {
  expect(distinctColours([3, 0, 7])).toEqual([3, 0, 7]);
  expect(distinctColours([3, 3, 4])).toEqual([3, 5, 4]);
});
