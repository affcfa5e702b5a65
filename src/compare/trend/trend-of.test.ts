import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../../tests/segment-members';
import { isoDay, wallMs } from '../../core/time/calendar';
import type { TrendRequest } from '../comparison';
import { calendarPeriods } from './calendar-periods';
import { trendOf } from './trend-of';

const dataset = datasetOf({
  orders: [
    { person: 'a', time: '2024-01-10', total: 100 },
    { person: 'a', time: '2024-02-10', total: 50 },
    { person: 'b', time: '2024-02-29', total: 30 },
    { person: 'a', time: '2024-04-15', total: 20 },
  ],
});
const trend = (metricId: string, every: TrendRequest['every'] = 'month') =>
  trendOf(
    dataset,
    { comparison: HELD_REQUEST, metricId, every },
    [segmentMembers(dataset.people.size, 's', [0])],
    0,
  );

describe('a trend', () => {
  it('goes by calendar month, partial ends marked, everyone last', () => {
    const { periods, lines } = trend('revenue');
    expect(periods.map(({ from, to, partial }) => [isoDay(from), isoDay(to), partial])).toEqual([
      ['2024-01-01', '2024-01-31', true],
      ['2024-02-01', '2024-02-29', false],
      ['2024-03-01', '2024-03-31', false],
      ['2024-04-01', '2024-04-30', true],
    ]);
    expect(lines.map((line) => line.segmentId)).toEqual(['own:s', null]);
    expect(lines.map((line) => line.points.map((p) => p?.value))).toEqual([
      [10_000, 5000, 0, 2000],
      [10_000, 8000, 0, 2000],
    ]);
  });

  it('has no point where there is nothing to divide by', () => {
    const { lines } = trend('aov');
    expect(lines[0]?.points[2]).toBeNull();
    expect(lines[1]?.points[1]).toMatchObject({ value: 4000, n: 2 });
  });

  it('follows cohorts of first orders up to the end of the data, not of their month', () => {
    const { lines } = trend('retention-month-1');
    expect(lines[1]?.points.map((p) => p?.value ?? null)).toEqual([1, 0, null, null]);
  });

  it('counts everyone out who was in the segment and did not order', () => {
    const { lines } = trend('conversion');
    expect(lines[1]?.points.map((p) => p?.value)).toEqual([0.5, 1, 0, 0.5]);
  });

  it('knows ISO weeks and quarters', () => {
    expect(
      calendarPeriods(wallMs(2024, 12, 30), wallMs(2025, 1, 8), 'week').map((p) => [
        isoDay(p.from),
        p.partial,
      ]),
    ).toEqual([
      ['2024-12-30', false],
      ['2025-01-06', true],
    ]);
    expect(trend('orders', 'quarter').periods.map((p) => [isoDay(p.from), p.partial])).toEqual([
      ['2024-01-01', true],
      ['2024-04-01', true],
    ]);
  });

  it('goes by the dates of a report', () => {
    const table = datasetOf({
      reports: [
        {
          captureId: 'r',
          dimensions: { date: ['x', 'x', 'y'] },
          metrics: { sessions: { unit: 'count', values: [10, 20, 40] } },
        },
      ],
    });
    const report = table.reports[0];
    if (report === undefined) throw new Error('no report');
    const days = Float64Array.of(wallMs(2024, 1, 31), wallMs(2024, 2, 1), wallMs(2024, 2, 29));
    const dated = {
      ...table,
      reports: [
        {
          ...report,
          dimensions: [
            {
              id: 'date',
              header: 'Date',
              column: { type: 'time' as const, values: days },
              unit: 'time' as const,
              currency: null,
            },
          ],
        },
      ],
    };
    const { periods, lines } = trendOf(
      dated,
      { comparison: { ...HELD_REQUEST, grain: 'aggregate' }, metricId: 'sessions', every: 'month' },
      [segmentMembers(3, 's', [0, 2])],
      0,
    );
    expect(periods.map((p) => p.partial)).toEqual([true, false]);
    expect(lines.map((line) => line.points.map((p) => p?.value))).toEqual([
      [10, 40],
      [10, 60],
    ]);
    const daily = trendOf(
      dated,
      { comparison: { ...HELD_REQUEST, grain: 'aggregate' }, metricId: 'sessions', every: 'day' },
      [segmentMembers(3, 's', [0, 2])],
      0,
    );
    expect(daily.periods).toHaveLength(30);
    expect(daily.periods.every((p) => !p.partial)).toBe(true);
    expect(daily.lines[1]?.points.map((p) => p?.value).filter((v) => v !== undefined)).toEqual(
      expect.arrayContaining([10, 20, 40]),
    );
  });
});
