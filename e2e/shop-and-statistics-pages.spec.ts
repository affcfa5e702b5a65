import type { TabOffer } from '../src/protocol/page-client';
import * as matomo from './pages/matomo';
import * as shopify from './pages/shopify';
import * as woocommerce from './pages/woocommerce';
import { expect, test } from './read-tables';
import { pageOf } from './site';

test.describe('Matomo', () => {
  test('is read in Polish with the names its metrics have in every language', async ({ read }) => {
    const [table, ...more] = await read(matomo.matomoReport(matomo.websites.pl));
    expect(more).toEqual([]);
    expect(table?.offered).toMatchObject({
      tool: 'matomo',
      title: 'Strony WWW',
      columns: matomo.websitesRead.columns,
      rowsStated: 2,
      dateRange: { from: '2026-10-01', to: '2026-10-31' },
      property: 'idSite 3',
    });
    expect(table?.cells).toEqual(matomo.websitesRead.cells);
  });

  test('keeps the totals row apart, leaves shares out, and a dash is nothing', async ({ read }) => {
    const report = matomo.websites.en;
    const [table] = await read(matomo.matomoReport(report));
    expect(table?.offered).toMatchObject({ rowsStated: 57, rowsOnPage: 3 });
    expect(table?.offered.columns.slice(1)).toEqual(
      report.columns.slice(1).map(([label, id]) => `${label} (${id})`),
    );
    expect(table?.cells).toEqual(report.rows.map(({ cells }) => cells.map((c) => (c === '-' ? '' : c))));
    expect(table?.totals).toEqual(report.totals);
  });

  test('takes its dates from the address where the report does not say', async ({ read }) => {
    const body = matomo.matomoReport({ ...matomo.websites.en, params: {} });
    const [table] = await read(
      body,
      '/matomo-? ?idSite=1&period=day&date=yesterday#?idSite=5&period=week&date=2026-10-08',
    );
    expect(table?.offered).toMatchObject({
      dateRange: { from: '2026-10-05', to: '2026-10-11' },
      property: 'idSite 5',
    });
  });

  test('offers what is opened under a row as a table of its own', async ({ read }) => {
    const tables = await read(matomo.matomoReport(matomo.opened));
    expect(tables.map(({ offered, cells }) => [offered.title, cells])).toEqual([
      [
        'Search Engines',
        [
          ['Seznam', '40'],
          ['Ecosia', '7'],
        ],
      ],
      [
        'Search Engines · Seznam',
        [
          ['kawa ziarnista', '30'],
          ['kawa mielona', '10'],
        ],
      ],
    ]);
  });

  test('counts the pages of an opened folder once, and names it beside them', async ({ read }) => {
    const [table] = await read(matomo.matomoReport(matomo.pages));
    expect(table?.cells).toEqual([
      ['/blog/kawa', '50', 'blog'],
      ['/blog/herbata', '20', 'blog'],
      ['/index', '30', ''],
    ]);
  });

  test('comparing, names the row each line is of', async ({ read }) => {
    const [table] = await read(matomo.matomoReport(matomo.comparing));
    expect(table?.offered.columns).toEqual(['Device type', 'Column 2', 'Visits (nb_visits)']);
    expect(table?.cells).toEqual([
      ['Desktop', 'All visits', '70'],
      ['Desktop', 'Returning visitors', '20'],
      ['Smartphone', 'All visits', '30'],
      ['Smartphone', 'Returning visitors', '4'],
    ]);
  });

  test('offers no empty report', async ({ read }) => {
    expect(await read(matomo.matomoReport(matomo.nothing))).toEqual([]);
  });
});

test.describe('Shopify', () => {
  for (const language of ['en', 'pl'] as const) {
    test(`orders are read in ${language}, each with its number`, async ({ read }) => {
      const list = shopify.orders[language];
      const [table, ...more] = await read(shopify.indexTable(list), '/admin/orders-?');
      expect(more).toEqual([]);
      expect(table?.offered).toMatchObject({
        tool: 'shopify',
        title: list.title,
        columns: [...list.headings, 'Order ID'],
        rowsStated: language === 'en' ? 420 : null,
      });
      expect(table?.cells).toEqual(list.rows.map(({ id, cells }) => [...cells, id]));
    });
  }

  test('customers are read with theirs', async ({ read }) => {
    const [table] = await read(shopify.indexTable(shopify.customers), '/admin/customers-?');
    expect(table?.offered.columns).toEqual(shopify.customersRead.columns);
    expect(table?.cells).toEqual(shopify.customersRead.cells);
  });

  test('rows under a loading panel are waited for', async ({ extension, page, remote, site }) => {
    const before = shopify.indexTable({ ...shopify.orders.en, loading: true });
    await page.goto(site.put('/admin/loading', pageOf(before)));
    await page.evaluate(() => {
      setTimeout(() => {
        const row = document.querySelector('tbody tr a span');
        if (row) row.textContent = '#2001';
        document.querySelector('.Polaris-IndexTable__LoadingPanel')?.remove();
      }, 700);
    });
    const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
    expect(offer.tables[0]?.sample.map((row) => row[0])).toEqual(['#2001', '#1002', '#1003']);
  });
});

test.describe('WooCommerce', () => {
  for (const language of ['en', 'pl'] as const) {
    test(`the list of orders is read in ${language}`, async ({ read }) => {
      const list = woocommerce.lists[language];
      const [table, ...more] = await read(woocommerce.orderList(list));
      expect(more).toEqual([]);
      const expected = woocommerce.listRead(list);
      expect(table?.offered).toMatchObject({
        tool: 'woocommerce',
        title: list.title,
        columns: expected.columns,
        rowsStated: 1204,
      });
      expect(table?.cells).toEqual(expected.cells);
      expect(table?.totals).toBeNull();
    });
  }

  test('analytics are read with their sums and dates', async ({ read }) => {
    const [table] = await read(woocommerce.analytics(woocommerce.analyticsOrders));
    expect(table?.offered).toMatchObject({
      tool: 'woocommerce',
      title: 'Orders',
      columns: woocommerce.analyticsRead.columns,
      dateRange: { from: '2026-10-01', to: '2026-10-31' },
    });
    expect(table?.cells).toEqual(woocommerce.analyticsRead.cells);
    expect(table?.totals?.slice(5, 9)).toEqual([null, '4', null, '$120.50']);
  });

  test('analytics without rows are not offered', async ({ read }) => {
    expect(await read(woocommerce.analytics({ ...woocommerce.analyticsOrders, rows: [] }))).toEqual([]);
  });
});
