import { deviance } from './deviance';
import { stirlingError } from './stirling-error';

/**
 * C(n, x) p^x q^(n - x) for real 0 ≤ x ≤ n and q = 1 - p, without the cancellation of three large log-gammas.
 * C. Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
export function binomialMass(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return n === 0 ? 1 : Math.exp(p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q));
  if (x === n) return Math.exp(q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p));
  const log =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q);
  return Math.exp(log - 0.5 * (Math.log(2 * Math.PI) + Math.log(x) + Math.log1p(-x / n)));
}
