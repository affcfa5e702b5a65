import { chiSquare } from '../distributions/chi-square';
import { solveSymmetric } from '../fitting/solve-symmetric';
import type { Durations } from './kaplan-meier';
import { sortedDurations } from './sorted-durations';

export interface LogRank {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** By group: how often it happened, and how often it would have if all groups waited alike. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * That several independent groups wait alike. N. Mantel (1966); R. Peto and J. Peto (1972), J. R. Stat. Soc. A 135:185;
 * ties by the hypergeometric variance. `rho` weighs early differences more: D. P. Harrington and T. R. Fleming (1982),
 * Biometrika 69:553, 0 being the log-rank test and 1 Peto and Peto's Wilcoxon. As R's survdiff. Groups nobody of whom
 * was watched when anything happened are left out; null where fewer than two are left.
 */
export function logRank(groups: readonly Durations[], rho: 0 | 1 = 0): LogRank | null {
  const k = groups.length;
  const sorted = groups.map(sortedDurations);
  const gone = new Array<number>(k).fill(0);
  const had = new Array<number>(k).fill(0);
  const observed = new Array<number>(k).fill(0);
  const expected = new Array<number>(k).fill(0);
  const variance = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  const atRisk = new Array<number>(k).fill(0);
  let waiting = 1;
  for (;;) {
    let time = Number.POSITIVE_INFINITY;
    for (let g = 0; g < k; g++) time = Math.min(time, sorted[g]!.hits[had[g]!] ?? time);
    if (time === Number.POSITIVE_INFINITY) break;
    const weight = rho === 0 ? 1 : waiting;
    let all = 0;
    let events = 0;
    for (let g = 0; g < k; g++) {
      const { ends, hits } = sorted[g]!;
      while (gone[g]! < ends.length && ends[gone[g]!]! < time) gone[g]!++;
      atRisk[g] = ends.length - gone[g]!;
      all += atRisk[g]!;
      const before = had[g]!;
      while (hits[had[g]!] === time) had[g]!++;
      events += had[g]! - before;
      observed[g]! += weight * (had[g]! - before);
    }
    const spread = all < 2 ? 0 : (weight * weight * events * (all - events)) / (all * all * (all - 1));
    for (let g = 0; g < k; g++) {
      expected[g]! += (weight * events * atRisk[g]!) / all;
      for (let h = 0; h < k; h++)
        variance[g]![h]! += spread * atRisk[g]! * ((g === h ? all : 0) - atRisk[h]!);
    }
    waiting *= (all - events) / all;
  }
  const held = groups.flatMap((_, g) => (expected[g]! > 0 ? [g] : []));
  // One group says what the others leave, so it takes no place of its own.
  const free = held.slice(1);
  const away = free.map((g) => observed[g]! - expected[g]!);
  const solved = solveSymmetric(
    free.map((g) => free.map((h) => variance[g]![h]!)),
    away,
  );
  if (free.length === 0 || solved === null) return null;
  const statistic = solved.reduce((sum, x, i) => sum + x * away[i]!, 0);
  return { statistic, df: free.length, p: chiSquare.upperTail(statistic, free.length), observed, expected };
}
