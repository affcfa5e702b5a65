import { logGamma } from '../../stats/log-gamma';
import { nelderMead } from '../../stats/nelder-mead';
import type { BuyingHistory } from './buying-history';

/**
 * What an order of a customer is worth: amounts vary about each customer's own mean, and means about everybody's, both
 * by gamma distributions. P. S. Fader and B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value, 2013.
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
  readonly logLikelihood: number;
}

/** By maximum likelihood over customers with a repeat order of some worth; null where that settles nowhere. */
export function fitGammaGamma({
  repeats,
  amount,
}: Pick<BuyingHistory, 'repeats' | 'amount'>): GammaGamma | null {
  const byRepeats = new Map<number, number>();
  const places: number[] = [];
  let scale = 0;
  for (let i = 0; i < repeats.length; i++) {
    if (!(repeats[i]! > 0 && amount[i]! > 0)) continue;
    places.push(i);
    byRepeats.set(repeats[i]!, (byRepeats.get(repeats[i]!) ?? 0) + 1);
    scale += amount[i]!;
  }
  const n = places.length;
  if (n === 0) return null;
  // In units of the mean, so that the search starts near whatever the currency is.
  scale /= n;
  const cost = (logs: readonly number[]) => {
    const [p = 1, q = 1, gamma = 1] = logs.map(Math.exp);
    let sum = n * (q * Math.log(gamma) - logGamma(q));
    for (const [x, customers] of byRepeats)
      sum += customers * (logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x));
    for (const i of places) {
      const x = repeats[i]!;
      const m = amount[i]! / scale;
      sum += (p * x - 1) * Math.log(m) - (p * x + q) * Math.log(gamma + m * x);
    }
    return -sum;
  };
  const { at, value, settled } = nelderMead(cost, [1, 1, 1]);
  const [p = 0, q = 0, unit = 0] = at.map(Math.exp);
  // At q ≤ 1 the mean of means is without bound.
  if (!settled || !(q > 1) || ![p, q, unit, value].every(Number.isFinite)) return null;
  return { p, q, gamma: unit * scale, logLikelihood: -value - n * Math.log(scale) };
}

/** The mean worth of an order of a customer with these repeats; everybody's where there are none. */
export function expectedAmount({ p, q, gamma }: GammaGamma, repeats: number, amount: number): number {
  return (p * (gamma + amount * repeats)) / (p * repeats + q - 1);
}
