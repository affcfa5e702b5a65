import { binomialMass } from './binomial-mass';
import type { Tails } from './tails';

const TINY = 1e-300;

/**
 * Regularised incomplete beta function I_x(a, b) and its complement, for a, b > 0, 0 ≤ x ≤ 1 and y = 1 - x, which is
 * asked for so that a y too small to be left over from 1 - x is not lost.
 * Continued fraction DLMF 8.17.22 by Lentz's method, on the side where it converges.
 */
export function betaTails(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  // x^a y^b / B(a, b)
  const front = ((a * b) / (a + b)) * binomialMass(a, a + b, x, y);
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front / a) * fraction(a, b, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (front / b) * fraction(b, a, y));
  return { lower: 1 - upper, upper };
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}
