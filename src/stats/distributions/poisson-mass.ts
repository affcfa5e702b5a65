import { deviance } from './deviance';
import { stirlingError } from './stirling-error';

/** mean^x e^-mean / Γ(x + 1) for real x ≥ 0. C. Loader (2000), as `binomialMass`. */
export function poissonMass(x: number, mean: number): number {
  if (x < 0) return 0;
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  if (!Number.isFinite(mean)) return 0;
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}
