import { seededRandom } from '../../core/seeded-random';
import { type Clusters, kMeans } from '../k-means';
import { spreadStarts } from '../spread-starts';
import { distances } from './distances';
import { evenPoints } from './even-points';
import { oneCloud } from './one-cloud';
import { silhouette } from './silhouette';

export const FEWEST_GROUPS = 2;
export const MOST_GROUPS = 8;
/** Below it groups are not told from a cloud's own parts (L. Kaufman and P. J. Rousseeuw, Finding Groups in Data, 1990). */
export const CLEAR_SILHOUETTE = 0.25;
/** The data must beat each of them: by chance alone that happens once in twenty times. */
export const CLOUDS = 19;
/** Points all distances are taken between. */
const SAMPLE = 700;
const STARTS = 6;
const CLOUD_STARTS = 2;
const SEED = 1957;
/** Iterations over everybody between two steps, and how many times that at most. */
const AT_ONCE = 8;
const MOST_ROUNDS = 12;
/** How far the work is when everybody is parted, 0 to 1. */
const PARTING = 0.7;

export interface ChosenGroups {
  readonly clusters: Clusters;
  readonly k: number;
  /** Of each k tried, from two on. */
  readonly tried: readonly { readonly k: number; readonly silhouette: number }[];
  /** The best silhouette of any k, over clouds without groups: the largest of them. */
  readonly withoutGroups: number;
  /** Whether these, and whether the best there are, are above both bounds. */
  readonly clear: boolean;
  readonly bestClear: boolean;
  /** Points the silhouettes are of. */
  readonly sample: number;
}

/**
 * K-means over standardised points for the k whose silhouette is best (or the one asked for), and whether they are
 * groups at all. The same points give the same groups. Null where there are fewer different points than two.
 */
export function* chooseGroups(
  points: Float64Array,
  dimensions: number,
  wanted: number | null,
): Generator<number, ChosenGroups | null> {
  const d = dimensions;
  const sample = evenPoints(points, d, SAMPLE);
  const random = seededRandom(SEED);
  const best = yield* groupings(sample, d, random, STARTS, 0);
  if (best.length === 0) return null;
  const tried = best.map(({ k, silhouette: of }) => ({ k, silhouette: of }));
  const top = best.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  let withoutGroups = Number.NEGATIVE_INFINITY;
  for (let cloud = 0; cloud < CLOUDS; cloud++) {
    for (const { silhouette: of } of yield* groupings(
      oneCloud(sample, d, random),
      d,
      random,
      CLOUD_STARTS,
      (PARTING * (cloud + 1)) / (CLOUDS + 1),
    ))
      withoutGroups = Math.max(withoutGroups, of);
  }
  const chosen = best.find(({ k }) => k === wanted) ?? top;
  const isClear = ({ silhouette: of }: Grouping) => of >= CLEAR_SILHOUETTE && of > withoutGroups;
  let clusters = kMeans(points, d, chosen.centres, AT_ONCE);
  // What moves after so many rounds is a person here and there.
  for (let round = 1; !clusters.settled && round < MOST_ROUNDS; round++) {
    yield PARTING + (1 - PARTING) * (round / MOST_ROUNDS);
    clusters = kMeans(points, d, clusters.centres, AT_ONCE);
  }
  return {
    clusters,
    k: chosen.k,
    tried,
    withoutGroups,
    clear: isClear(chosen),
    bestClear: isClear(top),
    sample: sample.length / d,
  };
}

interface Grouping {
  readonly k: number;
  readonly silhouette: number;
  readonly centres: Float64Array;
}

/** Of each k the tightest of several starts; none of a k there are too few different points for. */
function* groupings(
  points: Float64Array,
  d: number,
  random: () => number,
  starts: number,
  /** How far all the work is while this part of it goes on, 0 to 1. */
  done: number,
): Generator<number, readonly Grouping[]> {
  const between = distances(points, d);
  const out: Grouping[] = [];
  for (let k = FEWEST_GROUPS; k <= MOST_GROUPS; k++) {
    let best: Clusters | null = null;
    for (let start = 0; start < starts; start++) {
      const from = spreadStarts(points, d, k, random);
      if (from.length < k * d) return out;
      const found = kMeans(points, d, from);
      if (best === null || found.withinSquares < best.withinSquares) best = found;
    }
    if (best === null) return out;
    out.push({ k, silhouette: silhouette(between, best.of, k), centres: best.centres });
    yield done;
  }
  return out;
}
