import { logGamma } from './log-gamma';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(n + 1) less its Stirling approximation ½ ln(2πn) + n ln n - n, for n > 0. C. Loader (2000). */
export function stirlingError(n: number): number {
  if (n <= 15) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
  const inv = 1 / (n * n);
  return (1 / 12 - inv * (1 / 360 - inv * (1 / 1260 - inv * (1 / 1680 - inv / 1188)))) / n;
}
