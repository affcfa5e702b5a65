import { describe, expect, it } from 'vitest';
import { digamma } from '../distributions/digamma';
import { logGamma } from '../distributions/log-gamma';
import { quasiNewton } from './quasi-newton';

describe('the digamma function', () => {
  it('is known at 1, a half and 10', () => {
    // DLMF 5.4.12, 5.4.13; and the harmonic number of 9.
    const euler = 0.5772156649015329;
    expect(digamma(1)).toBeCloseTo(-euler, 14);
    expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.LN2, 14);
    expect(digamma(10)).toBeCloseTo(7129 / 2520 - euler, 14);
    expect(digamma(0)).toBeNaN();
  });

  it('is the slope of ln Γ', () => {
    for (const x of [0.03, 0.4, 2.5, 9.99, 30, 1e4]) {
      const h = 1e-5 * x;
      expect(digamma(x)).toBeCloseTo((logGamma(x + h) - logGamma(x - h)) / (2 * h), 5);
    }
  });
});

describe('going down by BFGS', () => {
  it('finds the bottom of Rosenbrock’s valley', () => {
    const found = quasiNewton(
      ([x = 0, y = 0]) => ({
        value: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
        gradient: [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)],
      }),
      [-1.2, 1],
    );
    expect(found.settled).toBe(true);
    expect(found.at[0]).toBeCloseTo(1, 7);
    expect(found.at[1]).toBeCloseTo(1, 7);
    expect(found.evaluations).toBeLessThan(100);
  });

  it('steps back from where there is no value', () => {
    const found = quasiNewton(
      ([x = 0]) => ({
        value: x > 0 ? x - Math.log(x) : Number.POSITIVE_INFINITY,
        gradient: [1 - 1 / x],
      }),
      [5],
    );
    expect(found.at[0]).toBeCloseTo(1, 7);
  });

  it('says so where there is no bottom', () => {
    expect(quasiNewton(([x = 0]) => ({ value: -x, gradient: [-1] }), [0]).settled).toBe(false);
  });
});
