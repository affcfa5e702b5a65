import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { groupOrders } from '../../src/ingest/dataset/group-orders';
import { checkMapping } from '../../src/ingest/mapping/check-mapping';
import { loaded, type ProposedFile, proposalsOf, targetsOf } from '../proposals-of';
import { hasShared, sharedBytes, sharedPath, sharedText } from '../shared-data';
import { sumOf } from '../tool-exports';

// Files of up to a million rows, beside whatever else the machine is doing.
vi.setConfig({ testTimeout: 180_000 });

async function real(path: string): Promise<ProposedFile> {
  return proposalsOf(basename(path).replace(/\.gz$/, ''), sharedBytes(`data/${path}`));
}

async function only(path: string) {
  const file = await real(path);
  expect(file.tables).toHaveLength(1);
  const { mapping, keep } = file.tables[0]!;
  expect(keep).toBe(true);
  expect(checkMapping(mapping, file.survey.tables[0]!).filter((f) => f.level === 'error')).toEqual([]);
  return { file, mapping, targets: targetsOf(mapping) };
}

const sum = (values: Float64Array) => values.reduce((a, b) => a + (Number.isNaN(b) ? 0 : b), 0);

describe.skipIf(!hasShared)('real files are mapped as a person would (needs shared data)', () => {
  it('cdnow: the purchase log, with its header and without', async () => {
    const master = await only('cdnow/CDNOW_master.txt.gz');
    expect(master.mapping).toMatchObject({ table: 'orders', orderRows: 'order' });
    expect(Object.values(master.targets)).toEqual(['personId', 'time', 'quantity', 'total']);
    const { table, kept } = await loaded(master.file);
    expect([table.rowsSeen, table.rowsKept, table.refused.length]).toEqual([69_659, 69_659, 0]);
    expect(groupOrders(kept).lines.orders).toBe(69_659);

    const sample = await only('cdnow/CDNOW_sample.txt');
    expect(sample.mapping.table).toBe('orders');
    expect(Object.values(sample.targets)).toEqual(['personId', 'custom', 'time', 'quantity', 'total']);
  });

  it.each(['cdnow/cdnow_customers_summary.csv', 'cdnow/cdnow_customers_summary_with_transactions.csv'])(
    '%s: people with what was counted of them',
    async (path) => {
      const { mapping, targets } = await only(path);
      expect(mapping.table).toBe('people');
      expect(targets['ID']).toBe('personId');
      expect(Object.values(targets).filter((t) => t !== 'custom')).toEqual(['personId']);
    },
  );

  it('online_retail: invoice lines, cancelled by C, adding up to what the file adds up to', async () => {
    const { file, mapping, targets } = await only('online_retail/online_retail.csv.gz');
    expect(mapping).toMatchObject({ table: 'orders', orderRows: 'line' });
    expect(mapping.cancels.orderIdPrefix).toBe('C');
    expect(Object.values(targets)).toEqual([
      'orderId',
      'sku',
      'product',
      'quantity',
      'time',
      'unitPrice',
      'personId',
      'personCountry',
    ]);
    const { table, kept } = await loaded(file);
    expect(table.rowsSeen).toBe(541_909);
    expect(table.rowsKept + table.refused.length).toBe(541_909);
    expect(table.refused).toEqual([]);
    const orders = groupOrders(kept);
    expect(orders.lines.orders).toBe(25_900);
    expect((sum(orders.gross) - sum(orders.refunded)) / 100).toBeCloseTo(9_747_747.93, 2);
    const person = kept.columns.find((c) => c.mapping.header === 'CustomerID')?.column;
    expect(person?.type === 'text' && person.dictionary.length).toBe(4372);
    expect(person?.type === 'text' && person.dictionary.every((id) => /^\d{5}$/.test(id))).toBe(true);
  });

  it('superstore: sales lines of 5,009 orders and 793 customers', async () => {
    const { file, mapping, targets } = await only('superstore/superstore_eu.csv');
    expect(mapping).toMatchObject({ table: 'orders', orderRows: 'line' });
    expect(mapping.cancels.orderIdPrefix).toBeNull();
    expect(targets).toEqual({
      'Row ID': 'custom',
      'Order ID': 'orderId',
      'Order Date': 'time',
      'Ship Date': 'custom',
      'Ship Mode': 'shippingMethod',
      'Customer ID': 'personId',
      'Customer Name': 'name',
      Segment: 'customerType',
      'Country/Region': 'personCountry',
      City: 'personCity',
      State: 'personRegion',
      'Postal Code': 'custom',
      Region: 'custom',
      'Product ID': 'sku',
      Category: 'category',
      'Sub-Category': 'custom',
      'Product Name': 'product',
      Sales: 'lineTotal',
      Quantity: 'quantity',
      Discount: 'discountRate',
      Profit: 'profit',
    });
    const { table, kept } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([9994, 0]);
    const orders = groupOrders(kept);
    expect(orders.lines.orders).toBe(5009);
    expect(sum(orders.gross) / 100).toBeCloseTo(2_297_200.86, 1);
    const person = kept.columns.find((c) => c.mapping.header === 'Customer ID')?.column;
    expect(person?.type === 'text' && person.dictionary.length).toBe(793);
  });

  it('telco: people with their churn and contract', async () => {
    const { mapping, targets } = await only('telco/Telco-Customer-Churn.csv');
    expect(mapping.table).toBe('people');
    expect(targets).toMatchObject({
      customerID: 'personId',
      gender: 'gender',
      Contract: 'custom',
      Churn: 'custom',
    });
    const reading = (header: string) => mapping.columns.find((c) => c.header === header)?.reading.kind;
    expect([reading('Churn'), reading('SeniorCitizen'), reading('tenure')]).toEqual([
      'flag',
      'flag',
      'number',
    ]);
  });

  it('hillstrom: people, though nothing names them', async () => {
    const { file, mapping, targets } = await only('hillstrom/hillstrom.csv.gz');
    expect(mapping.table).toBe('people');
    expect(Object.values(targets)).toEqual(Array(12).fill('custom'));
    const reading = (header: string) => mapping.columns.find((c) => c.header === header)?.reading.kind;
    expect(['visit', 'conversion', 'newbie'].map(reading)).toEqual(['flag', 'flag', 'flag']);
    expect((await loaded(file)).table.rowsKept).toBe(64_000);
  });

  it('olist: leads alike in all three date formats, and the deals under the same ids', async () => {
    const orders = ['dmy', 'ymd', 'mdy'];
    for (const [i, name] of ['mql_ddmmyyyy', 'mql_iso', 'mql_us_mdyyyy'].entries()) {
      const { mapping, targets } = await only(`olist_funnel/${name}.csv`);
      expect(mapping.table).toBe('people');
      expect(targets).toMatchObject({
        mql_id: 'crmId',
        first_contact_date: 'createdAt',
        origin: 'acquisitionSource',
      });
      const date = mapping.columns.find((c) => c.header === 'first_contact_date')?.reading;
      expect(date).toMatchObject({ kind: 'date', order: orders[i] });
    }
    const deals = await only('olist_funnel/closed_deals.csv');
    expect(deals.mapping).toMatchObject({ table: 'people', idSpace: '' });
    expect(deals.targets).toMatchObject({
      mql_id: 'crmId',
      won_date: 'custom',
      business_segment: 'industry',
    });
  });

  it('merchandise_store: visits of browsers, not orders', async () => {
    const { file, mapping, targets } = await only('merchandise_store/all_sessions.csv.gz');
    expect(mapping).toMatchObject({ table: 'events', recogniser: 'bigquery-ua-sessions' });
    expect(targets).toMatchObject({
      full_visitor_id: 'clientId',
      purchase_date: 'time',
      channel_grouping: 'channel',
      page_title: 'name',
      country: 'personCountry',
      total_transactions_revenue: 'value',
    });
    // Prices are in millionths: the first is $2.99.
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([15_134, 0]);
    const rows = sharedText('data/merchandise_store/all_sessions.csv.gz').split('\n').slice(1);
    const paid = rows.map((row) => Number(row.split(',')[5] || 0)).reduce((a, b) => a + b, 0);
    expect(sumOf(kept, 'value')).toBeCloseTo(paid / 1e6, 2);
    const price = kept.columns.find((c) => c.mapping.header === 'product_price')?.column;
    expect(price?.type === 'money' && price.values[0]).toBe(299);
    // "(not set)" and "not available in demo dataset" are no towns.
    const city = kept.columns.find((c) => c.mapping.header === 'city')?.column;
    expect(city?.type === 'text' && city.codes[0]).toBe(-1);
    expect(kept.passport.notes.map((n) => n.code)).toContain('not-set');
  });

  it('merchandise_store: the damaged million rows are visits as well', async () => {
    const { file, mapping, targets } = await only('merchandise_store/analytics.csv.gz');
    expect(mapping).toMatchObject({ table: 'events', recogniser: 'bigquery-ua-sessions' });
    expect(targets).toMatchObject({
      full_visitor_id: 'clientId',
      visit_start_time: 'time',
      unit_price: 'custom',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsSeen, table.rowsKept, table.refused.length]).toEqual([1_048_575, 1_048_575, 0]);
    const price = kept.columns.find((c) => c.mapping.header === 'unit_price')?.column;
    expect(price?.type === 'money' && [price.values[0], price.values[1]]).toEqual([899, 1099]);
  });

  const ga4 = hasShared ? readdirSync(sharedPath('data/ga4_exports')) : [];
  it.each(ga4)('ga4_exports/%s: each table recognised, kept with its dates or said why not', async (name) => {
    const file = await real(`ga4_exports/${name}`);
    expect(file.tables.length).toBeGreaterThan(0);
    for (const [i, { mapping, how, keep, why }] of file.tables.entries()) {
      const table = file.survey.tables[i]!;
      expect([i, how, mapping.tool]).toEqual([i, 'recognised', 'ga4']);
      expect([i, keep, why]).toEqual([i, table.rows > 0, table.rows > 0 ? null : 'empty']);
      if (!name.includes('damaged')) expect(table.dateRange).not.toBeNull();
      if (table.rows > 0) {
        const rows = await loaded(file, i);
        expect(rows.table.rowsSeen).toBe(table.rows);
        expect(rows.table.refused).toEqual([]);
      }
    }
  });

  it('ga4_exports: as many tables as the files hold', async () => {
    const counts = await Promise.all(
      ga4.map(async (name) => [name, (await real(`ga4_exports/${name}`)).tables.length]),
    );
    expect(Object.fromEntries(counts)).toMatchObject({
      '2021_firebase_dashboard_empty_CRLF.csv': 17,
      '2023_reports_snapshot_stacked_CRLF.csv': 15,
      '2023_reports_snapshot_stacked_big.csv': 18,
      '2026_Events_Event_name.csv': 1,
    });
  });

  it.each([
    ['Chart.csv', 'date', 100_599, 9_541_487],
    ['Countries.csv', 'country', 32_288, 4_090_909],
    ['Devices.csv', 'deviceCategory', 32_288, 4_090_909],
    ['Pages.csv', 'page', 100_599, 9_541_487],
    ['Queries.csv', 'query', 20_443, 1_562_309],
    ['Search appearance.csv', '?', 126, 10_232],
  ])('search_console/%s: a report by %s', async (name, dimension, clicks, impressions) => {
    const { file, mapping, targets } = await only(`search_console/${name}`);
    expect(mapping.table).toBe('reports');
    expect(Object.values(targets)).toEqual([
      dimension,
      'clicks (count)',
      'impressions (count)',
      'clickThroughRate (rate)',
      'position (ratio)',
    ]);
    expect(mapping.recogniser).toBe('search-console-table');
    const { kept, table } = await loaded(file);
    expect(table.rowsKept).toBe(table.rowsSeen);
    expect([sumOf(kept, 'clicks'), sumOf(kept, 'impressions')]).toEqual([clicks, impressions]);
  });

  it('search_console/Filters.csv: nothing to keep', async () => {
    const { tables } = await real('search_console/Filters.csv');
    expect(tables[0]?.keep).toBe(false);
  });

  it('google_ads: spend by campaign, in pounds, adding up to what the account says it is', async () => {
    const { file, mapping, targets } = await only('google_ads/campaign_report.csv');
    expect(mapping).toMatchObject({ table: 'spend', recogniser: 'google-ads-report', currency: 'GBP' });
    expect(targets).toMatchObject({
      Campaign: 'campaign',
      'Currency code': 'currency',
      Clicks: 'clicks',
      'Impr.': 'impressions',
      Cost: 'cost',
      Conversions: 'conversions',
      'Conv. value': 'conversionValue',
      'Original conv. value': 'custom',
    });
    const { kept, table, survey } = await loaded(file);
    expect([table.rowsKept, table.refused.length, survey.totals.length]).toEqual([2, 0, 5]);
    expect(sumOf(kept, 'cost')).toBeCloseTo(1164.1, 6);
    expect(sumOf(kept, 'clicks')).toBe(867);
    expect(sumOf(kept, 'impressions')).toBe(40_585);
    expect(sumOf(kept, 'conversions')).toBe(74);
    expect(sumOf(kept, 'conversionValue')).toBeCloseTo(2127.81, 6);
    // The account's own total is of costs before they were rounded: a hundredth less.
    expect(survey.totals.every(({ cells }) => cells.includes('1164.09') || cells.includes('0.00'))).toBe(
      true,
    );
  });
});
