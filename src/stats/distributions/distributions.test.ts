import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beta } from './beta';
import { betaTails } from './beta-tails';
import { binomial } from './binomial';
import { chiSquare } from './chi-square';
import { fDistribution } from './f-distribution';
import { gammaTails } from './gamma-tails';
import { logBeta } from './log-beta';
import { logGamma } from './log-gamma';
import { normal } from './normal';
import { studentT } from './student-t';

/** Equal to so many parts of the expected value: tails are small, and have to be right as far as they are printed. */
function near(actual: number, expected: number, relative = 1e-11) {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(
    Math.abs(expected) * relative,
  );
}

// Figures: R 4.2.2 (reference quantiles), Abramowitz & Stegun, and closed forms.
describe('log-gamma', () => {
  it('is ln (n - 1)! at whole numbers', () => {
    let factorial = 1;
    for (let n = 2; n < 100; n++) {
      factorial *= n - 1;
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
    }
  });

  it('knows the halves', () => {
    near(logGamma(0.5), 0.5 * Math.log(Math.PI), 1e-14);
    near(logGamma(1.5), 0.5 * Math.log(Math.PI) - Math.log(2), 1e-13);
  });

  it('is not defined at 0 and below', () => {
    expect([logGamma(0), logGamma(-1.5)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('the normal distribution', () => {
  it('keeps its tails to 1e-300', () => {
    near(normal.lowerTail(-10), 7.61985302416e-24);
    near(normal.upperTail(1.959963984540054), 0.025, 1e-14);
    near(normal.upperTail(37), 5.725571222524e-300, 1e-10);
    near(normal.lowerTail(10), 1, 1e-15);
  });

  it('turns every tail back into its quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 8, noNaN: true }), (x) => {
        expect(normal.quantile(normal.lowerTail(x))).toBeCloseTo(x, x > 5 ? 0 : 9);
      }),
      { seed: 1 },
    );
    near(normal.quantile(0.975), 1.959963984540054, 1e-15);
  });
});

describe("Student's t", () => {
  it('gives the quantile of the sleep data', () => {
    near(studentT.quantile(0.975, 17.77647352), 2.10281724154, 1e-9);
  });

  it('is the Cauchy distribution at one degree of freedom', () => {
    for (const t of [0.1, 1, 5, 1e6]) near(studentT.upperTail(t, 1), Math.atan(1 / t) / Math.PI, 1e-13);
    near(studentT.quantile(0.995, 1), Math.tan(Math.PI * 0.495), 1e-12);
  });

  it('is the textbook table', () => {
    near(studentT.quantile(0.975, 2), 4.302652729749464, 1e-13);
    near(studentT.quantile(0.975, 30), 2.0422724563012378, 1e-13);
    near(studentT.quantile(0.8, 5), 0.9195437802, 1e-9);
  });

  it('comes to the normal distribution', () => {
    near(studentT.upperTail(3, Number.POSITIVE_INFINITY), normal.upperTail(3));
    near(studentT.upperTail(3, 1e9), normal.upperTail(3), 1e-6);
  });

  it('turns every tail back into its quantile', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 0.4999, noNaN: true }),
        fc.double({ min: 0.6, max: 1e6, noNaN: true }),
        (p, df) => near(studentT.upperTail(studentT.quantile(1 - p, df), df), 1 - (1 - p), 1e-9),
      ),
      { seed: 2 },
    );
  });
});

describe('chi-square', () => {
  it('keeps an upper tail that 1 - cdf would lose', () => {
    near(chiSquare.upperTail(505.62203, 1), 5.68517141324e-112);
  });

  it('is an exponential at two degrees of freedom', () => {
    for (const x of [0.01, 1, 20, 1300]) near(chiSquare.upperTail(x, 2), Math.exp(-x / 2), 1e-12);
  });

  it('is the squared normal at one', () => {
    for (const z of [0.1, 1, 3, 30]) near(chiSquare.upperTail(z * z, 1), 2 * normal.upperTail(z), 1e-12);
  });
});

describe('beta and binomial', () => {
  it('gives the quantiles of Beta(49, 52) and Beta(123, 21185)', () => {
    near(beta.quantile(0.025, 49, 52), 0.388644165162);
    near(beta.quantile(0.025, 123, 21_185), 0.00479995062689);
    near(beta.quantile(0.975, 123, 21_185), 0.00683283342079);
  });

  it('sums a binomial to the tail of its beta', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (n, k, p) => {
          let sum = 0;
          for (let i = Math.min(k, n + 1); i <= n; i++) sum += binomial.mass(i, n, p);
          near(binomial.upperTail(k, n, p), sum, 1e-10);
          expect(binomial.upperTail(k, n, p) + binomial.lowerTail(k - 1, n, p)).toBeCloseTo(1, 12);
        },
      ),
      { seed: 3 },
    );
  });

  it('keeps small tails: 60 heads of 60', () => {
    near(binomial.upperTail(60, 60, 0.5), 2 ** -60, 1e-13);
    near(binomial.upperTail(1000, 1000, 0.5), 2 ** -1000, 1e-12);
  });

  it('holds in the millions', () => {
    const { lower, upper } = betaTails(1e6, 1e6, 0.5);
    near(lower, 0.5, 1e-9);
    near(upper, 0.5, 1e-9);
  });

  it('has no value outside its domain', () => {
    expect(betaTails(-1, 1, 0.5).lower).toBeNaN();
    expect(gammaTails(1, -1).upper).toBeNaN();
  });
});

describe('F', () => {
  it('gives plant growth', () => {
    near(fDistribution.upperTail(4.846087862, 2, 27), 0.01590995833007331);
  });

  it('is the squared t at one degree of freedom, and chi-square over many', () => {
    for (const t of [0.3, 1, 4, 50]) near(fDistribution.upperTail(t * t, 1, 9), 2 * studentT.upperTail(t, 9));
    near(fDistribution.upperTail(2, 3, Number.POSITIVE_INFINITY), chiSquare.upperTail(6, 3), 1e-14);
    near(fDistribution.upperTail(2, 3, 1e7), chiSquare.upperTail(6, 3), 1e-6);
  });

  it('turns over with its degrees of freedom', () => {
    for (const f of [0.01, 0.7, 3])
      near(fDistribution.upperTail(f, 4, 11), fDistribution.lowerTail(1 / f, 11, 4));
    expect(fDistribution.upperTail(-1, 2, 2)).toBe(1);
    expect(fDistribution.upperTail(1, 0, 2)).toBeNaN();
  });
});

describe('tails far out', () => {
  // By forty digits.
  it('are right to 1e-300', () => {
    near(fDistribution.upperTail(100, 3, 200), 1.4144231122972614e-39);
    near(fDistribution.upperTail(5000, 4, 300), 4.13367725963986e-273);
    near(fDistribution.upperTail(1e6, 5, 110), 2.15896074634779e-254);
    near(studentT.upperTail(100, 100), 2.4314972222697e-102);
    near(studentT.upperTail(1000, 100), 3.95980930397393e-202);
    near(studentT.upperTail(40, 5000), 4.2074252359682e-304);
    near(chiSquare.upperTail(1380, 3), 6.44171425478462e-299);
    near(beta.upperTail(0.9, 5, 300), 2.292397587325e-292);
    near(binomial.upperTail(900, 1000, 0.4), 3.21837100404498e-241);
  });
});

describe('log-beta', () => {
  it('is what log-gammas make of it, and loses nothing to large ones', () => {
    for (const [a, b] of [
      [0.5, 0.5],
      [3, 17],
      [40, 2.5],
    ] as const)
      expect(logBeta(a, b)).toBeCloseTo(logGamma(a) + logGamma(b) - logGamma(a + b), 10);
    // B(1, n) is 1 / n.
    near(logBeta(1, 1e7), -Math.log(1e7), 1e-14);
    expect(logBeta(0, 1)).toBeNaN();
  });
});
