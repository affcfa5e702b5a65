import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countShared } from './count-shared';

describe('bits that two runs of words share', () => {
  it('are counted as one by one', () => {
    const word = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.constantFrom(0, 0xffffffff));
    const words = fc.array(fc.tuple(word, word), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.array(word, { maxLength: 5 }), (pairs, before) => {
        const a = Uint32Array.from(pairs, ([one]) => one);
        const b = Uint32Array.from([...before, ...pairs.map(([, other]) => other)]);
        const ones = pairs.map(([one, other]) =>
          [...((one & other) >>> 0).toString(2)].filter((c) => c === '1'),
        );
        expect(countShared(a, b, before.length)).toBe(ones.flat().length);
      }),
      { seed: 5 },
    );
  });
});
