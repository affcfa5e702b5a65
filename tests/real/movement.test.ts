import { describe, expect, it } from 'vitest';
import { movementOf } from '../../src/compare/movement/movement-of';
import { Placement } from '../../src/compare/movement/placement';
import { sizesOverTime } from '../../src/compare/movement/sizes-over-time';
import { parseIso } from '../../src/core/time/calendar';
import { SEGMENT_FAMILIES } from '../../src/segments/families';
import { libraryFor } from '../../src/segments/library';
import type { Segment } from '../../src/segments/segment';
import { datasetOf } from '../dataset-of';
import { plainMoves, plainRfm } from '../plain-rfm';
import { hasShared, sharedText } from '../shared-data';

const day = (iso: string) => parseIso(iso) as number;
const context = { currency: 'USD', segment: () => null };
const [FROM, TO] = ['1998-03-31', '1998-06-30'] as const;

describe.skipIf(!hasShared)('movement of CDNOW’s customers (needs shared data)', () => {
  const sales = hasShared
    ? sharedText('data/cdnow/CDNOW_master.txt.gz')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => {
          const [person, date, , dollars] = line.trim().split(/\s+/) as [string, string, string, string];
          return {
            person,
            day: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`,
            cents: Math.round(Number(dollars) * 100),
          };
        })
    : [];
  const dataset = datasetOf({
    orders: sales.map(({ person, day: time, cents }) => ({ person, time, total: cents / 100 })),
  });
  const { segments: library } = libraryFor(dataset, { asOf: day(TO), currency: 'USD' });
  const groups = SEGMENT_FAMILIES.rfm.map((id) => library.find((s) => s.id === id) as Segment);
  const rules = groups.map(({ rule }) => rule);

  it('between RFM groups from 31 March to 30 June 1998 is what plain code counts, money included', () => {
    const movement = movementOf(
      dataset,
      { segmentIds: groups.map(({ id }) => id), from: day(FROM), to: day(TO), currency: null },
      groups,
      Placement.at(dataset, rules, day(FROM), context),
      Placement.at(dataset, rules, day(TO), context),
    );
    const name = (at: number) => movement.states[at]?.name?.en ?? movement.states[at]?.kind ?? '';
    const key = (flow: { from: number; to: number }) => `${name(flow.from)} → ${name(flow.to)}`;
    expect(Object.fromEntries(movement.flows.map((f) => [key(f), f.people]))).toEqual(
      Object.fromEntries(plainMoves(sales, FROM, TO)),
    );
    expect(movement.people.to).toBe(23_570);

    const [then, now] = [plainRfm(sales, FROM), plainRfm(sales, TO)];
    const spent = (after: string, until: string) => {
      const sums = new Map<string, number>();
      for (const { person, day: at, cents } of sales) {
        if (at <= after || at > until) continue;
        const flow = `${then.get(person)} → ${now.get(person)}`;
        sums.set(flow, (sums.get(flow) ?? 0) + cents);
      }
      return sums;
    };
    // 91 days between the two, so 31 December is the day before as many.
    const [between, before] = [spent(FROM, TO), spent('1997-12-30', FROM)];
    for (const flow of movement.flows) {
      expect(flow.between.revenueMinor, key(flow)).toBeCloseTo(between.get(key(flow)) ?? 0, 4);
      expect(flow.before.revenueMinor, key(flow)).toBeCloseTo(before.get(key(flow)) ?? 0, 4);
    }
  });

  it('sizes by month are those of the data cut there', async () => {
    const { points, lines } = await sizesOverTime(
      dataset,
      { segmentIds: [], every: 'month', asOf: null, exclusive: true, currency: null },
      groups,
      day(TO),
      context,
      async () => {},
    );
    expect(points).toHaveLength(18);
    for (const i of [2, 9, 17]) {
      const at = new Date(points[i]?.at ?? 0).toISOString().slice(0, 10);
      const counted = new Map<string, number>();
      for (const group of plainRfm(sales, at).values()) counted.set(group, (counted.get(group) ?? 0) + 1);
      expect(Object.fromEntries(lines.map((l) => [l.name.en, l.sizes[i]?.in]))).toEqual(
        Object.fromEntries(groups.map((g) => [g.name.en, counted.get(g.name.en) ?? 0])),
      );
    }
  });
});
