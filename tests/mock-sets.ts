import { Bitset } from '../src/core/bitset';
import { DAY_MS, dayOf, dayToCivil } from '../src/core/time/calendar';
import type {
  DialectId,
  FirstMatchView,
  OccasionCalendar,
  OverlapView,
  QualityView,
  RfmView,
  SegmentView,
  SetRequest,
} from '../src/protocol/engine-api';
import { COUNTRIES } from '../src/segments/occasions/countries';
import { nextDay, occasionRule } from '../src/segments/occasions/occasion-days';
import type { OccasionSettings } from '../src/segments/occasions/occasion-settings';
import { OCCASIONS } from '../src/segments/occasions/occasions';
import type { Scores } from '../src/segments/percentile-scores';
import { qualityBadges } from '../src/segments/quality/quality-badges';
import { dialectView } from '../src/segments/rfm/dialect-view';
import { RFM_DIALECTS, type RfmTable, tableDialect } from '../src/segments/rfm/rfm-dialects';

/** Believable overlaps of segments of which only sizes are known: every part is a share of the smallest in it. */
export function mockOverlap(views: readonly SegmentView[], asOf: number, population: number): OverlapView {
  const ids = views.map((v) => v.segment.id);
  const parts: { segmentIds: string[]; count: number }[] = [];
  for (let code = 1; code < 1 << views.length; code++) {
    const inside = views.filter((_, i) => (code >>> i) & 1);
    const least = Math.min(...inside.map((v) => v.size ?? 0));
    const count = Math.floor(least / (3 * 2 ** (2 * inside.length - 2)));
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
  const groups = views.map(({ segment, size: counted }, i) => {
    const size = counted ?? 0;
    const taken = views.slice(0, i).map((earlier, j) => ({
      by: earlier.segment.id,
      count: Math.floor(Math.min(size, earlier.size ?? 0) / (4 + 2 * j)),
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
      people: view.size ?? 0,
      measured: view.size ?? 0,
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
    closest: { id: 'library:rfm-loyal', jaccard: 0.62 },
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

const BUYERS = 5_021;

/** Believable scores: who bought often bought lately and much, more often than not. */
function mockScores(letter: number, cuts: readonly (readonly [number, number])[]): Scores {
  const scores = Uint8Array.from({ length: BUYERS }, (_, p) => {
    const base = (p * 7919) % 5;
    const shift = ((p * (letter + 3) * 104_729) >>> 3) % 3;
    return 1 + Math.min(4, Math.max(0, base + (p % 3 === 0 ? shift - 1 : 0)));
  });
  return {
    scores,
    n: BUYERS,
    bands: cuts.map(([from, to], i) => ({
      score: i + 1,
      from,
      to,
      n: scores.filter((score) => score === i + 1).length,
    })),
  };
}

export function mockRfm(id: DialectId, table: RfmTable, tableChanged: boolean): RfmView {
  const dialect = RFM_DIALECTS.find((d) => d.id === id) ?? tableDialect(table);
  const scores = {
    held: true,
    buyers: BUYERS,
    recency: mockScores(0, [
      [262, 364],
      [141, 261],
      [70, 140],
      [22, 69],
      [0, 21],
    ]),
    frequency: mockScores(1, [
      [1, 1],
      [2, 2],
      [3, 4],
      [5, 8],
      [9, 61],
    ]),
    monetary: mockScores(2, [
      [0, 4_900],
      [4_910, 11_000],
      [11_010, 24_900],
      [24_950, 61_000],
      [61_100, 912_300],
    ]),
  };
  return {
    ...dialectView(scores, dialect, Bitset.full(BUYERS)),
    asOf: Date.UTC(2026, 9, 31),
    currency: 'PLN',
    dialect: id,
    table,
    tableChanged,
  };
}

export function mockOccasions(settings: OccasionSettings, asOf: number): OccasionCalendar {
  const home = settings.country ?? 'PL';
  const today = dayOf(asOf) + 1;
  return {
    asOf,
    settings,
    home,
    likelyHome: 'PL',
    countries: [...COUNTRIES.keys()],
    withoutCalendar: ['Malta'],
    occasions: OCCASIONS.map((occasion, i) => {
      const byDay = new Map<number, string[]>();
      for (const country of new Set([home, 'PL', 'DE', 'CZ', 'GB'])) {
        const rule = occasionRule(occasion, country);
        const day = rule === null ? null : nextDay(rule, today, dayToCivil(today).year);
        if (day !== null) byDay.set(day, [...(byDay.get(day) ?? []), country]);
      }
      const on = settings.changed[occasion.id]?.on ?? occasion.off !== true;
      return {
        id: occasion.id,
        day: occasion.day,
        why: occasion.why,
        on,
        before: settings.changed[occasion.id]?.before ?? occasion.before,
        usualBefore: occasion.before,
        until: occasion.until,
        next: [...byDay].map(([day, countries]) => ({ countries, at: day * DAY_MS })),
        buyers: on ? 210 + 37 * i : null,
      };
    }),
  };
}
