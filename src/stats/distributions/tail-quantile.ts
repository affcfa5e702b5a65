/**
 * The x ≥ lo with P(X > x) = p, for a continuous distribution. Newton's method on the logarithm of the tail, which is
 * nearly straight far out where the tail itself is flat, held inside a shrinking bracket.
 */
export function tailQuantile(of: {
  readonly p: number;
  readonly start: number;
  readonly lo: number;
  readonly hi?: number;
  readonly upperTail: (x: number) => number;
  readonly density: (x: number) => number;
}): number {
  let { lo } = of;
  let hi = of.hi ?? Number.POSITIVE_INFINITY;
  let x = of.start;
  for (let i = 0; i < 200; i++) {
    if (!(x > lo && x < hi)) x = hi === Number.POSITIVE_INFINITY ? 2 * Math.max(lo, 1) : 0.5 * (lo + hi);
    const tail = of.upperTail(x);
    if (tail === of.p) return x;
    if (tail > of.p) lo = x;
    else hi = x;
    const next = x + (Math.log(tail / of.p) * tail) / of.density(x);
    if (Math.abs(next - x) <= 1e-15 * Math.abs(x)) return next;
    if (hi < Number.POSITIVE_INFINITY && hi - lo <= 4e-16 * Math.abs(hi)) return x;
    x = next;
  }
  return x;
}
