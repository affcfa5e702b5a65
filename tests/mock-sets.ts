import type {
  FirstMatchView,
  OverlapView,
  QualityView,
  SegmentView,
  SetRequest,
} from '../src/protocol/engine-api';
import { qualityBadges } from '../src/segments/quality-badges';

/** Believable overlaps of segments of which only sizes are known: every part is a share of the smallest in it. */
export function mockOverlap(views: readonly SegmentView[], asOf: number, population: number): OverlapView {
  const ids = views.map((v) => v.segment.id);
  const parts: { segmentIds: string[]; count: number }[] = [];
  for (let code = 1; code < 1 << views.length; code++) {
    const inside = views.filter((_, i) => (code >>> i) & 1);
    const least = Math.min(...inside.map((v) => v.size));
    const count = Math.floor(least / 2 ** (2 * inside.length - 1));
    if (count > 0) parts.push({ segmentIds: inside.map((v) => v.segment.id), count });
  }
  const sum = (wanted: (ids: readonly string[]) => boolean) =>
    parts.filter((p) => wanted(p.segmentIds)).reduce((n, p) => n + p.count, 0);
  const inAny = sum(() => true);
  const size = (id: string) => sum((of) => of.includes(id));
  return {
    asOf,
    population,
    segments: views.map((v) => ({ id: v.segment.id, size: size(v.segment.id), unknown: v.unknown })),
    parts: parts.sort((a, b) => b.count - a.count),
    inNone: population - inAny - 7,
    unplaced: 7,
    pairs: ids.map((a) =>
      ids.map((b) => {
        const shared = sum((of) => of.includes(a) && of.includes(b));
        const either = size(a) + size(b) - shared;
        return { shared, either, jaccard: either === 0 ? null : shared / either };
      }),
    ),
    inAny,
    inAll: sum((of) => of.length === ids.length),
    inFirstOnly: sum((of) => of.length === 1 && of[0] === ids[0]),
  };
}

export function mockFirstMatch(
  views: readonly SegmentView[],
  asOf: number,
  population: number,
): FirstMatchView {
  const groups = views.map(({ segment, size }, i) => {
    const taken = views.slice(0, i).map((earlier, j) => ({
      by: earlier.segment.id,
      count: Math.floor(Math.min(size, earlier.size) / (4 + 2 * j)),
    }));
    const lost = taken.reduce((sum, t) => sum + t.count, 0);
    return { id: segment.id, size, exclusive: Math.max(0, size - lost), taken, untold: 0 };
  });
  const placed = groups.reduce((sum, g) => sum + g.exclusive, 0);
  return { asOf, population, groups, rest: Math.max(0, population - placed - 12), unknown: 12 };
}

export function mockQuality(view: SegmentView, asOf: number, population: number): QualityView {
  const quality = {
    size: {
      people: view.size,
      measured: view.size,
      mean: 41_210,
      halfWidth: 3_120,
      smallestDifference: 4_500,
      testNeeds: 912,
    },
    etaSquared: 0.081,
    closest: { place: 0, jaccard: 0.62 },
    kept: { before: 398, still: 251, untold: 3, share: 251 / 395 },
    reachable: [
      { channel: 'email' as const, reachable: 301, untold: 60, held: true },
      { channel: 'sms' as const, reachable: 0, untold: 0, held: false },
    ],
    unknown: { people: view.unknown, share: population === 0 ? null : view.unknown / population },
  };
  return {
    ...quality,
    closest: { id: 'library:loyal', jaccard: 0.62 },
    asOf,
    before: asOf - 30 * 86_400_000,
    goal: 'revenue',
    goals: ['revenue', 'orders'],
    currency: 'PLN',
    population,
    badges: qualityBadges(quality),
  };
}

/** The views a request names, in its order. */
export function viewsOf(views: readonly SegmentView[], { segmentIds }: SetRequest): readonly SegmentView[] {
  return segmentIds.flatMap((id) => views.filter((v) => v.segment.id === id));
}
