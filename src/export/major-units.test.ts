import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { majorUnits } from './major-units';

describe('majorUnits', () => {
  it.each([
    [123_456, 'PLN', '1234.56'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [1200, 'USD', '12'],
    [0, 'USD', '0'],
    [-0, 'USD', '0'],
    [95_757.75, 'EUR', '957.5775'],
    [7, 'JPY', '7'],
    [1234, 'KWD', '1.234'],
    [12, null, '0.12'],
    [1e-7, 'EUR', '0.000000001'],
    [1.5e21, 'EUR', '15000000000000000000'],
  ])('writes %d minor units of %s as %s', (minor, currency, text) => {
    expect(majorUnits(minor, currency)).toBe(text);
  });

  it('says nothing where nothing is known', () => {
    expect(majorUnits(null, 'PLN')).toBeNull();
    expect(majorUnits(Number.NaN, 'PLN')).toBeNull();
  });

  it('reads back as the very same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (minor) => {
        const text = majorUnits(minor, 'PLN') as string;
        // The decimal point two places to the right again, as an import reads amounts.
        return Number(`${text}e2`) === (minor === 0 ? 0 : minor);
      }),
    );
  });
});
