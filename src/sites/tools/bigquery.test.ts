import { describe, expect, it } from 'vitest';
import { loaded, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { textsOf } from '../../../tests/tool-exports';
import { buildDataset } from '../../ingest/dataset/build-dataset';

describe('GA4 from BigQuery, as nested rows', () => {
  it('gives all events, and of the purchases among them orders with their products', async () => {
    const file = await proposalsOfFixture('bigquery/events_20260901.ndjson');
    expect(file.tables.map((t) => [t.how, t.mapping.table, t.mapping.recogniser])).toEqual([
      ['recognised', 'events', 'bigquery-ga4-events'],
      ['recognised', 'orders', 'bigquery-ga4-purchases'],
    ]);
    expect(targetsOf(file.tables[1]!.mapping)).toMatchObject({
      'ecommerce.transaction_id': 'orderId',
      'ecommerce.purchase_revenue': 'total',
      'event_params.currency': 'currency',
      user_pseudo_id: 'clientId',
      event_timestamp: 'time',
    });
    const events = await loaded(file, 0);
    const orders = await loaded(file, 1);
    const { dataset } = buildDataset([events.kept, orders.kept], 1);
    expect([dataset.people.size, dataset.events.size, dataset.orders.size, dataset.items.size]).toEqual([
      2, 6, 2, 4,
    ]);
    expect([...dataset.orders.gross].map((v) => v / 100)).toEqual([129, 50]);
    // The refund event names what came back; it is no second purchase of it.
    expect([...dataset.orders.refunded].map((v) => v / 100)).toEqual([0, 50]);
    expect([...dataset.orders.units]).toEqual([3, 2]);
    expect(textsOf(orders.kept, 'product').slice(0, 2)).toEqual(['Green tea', 'Cup']);
    const { passport } = orders.kept;
    expect([passport.rowsSeen, passport.rowsKept, passport.rowsSetApart]).toEqual([3, 3, 3]);
  });
});
