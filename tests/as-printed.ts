import { expect } from 'vitest';

/** Holds a number to the digits another was printed with. */
export function expectPrinted(actual: number | null | undefined, printed: number): void {
  const [mantissa = '', exponent = '0'] = String(printed).split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const unit = 10 ** (Number(exponent) - decimals);
  expect(Math.abs((actual ?? Number.NaN) - printed), `${actual} for ${printed}`).toBeLessThan(0.6 * unit);
}
