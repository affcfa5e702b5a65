/** Gauss's ₂F₁(a, b; c; z) for 0 ≤ z < 1 by its series (DLMF 15.2.1); NaN where it does not settle. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 100_000; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-15 * Math.abs(sum)) return sum;
  }
  return Number.NaN;
}
