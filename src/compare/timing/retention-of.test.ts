import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../../tests/segment-members';
import { DAY_MS, isoDay, parseIso } from '../../core/time/calendar';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';
import type { RetentionDefinition } from '../comparison';
import { retentionOf } from './retention-of';

const DEFINITIONS: readonly RetentionDefinition[] = ['on', 'on-or-after', 'every-period', 'any-so-far'];
const order = (person: string, time: string) => ({ person, time, total: 1 });

const shop = datasetOf({
  orders: [
    order('a', '2024-01-05'),
    order('a', '2024-02-05'),
    order('a', '2024-04-05'),
    order('b', '2024-01-31'),
    order('b', '2024-03-01'),
    order('c', '2024-01-15'),
    order('d', '2024-03-20'),
    order('d', '2024-04-29'),
  ],
});
const retention = (definition: RetentionDefinition) =>
  retentionOf(
    shop,
    { comparison: HELD_REQUEST, definition, every: 'month', periods: 3 },
    [segmentMembers(shop.people.size, 's', [0, 1])],
    0,
  );

describe('retention', () => {
  // January: a, b, c. April is not over on the 29th.
  it.each([
    ['on', [1, 1 / 3, 1 / 3, null]],
    ['on-or-after', [1, 2 / 3, 2 / 3, null]],
    ['every-period', [1, 1 / 3, 0, null]],
    ['any-so-far', [1, 1 / 3, 2 / 3, null]],
  ] as const)('"%s" is a definition of its own', (definition, kept) => {
    const { cohorts } = retention(definition);
    expect(cohorts.map((c) => [isoDay(c.from), c.size])).toEqual([
      ['2024-01-01', 3],
      ['2024-02-01', 0],
      ['2024-03-01', 1],
      ['2024-04-01', 0],
    ]);
    expect(cohorts[0]?.kept).toEqual(kept);
    expect(cohorts[2]?.kept).toEqual([1, null, null, null]);
  });

  it('draws a curve for the segment and for everyone, out of those whose month is over', () => {
    const { curves } = retention('on');
    expect(curves.map((c) => c.segmentId)).toEqual(['own:s', null]);
    expect(curves[0]?.points[1]).toEqual({ value: 0.5, n: 2, interval: wilsonInterval(1, 2) });
    expect(curves[1]?.points.map((p) => p?.n ?? null)).toEqual([4, 3, 3, null]);
  });

  it('agrees with a plain count', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => isoDay(Date.UTC(2023, 10, 3) + n * DAY_MS));
    const orders = fc.array(fc.record({ person: fc.integer({ min: 0, max: 9 }).map(String), time: day }), {
      minLength: 1,
      maxLength: 60,
      size: 'max',
    });
    const month = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
    fc.assert(
      fc.property(orders, fc.constantFrom(...DEFINITIONS), fc.option(day), (rows, definition, cut) => {
        const dataset = datasetOf({ orders: rows.map((row) => ({ ...row, total: 1 })) });
        const inside = [...dataset.people.label.dictionary.keys()].filter((p) => p % 2 === 0);
        const asOf = cut ?? rows.map((r) => r.time).reduce((a, b) => (a > b ? a : b));
        const got = retentionOf(
          dataset,
          { comparison: { ...HELD_REQUEST, asOf: parseIso(asOf) }, definition, every: 'month', periods: 5 },
          [segmentMembers(dataset.people.size, 's', inside)],
          0,
        );
        const finished = month(isoDay((parseIso(asOf) ?? 0) + DAY_MS)) - 1;
        const monthsOf = dataset.people.label.dictionary.map((label) =>
          rows.filter((r) => r.person === label && r.time <= asOf).map((r) => month(r.time)),
        );
        const people = monthsOf.filter((months) => months.length > 0);
        const isKept = (months: readonly number[], k: number) => {
          const start = Math.min(...months);
          const has = (j: number) => months.includes(start + j);
          const upTo = Array.from({ length: k }, (_, i) => 1 + i);
          if (k === 0 || definition === 'on') return has(k);
          if (definition === 'on-or-after') return months.some((m) => m >= start + k);
          return definition === 'every-period' ? upTo.every(has) : upTo.some(has);
        };
        for (const cohort of got.cohorts) {
          const start = month(isoDay(cohort.from));
          const mine = people.filter((months) => Math.min(...months) === start);
          expect(cohort.size).toBe(mine.length);
          cohort.kept.forEach((value, k) => {
            if (mine.length === 0 || start + k > finished) {
              expect(value).toBeNull();
              return;
            }
            expect(value).toBe(mine.filter((months) => isKept(months, k)).length / mine.length);
          });
        }
        const members = inside.map((p) => monthsOf[p] ?? []).filter((months) => months.length > 0);
        [members, people].forEach((line, i) => {
          got.curves[i]?.points.forEach((point, k) => {
            const over = line.filter((months) => Math.min(...months) + k <= finished);
            const kept = over.filter((months) => isKept(months, k)).length;
            expect(point && [point.n, point.value]).toEqual(
              over.length === 0 ? null : [over.length, kept / over.length],
            );
          });
        });
        expect(got.cohorts.reduce((n, c) => n + c.size, 0)).toBe(people.length);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('is for people only', () => {
    expect(() =>
      retentionOf(
        shop,
        { comparison: { ...HELD_REQUEST, grain: 'aggregate' }, definition: 'on', every: 'month', periods: 1 },
        [],
        0,
      ),
    ).toThrow('compare/no-data');
  });
});
