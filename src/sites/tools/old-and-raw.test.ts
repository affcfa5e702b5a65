import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { recognised } from '../../../tests/tool-deals';
import { sumOf, textsOf } from '../../../tests/tool-exports';
import { buildDataset } from '../../ingest/dataset/build-dataset';

describe('Universal Analytics', () => {
  it('is told from GA4 by figures written as they were shown', async () => {
    const file = await proposalsOfFixture('universal-analytics/keywords.csv');
    expect(file.tables.map((t) => t.mapping.recogniser)).toEqual(Array(2).fill('universal-analytics-report'));
    expect(file.tables.map((t) => [t.how, t.keep])).toEqual(Array(2).fill(['recognised', true]));
    expect(targetsOf(file.tables[0]!.mapping)).toEqual({
      Keyword: 'query',
      Clicks: 'clicks (count)',
      Cost: 'cost (money)',
      CPC: 'averageCostPerClick (ratio)',
      Users: 'totalUsers (count)',
      Sessions: 'sessions (count)',
      'Bounce Rate': 'bounceRate (rate)',
      'Pages / Session': 'pagesPerSession (ratio)',
      'Avg. Session Duration': 'averageSessionDuration (seconds)',
      'Ecommerce Conversion Rate': 'purchaseRate (rate)',
      Transactions: 'transactions (count)',
      Revenue: 'totalRevenue (money)',
    });
    expect(targetsOf(file.tables[1]!.mapping)).toEqual({ 'Day Index': 'date', Users: 'totalUsers (count)' });
  });

  it('sets the nameless rows of totals apart, under the report and under its days', async () => {
    const file = await proposalsOfFixture('universal-analytics/keywords.csv');
    const detail = await loaded(file, 0);
    expect([detail.table.rowsKept, detail.survey.totals.length]).toEqual([2, 1]);
    expect(sumOf(detail.kept, 'sessions')).toBe(1260);
    expect(sumOf(detail.kept, 'totalRevenue')).toBeCloseTo(1884.2, 6);
    const days = await loaded(file, 1);
    expect([days.table.rowsKept, days.survey.totals.length]).toEqual([3, 1]);
    expect(sumOf(days.kept, 'totalUsers')).toBe(1007);
  });
});

describe('a GA4 report with two ranges of dates', () => {
  it('keeps both, each with its own dates, though rows of them agree', async () => {
    const file = await proposalsOfFixture('ga4/date-comparison.csv');
    expect(file.tables.map((t) => [t.keep, t.mapping.recogniser])).toEqual(
      Array(2).fill([true, 'ga4-report']),
    );
    expect(file.survey.tables.map((t) => t.dateRange)).toEqual([
      { from: '2026-09-01', to: '2026-09-30' },
      { from: '2026-08-01', to: '2026-08-31' },
    ]);
    const sessions = [];
    for (const index of [0, 1]) sessions.push(sumOf((await loaded(file, index)).kept, 'sessions'));
    expect(sessions).toEqual([10_510, 10_410]);
  });
});

describe('GA4 events from BigQuery', () => {
  it('maps the flattened schema: who, when, what, and whence they first came', async () => {
    const file = await proposalsOfFixture('bigquery/ga4-events.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, table: 'events' });
    expect(found.targets).toEqual({
      event_date: 'left-out',
      event_timestamp: 'time',
      event_name: 'kind',
      user_id: 'userId',
      user_pseudo_id: 'clientId',
      event_value_in_usd: 'value',
      'device.category': 'custom',
      'device.language': 'language',
      'geo.country': 'personCountry',
      'geo.city': 'personCity',
      'traffic_source.source': 'acquisitionSource',
      'traffic_source.medium': 'acquisitionMedium',
      'traffic_source.name': 'acquisitionCampaign',
      'ecommerce.purchase_revenue': 'custom',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([4, 0]);
    const { dataset } = buildDataset([kept], 1);
    expect(dataset.people.size).toBe(2);
    expect(new Date(Math.min(...dataset.events.time)).toISOString()).toBe('2026-09-01T10:12:00.123Z');
    const { codes, dictionary } = dataset.events.kind;
    expect([...codes].map((code) => dictionary[code])).toEqual(['visit', 'page-view', 'purchase', 'cart']);
    expect(textsOf(kept, 'clientId')[0]).toBe('884120077.1756690022');
    expect(sumOf(kept, 'value')).toBe(21.5);
  });

  it('asks where each parameter stands on a row of its own', async () => {
    const { tables } = await proposalsOf(
      'events.csv',
      'event_date,event_timestamp,event_name,user_pseudo_id,event_params.key,event_params.value.string_value\n20260901,1788257520123456,page_view,1.2,page_title,Tea\n,,,,page_location,https://shop.example/\n',
    );
    expect(tables[0]).toMatchObject({ how: 'guessed', mapping: { recogniser: 'bigquery-ga4-events' } });
  });
});

describe('a CRM funnel of leads and closed deals', () => {
  it('joins its two files by the lead', async () => {
    const leads = await proposalsOfFixture('olist/leads.csv');
    const deals = await proposalsOfFixture('olist/closed-deals.csv');
    expect(recognised(leads)).toMatchObject({
      keep: true,
      table: 'people',
      targets: {
        mql_id: 'crmId',
        first_contact_date: 'createdAt',
        landing_page_id: 'custom',
        origin: 'acquisitionSource',
      },
    });
    expect(recognised(deals)).toMatchObject({
      keep: true,
      table: 'people',
      targets: { mql_id: 'crmId', won_date: 'custom', business_segment: 'industry' },
    });
    const first = await loaded(leads);
    const second = await loaded(deals);
    expect([first.table.rowsKept, second.table.rowsKept]).toEqual([4, 2]);
    const built = buildDataset([first.kept, { ...second.kept, id: 'deals' }], 1);
    expect(built.join).toMatchObject({ people: 4, joined: 2, ambiguous: 0 });
  });
});
