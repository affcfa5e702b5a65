import type { Estimate } from '../means/estimate';
import { meanEstimate } from '../means/mean-estimate';

/** A measure of each person, and what was known of them before the test began. */
export interface Foreknown {
  readonly outcome: ArrayLike<number>;
  readonly before: ArrayLike<number>;
}

export interface Cuped {
  /** The means of the groups, freed of what was to be expected from before; for `estimateDifference`. */
  readonly groups: readonly Estimate[];
  readonly theta: number;
  /** Of outcome and before, over all groups: 1 - its square is what is left of the variance. */
  readonly correlation: number;
}

/**
 * The means of randomised groups with chance differences in what the people were before taken out. A. Deng, Y. Xu,
 * R. Kohavi and T. Walker (2013), WSDM: theta is one for all groups. `before` must lie before the test, or it takes
 * out what the test did. Null where fewer than two people are held or nothing before varies.
 */
export function cuped(groups: readonly Foreknown[]): Cuped | null {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  for (const { outcome, before } of groups)
    for (let i = 0; i < outcome.length; i++) {
      n++;
      sumX += before[i]!;
      sumY += outcome[i]!;
    }
  const [meanX, meanY] = [sumX / n, sumY / n];
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const { outcome, before } of groups)
    for (let i = 0; i < outcome.length; i++) {
      const [x, y] = [before[i]! - meanX, outcome[i]! - meanY];
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
  if (n < 2 || !(xx > 0)) return null;
  const theta = xy / xx;
  return {
    theta,
    correlation: yy === 0 ? 0 : xy / Math.sqrt(xx * yy),
    groups: groups.map(({ outcome, before }) =>
      meanEstimate(Float64Array.from(outcome, (y, i) => y - theta * (before[i]! - meanX))),
    ),
  };
}
