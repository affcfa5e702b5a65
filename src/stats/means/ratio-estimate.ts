import type { Estimate } from './estimate';
import { residualEstimate } from './mean-estimate';

/**
 * Sum of x over sum of y, both summed within independent clusters (people) first: linearised about the ratio, so that
 * orders of one person are not taken for independent. W. G. Cochran (1977), Sampling Techniques, 6.3; "delta method",
 * with divisor n - 1.
 */
export function ratioEstimate(x: ArrayLike<number>, y: ArrayLike<number>): Estimate {
  const n = x.length;
  let sumX = 0;
  let sumY = 0;
  let informed = 0;
  for (let i = 0; i < n; i++) {
    sumX += x[i]!;
    sumY += y[i]!;
    if (x[i] !== 0) informed++;
  }
  const value = sumX / sumY;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < n; i++) {
    const u = x[i]! - value * y[i]!;
    squares += u * u;
    cubes += u * u * u;
  }
  return residualEstimate({ value, n, informed, base: sumY, squares, cubes });
}
