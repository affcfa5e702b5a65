import { describe, expect, it } from 'vitest';
import * as matomo from '../../../e2e/pages/matomo';
import * as shopify from '../../../e2e/pages/shopify';
import * as woocommerce from '../../../e2e/pages/woocommerce';
import { loaded, proposalsOffPage } from '../../../tests/proposals-of';
import { recognised } from '../../../tests/tool-deals';
import { sumOf, textsOf } from '../../../tests/tool-exports';

interface Read {
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

const offPage = (tool: string, { columns, cells }: Read) => proposalsOffPage(tool, columns, cells);

describe('what was read off a page of Matomo', () => {
  it('is known by the names of its metrics, whatever the language', async () => {
    const file = await offPage('matomo', matomo.websitesRead);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'matomo-report' });
    expect(Object.values(found.targets)).toEqual([
      'source',
      'sessions (count)',
      'actions (count)',
      'bounceRate (rate)',
      'totalRevenue (money)',
    ]);
    const { kept } = await loaded(file);
    expect(sumOf(kept, 'sessions')).toBe(1544);
    expect(sumOf(kept, 'totalRevenue')).toBeCloseTo(1530.5, 6);
  });
});

describe('what was read off a page of Shopify', () => {
  it('is orders by whoever is named on them', async () => {
    const file = await offPage('shopify', shopify.ordersRead);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'shopify-page-orders' });
    expect(found.targets).toMatchObject({
      Zamówienie: 'orderId',
      Data: 'time',
      Klient: 'personId',
      Suma: 'total',
      'Status płatności': 'status',
    });
    const { table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([2, 0]);
  });

  it('is customers by their numbers, which the exports have too', async () => {
    const file = await offPage('shopify', shopify.customersRead);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'shopify-page-customers' });
    expect(found.targets).toMatchObject({ 'Customer ID': 'personId', 'Customer name': 'name' });
    expect(file.tables[0]?.mapping.idSpace).toBe('shopify');
  });
});

describe('what was read off a page of WooCommerce', () => {
  it.each(['en', 'pl'] as const)('is orders with their moment and status in %s', async (language) => {
    const file = await offPage('woocommerce', woocommerce.listRead(woocommerce.lists[language]));
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'woocommerce-page-orders' });
    expect(found.targets).toMatchObject({
      Number: 'orderId',
      Customer: 'personId',
      'Status (status_slug)': 'status',
    });
    expect(Object.values(found.targets)[1]).toBe('time');
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([2, 0]);
    expect(textsOf(kept, 'status')).toEqual(woocommerce.lists[language].orders.map((o) => o.slug));
    expect(sumOf(kept, 'total')).toBeCloseTo(1138.4, 6);
  });

  it('is orders off the analytics too', async () => {
    const file = await offPage('woocommerce', woocommerce.analyticsRead);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'woocommerce-page-orders' });
    expect(found.targets).toMatchObject({ 'Order ID': 'orderId', 'Net sales': 'total', Date: 'time' });
    expect(sumOf((await loaded(file)).kept, 'total')).toBeCloseTo(120.5, 6);
  });
});
