import { describe, expect, it } from 'vitest';
import { loaded, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { sumOf, textsOf } from '../../../tests/tool-exports';

describe('Search Console, two periods side by side', () => {
  it.each([
    ['search-console/queries-compare.csv', 3, [205, 185], [null, null]],
    [
      'search-console/zapytania-porownanie.csv',
      2,
      [200, 185],
      [
        { from: '2026-09-01', to: '2026-09-30' },
        { from: '2026-08-01', to: '2026-08-31' },
      ],
    ],
  ] as const)('%s becomes a report for each', async (path, rows, clicks, ranges) => {
    const file = await proposalsOfFixture(path);
    expect(file.tables.map((t) => [t.how, t.keep, t.why])).toEqual([
      ['recognised', true, null],
      ['recognised', true, null],
    ]);
    expect(file.survey.tables.map((t) => t.period)).toEqual(['current', 'previous']);
    for (const index of [0, 1] as const) {
      const { kept } = await loaded(file, index);
      expect(kept.rows).toBe(rows);
      expect(sumOf(kept, 'clicks')).toBe(clicks[index]);
      expect(kept.passport.dateRange).toEqual(ranges[index]);
      const kinds = Object.values(targetsOf(kept.mapping)).filter((t) => t !== 'left-out');
      expect(kinds).toEqual([
        'query',
        'clicks (count)',
        'impressions (count)',
        'clickThroughRate (rate)',
        'position (ratio)',
      ]);
    }
  });
});

describe('Meta', () => {
  it('keeps each card of Business Suite as what stands above it', async () => {
    const file = await proposalsOfFixture('meta-business/visits.csv');
    expect(file.survey.encoding.name).toBe('utf-16le');
    expect(file.tables.map((t) => targetsOf(t.mapping))).toEqual([
      { Date: 'date', 'Facebook visits': '? (count)' },
      { Date: 'date', 'Instagram profile visits': '? (count)' },
      { Date: 'date', 'Facebook Page new likes': '? (count)' },
    ]);
    const sums = await Promise.all([0, 1, 2].map(async (i) => (await loaded(file, i)).kept));
    expect(sums.map((kept) => [kept.rows, kept.passport.dateRange])).toEqual(
      Array(3).fill([4, { from: '2026-09-01', to: '2026-09-04' }]),
    );
    expect(sumOf(sums[0]!, 'Facebook visits')).toBe(43);
    expect(sumOf(sums[1]!, 'Instagram profile visits')).toBe(121);
  });

  it('takes the days of a report from the range that stands on every row', async () => {
    const { kept } = await loaded(await proposalsOfFixture('meta-ads/campaigns.csv'));
    expect(kept.passport.dateRange).toEqual({ from: '2026-09-01', to: '2026-09-30' });
  });
});

describe('Salesforce, grouped', () => {
  it('names each row’s group, and sets subtotals apart', async () => {
    const { kept, table } = await loaded(await proposalsOfFixture('salesforce/grouped.csv'));
    expect([table.rowsKept, table.refused.length]).toEqual([4, 0]);
    expect(textsOf(kept, 'acquisitionSource')).toEqual(['Web', 'Web', 'Web', 'Phone']);
    expect(textsOf(kept, 'status')).toEqual(['Closed Won', 'Closed Won', 'Closed Lost', 'Closed Won']);
    expect(sumOf(kept, 'total')).toBe(2400);
  });

  it('keeps a matrix without the sums of its rows', async () => {
    const file = await proposalsOfFixture('salesforce/matrix.csv');
    expect(targetsOf(file.tables[0]!.mapping)).toEqual({
      Stage: '?',
      'Q1 2026': '? (money)',
      'Q2 2026': '? (money)',
      'Q3 2026': '? (money)',
      Total: 'left-out',
    });
    expect(file.survey.tables[0]?.totals).toHaveLength(1);
  });
});

describe('Shopify’s API', () => {
  it('opens the lines inside each order', async () => {
    const { kept } = await loaded(await proposalsOfFixture('shopify/orders-api.json'));
    expect(textsOf(kept, 'product')).toEqual(['Green tea', 'Cup', 'Green tea']);
    expect(textsOf(kept, 'orderId')).toEqual(['#1001', '#1001', '#1002']);
    expect(sumOf(kept, 'total')).toBe(179);
    expect(sumOf(kept, 'quantity')).toBe(4);
  });
});

describe('columns that are mostly what a field wants', () => {
  it('keep their type, and refuse rows whose amount can’t be read', async () => {
    const file = await proposalsOfFixture('generic/orders-with-bad-amounts.csv');
    expect(targetsOf(file.tables[0]!.mapping)).toMatchObject({
      'Order ID': 'orderId',
      'Order date': 'time',
      Total: 'total',
      'Customer email': 'email',
    });
    const { table } = await loaded(file);
    expect(table.rowsKept + table.refused.length).toBe(200);
    expect(table.refused.length).toBe(10);
    expect(new Set(table.refused.map((r) => r.problem.code))).toEqual(
      new Set(['row/required-unreadable', 'row/too-many-cells']),
    );
  });

  it('read durations in minutes and seconds, and shares of which some are only bounds', async () => {
    const file = await proposalsOfFixture('generic/orders-with-bad-amounts.csv');
    const readings = file.survey.tables[0]!.columns.map((c) => c.reading);
    expect(readings[4]).toMatchObject({ kind: 'number', unit: 'percent' });
    expect(readings[5]).toEqual({ kind: 'duration' });
    const { table } = await loaded(file);
    expect(table.cellProblems.every((p) => p.column === 'Discount %' && p.value === '< 10%')).toBe(true);
    expect(table.cellProblems.length).toBeGreaterThan(15);
  });
});
