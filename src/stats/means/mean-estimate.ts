import type { Estimate } from './estimate';

/** The mean of independent values; s² / n with divisor n - 1, NaN variance for fewer than two. */
export function meanEstimate(values: ArrayLike<number>): Estimate {
  const n = values.length;
  let sum = 0;
  let informed = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i]!;
    if (values[i] !== 0) informed++;
  }
  const value = sum / n;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < n; i++) {
    const d = values[i]! - value;
    squares += d * d;
    cubes += d * d * d;
  }
  return residualEstimate({ value, n, informed, base: n, squares, cubes });
}

/**
 * The estimate behind a ratio whose residuals `u = x - value · y` sum to 0 over n people, `base` being the sum of y
 * (n itself for a mean).
 */
export function residualEstimate(of: {
  readonly value: number;
  readonly n: number;
  readonly informed: number;
  readonly base: number;
  readonly squares: number;
  readonly cubes: number;
}): Estimate {
  const { value, n, informed, base } = of;
  const variance = n < 2 ? Number.NaN : (of.squares * n) / (n - 1) / (base * base);
  return { value, n, informed, variance, thirdMoment: of.cubes / (base * base * base) };
}
