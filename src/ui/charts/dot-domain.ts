import { niceTicks } from './nice-ticks';

export interface DotDomain {
  readonly lo: number;
  readonly hi: number;
  readonly ticks: readonly number[];
}

/**
 * The stretch of axis a dot-interval plot shows: every value, and their intervals unless one is so wide that it would
 * press all the others together; such an interval is cut at the edge and drawn with an arrow.
 * Zero is taken in where it is near, as it always is for rates and amounts. Where all are zero it reaches to `one`: one
 * of what is written, which is 100 of what an amount in cents counts.
 */
export function dotDomain(
  points: readonly { readonly value: number; readonly lo: number; readonly hi: number }[],
  tickCount: number,
  one = 1,
): DotDomain | null {
  const finite = points.filter((p) => Number.isFinite(p.value));
  if (finite.length === 0) return null;
  const low = Math.min(...finite.map((p) => p.value));
  const high = Math.max(...finite.map((p) => p.value));
  const reach = Math.max(high - low, Math.abs(high) * 0.5, Math.abs(low) * 0.5);
  let lo = Math.max(Math.min(low, ...finite.map((p) => p.lo)), low - reach);
  let hi = Math.min(Math.max(high, ...finite.map((p) => p.hi)), high + reach);
  if (lo >= 0 && lo < 0.5 * hi) lo = 0;
  if (hi <= 0 && hi > 0.5 * lo) hi = 0;
  if (lo === hi) {
    const pad = Math.abs(lo) * 0.5;
    if (lo === 0) hi = one;
    else {
      lo -= pad;
      hi += pad;
    }
  }
  const pad = (hi - lo) * 0.03;
  const out = { lo: lo === 0 ? 0 : lo - pad, hi: hi === 0 ? 0 : hi + pad };
  return { ...out, ticks: niceTicks(out.lo, out.hi, tickCount) };
}
