import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { segmentMembers } from '../../../tests/segment-members';
import { isoDay, parseIso } from '../../core/time/calendar';
import { evaluateRule } from '../../segments/evaluate-rule';
import type { Rule } from '../../segments/rule/rule';
import { sizesOverTime } from './sizes-over-time';

const day = (iso: string) => parseIso(iso) as number;
const context = { currency: 'USD', segment: () => null };
const CHAMPIONS: Rule = { kind: 'rfm', groups: ['champions', 'loyal'] };
const LATELY: Rule = {
  kind: 'behaviour',
  measure: { of: 'orders', stat: 'count' },
  window: { kind: 'last-days', days: 30 },
  test: { op: 'at-least', value: 1 },
};
const segments = [CHAMPIONS, LATELY].map((rule, i) => ({
  ...segmentMembers(0, `s${i}`, []).segment,
  rule,
}));
const request = { segmentIds: [], asOf: null, exclusive: false, currency: null } as const;
const walk = async () => {};

describe('sizes over time', () => {
  it('are at each step what the data cut off there gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            person: fc.integer({ min: 1, max: 15 }).map(String),
            time: fc.integer({ min: 0, max: 170 }).map((d) => isoDay(day('2024-01-10') + d * 86_400_000)),
            total: fc.integer({ min: 1, max: 90 }),
          }),
          { minLength: 1, maxLength: 60 },
        ),
        fc.constantFrom('week' as const, 'month' as const),
        async (orders, every) => {
          const dataset = datasetOf({ orders });
          const asOf = dataset.coverage?.to as number;
          const { points, lines } = await sizesOverTime(
            dataset,
            { ...request, every },
            segments,
            asOf,
            context,
            walk,
          );
          points.forEach(({ at, population }, i) => {
            const held = orders.filter((o) => day(o.time) <= at);
            expect(population).toBe(new Set(held.map(({ person }) => person)).size);
            const cut = datasetOf({ orders: held });
            lines.forEach((line, s) => {
              const rule = segments[s]?.rule as Rule;
              const found = evaluateRule(cut, rule, { ...context, asOf: at, reportId: null });
              expect(line.sizes[i]).toEqual({
                in: found.in.count(),
                unknown: found.unknown.count(),
                share: population === 0 ? null : found.in.count() / population,
              });
            });
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  const dataset = datasetOf({
    orders: [
      { person: 'a', time: '2024-01-15', total: 1 },
      { person: 'b', time: '2024-02-20', total: 1 },
      { person: 'a', time: '2024-04-10', total: 1 },
    ],
  });

  it('go from the first month held to the last, which is marked as long as it is not over', async () => {
    const { points, lines } = await sizesOverTime(
      dataset,
      { ...request, every: 'month' },
      segments.slice(1),
      day('2024-04-10'),
      context,
      walk,
    );
    expect(points.map(({ at, partial, population }) => [isoDay(at), partial, population])).toEqual([
      ['2024-01-31', false, 1],
      ['2024-02-29', false, 2],
      ['2024-03-31', false, 2],
      ['2024-04-10', true, 2],
    ]);
    expect(lines[0]?.sizes.map((size) => size.in)).toEqual([1, 1, 0, 1]);
  });

  it('can be stopped between two steps', async () => {
    const steps: number[] = [];
    const stop = sizesOverTime(
      dataset,
      { ...request, every: 'week' },
      segments,
      day('2024-04-10'),
      context,
      async (done) => {
        steps.push(done);
        if (done === 2) throw new DOMException('stopped', 'AbortError');
      },
    );
    await expect(stop).rejects.toThrow('stopped');
    expect(steps).toEqual([0, 1, 2]);
  });

  it('have no past without dates', async () => {
    const none = await sizesOverTime(
      datasetOf({ people: [{ id: 'a' }] }),
      { ...request, every: 'month' },
      segments,
      day('2024-04-10'),
      context,
      walk,
    );
    expect(none.points).toEqual([]);
    expect(none.lines.map(({ sizes }) => sizes)).toEqual([[], []]);
  });
});
