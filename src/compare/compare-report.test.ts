import { describe, expect, it } from 'vitest';
import { datasetOf, type ReportRows } from '../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../tests/segment-members';
import { newcombeDifference } from '../stats/proportions/newcombe-difference';
import { wilsonInterval } from '../stats/proportions/wilson-interval';
import { compareReport } from './compare-report';
import type { Comparison } from './comparison';

const REQUEST = { ...HELD_REQUEST, grain: 'aggregate' as const };
const channels: ReportRows = {
  captureId: 'ga',
  currency: 'PLN',
  dimensions: { sessionDefaultChannelGroup: ['Organic', 'Paid', 'E-mail', 'Direct'] },
  metrics: {
    sessions: { unit: 'count', values: [1000, 500, 200, 300] },
    activeUsers: { unit: 'count', values: [800, 450, 150, 250] },
    engagedSessions: { unit: 'count', values: [600, 200, 150, 150] },
    keyEvents: { unit: 'count', values: [120, 30, 260, 10] },
    sessionKeyEventRate: { unit: 'rate', values: [0.08, 0.05, 0.3, 0.02] },
    totalRevenue: { unit: 'money', values: [1234.5, 400, null, 10] },
    averageSessionDuration: { unit: 'seconds', values: [100, 50, 60, 0] },
    'custom:Leads': { unit: 'count', values: [5, 6, 7, 8] },
  },
};

const compare = (
  report: ReportRows,
  rows: readonly number[],
  base: readonly number[] | null = null,
): Comparison => {
  const dataset = datasetOf({ reports: [report] });
  const size = dataset.reports[0]?.size ?? 0;
  return compareReport(
    dataset,
    REQUEST,
    [segmentMembers(size, 's', rows)],
    base === null ? null : segmentMembers(size, 'b', base),
    0,
  );
};
const cellOf = (comparison: Comparison, id: string) => {
  const cell = comparison.cells[0]?.[comparison.metrics.findIndex((m) => m.id === id)];
  if (cell === undefined) throw new Error(`no cell ${id}`);
  return cell;
};

describe('comparing rows of a report', () => {
  it('adds up what can be added up', () => {
    const result = compare(channels, [0, 2]);
    expect(cellOf(result, 'sessions')).toMatchObject({
      value: 1200,
      n: 1200,
      verdict: 'not-tested',
      base: { value: 800 },
    });
    expect(cellOf(result, 'session-share')).toMatchObject({
      value: 0.6,
      interval: wilsonInterval(1200, 2000),
    });
    expect(result.segments[0]).toMatchObject({ size: 2, population: 4, base: { size: 2 } });
  });

  it('gives a rate the interval of its counts', () => {
    expect(cellOf(compare(channels, [0, 2]), 'engagement-rate')).toMatchObject({
      value: 750 / 1200,
      n: 1200,
      nOf: 'sessions',
      interval: wilsonInterval(750, 1200),
      base: { value: 350 / 800, n: 800 },
      difference: { interval: newcombeDifference(750, 1200, 350, 800).interval },
      verdict: 'better',
      method: 'wilson-newcombe',
    });
  });

  it('has the sessions with a key event from their rate, never from key events', () => {
    const result = compare(channels, [2]);
    expect(cellOf(result, 'session-key-event-rate')).toMatchObject({ value: 0.3, numerator: 60, n: 200 });
    // 260 key events in 200 sessions are more than one each, and no rate.
    expect(cellOf(result, 'key-events-per-session')).toMatchObject({
      value: 1.3,
      interval: null,
      verdict: 'not-tested',
    });
  });

  it('takes engagement from a bounce rate where that is all there is', () => {
    const { engagedSessions: _, ...metrics } = channels.metrics;
    const bounced: ReportRows = {
      ...channels,
      metrics: { ...metrics, bounceRate: { unit: 'rate', values: [0.4, 0.6, 0.25, 0.5] } },
    };
    expect(cellOf(compare(bounced, [0, 2]), 'engagement-rate')).toMatchObject({ value: 750 / 1200 });
  });

  it('leaves empty cells out of sums and counts them', () => {
    const result = compare(channels, [0, 2]);
    expect(result.currency).toBe('PLN');
    expect(cellOf(result, 'report-revenue')).toMatchObject({ value: 123_450, n: 1, leftOut: 1 });
    expect(cellOf(result, 'revenue-per-session')).toMatchObject({
      value: 123.45,
      n: 1000,
      leftOut: 1,
      interval: null,
    });
  });

  it('weighs a mean by what it is of', () => {
    expect(cellOf(compare(channels, [0, 1]), 'average-session-duration')).toMatchObject({
      value: (100 * 1000 + 50 * 500) / 1500,
      interval: null,
    });
  });

  it('says what the report lacks, and shows by itself only what it has', () => {
    const rates: ReportRows = {
      captureId: 'r',
      dimensions: { country: ['PL', 'DE'] },
      metrics: { engagementRate: { unit: 'rate', values: [0.5, 0.6] } },
    };
    const result = compare(rates, [0]);
    expect(result.metrics.map((m) => m.id)).toEqual(['engagement-rate']);
    expect(cellOf(result, 'engagement-rate')).toEqual({
      state: 'none',
      reason: 'counts-not-in-report',
      n: 1,
    });
    const asked = compareReport(
      datasetOf({ reports: [rates] }),
      { ...REQUEST, metricIds: ['sessions'] },
      [segmentMembers(2, 's', [0])],
      null,
      0,
    );
    expect(asked.cells).toEqual([[{ state: 'none', reason: 'column-not-in-report', n: 1 }]]);
  });

  it('refuses a rate of more than all of them', () => {
    const odd: ReportRows = {
      captureId: 'r',
      dimensions: { country: ['PL', 'DE'] },
      metrics: {
        sessions: { unit: 'count', values: [10, 10] },
        engagedSessions: { unit: 'count', values: [11, 5] },
      },
    };
    expect(cellOf(compare(odd, [0]), 'engagement-rate')).toMatchObject({ reason: 'counts-not-in-report' });
  });

  it('adds up columns only this report has, under their own headers', () => {
    const result = compare(channels, [1, 3]);
    expect(result.metrics.at(-1)).toMatchObject({ id: 'custom:Leads', label: { en: 'custom:Leads' } });
    expect(cellOf(result, 'custom:Leads')).toMatchObject({ value: 14, n: 2, nOf: 'rows' });
  });

  it('takes shared rows out of both sides', () => {
    expect(cellOf(compare(channels, [0, 1], [1, 2]), 'engagement-rate')).toMatchObject({
      value: 800 / 1500,
      exclusive: { value: 0.6, n: 1000 },
      base: { value: 0.75, n: 200 },
    });
  });

  it('has no report to compare where none is held', () => {
    expect(() => compareReport(datasetOf({}), REQUEST, [], null, 0)).toThrow('compare/no-data');
  });
});

describe('amounts of a report in several currencies', () => {
  const ads: ReportRows = {
    captureId: 'ads',
    rowCurrency: ['PLN', 'EUR', 'EUR'],
    dimensions: { campaign: ['Zima', 'Winter', 'Spring'] },
    metrics: {
      cost: { unit: 'money', values: [400, 100, 50] },
      clicks: { unit: 'count', values: [40, 20, 10] },
      impressions: { unit: 'count', values: [400, 200, 100] },
      conversionValue: { unit: 'money', values: [800, 300, 60] },
      'custom:Fees': { unit: 'money', values: [4, 2, 1] },
    },
  };

  it.each(['cost', 'cost-per-click', 'platform-roas', 'custom:Fees'])('are not added: %s', (id) => {
    const comparison = compare(ads, [0]);
    expect(cellOf(comparison, id)).toMatchObject({ state: 'none', reason: 'several-currencies' });
    const everyone = comparison.everyone[comparison.metrics.findIndex((m) => m.id === id)];
    expect(everyone).toMatchObject({ state: 'none', reason: 'several-currencies' });
    expect(comparison.currency).toBeNull();
  });

  it('leave what is no money as it is', () => {
    expect(cellOf(compare(ads, [0]), 'clicks')).toMatchObject({ state: 'value', value: 40 });
    expect(cellOf(compare(ads, [0]), 'click-through-rate')).toMatchObject({ state: 'value', value: 0.1 });
  });

  it('are not set beside each other where columns differ', () => {
    const { rowCurrency: _, ...inOne } = ads;
    const dataset = datasetOf({ reports: [{ ...inOne, currency: 'PLN' }] });
    const reports = dataset.reports.map((report) => ({
      ...report,
      metrics: report.metrics.map((m) => (m.id === 'conversionValue' ? { ...m, currency: 'EUR' } : m)),
    }));
    const comparison = compareReport(
      { ...dataset, reports },
      REQUEST,
      [segmentMembers(3, 's', [0])],
      null,
      0,
    );
    expect(comparison.currency).toBe('PLN');
    expect(cellOf(comparison, 'cost')).toMatchObject({ state: 'value', value: 40_000 });
    expect(cellOf(comparison, 'platform-roas')).toMatchObject({
      state: 'none',
      reason: 'in-another-currency',
    });
  });
});
