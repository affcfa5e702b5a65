import { chiSquare } from '../distributions/chi-square';

/** Hits and sizes of two groups in one stratum. */
export interface StratumCounts {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
}

export interface OddsHomogeneity {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** Odds ratio of group 1 over group 2 that fits all strata best. */
  readonly common: number;
}

/**
 * That the odds ratio of two groups is one in all strata: likelihood ratio of logistic models with and without their
 * interaction, D. R. Cox (1970), Analysis of Binary Data. Strata in which one group is not found, or all or none are
 * hits, say nothing and are left out; null for fewer than two others, or where the common odds ratio has no bound.
 */
export function oddsHomogeneity(strata: readonly StratumCounts[]): OddsHomogeneity | null {
  const held = strata.filter(({ x1, n1, x2, n2 }) => n1 > 0 && n2 > 0 && x1 + x2 > 0 && x1 + x2 < n1 + n2);
  if (held.length < 2) return null;
  // Fitted hits of group 1 rise with the odds ratio; the fit is where their sum is the one seen.
  const hits = held.reduce((sum, { x1 }) => sum + x1, 0);
  const excess = (logOdds: number) =>
    held.reduce((sum, stratum) => sum + fittedHits(stratum, Math.exp(logOdds)), 0) - hits;
  let [lo, hi] = [-40, 40];
  if (excess(lo) > -1e-9 || excess(hi) < 1e-9) return null;
  for (let i = 0; i < 200 && hi - lo > 1e-15 * Math.max(1, Math.abs(lo)); i++) {
    const middle = 0.5 * (lo + hi);
    if (middle === lo || middle === hi) break;
    if (excess(middle) < 0) lo = middle;
    else hi = middle;
  }
  const common = Math.exp(0.5 * (lo + hi));
  let statistic = 0;
  for (const stratum of held) {
    const { x1, n1, x2, n2 } = stratum;
    const fit = fittedHits(stratum, common);
    const fit2 = x1 + x2 - fit;
    statistic += 2 * (part(x1, fit) + part(n1 - x1, n1 - fit) + part(x2, fit2) + part(n2 - x2, n2 - fit2));
  }
  statistic = Math.max(0, statistic);
  const df = held.length - 1;
  return { statistic, df, p: chiSquare.upperTail(statistic, df), common };
}

/** Hits of group 1, all margins held, at an odds ratio: the root between the bounds of a quadratic. */
function fittedHits({ x1, n1, x2, n2 }: StratumCounts, odds: number): number {
  const hits = x1 + x2;
  // a² (1 - ψ) + a (n2 - hits + ψ (n1 + hits)) - ψ n1 hits = 0
  const square = 1 - odds;
  const linear = n2 - hits + odds * (n1 + hits);
  const constant = -odds * n1 * hits;
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * square * constant));
  // Of the two ways to write the root, the one that does not cancel.
  return linear >= 0 ? (-2 * constant) / (linear + root) : (root - linear) / (2 * square);
}

function part(seen: number, fitted: number): number {
  return seen === 0 ? 0 : seen * Math.log(seen / fitted);
}
