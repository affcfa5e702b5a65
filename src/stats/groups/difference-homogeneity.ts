import { fDistribution } from '../distributions/f-distribution';
import type { Estimate } from '../means/estimate';

export interface DifferenceHomogeneity {
  readonly f: number;
  readonly df: readonly [between: number, within: number];
  readonly p: number;
}

/**
 * That the difference of two groups' means is one in all strata: the interaction's F in a linear model with the strata,
 * one spread for all. R. A. Fisher (1925). Each stratum has a mean of either group. Whether an effect is the same
 * depends on the scale: see `oddsHomogeneity` for the other one. Null for fewer than two strata in which both groups
 * are found, or without spread.
 */
export function differenceHomogeneity(
  strata: readonly (readonly [Estimate, Estimate])[],
): DifferenceHomogeneity | null {
  const held = strata.filter(([a, b]) => a.n > 0 && b.n > 0);
  const between = held.length - 1;
  let people = 0;
  let squares = 0;
  for (const side of held.flat()) {
    people += side.n;
    if (side.n > 1) squares += side.variance * side.n * (side.n - 1);
  }
  const within = people - 2 * held.length;
  if (between < 1 || within < 1 || !(squares > 0)) return null;
  const parts = held.map(([a, b]) => ({ difference: a.value - b.value, weight: 1 / (1 / a.n + 1 / b.n) }));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = parts.reduce((sum, { weight, difference }) => sum + weight * difference, 0) / total;
  const spread = parts.reduce((sum, { weight, difference }) => sum + weight * (difference - mean) ** 2, 0);
  const f = spread / between / (squares / within);
  return { f, df: [between, within], p: fDistribution.upperTail(f, between, within) };
}
