import { describe, expect, it } from 'vitest';
import { loaded, proposalsOfFixture } from '../../../tests/proposals-of';
import { dealsOf, recognised } from '../../../tests/tool-deals';
import { groupOrders } from '../../ingest/dataset/group-orders';

describe('Stripe payments', () => {
  it('maps what was paid, given back and by whom, and no card numbers', async () => {
    const found = recognised(await proposalsOfFixture('stripe/payments.csv'));
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'stripe-payments' });
    expect(found.targets).toEqual({
      id: 'orderId',
      Description: 'custom',
      'Seller Message': 'custom',
      'Created (UTC)': 'time',
      Amount: 'total',
      'Amount Refunded': 'refunded',
      Currency: 'currency',
      'Converted Amount': 'custom',
      'Converted Amount Refunded': 'custom',
      Fee: 'custom',
      Tax: 'tax',
      'Converted Currency': 'custom',
      Mode: 'custom',
      Status: 'status',
      'Statement Descriptor': 'custom',
      'Customer ID': 'personId',
      'Customer Description': 'left-out',
      'Customer Email': 'email',
      Captured: 'custom',
      'Card ID': 'left-out',
      'Card Last4': 'left-out',
      'Card Brand': 'paymentMethod',
      'Card Address Line1': 'left-out',
      'Card Address Country': 'orderCountry',
      'Invoice ID': 'left-out',
    });
  });

  it('counts what was taken; a declined payment is no sale, a refund is one that went back', async () => {
    const file = await proposalsOfFixture('stripe/payments.csv');
    const table = await loaded(file);
    expect(dealsOf(table)).toEqual({
      rows: [4, 0],
      sales: [1, 1, 0, 1],
      gross: [84, 1120.5, 0, 56],
      returns: 0,
      currency: Array(4).fill('PLN'),
    });
    expect([...groupOrders(table.kept).refunded].map((v) => v / 100)).toEqual([0, 120.5, 0, 56]);
  });
});

describe('Stripe payments as its interface answers them', () => {
  it('are in minor units of each currency, and say so to nobody who would have to know', async () => {
    const file = await proposalsOfFixture('stripe/charges-api.json');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'stripe-api-payments' });
    expect(found.targets).toMatchObject({
      id: 'orderId',
      amount: 'total',
      amount_refunded: 'refunded',
      created: 'time',
      currency: 'currency',
      customer: 'personId',
      'billing_details.email': 'email',
      'billing_details.name': 'left-out',
      'billing_details.address.country': 'orderCountry',
      status: 'status',
    });
    const table = await loaded(file);
    // A yen has no smaller coin: 5600 of them, where 84.00 and 1120.50 are złote.
    expect(dealsOf(table)).toMatchObject({
      sales: [1, 1, 0, 1],
      gross: [84, 1120.5, 0, 56],
      currency: ['PLN', 'PLN', 'JPY', 'JPY'],
    });
    expect([...groupOrders(table.kept).refunded]).toEqual([0, 12050, 0, 0]);
    const captured = table.kept.columns.find(({ mapping }) => mapping.header === 'amount_captured')?.column;
    expect(captured).toMatchObject({ type: 'money', values: Float64Array.of(8400, 112050, 0, 5600) });
  });
});
