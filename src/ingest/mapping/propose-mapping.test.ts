import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { groupOrders } from '../dataset/group-orders';
import { HEADER_SYNONYMS } from './header-synonyms';
import { headerWords } from './header-words';
import { proposeMapping } from './propose-mapping';

async function proposed(name: string) {
  const file = await proposalsOfFixture(`generic/${name}`);
  const { mapping, how, keep } = file.tables[0]!;
  return { file, mapping, how, keep, targets: targetsOf(mapping) };
}

const day = (i: number) => `2026-0${(i % 9) + 1}-${String((i % 27) + 1).padStart(2, '0')}`;
async function made(header: string, row: (i: number) => string, rows = 24) {
  const lines = Array.from({ length: rows }, (_, i) => row(i));
  const { tables } = await proposalsOf('made.csv', `${header}\n${lines.join('\n')}\n`);
  return { mapping: tables[0]!.mapping, targets: targetsOf(tables[0]!.mapping) };
}

describe('a proposed mapping', () => {
  it('reads a Polish shop’s orders', async () => {
    const { file, mapping, how, keep, targets } = await proposed('zamowienia-pl.csv');
    expect({ how, keep }).toEqual({ how: 'guessed', keep: true });
    expect(mapping).toMatchObject({
      table: 'orders',
      tool: 'generic',
      orderRows: 'order',
      currency: 'PLN',
      idSpace: expect.stringMatching(/^Numer zamówienia [0-9a-f]{6}$/),
    });
    expect(targets).toEqual({
      'Numer zamówienia': 'orderId',
      'Data zamówienia': 'time',
      'E-mail klienta': 'email',
      Klient: 'name',
      Miasto: 'personCity',
      'Wartość zamówienia (PLN)': 'total',
      Rabat: 'discount',
      'Koszt dostawy': 'shipping',
      'Status zamówienia': 'status',
      'Metoda płatności': 'paymentMethod',
      'Kod rabatowy': 'coupon',
      'Kanał sprzedaży': 'channel',
    });
    const { kept, table } = await loaded(file);
    expect(table.rowsKept).toBe(40);
    const { isSale } = groupOrders(kept);
    const text = new TextDecoder('windows-1250').decode(
      await new Response(file.source.stream()).arrayBuffer(),
    );
    const cancelled = text.match(/;anulowane;/g)?.length ?? 0;
    expect(cancelled).toBeGreaterThan(0);
    expect(isSale.reduce((a, b) => a + b, 0)).toBe(40 - cancelled);
  });

  it('groups invoice lines and takes C-invoices for what takes them back', async () => {
    const { mapping, targets } = await proposed('invoice-lines.csv');
    expect(mapping).toMatchObject({ table: 'orders', orderRows: 'line' });
    expect(mapping.cancels).toEqual({ orderIdPrefix: 'C', statuses: [] });
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
  });

  it('never takes a letter for a cancellation among ids that carry letters anyway', async () => {
    const { mapping } = await proposed('sales-lines-eu.csv');
    expect(mapping.cancels.orderIdPrefix).toBeNull();
  });

  it('reads sales lines of a European spreadsheet, discount shares and all', async () => {
    const { mapping, targets } = await proposed('sales-lines-eu.csv');
    expect(mapping).toMatchObject({ table: 'orders', orderRows: 'line' });
    expect(targets).toMatchObject({
      'Order ID': 'orderId',
      'Order Date': 'time',
      'Ship Date': 'custom',
      'Ship Mode': 'shippingMethod',
      'Customer ID': 'personId',
      'Customer Name': 'name',
      Segment: 'customerType',
      'Product ID': 'sku',
      Category: 'category',
      'Sub-Category': 'custom',
      Sales: 'lineTotal',
      Quantity: 'quantity',
      Discount: 'discountRate',
      Profit: 'profit',
    });
    const sales = mapping.columns.find((c) => c.header === 'Sales');
    expect(sales?.reading).toMatchObject({ kind: 'money', decimal: ',' });
  });

  it('reads a purchase log without order numbers, each row an order', async () => {
    const { mapping, targets } = await proposed('purchase-log.txt');
    expect(mapping).toMatchObject({ table: 'orders', orderRows: 'order' });
    expect(Object.values(targets)).toEqual(['personId', 'time', 'quantity', 'total']);
  });

  it('reads the same log without any header', async () => {
    const { tables } = await proposalsOf(
      'log.txt',
      Array.from(
        { length: 60 },
        (_, i) =>
          ` ${String(Math.floor(i / 2) * 7 + 4).padStart(5, '0')} 1997${String((i % 12) + 1).padStart(2, '0')}1${i % 10}  ${(i % 3) + 1}  ${(9.77 + i).toFixed(2)}`,
      ).join('\n'),
    );
    expect(tables[0]?.mapping).toMatchObject({ table: 'orders', recogniser: 'generic-without-header' });
    expect(Object.values(targetsOf(tables[0]!.mapping))).toEqual(['personId', 'time', 'quantity', 'total']);
  });

  it('reads German orders without an order number', async () => {
    const { mapping, targets } = await proposed('bestellungen-de.csv');
    expect(mapping).toMatchObject({ table: 'orders', orderRows: 'order', currency: 'EUR' });
    expect(Object.values(targets)).toEqual([
      'time',
      'personId',
      'total',
      'currency',
      'paymentMethod',
      'personCountry',
    ]);
  });

  it('reads contacts of a CRM in English', async () => {
    const { mapping, targets } = await proposed('contacts-en.csv');
    expect(mapping.table).toBe('people');
    expect(Object.values(targets)).toEqual([
      'crmId',
      'firstName',
      'lastName',
      'email',
      'phone',
      'company',
      'industry',
      'personCountry',
      'lifecycleStage',
      'acquisitionSource',
      'createdAt',
      'emailConsent',
      'custom',
    ]);
  });

  it('reads contacts of a CRM in Polish', async () => {
    const { mapping, targets } = await proposed('kontakty-pl.csv');
    expect(mapping.table).toBe('people');
    expect(Object.values(targets)).toEqual([
      'crmId',
      'firstName',
      'lastName',
      'email',
      'phone',
      'company',
      'industry',
      'personCity',
      'personRegion',
      'lifecycleStage',
      'acquisitionSource',
      'createdAt',
      'emailConsent',
      'birthDate',
      'tags',
      'custom',
    ]);
  });

  it('reads events, and a lone event column as their kind where its values are kinds', async () => {
    const en = await proposed('events.csv');
    expect(en.mapping.table).toBe('events');
    expect(Object.values(en.targets)).toEqual(['time', 'userId', 'kind', 'channel', 'value', 'custom']);
    const pl = await proposed('zdarzenia-pl.csv');
    expect(pl.mapping.table).toBe('events');
    expect(Object.values(pl.targets)).toEqual(['time', 'email', 'kind', 'channel']);
    const named = await made(
      'user_id,event,event_time',
      (i) => `u${i % 5},${['login', 'export', 'invited'][i % 3]},${day(i)}T10:00:00`,
    );
    expect(named.targets).toEqual({ user_id: 'userId', event: 'name', event_time: 'time' });
  });

  it('reads a report of totals, its currency from the header', async () => {
    const { mapping, targets } = await made(
      'Date,Campaign,Country,Sessions,Bounce rate,Revenue (EUR)',
      (i) => `2026-10-0${i + 1},Brand,PL,${1000 + 37 * i},3.00%,${i}.50`,
    );
    expect(mapping).toMatchObject({ table: 'reports', currency: 'EUR' });
    expect(Object.values(targets)).toEqual([
      'date',
      'campaign',
      'country',
      'sessions (count)',
      'bounceRate (rate)',
      expect.stringMatching(/ \(money\)$/),
    ]);
  });

  it('takes a table of campaigns and what they cost for spend', async () => {
    const { mapping, targets } = await proposed('campaigns.csv');
    expect(mapping).toMatchObject({ table: 'spend', currency: 'EUR' });
    expect(Object.values(targets)).toEqual([
      'day',
      'campaign',
      'custom',
      'impressions',
      'clicks',
      'custom',
      'cost',
      'conversions',
      'conversionValue',
    ]);
  });

  it('takes daily sums for a report and dated amounts of somebody for orders', async () => {
    expect(
      (await made('Date,Revenue', (i) => `2026-03-${String(i + 1).padStart(2, '0')},${100 + i}.50`)).mapping
        .table,
    ).toBe('reports');
    const bought = await made(
      'Data;Klient;Kwota',
      (i) => `${day(i)};${['Anna Nowak', 'Jan Kos'][i % 2]};${i + 10},50 zł`,
    );
    expect(bought.mapping).toMatchObject({ table: 'orders', currency: 'PLN' });
    expect(bought.targets).toEqual({ Data: 'time', Klient: 'personId', Kwota: 'total' });
  });

  it('maps a table as what a person says it is', async () => {
    const { survey } = await proposalsOfFixture('generic/bestellungen-de.csv');
    const people = proposeMapping(survey.tables[0]!, 'people');
    expect(people.table).toBe('people');
    expect(targetsOf(people)).toMatchObject({
      Kundennummer: 'personId',
      Land: 'personCountry',
      Bestellwert: 'custom',
    });
    const report = proposeMapping(survey.tables[0]!, 'reports');
    expect(targetsOf(report)).toMatchObject({ Bestelldatum: '?', Bestellwert: '? (money)' });
  });

  it('takes a list of customers with what they spent for people', async () => {
    const { mapping, targets } = await made(
      'Customer,Email,Signup date,Orders,Spent',
      (i) => `Jan Kowal${i},a${i}@x.pl,${day(i)},${i % 4},${i * 10}.50`,
    );
    expect(mapping.table).toBe('people');
    expect(targets).toMatchObject({
      'Signup date': 'createdAt',
      Orders: 'statedOrders',
      Spent: 'statedSpent',
    });
  });

  it('takes rows that repeat every combination for people, though nothing names them', async () => {
    const { mapping } = await made(
      'age,gender,plan,churn',
      (i) => `${20 + (i % 7)},${['M', 'F'][i % 2]},${['a', 'b'][i % 2]},${i % 2}`,
    );
    expect(mapping.table).toBe('people');
  });

  it('tells an order’s total repeated on its lines from the worth of a line', async () => {
    const repeated = await made(
      'Order number,Order date,Customer email,Product,Qty,Order total',
      (i) =>
        `${1000 + Math.floor(i / 2)},${day(Math.floor(i / 2))},c${i % 4}@x.pl,P${i},1,${50 + Math.floor(i / 2)}.00`,
    );
    expect(repeated.targets['Order total']).toBe('total');
    const lines = await made(
      'Zamówienie;Data;Klient;SKU;Ilość;Wartość',
      (i) =>
        `Z${Math.floor(i / 3)};${day(Math.floor(i / 3))};K-00${Math.floor(i / 3) % 4};S${i};1;${10 + i},00`,
    );
    expect(lines.mapping.orderRows).toBe('line');
    expect(lines.targets).toMatchObject({ Wartość: 'lineTotal', Klient: 'personId' });
  });

  it('sees totals that stand on an order’s first line only', async () => {
    const { mapping } = await made(
      'Order,Date,Email,Item,Item price,Total',
      (i) =>
        `N${Math.floor(i / 2)},${day(Math.floor(i / 2))},c${Math.floor(i / 2) % 4}@x.pl,P${i},5.00,${i % 2 === 0 ? '10.00' : ''}`,
    );
    expect(mapping.orderRows).toBe('first-line');
  });

  it('never maps a column onto what its values can’t be', async () => {
    const { targets } = await made(
      'Order ID,Order date,Email,Total,Currency,Quantity,Phone',
      (i) => `A${i},${day(i)},see notes,${i}.00,ordinary,${i}.5 kg,yes`,
    );
    expect(targets).toMatchObject({
      Email: 'custom',
      Currency: 'custom',
      Quantity: 'custom',
      Phone: 'custom',
    });
  });

  it('tells a browser’s id from a customer’s under the same name', async () => {
    const ga = await made(
      'Client ID,Event name,Date',
      (i) => `12039488${i % 5}.17566848${i % 5}1,scroll,${day(i)}`,
    );
    expect(ga.targets['Client ID']).toBe('clientId');
    const crm = await made('Client ID,Event name,Date', (i) => `K${i % 5},scroll,${day(i)}`);
    expect(crm.targets['Client ID']).toBe('personId');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'keeps a column called %s as any other',
    async (header) => {
      const { mapping } = await made(`Email,${header},City`, (i) => `a${i}@x.pl,v${i},C${i % 3}`);
      expect(mapping.columns[1]).toMatchObject({ header, target: { kind: 'custom', of: 'row' } });
    },
  );
});

describe('the names columns are known by', () => {
  it('are written as headers are compared', () => {
    const { metrics, ...rest } = HEADER_SYNONYMS;
    const tables: readonly Readonly<Record<string, string>>[] = [
      ...Object.values(rest),
      ...Object.values(metrics),
    ];
    const groups = tables.flatMap((table) => Object.values(table));
    const odd = groups.flatMap((names) => names.split(', ')).filter((name) => headerWords(name) !== name);
    expect(odd).toEqual([]);
  });

  it('mean one thing within a table', () => {
    const { keys, facts, orders, events } = HEADER_SYNONYMS;
    const groups: readonly Readonly<Record<string, string>>[] = [{ ...keys, ...facts }, orders, events];
    for (const group of groups) {
      const names = Object.entries(group).flatMap(([field, all]) =>
        all.split(', ').map((name) => [name, field] as const),
      );
      const twice = names.filter(([name, field]) => names.some(([n, f]) => n === name && f !== field));
      // A line's worth is its order's where orders have one line.
      expect(twice.map(([name]) => name).filter((name) => name !== 'sales')).toEqual([]);
    }
  });
});
