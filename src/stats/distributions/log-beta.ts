import { stirlingError } from './stirling-error';

/** ln B(a, b) for a, b > 0, without the cancellation of three large log-gammas. C. Loader (2000), as `binomialMass`. */
export function logBeta(a: number, b: number): number {
  if (!(a > 0 && b > 0)) return Number.NaN;
  const n = a + b;
  // B(a, b) = (a + b) / (a b) · a! b! / (a + b)!
  return (
    stirlingError(a) +
    stirlingError(b) -
    stirlingError(n) +
    0.5 * Math.log((2 * Math.PI * n) / a / b) +
    a * logShare(a, b) +
    b * logShare(b, a)
  );
}

/** ln (a / (a + b)). */
function logShare(a: number, b: number): number {
  return b < a ? Math.log1p(-b / (a + b)) : Math.log(a / (a + b));
}
