import { describe, expect, it } from 'vitest';
import { loaded, proposalsOfFixture } from '../../../tests/proposals-of';
import { dealsOf, recognised } from '../../../tests/tool-deals';
import { sumOf, textsOf } from '../../../tests/tool-exports';
import { buildDataset } from '../../ingest/dataset/build-dataset';
import { groupOrders } from '../../ingest/dataset/group-orders';

describe('WooCommerce', () => {
  it('knows the analytics by its packed products, and takes amount and currency from two columns', async () => {
    const file = await proposalsOfFixture('woocommerce/analytics-orders.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'woocommerce-analytics' });
    expect(found.targets).toEqual({
      Date: 'time',
      'Order #': 'orderId',
      'N. Revenue (formatted)': 'custom',
      Status: 'status',
      Customer: 'personId',
      'Customer type': 'custom',
      'Product(s)': 'product',
      'Items sold': 'quantity',
      'Coupon(s)': 'coupon',
      'Net Sales': 'total',
      Attribution: 'channel',
    });
    expect(file.tables[0]?.mapping.currency).toBe('PLN');
  });

  it('takes what was given back off the order it was given back for', async () => {
    const { kept, table } = await loaded(await proposalsOfFixture('woocommerce/analytics-orders.csv'));
    expect([table.rowsKept, table.refused.length]).toEqual([5, 0]);
    const orders = groupOrders(kept);
    expect([...orders.gross].map((v) => v / 100)).toEqual([84, 1120.5, 0, 56]);
    expect([...orders.refunded].map((v) => v / 100)).toEqual([0, 0, 0, 28]);
    expect([...orders.isSale]).toEqual([1, 1, 0, 1]);
  });

  it('makes a line of each packed product, and keeps the count the order gives as its own', async () => {
    const { kept } = await loaded(await proposalsOfFixture('woocommerce/analytics-orders.csv'));
    expect(textsOf(kept, 'product').slice(0, 3)).toEqual(['Green tea', 'Cup', 'Teapot']);
    expect(sumOf(kept, 'Items sold')).toBe(3 + 5 + 1 + 2 - 1);
    const { items, orders } = buildDataset([kept], 1).dataset;
    expect([orders.size, items.size]).toEqual([4, 6]);
    expect([...orders.units]).toContain(5);
    expect(kept.passport.notes).toContainEqual({ code: 'lines-unfolded', params: { rows: 5, lines: 6 } });
  });

  it('opens the lines inside each order of the API', async () => {
    const { kept } = await loaded(await proposalsOfFixture('woocommerce/orders-api.json'));
    const { items, orders } = buildDataset([kept], 1).dataset;
    expect([orders.size, items.size]).toEqual([2, 3]);
    expect([...items.amount].map((v) => v / 100).sort((a, b) => a - b)).toEqual([20, 40, 80]);
    expect([...orders.gross].map((v) => v / 100)).toEqual([112, 40]);
    expect([...orders.refunded].map((v) => v / 100)).toEqual([0, 40]);
  });

  it('knows it in Polish, where all words differ', async () => {
    const file = await proposalsOfFixture('woocommerce/zamowienia-pl.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'woocommerce-analytics' });
    expect(Object.values(found.targets)).toEqual([
      'time',
      'orderId',
      'custom',
      'status',
      'personId',
      'custom',
      'product',
      'quantity',
      'coupon',
      'total',
    ]);
    expect(dealsOf(await loaded(file))).toMatchObject({
      rows: [3, 0],
      sales: [1, 1, 0],
      gross: [84, 120.5, 0],
    });
  });

  it('maps the API’s own names, and knows guests by their address', async () => {
    const file = await proposalsOfFixture('woocommerce/rest-orders.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'woocommerce-orders' });
    expect(found.targets).toEqual({
      id: 'custom',
      number: 'orderId',
      status: 'status',
      currency: 'currency',
      date_created: 'time',
      date_paid: 'custom',
      discount_total: 'discount',
      shipping_total: 'shipping',
      total: 'total',
      total_tax: 'tax',
      customer_id: 'custom',
      payment_method_title: 'paymentMethod',
      billing_first_name: 'firstName',
      billing_last_name: 'lastName',
      billing_email: 'email',
      billing_phone: 'phone',
      billing_city: 'personCity',
      billing_country: 'personCountry',
      billing_address_1: 'left-out',
      shipping_country: 'orderCountry',
      customer_note: 'left-out',
      created_via: 'channel',
    });
    const table = await loaded(file);
    // The last was sold, and given back whole: its status says so where no amount does.
    expect(dealsOf(table)).toMatchObject({ rows: [4, 0], sales: [1, 1, 0, 1], gross: [96, 1100.5, 0, 56] });
    expect([...groupOrders(table.kept).refunded].map((v) => v / 100)).toEqual([0, 0, 0, 56]);
    expect(buildDataset([table.kept], 1).dataset.people.size).toBe(3);
  });
});
