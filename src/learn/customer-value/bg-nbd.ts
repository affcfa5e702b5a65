import { digamma } from '../../stats/distributions/digamma';
import { hypergeometric } from '../../stats/distributions/hypergeometric';
import { logGamma } from '../../stats/distributions/log-gamma';
import { nelderMead } from '../../stats/fitting/nelder-mead';
import { quasiNewton, type Slope } from '../../stats/fitting/quasi-newton';
import type { BuyingHistory } from './buying-history';

/**
 * How often customers buy and how soon they stop, by BG/NBD: each buys at a rate of their own, gamma distributed
 * (`r`, `alpha` weeks), and may stop for good after any order with a chance of their own, beta distributed (`a`, `b`).
 * P. S. Fader, B. G. S. Hardie and K. L. Lee, Marketing Science 24(2), 2005.
 */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  /**
   * Customers may stop after their first order too, as in the modified model (MBG/NBD: E. P. Batislam, M. Denizel and
   * A. Filiztekin, Int. J. of Research in Marketing 24(3), 2007); without it nobody who never bought again has stopped.
   */
  readonly mayStopAtOnce?: boolean;
  readonly logLikelihood: number;
}

/** Where customers stop all alike, `a` and `b` would grow without end: beyond this nothing changes any more. */
const MOST_ALIKE = 300;
/** Repeats up to which the series has terms of one sign and no overflow in the form it was published in. */
const MOST_PLAIN = 200;

/** By maximum likelihood; null where that settles nowhere. */
export function fitBgNbd(
  history: Pick<BuyingHistory, 'repeats' | 'last' | 'known'>,
  { mayStopAtOnce = false } = {},
): BgNbd | null {
  const groups = grouped(history);
  const tooAlike = (at: Parameters) => at[2] > MOST_ALIKE || at[3] > MOST_ALIKE;
  const slope = (logs: readonly number[]): Slope => {
    const at = logs.map(Math.exp) as Parameters;
    if (tooAlike(at)) return { value: Number.POSITIVE_INFINITY, gradient: [0, 0, 0, 0] };
    const found = likelihood(groups, at, mayStopAtOnce);
    // Over logs each part of the slope is times its parameter.
    return { value: -found.value, gradient: found.gradient.map((g, i) => -g * (at[i] ?? 0)) };
  };
  const start = [0, 1, 0, 1];
  const quick = quasiNewton(slope, start);
  // Where the likelihood has no top but an edge, there is no flat place to find.
  const { at, value, settled } = quick.settled ? quick : nelderMead((logs) => slope(logs).value, start);
  const [r = 0, alpha = 0, a = 0, b = 0] = at.map(Math.exp);
  if (!settled || ![r, alpha, a, b, value].every(Number.isFinite)) return null;
  return { r, alpha, a, b, ...(mayStopAtOnce ? { mayStopAtOnce } : {}), logLikelihood: -value };
}

/** How likely a customer still buys at all at the end of what is known. */
export function stillBuying(model: BgNbd, repeats: number, last: number, known: number): number {
  return 1 / (1 + stopped(model, repeats, last, known));
}

/**
 * How likely a customer orders at least once in the `weeks` after what is known: nobody stops but after an order, so it is
 * the chance of still buying times that of an order by then of who does.
 */
export function chanceOfOrder(
  model: BgNbd,
  repeats: number,
  last: number,
  known: number,
  weeks: number,
): number {
  const now = model.alpha + known;
  return stillBuying(model, repeats, last, known) * (1 - (now / (now + weeks)) ** (model.r + repeats));
}

/** Orders expected of a customer in the `weeks` after what is known. */
export function expectedOrders(
  model: BgNbd,
  repeats: number,
  last: number,
  known: number,
  weeks: number,
): number {
  return ordersExpected(model, repeats, last, known)(weeks);
}

/** As `expectedOrders`, of one customer over several times. */
export function ordersExpected(
  model: BgNbd,
  repeats: number,
  last: number,
  known: number,
): (weeks: number) => number {
  const { r, alpha, b } = model;
  // The formula divides by a − 1; at 1 it goes over smoothly.
  const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a;
  const ends = endsOf(model, repeats);
  const c = a + b + ends - 1;
  const most = c / (a - 1) / (1 + stopped(model, repeats, last, known));
  return (weeks) => {
    const z = weeks / (alpha + known + weeks);
    const f =
      repeats <= MOST_PLAIN
        ? (1 - z) ** (r + repeats) * hypergeometric(r + repeats, b + ends, c, z)
        : // Euler's transformation (DLMF 15.8.1).
          (1 - z) ** (a - 1) * hypergeometric(c - r - repeats, a - 1, c, z);
    return most * (1 - f);
  };
}

/** How many orders a customer may have stopped after. */
function endsOf(model: Pick<BgNbd, 'mayStopAtOnce'>, repeats: number): number {
  return model.mayStopAtOnce === true ? repeats + 1 : repeats;
}

/** Odds that the customer has stopped. */
function stopped(model: BgNbd, repeats: number, last: number, known: number): number {
  const { r, alpha, a, b } = model;
  const ends = endsOf(model, repeats);
  if (ends === 0) return 0;
  return Math.exp(
    Math.log(a) - Math.log(b + ends - 1) + (r + repeats) * (Math.log(alpha + known) - Math.log(alpha + last)),
  );
}

type Parameters = [r: number, alpha: number, a: number, b: number];

interface Groups {
  /** Customers by number of repeats. */
  readonly byRepeats: ReadonlyMap<number, number>;
  /** Customers without a repeat by how long they are known. */
  readonly once: ReadonlyMap<number, number>;
  /** Places of the others. */
  readonly again: readonly number[];
  readonly history: Pick<BuyingHistory, 'repeats' | 'last' | 'known'>;
}

/** Most customers share their numbers with many others: each is worked out once. */
function grouped(history: Groups['history']): Groups {
  const byRepeats = new Map<number, number>();
  const once = new Map<number, number>();
  const again: number[] = [];
  for (let i = 0; i < history.repeats.length; i++) {
    const x = history.repeats[i]!;
    byRepeats.set(x, (byRepeats.get(x) ?? 0) + 1);
    if (x > 0) again.push(i);
    else once.set(history.known[i]!, (once.get(history.known[i]!) ?? 0) + 1);
  }
  return { byRepeats, once, again, history };
}

/** ln L and its slope in r, alpha, a and b. */
function likelihood(
  { byRepeats, once, again, history }: Groups,
  [r, alpha, a, b]: Parameters,
  mayStopAtOnce: boolean,
): Slope {
  const { repeats, last, known } = history;
  const more = mayStopAtOnce ? 1 : 0;
  let sum = 0;
  let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
  const fixed = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
  const fixedR = Math.log(alpha) - digamma(r);
  const ofBoth = digamma(a + b);
  const ofB = digamma(b);
  for (const [x, customers] of byRepeats) {
    const ends = x + more;
    sum += customers * (fixed + logGamma(r + x) + logGamma(b + ends) - logGamma(a + b + ends));
    const ofAll = digamma(a + b + ends);
    byR += customers * (fixedR + digamma(r + x));
    byAlpha += (customers * r) / alpha;
    byA += customers * (ofBoth - ofAll);
    byB += customers * (ofBoth - ofB + digamma(b + ends) - ofAll);
  }
  const logA = Math.log(a);
  const add = (x: number, toLast: number, toNow: number, customers: number) => {
    const ends = x + more;
    const logNow = Math.log(toNow);
    const logLast = Math.log(toLast);
    const buying = -(r + x) * logNow;
    const gone = logA - Math.log(b + ends - 1) - (r + x) * logLast;
    const odds = Math.exp(-Math.abs(buying - gone));
    sum += customers * (Math.max(buying, gone) + Math.log1p(odds));
    // How likely each of the two is.
    const less = odds / (1 + odds);
    const stays = customers * (buying >= gone ? 1 - less : less);
    const left = customers - stays;
    byR -= stays * logNow + left * logLast;
    byAlpha -= (r + x) * (stays / toNow + left / toLast);
    byA += left / a;
    byB -= left / (b + ends - 1);
  };
  for (const [weeks, customers] of once) {
    if (mayStopAtOnce) {
      add(0, alpha, alpha + weeks, customers);
      continue;
    }
    const log = Math.log(alpha + weeks);
    sum -= customers * r * log;
    byR -= customers * log;
    byAlpha -= (customers * r) / (alpha + weeks);
  }
  for (const i of again) add(repeats[i]!, alpha + last[i]!, alpha + known[i]!, 1);
  return { value: sum, gradient: [byR, byAlpha, byA, byB] };
}
