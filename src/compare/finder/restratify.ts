import { differenceHomogeneity } from '../../stats/groups/difference-homogeneity';
import type { Interval } from '../../stats/interval';
import type { Estimate } from '../../stats/means/estimate';
import { estimateDifference } from '../../stats/means/estimate-difference';
import { residualEstimate } from '../../stats/means/mean-estimate';
import { newcombeDifference } from '../../stats/proportions/newcombe-difference';
import { quantile } from '../../stats/ranks/quantile';
import { rankSuperiority } from '../../stats/ranks/rank-superiority';
import { mantelHaenszel } from '../../stats/strata/mantel-haenszel';
import type { StratumCounts } from '../../stats/strata/odds-homogeneity';
import { pooledStrata } from '../../stats/strata/pooled-strata';
import type { HitsWithin } from './candidate';
import type { DealtTrait, EstimatesWithin } from './dealt-trait';
import type { Restratified, StratifierId, StratumVerdict } from './findings';
import type { StratumPlaces } from './stratum-places';

/** Under this part of what it was, a difference has weakened. */
const STILL = 2 / 3;
/** A stratum with fewer on a side has no line of its own to say anything by; it is pooled all the same. */
const FEWEST = 5;

/** All strata are pooled; so many are shown. */
const MOST_LINES = 40;

/**
 * A difference within the strata of another field. Shares are pooled by Mantel and Haenszel; means, ratios and ranks
 * with the same weights. Null where fewer than two strata hold people of both sides.
 */
export function restratify(dealt: DealtTrait, by: StratumPlaces): Restratified | null {
  switch (dealt.trait.kind) {
    case 'share':
      return ofHits(dealt.hits(by), by);
    case 'rank':
      return ofRanks(dealt, by);
    default:
      return ofMeans(dealt.estimates(by), by);
  }
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

interface Pooled {
  readonly crude: number;
  readonly pooled: number;
  readonly interval: Interval;
  readonly homogeneity: number | null;
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

function ofHits({ hits, sizes, unknown }: HitsWithin, { id, names }: StratumPlaces): Restratified | null {
  const strata = names.flatMap((value, s) => {
    const [x1, n1, x2, n2] = [hits[s]!, sizes[s]!, hits[names.length + s]!, sizes[names.length + s]!];
    return n1 + n2 === 0 ? [] : { value, x1, n1, x2, n2 };
  });
  return restratifyCounts(id, strata, unknown);
}

function ofMeans(
  { estimates, sums, bases, unknown }: EstimatesWithin,
  { id, names }: StratumPlaces,
): Restratified | null {
  const strata = names.flatMap((value, s) => {
    const [a, b] = [estimates[s]!, estimates[names.length + s]!];
    return a.n + b.n === 0 ? [] : { value, s, a, b };
  });
  const held = strata.filter(({ a, b }) => a.n > 0 && b.n > 0);
  if (held.length < 2) return null;
  const pooled = pooledStrata(
    held.map(({ a, b }) => ({
      value: a.value - b.value,
      variance: a.variance + b.variance,
      n1: a.n,
      n2: b.n,
    })),
  );
  if (pooled === null) return null;
  const whole = (first: number) => {
    const [sum, base] = [sums, bases].map((of) => held.reduce((total, { s }) => total + of[first + s]!, 0));
    return sum! / base!;
  };
  const lines = strata.map(({ value, a, b }): Line => {
    const none = lineOf(value, [a.value, a.n], [b.value, b.n]);
    if (none.a === null || none.b === null) return none;
    const interval = isFew(a.n, b.n) ? null : (estimateDifference(a, b)?.interval ?? null);
    return { ...none, difference: a.value - b.value, interval };
  });
  const crude = whole(0) - whole(names.length);
  return judged(id, { ...pooled, crude, pooled: pooled.value }, lines, 0, unknown);
}

function ofRanks(dealt: DealtTrait, by: StratumPlaces): Restratified | null {
  const { groups, unknown } = dealt.ranks(by);
  const strata = by.names.flatMap((value, s) => {
    const [a, b] = [groups[s]!, groups[by.names.length + s]!];
    return a.length + b.length === 0 ? [] : { value, s, a, b, found: rankSuperiority(a, b) };
  });
  const held = strata.filter(({ a, b }) => a.length > 0 && b.length > 0);
  if (held.length < 2) return null;
  const pooled = pooledStrata(
    held.flatMap(({ a, b, found }) => (found === null ? [] : [{ ...found, n1: a.length, n2: b.length }])),
  );
  const crude = dealt.superiority(
    by,
    held.map(({ s }) => s),
    held.reduce((n, { a, b }) => n + a.length + b.length, 0),
  );
  if (pooled === null || crude === null) return null;
  const lines = strata.map(({ value, a, b, found }): Line => {
    const none = lineOf(value, [quantile(a, 0.5), a.length], [quantile(b, 0.5), b.length]);
    if (none.a === null || none.b === null || found === null) return none;
    return { ...none, difference: found.value, interval: isFew(a.length, b.length) ? null : found.interval };
  });
  return judged(by.id, { ...pooled, crude: crude.value, pooled: pooled.value }, lines, 0.5, unknown);
}

type Line = Restratified['strata'][number];

type LineSide = readonly [value: number, n: number];

function lineOf(value: string, a: LineSide, b: LineSide): Line {
  const side = ([of, n]: LineSide) => (n > 0 && Number.isFinite(of) ? { value: of, n } : null);
  return { value, a: side(a), b: side(b), difference: null, interval: null };
}

const isFew = (nA: number, nB: number): boolean => Math.min(nA, nB) < FEWEST;

function shareLine({ value, x1, n1, x2, n2 }: StratumCounts & { readonly value: string }): Line {
  const none = lineOf(value, [x1 / n1, n1], [x2 / n2, n2]);
  if (none.a === null || none.b === null) return none;
  const found = newcombeDifference(x1, n1, x2, n2);
  return { ...none, difference: found.value, interval: isFew(n1, n2) ? null : found.interval };
}
