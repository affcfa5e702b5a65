import { expect, it } from 'vitest';
import { dotDomain } from './dot-domain';

it('takes in every value and its interval', () => {
  const domain = dotDomain(
    [
      { value: 500, lo: 480, hi: 530 },
      { value: 900, lo: 860, hi: 950 },
    ],
    5,
  );
  expect(domain?.lo).toBeLessThanOrEqual(480);
  expect(domain?.hi).toBeGreaterThanOrEqual(950);
});

it('begins at zero where zero is near', () => {
  expect(
    dotDomain(
      [
        { value: 0.2, lo: 0.1, hi: 0.3 },
        { value: 0.6, lo: 0.5, hi: 0.7 },
      ],
      5,
    )?.lo,
  ).toBe(0);
});

it('does not let one wild interval press the others together', () => {
  const domain = dotDomain(
    [
      { value: 10, lo: 9, hi: 11 },
      { value: 20, lo: 18, hi: 22 },
      { value: 15, lo: -400, hi: 900 },
    ],
    5,
  );
  expect(domain?.hi).toBeLessThan(60);
  expect(domain?.lo).toBeGreaterThan(-60);
});

it('has room around a single value, and nothing to say of none', () => {
  const one = dotDomain([{ value: 42, lo: 42, hi: 42 }], 4);
  expect(one && one.lo < 42 && one.hi > 42).toBe(true);
  expect(dotDomain([], 4)).toBeNull();
});

it('reaches to one of what is written where all are zero: to one złoty, not to one grosz', () => {
  const zeros = [{ value: 0, lo: 0, hi: 0 }];
  expect(dotDomain(zeros, 4, 100)?.ticks).toEqual([0, 50, 100]);
  expect(dotDomain(zeros, 4)?.ticks.at(-1)).toBe(1);
});
