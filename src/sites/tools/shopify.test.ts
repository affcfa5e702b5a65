import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { groupOrders } from '../../ingest/dataset/group-orders';

describe('Shopify orders', () => {
  it('recognises the 79 columns and maps what says something of behaviour', async () => {
    const { tables } = await proposalsOfFixture('shopify/orders.csv');
    expect(tables[0]).toMatchObject({ how: 'recognised', keep: true });
    const { mapping } = tables[0]!;
    expect(mapping).toMatchObject({ table: 'orders', orderRows: 'first-line', idSpace: 'shopify' });
    expect(mapping.columns).toHaveLength(79);
    expect(targetsOf(mapping)).toMatchObject({
      Name: 'orderId',
      Email: 'email',
      'Created at': 'time',
      Total: 'total',
      'Discount Amount': 'discount',
      'Discount Code': 'coupon',
      'Refunded Amount': 'refunded',
      'Cancelled at': 'cancelledAt',
      'Lineitem quantity': 'quantity',
      'Lineitem price': 'unitPrice',
      'Billing Country': 'personCountry',
      'Shipping Country': 'orderCountry',
      Tags: 'custom',
    });
  });

  it('leaves street lines and notes out unless asked for', async () => {
    const { tables } = await proposalsOfFixture('shopify/orders.csv');
    const targets = targetsOf(tables[0]!.mapping);
    for (const header of ['Billing Address1', 'Billing Zip', 'Shipping Name', 'Notes', 'Note Attributes'])
      expect(targets[header]).toBe('left-out');
  });

  it('keeps of the note attributes where an order came from, and nothing else of them', async () => {
    const csv =
      'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Note Attributes\n' +
      '#1,a@x.pl,paid,2026-01-01,PLN,10.00,2026-01-01,1,Tea,10.00,"gift: for Ola\nutm_source: google\nutm_campaign: Tea - Brand"\n' +
      '#2,b@x.pl,paid,2026-01-02,PLN,12.00,2026-01-02,1,Tea,12.00,landing: https://shop.example/?utm_campaign=Tea+-+Brand&utm_medium=cpc\n' +
      '#3,c@x.pl,paid,2026-01-03,PLN,14.00,2026-01-03,1,Tea,14.00,gift: utm_campaign is none here\n';
    const { kept } = await loaded(await proposalsOf('orders_export.csv', csv));
    const said = (header: string) => {
      const column = kept.columns.find((c) => c.mapping.header === header)?.column;
      return column?.type === 'text'
        ? [...column.codes].map((code) => column.dictionary[code] ?? null)
        : undefined;
    };
    expect(said('UTM campaign')).toEqual(['Tea - Brand', 'Tea - Brand', null]);
    expect(said('UTM source')).toEqual(['google', null, null]);
    expect(said('UTM medium')).toEqual([null, 'cpc', null]);
    expect(said('Note Attributes')).toBeUndefined();
    expect(JSON.stringify(kept.columns.map((c) => c.column))).not.toContain('Ola');
    expect(kept.passport.notes).toContainEqual({
      code: 'attribution-only',
      params: { column: 'Note Attributes', rows: 2 },
    });
  });

  it('keeps every row, continuation rows without a total included', async () => {
    const { table } = await loaded(await proposalsOfFixture('shopify/orders.csv'));
    expect([table.rowsSeen, table.rowsKept, table.refused.length]).toEqual([11, 11, 0]);
  });

  it('makes one order of its rows, counting the total once', async () => {
    const { kept } = await loaded(await proposalsOfFixture('shopify/orders.csv'));
    const orders = groupOrders(kept);
    expect(orders.lines.orders).toBe(7);
    expect(orders.orderId?.dictionary).toContain('#1001');
    // 25.00 + 6.20 + 4.90 shipping; 89.00 − 8.90 + 4.90; 14.00 + 12.50 + 18.60 + 4.90.
    expect([...orders.gross].slice(0, 3)).toEqual([3610, 8500, 5000]);
    expect([...orders.refunded]).toEqual([0, 0, 0, 1740, 1400, 0, 0]);
    expect([...orders.discount].slice(0, 2)).toEqual([0, 890]);
  });

  it('counts a cancelled, never paid order as no sale', async () => {
    const { kept } = await loaded(await proposalsOfFixture('shopify/orders.csv'));
    expect([...groupOrders(kept).isSale]).toEqual([1, 1, 1, 1, 1, 0, 1]);
  });

  it('takes the country it was sent to for the customer’s where no billing address is held', async () => {
    const { tables } = await proposalsOf(
      'orders_export.csv',
      'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Shipping City,Shipping Country\n#1,a@x.pl,paid,2026-01-01,PLN,10.00,2026-01-01,1,Tea,10.00,Kraków,PL\n',
    );
    expect(targetsOf(tables[0]!.mapping)).toMatchObject({
      'Shipping Country': 'personCountry',
      'Shipping City': 'personCity',
    });
  });
});

describe('Shopify customers', () => {
  it('reads the newer export, its apostrophes taken off', async () => {
    const file = await proposalsOfFixture('shopify/customers.csv');
    expect(file.tables[0]?.mapping).toMatchObject({ table: 'people', idSpace: 'shopify' });
    const { table, kept } = await loaded(file);
    expect(table.rowsKept).toBe(4);
    const text = (field: string) => {
      const column = kept.columns.find(
        ({ mapping: { target } }) => target.kind === 'field' && target.field === field,
      )?.column;
      return column?.type === 'text' ? column.dictionary : [];
    };
    expect(text('personId')).toEqual(['7210448301122', '7210448301123', '7210448301124', '7210448301125']);
    expect(text('phone')).toEqual(['+48600100200', '+353861234567']);
  });

  it('reads consents and what the shop counted', async () => {
    const { tables } = await proposalsOfFixture('shopify/customers.csv');
    expect(targetsOf(tables[0]!.mapping)).toMatchObject({
      'Accepts Email Marketing': 'emailConsent',
      'Accepts SMS Marketing': 'smsConsent',
      'Accepts WhatsApp Marketing': 'custom',
      'Total Spent': 'statedSpent',
      'Total Orders': 'statedOrders',
      'Default Address Country Code': 'personCountry',
      Note: 'left-out',
    });
  });

  it('reads the older export, which has no customer id', async () => {
    const { tables } = await proposalsOfFixture('shopify/customers-2019.csv');
    expect(tables[0]).toMatchObject({ how: 'recognised', keep: true });
    expect(targetsOf(tables[0]!.mapping)).toMatchObject({
      Email: 'email',
      'Accepts Marketing': 'emailConsent',
      Province: 'personRegion',
      Country: 'personCountry',
    });
  });
});
