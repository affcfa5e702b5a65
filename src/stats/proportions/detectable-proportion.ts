import { normal } from '../distributions/normal';

const ALPHA = normal.quantile(0.975);
const POWER = normal.quantile(0.8);

/**
 * Smallest difference from a rate p that groups of n1 and n2 would show in four of five tries (80 % power, two-sided
 * 5 %), looking towards one half, where it is the larger. J. L. Fleiss (1981), eq. 3.14, without continuity
 * correction, as R's power.prop.test. Null where even the whole way would not be seen.
 */
export function detectableProportion(p: number, n1: number, n2: number): number | null {
  if (!(n1 > 0 && n2 > 0)) return null;
  const direction = p <= 0.5 ? 1 : -1;
  const shown = (d: number) => {
    const p1 = p + direction * d;
    const pooled = (n1 * p1 + n2 * p) / (n1 + n2);
    const under = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    const apart = Math.sqrt((p1 * (1 - p1)) / n1 + (p * (1 - p)) / n2);
    return d >= ALPHA * under + POWER * apart;
  };
  let lo = 0;
  let hi = p <= 0.5 ? 1 - p : p;
  if (!shown(hi)) return null;
  for (let i = 0; i < 60; i++) {
    const d = 0.5 * (lo + hi);
    if (shown(d)) hi = d;
    else lo = d;
  }
  return hi;
}
