import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { parseIso } from '../../core/time/calendar';
import { scopeOf } from '../engine/scope';
import { evaluateRule } from '../evaluate-rule';
import { percentileScores, quantileCutScores } from '../percentile-scores';
import { RFM_GROUPS } from '../rule/rule';
import { RFM_CELLS, rfm } from './rfm';

const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Number.NaN)), { maxLength: 40 });

describe('scores by percentile', () => {
  it('count, in fifths, the share of people strictly worse', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('more' as const, 'less' as const), (list, better) => {
        const { scores, n } = percentileScores(Float64Array.from(list), better);
        const held = list.filter((v) => !Number.isNaN(v));
        expect(n).toBe(held.length);
        list.forEach((v, i) => {
          const worse = held.filter((w) => (better === 'more' ? w < v : w > v)).length;
          expect(scores[i]).toBe(Number.isNaN(v) ? 0 : 1 + Math.floor((5 * worse) / held.length));
        });
      }),
    );
  });

  it('give equal values equal scores, and better values no worse ones, by either method', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('more' as const, 'less' as const), (list, better) => {
        for (const method of [percentileScores, quantileCutScores]) {
          const { scores, bands } = method(Float64Array.from(list), better);
          for (let i = 0; i < list.length; i++) {
            for (let j = 0; j < list.length; j++) {
              const a = list[i] as number;
              const b = list[j] as number;
              if (a === b) expect(scores[i]).toBe(scores[j]);
              if (better === 'more' ? a > b : a < b)
                expect(scores[i]).toBeGreaterThanOrEqual(scores[j] as number);
            }
          }
          for (const band of bands) {
            const those = list.filter((_, i) => scores[i] === band.score);
            expect([band.from, band.to, band.n]).toEqual([
              Math.min(...those),
              Math.max(...those),
              those.length,
            ]);
          }
        }
      }),
    );
  });

  it('leave one-time buyers at 1 where most people are one-time buyers', () => {
    const orders = Float64Array.from({ length: 100 }, (_, i) => (i < 60 ? 1 : i < 80 ? 2 : i - 77));
    expect(new Set(percentileScores(orders, 'more').scores.slice(0, 60))).toEqual(new Set([1]));
  });
});

describe('scores by cuts at quantiles', () => {
  it('put a value on a cut into the band above, the cut being one past the quantile', () => {
    // Quantiles 1.8, 2.6, 3.4, 4.2 of 1 to 5.
    const values = Float64Array.of(1, 2, 3, 4, 5);
    expect([...quantileCutScores(values, 'more').scores]).toEqual([1, 1, 2, 3, 4]);
    expect([...quantileCutScores(values, 'less').scores]).toEqual([5, 5, 4, 3, 2]);
  });
});

describe('the ten groups', () => {
  it('cover every cell of recency and frequency exactly once', () => {
    for (let r = 1; r <= 5; r++) {
      for (let f = 1; f <= 5; f++) {
        const covering = RFM_GROUPS.filter((group) => {
          const cells = RFM_CELLS[group];
          return r >= cells.r[0] && r <= cells.r[1] && f >= cells.f[0] && f <= cells.f[1];
        });
        expect(covering, `R ${r} F ${f}`).toHaveLength(1);
      }
    }
  });

  it('lie where the product says', () => {
    const cells = (group: keyof typeof RFM_CELLS) => RFM_CELLS[group];
    expect(cells('champions')).toEqual({ r: [5, 5], f: [4, 5] });
    expect(cells('new')).toEqual({ r: [5, 5], f: [1, 1] });
    expect(cells('cant-lose')).toEqual({ r: [1, 2], f: [5, 5] });
    expect(cells('at-risk')).toEqual({ r: [1, 2], f: [3, 4] });
    expect(cells('potential-loyalists')).toEqual({ r: [4, 5], f: [2, 3] });
  });

  const asOf = parseIso('2024-06-30') as number;
  const dataset = datasetOf({
    people: [{ id: 'never bought' }],
    orders: [
      ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((person, i) =>
        Array.from({ length: i + 1 }, (_, n) => ({
          person,
          time: `2024-0${1 + i}-${String(10 + n).padStart(2, '0')}`,
          total: 10 * (i + 1),
        })),
      ),
      { person: 'g', time: '2024-06-01', sale: false, refunded: 5 },
      { person: 'later', time: '2024-07-01', total: 5 },
    ],
  });

  it('part everybody who has bought by the as-of', () => {
    const found = RFM_GROUPS.map((group) =>
      evaluateRule(
        dataset,
        { kind: 'rfm', groups: [group] },
        { asOf, currency: 'USD', segment: () => null, reportId: null },
      ),
    );
    expect(found.reduce((n, m) => n + m.in.count(), 0)).toBe(6);
    expect(found.every((m) => m.unknown.count() === 0)).toBe(true);
    const scores = rfm(scopeOf(dataset, asOf, 'USD'));
    expect(scores.buyers).toBe(6);
    expect([...scores.monetary.scores].filter((s) => s > 0)).toEqual([1, 1, 2, 3, 4, 5]);
  });

  it('are unknown where fewer have bought than there are scores', () => {
    const few = datasetOf({ orders: [{ person: 'a', time: '2024-01-01', total: 1 }] });
    const found = evaluateRule(
      few,
      { kind: 'rfm', groups: [...RFM_GROUPS] },
      { asOf, currency: 'USD', segment: () => null, reportId: null },
    );
    expect([found.in.count(), found.unknown.count()]).toEqual([0, 1]);
  });
});
