import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { nullsOf, sumOf } from '../../../tests/tool-exports';

describe('Meta Ads Manager', () => {
  it('keeps campaigns as spend, in the currency of the cost’s header', async () => {
    const file = await proposalsOfFixture('meta-ads/campaigns.csv');
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    const { mapping } = file.tables[0]!;
    expect(mapping).toMatchObject({ table: 'spend', tool: 'meta-ads', currency: 'USD' });
    expect(targetsOf(mapping)).toEqual({
      'Reporting starts': 'custom',
      'Reporting ends': 'custom',
      'Campaign name': 'campaign',
      'Campaign delivery': 'custom',
      'Ad set budget': 'left-out',
      'Ad set budget type': 'left-out',
      Results: 'custom',
      'Result indicator': 'left-out',
      Reach: 'custom',
      Impressions: 'impressions',
      'Cost per results': 'custom',
      'Amount spent (USD)': 'cost',
      Ends: 'left-out',
      'Attribution setting': 'left-out',
      'Link clicks': 'clicks',
      'Purchases conversion value': 'conversionValue',
    });
  });

  it('sets the account’s own row, which has no name, apart', async () => {
    const { kept, table, survey } = await loaded(await proposalsOfFixture('meta-ads/campaigns.csv'));
    expect([table.rowsKept, table.refused.length, survey.totals.length]).toEqual([3, 0, 1]);
    expect(survey.totals[0]?.row).toBe(2);
    expect(survey.sample).toHaveLength(3);
    expect(sumOf(kept, 'cost')).toBeCloseTo(1523.45, 2);
    expect(sumOf(kept, 'impressions')).toBe(98_312);
  });

  it('reads Polish labels and numbers, a row for each ad and day', async () => {
    const file = await proposalsOfFixture('meta-ads/reklamy-pl.csv');
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    expect(targetsOf(file.tables[0]!.mapping)).toMatchObject({
      Dzień: 'day',
      'Nazwa kampanii': 'campaign',
      'Nazwa zestawu reklam': 'custom',
      'Wydana kwota (PLN)': 'cost',
      Wyświetlenia: 'impressions',
      'Kliknięcia linku': 'clicks',
      'Kliknięcia (wszystkie)': 'custom',
      Zakupy: 'conversions',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([4, 0]);
    expect(sumOf(kept, 'cost')).toBeCloseTo(1534.05, 2);
    expect([sumOf(kept, 'conversions'), nullsOf(kept, 'conversions')]).toEqual([6, 1]);
  });

  it('takes “No data available.” for what it says, not for a row', async () => {
    const file = await proposalsOfFixture('meta-ads/no-data.csv');
    expect(file.tables[0]).toMatchObject({ keep: false, why: 'empty' });
    expect(file.survey.tables[0]).toMatchObject({ rows: 0, preamble: ['No data available.'] });
    expect(file.survey.tables[0]?.problems.map((p) => p.code)).toEqual(['table/empty']);
  });

  it('takes the start of ranges that are one day long for the day', async () => {
    const text = (to: string) =>
      `Reporting starts,Reporting ends,Campaign name,Reach,Impressions,Amount spent (EUR)\n2026-09-01,2026-09-01,A,10,20,1.50\n2026-09-02,${to},A,11,22,2.50\n2026-09-02,${to},B,11,22,3\n`;
    const daily = await proposalsOf('ads.csv', text('2026-09-02'));
    expect(targetsOf(daily.tables[0]!.mapping)).toMatchObject({
      'Reporting starts': 'day',
      'Reporting ends': 'custom',
    });
    const ranges = await proposalsOf('ads.csv', text('2026-09-03'));
    expect(targetsOf(ranges.tables[0]!.mapping)['Reporting starts']).toBe('custom');
  });
});
