import { digamma } from '../../stats/distributions/digamma';
import { logGamma } from '../../stats/distributions/log-gamma';
import { nelderMead } from '../../stats/fitting/nelder-mead';
import { quasiNewton, type Slope } from '../../stats/fitting/quasi-newton';
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
  const slope = (logs: readonly number[]): Slope => {
    const [p = 1, q = 1, gamma = 1] = logs.map(Math.exp);
    let sum = n * (q * Math.log(gamma) - logGamma(q));
    let byP = 0;
    let byQ = n * (Math.log(gamma) - digamma(q));
    let byGamma = (n * q) / gamma;
    for (const [x, customers] of byRepeats) {
      const ofAll = digamma(p * x + q);
      sum += customers * (logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x));
      byP += customers * x * (ofAll - digamma(p * x) + Math.log(x));
      byQ += customers * ofAll;
    }
    for (const i of places) {
      const x = repeats[i]!;
      const m = amount[i]! / scale;
      const all = gamma + m * x;
      const [logM, logAll] = [Math.log(m), Math.log(all)];
      sum += (p * x - 1) * logM - (p * x + q) * logAll;
      byP += x * (logM - logAll);
      byQ -= logAll;
      byGamma -= (p * x + q) / all;
    }
    return { value: -sum, gradient: [-byP * p, -byQ * q, -byGamma * gamma] };
  };
  const start = [1, 1, 1];
  const quick = quasiNewton(slope, start);
  const { at, value, settled } = quick.settled ? quick : nelderMead((logs) => slope(logs).value, start);
  const [p = 0, q = 0, unit = 0] = at.map(Math.exp);
  // At q ≤ 1 the mean of means is without bound.
  if (!settled || !(q > 1) || ![p, q, unit, value].every(Number.isFinite)) return null;
  return { p, q, gamma: unit * scale, logLikelihood: -value - n * Math.log(scale) };
}

/** The mean worth of an order of a customer with these repeats; everybody's where there are none. */
export function expectedAmount({ p, q, gamma }: GammaGamma, repeats: number, amount: number): number {
  return (p * (gamma + amount * repeats)) / (p * repeats + q - 1);
}
