import { fDistribution } from '../distributions/f-distribution';
import type { Estimate } from '../means/estimate';

export interface WelchAnova {
  readonly f: number;
  readonly df: readonly [between: number, within: number];
  readonly p: number;
}

/**
 * That several independent means or ratios are one, each group with a spread of its own. B. L. Welch (1951),
 * Biometrika 38:330. Null for fewer than two groups, or where one has fewer than two people or no spread.
 */
export function welchAnova(groups: readonly Estimate[]): WelchAnova | null {
  const k = groups.length;
  if (k < 2 || groups.some((g) => g.n < 2 || !(g.variance > 0))) return null;
  const weights = groups.map((g) => 1 / g.variance);
  const total = weights.reduce((a, b) => a + b, 0);
  const weighted = groups.map((g, i) => ({ ...g, weight: (weights[i] as number) / total }));
  const mean = weighted.reduce((sum, g) => sum + g.weight * g.value, 0);
  const between = weighted.reduce((sum, g) => sum + (g.value - mean) ** 2 / g.variance, 0) / (k - 1);
  const unsure = weighted.reduce((sum, g) => sum + (1 - g.weight) ** 2 / (g.n - 1), 0) / (k * k - 1);
  const f = between / (1 + 2 * (k - 2) * unsure);
  const within = 1 / (3 * unsure);
  return { f, df: [k - 1, within], p: fDistribution.upperTail(f, k - 1, within) };
}
