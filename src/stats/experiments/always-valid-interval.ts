import type { Interval } from '../interval';

/**
 * 95 % interval of a difference that may be looked at after every person: the chance that it ever leaves out the truth
 * is 5 %. Asymptotic confidence sequence of I. Waudby-Smith and others (2024), Ann. Stat. 52:2613, eq. 9, narrowest
 * about `tunedTo` people. `n` is everybody on both sides.
 */
export function alwaysValidInterval(
  value: number,
  standardError: number,
  n: number,
  tunedTo = 5000,
): Interval {
  const reach = standardError * Math.sqrt(n) * alwaysValidReach(n, tunedTo);
  return { lo: value - reach, hi: value + reach };
}

/** Half width for values of standard deviation 1. */
function alwaysValidReach(n: number, tunedTo: number): number {
  const tuned = n * alwaysValidRho(tunedTo) ** 2;
  return Math.sqrt((2 * (tuned + 1) * Math.log(Math.sqrt(tuned + 1) / ALPHA)) / (tuned * n));
}

const ALPHA = 0.05;

/** What makes it narrowest at n people, nearly: Waudby-Smith and others, appendix B.2. */
export function alwaysValidRho(tunedTo: number): number {
  const log = -2 * Math.log(ALPHA);
  return Math.sqrt((log + Math.log(log + 1)) / tunedTo);
}
