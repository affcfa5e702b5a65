import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../tests/segment-members';
import { DAY_MS, isoDay, parseIso } from '../core/time/calendar';
import { estimateDifference } from '../stats/means/estimate-difference';
import { estimateInterval } from '../stats/means/estimate-interval';
import { meanEstimate } from '../stats/means/mean-estimate';
import { rangedInterval } from '../stats/means/ranged-interval';
import { ratioEstimate } from '../stats/means/ratio-estimate';
import { newcombeDifference } from '../stats/proportions/newcombe-difference';
import { wilsonInterval } from '../stats/proportions/wilson-interval';
import { comparePeople } from './compare-people';
import type { Cell, ComparisonRequest } from './comparison';

/**
 * The definitions of product.md §5 once more, as plainly as they are worded there, over plain rows: no columns, no
 * bitsets, no shared helper but the interval of a list of numbers.
 */
interface Plain {
  readonly person: string;
  readonly day: string;
  readonly total: number | null;
  readonly refunded: number;
  readonly units: number | null;
  readonly discount: number | null;
  readonly currency: string;
  readonly sale: boolean;
}

const DAY_ONE = Date.UTC(2023, 10, 20);
const dayAt = (n: number) => isoDay(DAY_ONE + n * DAY_MS);
const at = (day: string) => parseIso(day) ?? Number.NaN;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const order = fc.record({
  person: fc.integer({ min: 0, max: 14 }).map((n) => `p${n}`),
  day: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 60, max: 70 })).map(dayAt),
  total: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 8 }),
  refunded: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100 })),
  units: fc.option(fc.integer({ min: 1, max: 9 })),
  discount: fc.option(fc.integer({ min: 0, max: 50 })),
  currency: fc.constantFrom('PLN', 'PLN', 'PLN', 'EUR'),
  sale: fc.boolean().chain((b) => (b ? fc.constant(true) : fc.constantFrom(true, true, false))),
});

const scene = fc.record({
  orders: fc.array(order, { minLength: 1, maxLength: 80, size: 'max' }),
  visitors: fc.integer({ min: 0, max: 5 }),
  inside: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 14, size: 'max' }),
  unknown: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 3 }),
  measured: fc.constantFrom<ComparisonRequest['measured']>(
    { kind: 'held' },
    { kind: 'last', days: 60 },
    { kind: 'after', days: 45 },
  ),
  asOf: fc.option(fc.integer({ min: 40, max: 190 }).map(dayAt)),
});

function naive(
  orders: readonly Plain[],
  people: readonly string[],
  from: string,
  to: string,
  allTime: boolean,
) {
  const mine = orders.filter((o) => people.includes(o.person));
  const within = mine.filter((o) => o.day >= from && o.day <= to);
  const sales = within.filter((o) => o.sale);
  const priced = within.filter((o) => o.currency === 'PLN' && (!o.sale || o.total !== null));
  const paid = priced.filter((o) => o.sale);
  const gross = (list: readonly Plain[]) => sum(list.map((o) => (o.sale ? (o.total ?? 0) : 0)));
  const back = (list: readonly Plain[]) => sum(list.map((o) => o.refunded));
  const of = <T extends { person: string }>(list: readonly T[], p: string) =>
    list.filter((o) => o.person === p);
  const count = (min: number) => people.filter((p) => of(sales, p).length >= min).length;

  const gaps = people.flatMap((p) => {
    const days = [
      ...new Set(
        of(mine, p)
          .filter((o) => o.sale)
          .map((o) => o.day),
      ),
    ].sort();
    return days
      .slice(1)
      .flatMap((day, i) => (day >= from && day <= to ? [(at(day) - at(days[i] as string)) / DAY_MS] : []));
  });
  gaps.sort((a, b) => a - b);
  const middle = (gaps.length - 1) / 2;
  const median = ((gaps[Math.floor(middle)] ?? Number.NaN) + (gaps[Math.ceil(middle)] ?? Number.NaN)) / 2;

  const retention = (month: number) => {
    const asked = people.flatMap((p) => {
      const days = of(mine, p)
        .filter((o) => o.sale)
        .map((o) => o.day)
        .sort();
      const first = days[0];
      if (first === undefined || first < from || first > to) return [];
      const wanted = monthNumber(first) + month;
      const tomorrow = isoDay(at(to) + DAY_MS);
      return monthNumber(tomorrow) > wanted ? [days.some((d) => monthNumber(d) === wanted)] : [];
    });
    return { hits: asked.filter(Boolean).length, of: asked.length };
  };

  const known = people.filter((p) => of(within, p).length === 0 || of(priced, p).length > 0);
  const withUnits = sales.filter((o) => o.units !== null);
  const withDiscount = paid.filter((o) => o.discount !== null);
  const clusters = people.filter((p) => of(priced, p).some((o) => o.sale || o.refunded > 0));
  return {
    size: people.length,
    allTime,
    orders: sales.length,
    revenue: 100 * (gross(priced) - back(priced)),
    gross: 100 * gross(priced),
    refunded: 100 * back(priced),
    paid: paid.length,
    buyers: count(1),
    repeaters: count(2),
    spends: known.map((p) => 100 * (gross(of(priced, p)) - back(of(priced, p)))),
    counts: people.map((p) => of(sales, p).length),
    aovX: clusters.map((p) => 100 * (gross(of(priced, p)) - back(of(priced, p)))),
    aovY: clusters.map((p) => of(paid, p).length),
    units: sum(withUnits.map((o) => o.units ?? 0)),
    unitOrders: withUnits.length,
    discount: 100 * sum(withDiscount.map((o) => o.discount ?? 0)),
    list: 100 * sum(withDiscount.map((o) => (o.total ?? 0) + (o.discount ?? 0))),
    gaps,
    median,
    retention,
    leftOut: within.length - priced.length,
  };
}

describe('a comparison against a plain reading of the definitions', () => {
  it('agrees on every metric, interval and difference', () => {
    fc.assert(
      fc.property(scene, ({ orders, visitors, inside, unknown, measured, asOf }) => {
        const rows: Plain[] = orders.map((o) => ({ ...o, ...(o.sale ? {} : { total: null }) }));
        const dataset = datasetOf({
          people: Array.from({ length: visitors }, (_, i) => ({ id: `v${i}` })),
          orders: rows.map(({ day, ...o }): OrderRow => ({ ...o, time: day })),
        });
        const days = rows.map((o) => o.day).sort();
        const end = days.at(-1) as string;
        const today = asOf ?? end;
        const known = (label: string) =>
          label.startsWith('v') || rows.some((o) => o.person === label && o.day <= today);
        const labels = dataset.people.label.dictionary;
        const numbered = (list: readonly number[]) =>
          list.filter((p) => p < labels.length && known(labels[p] as string));
        const ins = numbered(inside);
        const unknowns = numbered(unknown).filter((p) => !ins.includes(p));
        const result = comparePeople(
          dataset,
          { ...HELD_REQUEST, asOf: at(today), measured, currency: 'PLN' },
          [segmentMembers(labels.length, 's', ins, unknowns)],
          null,
          0,
        );
        const moved = (day: string, by: number) => isoDay(at(day) + by * DAY_MS);
        const [from, to] =
          measured.kind === 'held'
            ? ['0000-01-01', today]
            : measured.kind === 'last'
              ? [moved(today, 1 - measured.days), today]
              : [moved(today, 1), [moved(today, measured.days), end].sort()[0] as string];
        const names = (list: readonly number[]) => list.map((p) => labels[p] as string);
        const everyone = numbered(labels.map((_, p) => p));
        const group = (list: readonly number[]) =>
          naive(rows, names(list), from, to, measured.kind === 'held');
        const s = group(ins);
        const rest = group(everyone.filter((p) => !ins.includes(p) && !unknowns.includes(p)));
        const all = group(everyone);
        const cell = (id: string) => result.cells[0]?.[result.metrics.findIndex((m) => m.id === id)];

        expect(result.segments[0]).toMatchObject({
          size: ins.length,
          unknown: unknowns.length,
          population: everyone.length,
          base: { size: rest.size },
        });
        expect(cell('customers')).toMatchObject({ value: ins.length });
        if (everyone.length > 0) {
          expect(cell('share')).toMatchObject({
            value: ins.length / everyone.length,
            interval: wilsonInterval(ins.length, everyone.length),
          });
        }
        if (to < from) {
          expect(cell('orders')).toMatchObject({ reason: 'no-time-after-as-of' });
          return;
        }
        if (s.size === 0 || cell('orders')?.state === 'none') return;
        expect(cell('orders')).toMatchObject({ value: s.orders, n: s.orders });

        const proportion = (id: string, hits: number, of: number, restHits: number, restOf: number) => {
          const got = cell(id);
          if (of === 0) return expect(got?.state).toBe('none');
          if (got?.state !== 'value') throw new Error(`${id} has no value`);
          expect(got).toMatchObject({
            value: hits / of,
            n: of,
            numerator: hits,
            interval: wilsonInterval(hits, of),
          });
          if (restOf === 0) return expect(got.difference).toBeNull();
          const d = newcombeDifference(hits, of, restHits, restOf);
          expect(got.difference).toEqual({ value: d.value, interval: d.interval });
          expect(got.p === null).toBe(Math.min(of, restOf) < 10);
        };
        if (visitors > 0 || !s.allTime) proportion('conversion', s.buyers, s.size, rest.buyers, rest.size);
        proportion('repeat-rate', s.repeaters, s.buyers, rest.repeaters, rest.buyers);
        for (const month of [1, 3]) {
          const [a, b] = [s.retention(month), rest.retention(month)];
          proportion(`retention-month-${month}`, a.hits, a.of, b.hits, b.of);
        }

        const counts = cell('orders-per-customer');
        if (counts?.state !== 'value') throw new Error('no orders per customer');
        expect(counts.value).toBeCloseTo(sum(s.counts) / s.size, 9);
        closeTo(counts.interval, rangedInterval(meanEstimate(s.counts), 'not-negative'));
        if (rest.size > 0) {
          // Few people: their own interval, or one that dealing them out makes wider.
          const d = estimateDifference(meanEstimate(s.counts), meanEstimate(rest.counts));
          const got = counts.difference?.interval ?? null;
          expect(got === null).toBe(d === null);
          if (got !== null && d !== null && informedBoth(s.counts, rest.counts)) {
            expect(got.lo).toBeLessThanOrEqual(d.interval.lo + 1e-9);
            expect(got.hi).toBeGreaterThanOrEqual(d.interval.hi - 1e-9);
          }
        }

        const gap = cell('median-days-between-orders');
        if (s.gaps.length === 0) expect(gap?.state).toBe('none');
        else expect(gap).toMatchObject({ value: s.median, n: s.gaps.length });

        if (s.unitOrders > 0)
          expect(numberIn(cell('items-per-order'))).toBeCloseTo(s.units / s.unitOrders, 9);

        if (cell('revenue')?.state === 'none') {
          expect(rows.some((o) => o.sale && o.currency === 'PLN' && o.total !== null)).toBe(false);
          return;
        }
        expect(cell('revenue')).toMatchObject({ value: s.revenue, n: s.paid, leftOut: s.leftOut });
        expect(cell('gross-revenue')).toMatchObject({ value: s.gross });
        if (all.revenue > 0) expect(numberIn(cell('revenue-share'))).toBeCloseTo(s.revenue / all.revenue, 9);
        if (s.spends.length > 0) {
          const spend = cell('revenue-per-customer');
          expect(numberIn(spend)).toBeCloseTo(sum(s.spends) / s.spends.length, 6);
          closeTo(spend?.state === 'value' ? spend.interval : null, estimateInterval(meanEstimate(s.spends)));
        }
        if (s.paid > 0) {
          const aov = cell('aov');
          expect(numberIn(aov)).toBeCloseTo(s.revenue / s.paid, 6);
          closeTo(
            aov?.state === 'value' ? aov.interval : null,
            estimateInterval(ratioEstimate(s.aovX, s.aovY)),
          );
        } else expect(cell('aov')?.state).toBe('none');
        if (s.list > 0 && cell('discount-share')?.state === 'value')
          expect(numberIn(cell('discount-share'))).toBeCloseTo(s.discount / s.list, 9);
        if (s.gross > 0 && cell('refund-rate')?.state === 'value')
          expect(numberIn(cell('refund-rate'))).toBeCloseTo(s.refunded / s.gross, 9);
      }),
      { seed: 2025, numRuns: 120 },
    );
  });
});

function numberIn(cell: Cell | undefined): number {
  const value = cell?.state === 'value' ? cell.value : undefined;
  if (value === undefined) throw new Error(`no value in ${JSON.stringify(cell)}`);
  return value;
}

const informedBoth = (...groups: readonly (readonly number[])[]) =>
  groups.every((values) => values.filter((v) => v !== 0).length >= 2);

function closeTo(
  got: { readonly lo: number; readonly hi: number } | null,
  expected: { readonly lo: number; readonly hi: number } | null,
) {
  if (got === null || expected === null) return expect(got).toEqual(expected);
  expect(got.lo).toBeCloseTo(expected.lo, 5);
  expect(got.hi).toBeCloseTo(expected.hi, 5);
}
