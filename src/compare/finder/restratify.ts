import { sortFloats } from '../../core/sort-floats';
import { differenceHomogeneity } from '../../stats/difference-homogeneity';
import type { Estimate } from '../../stats/estimate';
import { estimateDifference } from '../../stats/estimate-difference';
import type { Interval } from '../../stats/interval';
import { mantelHaenszel } from '../../stats/mantel-haenszel';
import { meanEstimate, residualEstimate } from '../../stats/mean-estimate';
import { newcombeDifference } from '../../stats/newcombe-difference';
import type { StratumCounts } from '../../stats/odds-homogeneity';
import { pooledStrata } from '../../stats/pooled-strata';
import { quantile } from '../../stats/quantile';
import { rankSuperiority } from '../../stats/rank-superiority';
import { ratioEstimate } from '../../stats/ratio-estimate';
import type { Trait } from './candidate';
import type { Restratified, StratifierId, StratumVerdict } from './findings';
import { A } from './sides';

/** Under this part of what it was, a difference has weakened. */
const STILL = 2 / 3;
/** A stratum with fewer on a side has no line of its own to say anything by; it is pooled all the same. */
const FEWEST = 5;

/** All strata are pooled; so many are shown. */
const MOST_LINES = 40;

interface Group {
  readonly values: Float64Array;
  readonly per: Float64Array | null;
}

interface Stratum {
  readonly value: string;
  readonly a: Group;
  readonly b: Group;
}

/**
 * A difference within the strata of another field. Shares are pooled by Mantel and Haenszel; means, ratios and ranks
 * with the same weights. Null where fewer than two strata hold people of both sides.
 */
export function restratify(
  trait: Trait,
  side: Uint8Array,
  by: { readonly id: StratifierId; readonly codes: ArrayLike<number>; readonly names: readonly string[] },
): Restratified | null {
  const { strata, unknown } = dealt(trait, side, by.codes, by.names);
  const held = strata.filter(({ a, b }) => a.values.length > 0 && b.values.length > 0);
  if (held.length < 2) return null;
  if (trait.kind === 'share')
    return restratifyCounts(
      by.id,
      strata.map((stratum) => ({ value: stratum.value, ...countsOf(stratum) })),
      unknown,
    );
  const ranks = trait.kind === 'rank';
  const found = ranks ? ofRanks(held) : ofMeans(held);
  if (found === null) return null;
  return judged(
    by.id,
    found,
    strata.map((stratum) => lineOf(ranks, stratum)),
    ranks ? 0.5 : 0,
    unknown,
  );
}

function judged(
  by: StratifierId,
  { crude, pooled, interval, homogeneity }: Pooled,
  strata: Restratified['strata'],
  /** What no difference is. */
  nought: number,
  unknown: number,
): Restratified {
  const signs = strata.flatMap(({ interval: own }) =>
    own === null ? [] : own.lo > nought ? [1] : own.hi < nought ? [-1] : [],
  );
  return {
    by,
    verdict: verdictOf(crude - nought, pooled - nought, {
      lo: interval.lo - nought,
      hi: interval.hi - nought,
    }),
    crude,
    pooled,
    interval,
    homogeneity,
    mixed: signs.includes(1) && signs.includes(-1),
    strata,
    unknown,
  };
}

export function verdictOf(crude: number, pooled: number, { lo, hi }: Interval): StratumVerdict {
  const beyond = lo > 0 || hi < 0;
  if (!beyond) return 'vanishes';
  if (pooled > 0 !== crude > 0) return 'turns-round';
  return Math.abs(pooled) < STILL * Math.abs(crude) ? 'weakens' : 'holds';
}

/** Those of whom answer and stratum are known, dealt by stratum and side. */
function dealt(trait: Trait, side: Uint8Array, codes: ArrayLike<number>, names: readonly string[]) {
  const { values, per } = trait;
  const places = names.length * 2;
  const counts = new Uint32Array(places);
  let unknown = 0;
  const placeOf = (p: number): number => {
    if (side[p] === 0 || Number.isNaN(values[p]!)) return -1;
    const code = codes[p]!;
    return code < 0 ? -2 : code * 2 + (side[p] === A ? 0 : 1);
  };
  for (let p = 0; p < values.length; p++) {
    const place = placeOf(p);
    if (place >= 0) counts[place]!++;
    else if (place === -2) unknown++;
  }
  const groups = Array.from(counts, (n) => ({
    values: new Float64Array(n),
    per: per === null ? null : new Float64Array(n),
  }));
  const next = new Uint32Array(places);
  for (let p = 0; p < values.length; p++) {
    const place = placeOf(p);
    if (place < 0) continue;
    const group = groups[place]!;
    const at = next[place]!++;
    group.values[at] = values[p]!;
    if (group.per !== null) group.per[at] = per![p]!;
  }
  if (trait.kind === 'rank') for (const group of groups) sortFloats(group.values);
  const strata = names.flatMap((value, i): Stratum[] => {
    const [a, b] = [groups[i * 2]!, groups[i * 2 + 1]!];
    return a.values.length + b.values.length === 0 ? [] : [{ value, a, b }];
  });
  return { strata, unknown };
}

interface Pooled {
  readonly crude: number;
  readonly pooled: number;
  readonly interval: Interval;
  readonly homogeneity: number | null;
}

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
};

function countsOf({ a, b }: Stratum): StratumCounts {
  return { x1: sum(a.values), n1: a.values.length, x2: sum(b.values), n2: b.values.length };
}

/** Hits and sizes of both sides by stratum: as `restratify`, where there is no more than counts. */
export function restratifyCounts(
  by: StratifierId,
  strata: readonly (StratumCounts & { readonly value: string })[],
  unknown: number,
): Restratified | null {
  const held = strata.filter(({ n1, n2 }) => n1 > 0 && n2 > 0);
  const found = held.length < 2 ? null : ofShares(held);
  return found === null ? null : judged(by, found, strata.slice(0, MOST_LINES).map(shareLine), 0, unknown);
}

function ofShares(counts: readonly StratumCounts[]): Pooled | null {
  const pooled = mantelHaenszel(counts);
  if (pooled === null) return null;
  const all = counts.reduce((t, s) => ({
    x1: t.x1 + s.x1,
    n1: t.n1 + s.n1,
    x2: t.x2 + s.x2,
    n2: t.n2 + s.n2,
  }));
  return {
    crude: all.x1 / all.n1 - all.x2 / all.n2,
    pooled: pooled.difference,
    interval: pooled.interval,
    homogeneity:
      differenceHomogeneity(
        counts.map(({ x1, n1, x2, n2 }) => [proportionEstimate(x1, n1), proportionEstimate(x2, n2)]),
      )?.p ?? null,
  };
}

/** A share as the mean of noughts and ones. */
function proportionEstimate(x: number, n: number): Estimate {
  const value = x / n;
  const squares = n * value * (1 - value);
  return residualEstimate({ value, n, informed: x, base: n, squares, cubes: squares * (1 - 2 * value) });
}

function estimateOf({ values, per }: Group): Estimate {
  return per === null ? meanEstimate(values) : ratioEstimate(values, per);
}

function ofMeans(strata: readonly Stratum[]): Pooled | null {
  const pairs = strata.map(({ a, b }) => [estimateOf(a), estimateOf(b)] as const);
  const pooled = pooledStrata(
    pairs.map(([a, b]) => ({
      value: a.value - b.value,
      variance: a.variance + b.variance,
      n1: a.n,
      n2: b.n,
    })),
  );
  if (pooled === null) return null;
  const whole = (of: 'a' | 'b') =>
    estimateOf({
      values: joined(strata.map((s) => s[of].values)),
      per: strata[0]?.[of].per == null ? null : joined(strata.map((s) => s[of].per!)),
    });
  return {
    crude: whole('a').value - whole('b').value,
    pooled: pooled.value,
    interval: pooled.interval,
    homogeneity: pooled.homogeneity,
  };
}

function ofRanks(strata: readonly Stratum[]): Pooled | null {
  const pooled = pooledStrata(
    strata.flatMap(({ a, b }) => {
      const found = rankSuperiority(a.values, b.values);
      return found === null ? [] : [{ ...found, n1: a.values.length, n2: b.values.length }];
    }),
  );
  const whole = (of: 'a' | 'b') => sortFloats(joined(strata.map((s) => s[of].values)));
  const crude = rankSuperiority(whole('a'), whole('b'));
  if (pooled === null || crude === null) return null;
  return {
    crude: crude.value,
    pooled: pooled.value,
    interval: pooled.interval,
    homogeneity: pooled.homogeneity,
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

type Line = Restratified['strata'][number];

function shareLine({ value, x1, n1, x2, n2 }: StratumCounts & { readonly value: string }): Line {
  const side = (x: number, n: number) => (n > 0 ? { value: x / n, n } : null);
  const none = { value, a: side(x1, n1), b: side(x2, n2), difference: null, interval: null };
  if (!(n1 > 0 && n2 > 0)) return none;
  const found = newcombeDifference(x1, n1, x2, n2);
  return { ...none, difference: found.value, interval: Math.min(n1, n2) < FEWEST ? null : found.interval };
}

function lineOf(ranks: boolean, { value, a, b }: Stratum): Line {
  const side = (group: Group) => {
    const n = group.values.length;
    if (n === 0) return null;
    const of = ranks ? quantile(group.values, 0.5) : estimateOf(group).value;
    return Number.isFinite(of) ? { value: of, n } : null;
  };
  const [sideA, sideB] = [side(a), side(b)];
  const none = { value, a: sideA, b: sideB, difference: null, interval: null };
  if (sideA === null || sideB === null) return none;
  const few = Math.min(sideA.n, sideB.n) < FEWEST;
  if (ranks) {
    const found = rankSuperiority(a.values, b.values);
    return { ...none, difference: found?.value ?? null, interval: few ? null : (found?.interval ?? null) };
  }
  const found = estimateDifference(estimateOf(a), estimateOf(b));
  return { ...none, difference: sideA.value - sideB.value, interval: few ? null : (found?.interval ?? null) };
}
