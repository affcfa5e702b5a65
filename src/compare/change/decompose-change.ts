import type { Interval } from '../../stats/interval';
import { Z95 } from '../../stats/proportions/wilson-interval';

/** Hits among a base (conversions among sessions) of one value of a dimension, before and after. */
export interface ValueCounts {
  readonly before: RateCounts;
  readonly after: RateCounts;
}

export interface RateCounts {
  readonly hits: number;
  readonly base: number;
}

/**
 * A part of the change of a rate. `mix`: the value's share of the base moved, at the rate it had, as against the whole's
 * rate · `rate`: its own rate moved, at the share it had · `interaction`: both at once.
 */
export interface ChangeTerms<T> {
  readonly mix: T;
  readonly rate: T;
  readonly interaction: T;
}

export interface Term {
  readonly value: number;
  /** Null where the counts are no counts of independent things. */
  readonly interval: Interval | null;
}

export interface DecomposedChange extends ChangeTerms<Term> {
  readonly change: Term;
  /** In the order given; `total` is the three together. */
  readonly values: readonly (ChangeTerms<Term> & { readonly total: Term })[];
}

/**
 * The change of a rate H / B between two sides as what comes of mix, of rates and of both, by value: E. M. Kitagawa
 * (1955), JASA 50:1168, the mix as against the whole's earlier rate. The terms sum to the change exactly. A value found
 * on one side only is mix alone: it has no rate to have moved. 95 % intervals by the delta method, hits and misses taken
 * as multinomial on either side; without `independent` there are none. Null where a side has no base.
 */
export function decomposeChange(
  values: readonly ValueCounts[],
  independent: boolean,
): DecomposedChange | null {
  const before = sideOf(values.map((v) => v.before));
  const after = sideOf(values.map((v) => v.after));
  if (!(before.base > 0 && after.base > 0)) return null;
  const terms = values.map((_, i) => termsOf(i, before, after));
  const spread = independent ? variances(before, after) : null;
  const term = (value: number, variance: number | undefined): Term => {
    const reach = Z95 * Math.sqrt(Math.max(0, variance ?? 0));
    return {
      value,
      interval: variance === undefined ? null : { lo: value - reach, hi: value + reach },
    };
  };
  const sum = (of: keyof ChangeTerms<number>) => terms.reduce((total, t) => total + t[of], 0);
  return {
    change: term(after.whole - before.whole, spread?.whole.total),
    mix: term(sum('mix'), spread?.whole.mix),
    rate: term(sum('rate'), spread?.whole.rate),
    interaction: term(sum('interaction'), spread?.whole.interaction),
    values: terms.map(({ mix, rate, interaction }, i) => ({
      mix: term(mix, spread?.each[i]?.mix),
      rate: term(rate, spread?.each[i]?.rate),
      interaction: term(interaction, spread?.each[i]?.interaction),
      total: term(mix + rate + interaction, spread?.each[i]?.total),
    })),
  };
}

interface Side {
  readonly counts: readonly RateCounts[];
  readonly base: number;
  readonly whole: number;
  readonly shares: readonly number[];
  /** NaN without a base. */
  readonly rates: readonly number[];
}

function sideOf(counts: readonly RateCounts[]): Side {
  const base = counts.reduce((sum, c) => sum + c.base, 0);
  return {
    counts,
    base,
    whole: counts.reduce((sum, c) => sum + c.hits, 0) / base,
    shares: counts.map((c) => c.base / base),
    rates: counts.map((c) => (c.base > 0 ? c.hits / c.base : Number.NaN)),
  };
}

/** Rates before and after, one standing for the other where a value is found on one side only. */
function ratesOf(i: number, before: Side, after: Side): readonly [number, number] {
  const [r0, r1] = [before.rates[i] as number, after.rates[i] as number];
  if (Number.isNaN(r0)) return Number.isNaN(r1) ? [before.whole, before.whole] : [r1, r1];
  return [r0, Number.isNaN(r1) ? r0 : r1];
}

function termsOf(i: number, before: Side, after: Side): ChangeTerms<number> {
  const [r0, r1] = ratesOf(i, before, after);
  const [s0, s1] = [before.shares[i] as number, after.shares[i] as number];
  return {
    mix: (s1 - s0) * (r0 - before.whole),
    rate: s0 * (r1 - r0),
    interaction: (s1 - s0) * (r1 - r0),
  };
}

type Sums = Record<'mix' | 'rate' | 'interaction' | 'total', number>;
const nought = (): Sums => ({ mix: 0, rate: 0, interaction: 0, total: 0 });

/**
 * Each term is a function of four counts a value (hits and misses, before and after) that does not change as a side's
 * counts grow together, so that its variance is Σ count × (what one more of it changes)².
 */
function variances(before: Side, after: Side): { readonly whole: Sums; readonly each: readonly Sums[] } {
  const each = before.counts.map(nought);
  const whole = nought();
  for (const late of [false, true]) {
    const side = late ? after : before;
    for (const [j, { hits, base }] of side.counts.entries()) {
      if (base === 0) continue;
      for (const hit of [0, 1]) {
        const count = hit === 1 ? hits : base - hits;
        if (!(count > 0)) continue;
        const all = nought();
        each.forEach((of, i) => {
          const step = stepOf(i, j, hit, late, before, after);
          for (const key of KEYS) {
            all[key] += step[key];
            of[key] += count * step[key] ** 2;
          }
        });
        for (const key of KEYS) whole[key] += count * all[key] ** 2;
      }
    }
  }
  return { whole, each };
}

const KEYS = ['mix', 'rate', 'interaction', 'total'] as const;

/** What one more count (a hit or not) of value j on a side adds to the terms of value i. */
function stepOf(i: number, j: number, hit: number, late: boolean, before: Side, after: Side): Sums {
  const own = i === j;
  const side = late ? after : before;
  const [r0, r1] = ratesOf(i, before, after);
  const [s0, s1] = [before.shares[i] as number, after.shares[i] as number];
  const dShare = ((own ? 1 : 0) - (late ? s1 : s0)) / side.base;
  const { base } = side.counts[i] as RateCounts;
  const dRate = own ? (hit - (side.rates[i] as number)) / base : 0;
  const dWhole = late ? 0 : (hit - before.whole) / before.base;
  const other = Number.isNaN((late ? before : after).rates[i] as number);
  // A rate that stands for a missing one moves both.
  const d0 = late ? (other ? dRate : 0) : dRate;
  const d1 = late ? dRate : other ? dRate : 0;
  const [ds0, ds1] = late ? [0, dShare] : [dShare, 0];
  const mix = (ds1 - ds0) * (r0 - before.whole) + (s1 - s0) * (d0 - dWhole);
  const rate = ds0 * (r1 - r0) + s0 * (d1 - d0);
  const interaction = (ds1 - ds0) * (r1 - r0) + (s1 - s0) * (d1 - d0);
  return { mix, rate, interaction, total: mix + rate + interaction };
}
