import { fDistribution } from '../distributions/f-distribution';
import type { Estimate } from '../means/estimate';

export interface Anova {
  readonly f: number;
  readonly df: readonly [between: number, within: number];
  readonly p: number;
  /** Share of the spread between the groups: as seen, and freed of most of its bias (W. L. Hays 1963). */
  readonly eta2: number;
  readonly omega2: number;
}

/**
 * That the means of several groups are one, their spreads taken for equal. R. A. Fisher (1925); effect sizes as
 * J. Cohen (1988), 8.2. Groups are `meanEstimate`s. Null for fewer than two groups, where nobody is left within them, or
 * where nobody differs from anybody.
 */
export function anova(groups: readonly Estimate[]): Anova | null {
  const total = groups.reduce((sum, g) => sum + g.n, 0);
  const between = groups.length - 1;
  const within = total - groups.length;
  if (between < 1 || within < 1 || groups.some((g) => g.n < 1)) return null;
  const mean = groups.reduce((sum, g) => sum + g.n * g.value, 0) / total;
  const betweenSquares = groups.reduce((sum, g) => sum + g.n * (g.value - mean) ** 2, 0);
  // A group of one has no spread of its own to bring.
  const withinSquares = groups.reduce((sum, g) => sum + (g.n < 2 ? 0 : g.variance * g.n * (g.n - 1)), 0);
  const all = betweenSquares + withinSquares;
  if (!(all > 0)) return null;
  const error = withinSquares / within;
  const f = betweenSquares / between / error;
  return {
    f,
    df: [between, within],
    p: fDistribution.upperTail(f, between, within),
    eta2: betweenSquares / all,
    omega2: Math.max(0, (betweenSquares - between * error) / (all + error)),
  };
}
