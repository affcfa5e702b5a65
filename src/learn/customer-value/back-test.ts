import { countBelow } from '../../core/sorting/count-below';
import { DAY_MS } from '../../core/time/calendar';
import type { HistoryOf } from './customer-history';
import type { NoForecast } from './fitting';
import { type Fitted, type ForetoldOf, fitForecast, foretell } from './forecast';

/** A part of the customers, by what was foretold of them. */
export interface BackTestBand {
  readonly n: number;
  /** Least and most foretold of one of them. */
  readonly from: number;
  readonly to: number;
  /** Means over them: of money in minor units, of chances and what came of them as shares. */
  readonly foretold: number;
  readonly came: number;
}

/** A forecast made as if at `cut` alone, held against what came in the `days` after it. */
export interface BackTest {
  /** `WallMs`: the last moment the models knew of. */
  readonly cut: number;
  readonly days: number;
  /** Why there is none; null where there is. */
  readonly reason: NoForecast | null;
  /** Customers by then. */
  readonly n: number;
  readonly foretold: number;
  readonly came: number;
  /** From the least foretold to the most; equal values share one, so they may be fewer than five. */
  readonly bands: readonly BackTestBand[];
  /** Those the test would have taken then, and the others; null where it has no meaning over these days, or takes all or nobody. */
  readonly taken: BackTestBand | null;
  readonly others: BackTestBand | null;
  /** Root mean square of what came less what was foretold, a customer. */
  readonly error: number;
  /** That of the better of two plain rates: everybody's one rate kept up, and each customer's own. */
  readonly plainError: number;
}

/** What a segment takes: values within bounds, or a share of all from the top or the bottom with ties. */
export type Taking =
  | { readonly lo: number; readonly hi: number }
  | { readonly side: 'top' | 'bottom'; readonly share: number };

const BANDS = 5;
const YEAR = 365;

/**
 * What `of` foretells over `days`, fitted to what was known that long before `asked.to`. Value and still buying are held
 * against the longest time, up to a year, that leaves the models as much again to learn from; still buying is
 * observed as the chance to order in it.
 */
export function backTest(of: ForetoldOf, days: number, asked: HistoryOf, taking: Taking | null): BackTest {
  const over = of === 'order' ? days : horizon(asked);
  const cut = asked.to - over * DAY_MS;
  const fitted = fitForecast(of, { ...asked, to: cut });
  const n = fitted.rows.length;
  if (fitted.reason !== null)
    return {
      cut,
      days: over,
      reason: fitted.reason,
      n,
      foretold: 0,
      came: 0,
      bands: [],
      taken: null,
      others: null,
      error: 0,
      plainError: 0,
    };
  const observed = of === 'value' ? 'value' : 'order';
  const foretold = foretell(observed, fitted, over);
  const came = whatCame(observed, fitted, asked, cut);
  // By what the segment goes by, which of still buying is not what can be seen.
  const order = of === 'still-buying' ? foretell(of, fitted, over) : foretold;
  const plain = plainRates(observed, fitted, over);
  return {
    cut,
    days: over,
    reason: null,
    n,
    foretold: mean(foretold),
    came: mean(came),
    bands: bandsOf(order, foretold, came),
    ...(taking === null ? { taken: null, others: null } : takenOf(taking, order, foretold, came)),
    error: apart(foretold, came),
    plainError: Math.min(...plain.map((rate) => apart(rate, came))),
  };
}

/** Half of all that is known, a year at most; a day at least, so that too little is told by the fit. */
function horizon(asked: HistoryOf): number {
  const { time, isSale } = asked.dataset.orders;
  let first = Number.POSITIVE_INFINITY;
  for (let o = 0; o < time.length; o++) if (isSale[o] === 1 && time[o]! < first) first = time[o]!;
  const held = Math.floor((asked.to - first) / DAY_MS);
  return Math.max(1, Math.min(YEAR, Math.floor(held / 2) || 0));
}

/** Of each customer of `fitted`: revenue after refunds in minor units, or 1 for who ordered, from `cut` to `asked.to`. */
function whatCame(of: 'value' | 'order', { rows }: Fitted, asked: HistoryOf, cut: number): Float64Array {
  const { dataset, people, to } = asked;
  const { offsets, time, isSale, gross, refunded, currency } = dataset.orders;
  const { dictionary } = currency;
  const wanted = asked.currency;
  return Float64Array.from(rows, (row) => {
    const p = people[row]!;
    let sum = 0;
    for (let o = offsets[p]!; o < offsets[p + 1]!; o++) {
      const at = time[o]!;
      if (!(at <= to)) break;
      if (!(at > cut)) continue;
      const sale = isSale[o] === 1;
      if (of === 'order') {
        if (sale) return 1;
        continue;
      }
      const code = currency.codes[o]!;
      const stated = code < 0 ? null : (dictionary[code] ?? null);
      if (stated !== wanted || (sale && Number.isNaN(gross[o]!))) continue;
      sum += (sale ? gross[o]! : 0) - refunded[o]!;
    }
    return sum;
  });
}

/** Two ways to go on as before: everybody at the one rate all repeats came at, each at their own. */
function plainRates(
  of: 'value' | 'order',
  { repeats, known, amount }: Fitted,
  days: number,
): readonly Float64Array[] {
  const weeks = days / 7;
  let all = 0;
  let time = 0;
  for (let i = 0; i < repeats.length; i++) {
    all += repeats[i]! * (of === 'value' ? amount[i]! : 1);
    time += known[i]!;
  }
  const expected = (rate: number) => (of === 'value' ? rate * weeks : 1 - Math.exp(-rate * weeks));
  const one = expected(time > 0 ? all / time : 0);
  return [
    new Float64Array(repeats.length).fill(one),
    repeats.map((x, i) =>
      x === 0 ? 0 : expected((x * (of === 'value' ? amount[i]! : 1)) / Math.max(known[i]!, 1 / 7)),
    ),
  ];
}

/** From the least foretold to the most: equal parts, ties together. */
function bandsOf(order: Float64Array, foretold: Float64Array, came: Float64Array): readonly BackTestBand[] {
  const sorted = order.slice().sort();
  const band = (i: number) => Math.floor((BANDS * countBelow(sorted, order[i]!)) / order.length);
  return parts(BANDS, band, order, foretold, came).filter((part) => part !== null);
}

function takenOf(
  taking: Taking,
  order: Float64Array,
  foretold: Float64Array,
  came: Float64Array,
): Pick<BackTest, 'taken' | 'others'> {
  const { lo, hi } = 'side' in taking ? shareBounds(taking, order) : taking;
  const part = (i: number) => (order[i]! >= lo && order[i]! <= hi ? 0 : 1);
  const [taken = null, others = null] = parts(2, part, order, foretold, came);
  return taken === null || others === null ? { taken: null, others: null } : { taken, others };
}

function shareBounds(
  { side, share }: Extract<Taking, { side: string }>,
  order: Float64Array,
): Extract<Taking, { lo: number }> {
  const sorted = order.slice().sort();
  const n = sorted.length;
  // 0.1 × 30 is a little over 3 in binary.
  const k = Math.min(n, Math.max(1, Math.ceil(share * n - 1e-9)));
  return side === 'top'
    ? { lo: sorted[n - k] ?? 0, hi: Number.POSITIVE_INFINITY }
    : { lo: Number.NEGATIVE_INFINITY, hi: sorted[k - 1] ?? 0 };
}

/** Means of each part that has anybody. */
function parts(
  count: number,
  partOf: (place: number) => number,
  order: Float64Array,
  foretold: Float64Array,
  came: Float64Array,
): readonly (BackTestBand | null)[] {
  const sums = Array.from({ length: count }, () => ({
    n: 0,
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    foretold: 0,
    came: 0,
  }));
  for (let i = 0; i < order.length; i++) {
    const part = sums[partOf(i)]!;
    part.n++;
    part.from = Math.min(part.from, order[i]!);
    part.to = Math.max(part.to, order[i]!);
    part.foretold += foretold[i]!;
    part.came += came[i]!;
  }
  return sums.map((part) =>
    part.n === 0 ? null : { ...part, foretold: part.foretold / part.n, came: part.came / part.n },
  );
}

function mean(of: Float64Array): number {
  let sum = 0;
  for (const value of of) sum += value;
  return of.length === 0 ? 0 : sum / of.length;
}

function apart(foretold: Float64Array, came: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < came.length; i++) squares += (came[i]! - foretold[i]!) ** 2;
  return came.length === 0 ? 0 : Math.sqrt(squares / came.length);
}
