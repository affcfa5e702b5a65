import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { nullsOf, sumOf, textsOf } from '../../../tests/tool-exports';
import { buildDataset } from '../../ingest/dataset/build-dataset';

describe('Google Ads', () => {
  it('keeps a campaign report as spend, in the currency of its column', async () => {
    const file = await proposalsOfFixture('google-ads/campaigns.csv');
    expect(file.tables).toHaveLength(1);
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    const { mapping } = file.tables[0]!;
    expect(mapping).toMatchObject({ table: 'spend', tool: 'google-ads', currency: 'PLN' });
    expect(targetsOf(mapping)).toEqual({
      'Campaign status': 'custom',
      Campaign: 'campaign',
      Budget: 'custom',
      'Budget name': 'left-out',
      'Budget type': 'left-out',
      'Currency code': 'currency',
      Status: 'custom',
      'Status reasons': 'left-out',
      'Optimisation score': 'left-out',
      'Campaign type': 'channel',
      Clicks: 'clicks',
      'Impr.': 'impressions',
      CTR: 'custom',
      Cost: 'cost',
      'Avg. CPC': 'custom',
      Conversions: 'conversions',
      'Cost / conv.': 'custom',
      'Conv. rate': 'custom',
      'Conv. value': 'conversionValue',
      'Conv. value / cost': 'custom',
    });
  });

  it('adds up to what the account’s own total says, every overlapping total set apart', async () => {
    const { kept, table, survey } = await loaded(await proposalsOfFixture('google-ads/campaigns.csv'));
    expect([table.rowsSeen, table.rowsKept, table.refused.length]).toEqual([3, 3, 0]);
    expect(survey.totals).toHaveLength(3);
    expect(survey).toMatchObject({
      title: 'Campaign report',
      dateRange: { from: '2026-09-01', to: '2026-09-30' },
    });
    expect(sumOf(kept, 'cost')).toBeCloseTo(4002.28, 2);
    expect(sumOf(kept, 'clicks')).toBe(2015);
    expect(sumOf(kept, 'impressions')).toBe(41_317);
    expect(sumOf(kept, 'conversionValue')).toBeCloseTo(16_696.78, 2);
    expect(textsOf(kept, 'campaign')).toContain('Total Wine lookalike');
  });

  it('reads “ --” as nothing, never as 0', async () => {
    const { kept } = await loaded(await proposalsOfFixture('google-ads/campaigns.csv'));
    expect(nullsOf(kept, 'Avg. CPC')).toBe(1);
    expect(nullsOf(kept, 'Cost / conv.')).toBe(1);
  });

  it('reads the Excel form: UTF-16, tabs, in Polish, a row for each day', async () => {
    const file = await proposalsOfFixture('google-ads/kampanie-dziennie-utf16.csv');
    expect(file.survey.encoding.name).toBe('utf-16le');
    expect(file.survey.dialect.delimiter).toBe('\t');
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    expect(Object.values(targetsOf(file.tables[0]!.mapping))).toEqual([
      'day',
      'campaign',
      'currency',
      'channel',
      'clicks',
      'impressions',
      'custom',
      'cost',
      'custom',
      'conversions',
      'conversionValue',
    ]);
    const { kept, table, survey } = await loaded(file);
    expect([table.rowsKept, table.refused.length, survey.totals.length]).toEqual([4, 0, 2]);
    expect(survey.dateRange).toEqual({ from: '2026-09-01', to: '2026-09-30' });
    expect(sumOf(kept, 'cost')).toBeCloseTo(83.56, 2);
    expect(sumOf(kept, 'impressions')).toBe(6551);
  });

  it('is there to compare as a report, and sums nothing that does not add up', async () => {
    const { kept } = await loaded(await proposalsOfFixture('google-ads/campaigns.csv'));
    const [report] = buildDataset([kept], 1).dataset.reports;
    const unit = (id: string) => [...(report?.metrics ?? [])].find((c) => c.id === id)?.unit;
    expect(report?.dimensions.map((c) => c.id)).toContain('campaign');
    expect([unit('cost'), unit('clicks'), unit('conversionValue')]).toEqual(['money', 'count', 'money']);
    expect([unit('custom:Budget'), unit('custom:Avg. CPC'), unit('custom:CTR')]).not.toContain('money');
    expect(report?.metrics.find((c) => c.id === 'cost')?.currency).toBe('PLN');
  });

  it.each([
    [
      'German',
      'Kampagnenbericht\n1. September 2026 - 30. September 2026\nKampagne,Währungscode,Klicks,Impr.,CTR,Kosten,Conversions\nMarke,EUR,10,"1,200",0.83%,12.50,1.00\nKalt,EUR,4,"2,000",0.20%,3.10,0.00\nGesamt: Konto, --,10,"1,200",0.83%,12.50,1.00\n',
    ],
    [
      'French',
      'Rapport sur les campagnes\n1 septembre 2026 - 30 septembre 2026\nCampagne,Code de devise,Clics,Impr.,CTR,Coût,Conversions\nMarque,EUR,10,"1,200",0.83%,12.50,1.00\nFroid,EUR,4,"2,000",0.20%,3.10,0.00\nTotal : compte, --,10,"1,200",0.83%,12.50,1.00\n',
    ],
    [
      'Portuguese',
      'Relatório de campanhas\nTodo o período\nCampanha,Código da moeda,Cliques,Impr.,CTR,Custo,Conversões\nMarca,BRL,10,"1,200",0.83%,12.50,1.00\nFria,BRL,4,"2,000",0.20%,3.10,0.00\nTotal: Conta, --,10,"1,200",0.83%,12.50,1.00\n',
    ],
  ])('reads a report in %s', async (_, text) => {
    const file = await proposalsOf('report.csv', text);
    expect(Object.values(targetsOf(file.tables[0]!.mapping))).toEqual([
      'campaign',
      'currency',
      'clicks',
      'impressions',
      'custom',
      'cost',
      'conversions',
    ]);
    const { table, survey } = await loaded(file);
    expect([table.rowsKept, survey.totals.length]).toEqual([2, 1]);
  });

  it('leaves a hand-made table of costs alone', async () => {
    const { tables } = await proposalsOf('costs.csv', 'Month,Cost,Clicks,Impressions\n2026-01,10,5,100\n');
    expect(tables[0]?.mapping.tool).toBe('generic');
  });
});

describe('Google Ads as its interface answers', () => {
  it('counts money in millionths, also where a name does not say so', async () => {
    const file = await proposalsOfFixture('google-ads/api-search.json');
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    const { kept } = await loaded(file);
    expect(kept.mapping).toMatchObject({ table: 'spend', tool: 'google-ads', currency: 'PLN' });
    expect(targetsOf(kept.mapping)).toMatchObject({
      'segments.date': 'day',
      'campaign.name': 'campaign',
      'campaign.advertisingChannelType': 'channel',
      'metrics.costMicros': 'cost',
      'metrics.clicks': 'clicks',
      'metrics.conversionsValue': 'conversionValue',
      'campaign.resourceName': 'left-out',
    });
    const minorOf = (header: string) => {
      const column = kept.columns.find(({ mapping }) => mapping.header === header)?.column;
      return column?.type === 'money' ? [...column.values].map(Math.round) : null;
    };
    expect(minorOf('metrics.costMicros')).toEqual([12050, 9900, 598]);
    expect(minorOf('metrics.averageCpc')).toEqual([301, 319, 299]);
    expect(minorOf('metrics.conversionsValue')).toEqual([54150, 8400, 0]);
  });
});
