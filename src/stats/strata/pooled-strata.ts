import { chiSquare } from '../distributions/chi-square';
import type { Interval } from '../interval';
import { Z95 } from '../proportions/wilson-interval';

export interface PooledStrata {
  readonly value: number;
  readonly interval: Interval;
  /** p of Cochran's Q (1954, Biometrics 10:101): that all strata have one difference. */
  readonly homogeneity: number | null;
}

/**
 * Differences of two groups within strata as one, 95 %. Each is weighed by n1 n2 / (n1 + n2), as Mantel and Haenszel
 * weigh rates, and not by the inverse of its variance: of skewed amounts, a stratum that happened to meet no large one
 * has a small mean and a small variance, and would count for most. Strata without a known variance say nothing; null
 * where none says anything.
 */
export function pooledStrata(
  strata: readonly {
    readonly value: number;
    readonly variance: number;
    readonly n1: number;
    readonly n2: number;
  }[],
): PooledStrata | null {
  const held = strata.filter(({ value, variance }) => Number.isFinite(value) && variance > 0);
  if (held.length === 0) return null;
  let [weights, weighed, variance, precision, precise] = [0, 0, 0, 0, 0];
  for (const { value, variance: own, n1, n2 } of held) {
    const weight = (n1 * n2) / (n1 + n2);
    weights += weight;
    weighed += weight * value;
    variance += weight * weight * own;
    precision += 1 / own;
    precise += value / own;
  }
  const value = weighed / weights;
  const reach = (Z95 * Math.sqrt(variance)) / weights;
  const middle = precise / precision;
  const q = held.reduce((sum, of) => sum + (of.value - middle) ** 2 / of.variance, 0);
  return {
    value,
    interval: { lo: value - reach, hi: value + reach },
    homogeneity: held.length < 2 ? null : chiSquare.upperTail(q, held.length - 1),
  };
}
