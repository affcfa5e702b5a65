import type { ColumnMapping, Mapping } from '../../core/mapping';
import { headerWords } from '../../ingest/mapping/header-words';
import { asCustom, asField, asLeftOut } from '../../ingest/mapping/map-column';
import { holdsAttribution } from '../../ingest/reshape/attribution-tags';
import type { ColumnSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { inStatedCurrency } from '../in-stated-currency';
import { keepConsent } from '../keep-consent';
import { listedLines } from '../listed-lines';
import { namedColumns } from '../named-columns';
import { peopleMapping } from '../people-mapping';

/** Shopify's exports are in English whatever the admin's language. Header → field; null: seen, and not kept. */
type Columns = Readonly<Record<string, string | null>>;

/** A function, so that the page half's bundle can leave all of it out. */
function plus(columns: Columns, more: Columns): Columns {
  return { ...columns, ...more };
}

/** Street lines and notes say nothing of behaviour and much of the person. */
const ADDRESS: Columns = {
  'billing street': null,
  'billing address1': null,
  'billing address2': null,
  'billing zip': null,
  'billing phone': null,
  'shipping name': null,
  'shipping company': null,
  'shipping street': null,
  'shipping address1': null,
  'shipping address2': null,
  'shipping zip': null,
  'shipping phone': null,
  'default address address1': null,
  'default address address2': null,
  'default address zip': null,
  'default address phone': null,
  address1: null,
  address2: null,
  zip: null,
  note: null,
  notes: null,
  'note attributes': null,
};

const ORDERS = /* @__PURE__ */ plus(ADDRESS, {
  name: 'orderId',
  email: 'email',
  phone: 'phone',
  'financial status': 'status',
  'accepts marketing': 'emailConsent',
  currency: 'currency',
  shipping: 'shipping',
  taxes: 'tax',
  total: 'total',
  'discount code': 'coupon',
  'discount amount': 'discount',
  'shipping method': 'shippingMethod',
  'created at': 'time',
  'lineitem quantity': 'quantity',
  'lineitem name': 'product',
  'lineitem price': 'unitPrice',
  'lineitem sku': 'sku',
  'billing name': 'name',
  'billing company': 'company',
  'billing city': 'personCity',
  'billing province': 'personRegion',
  'billing country': 'personCountry',
  'shipping country': 'orderCountry',
  'cancelled at': 'cancelledAt',
  'payment method': 'paymentMethod',
  'refunded amount': 'refunded',
  source: 'channel',
  // Numbers of a bank or a till, of no use to a comparison.
  'payment reference': null,
  'payment references': null,
  'payment id': null,
  'receipt number': null,
});

/** Where an order has no billing address, the one it was sent to says where the customer lives. */
const WITHOUT_BILLING = /* @__PURE__ */ plus(ORDERS, {
  'shipping city': 'personCity',
  'shipping province': 'personRegion',
  'shipping country': 'personCountry',
});

const CUSTOMERS = /* @__PURE__ */ plus(ADDRESS, {
  'customer id': 'personId',
  'first name': 'firstName',
  'last name': 'lastName',
  email: 'email',
  phone: 'phone',
  'accepts email marketing': 'emailConsent',
  'accepts marketing': 'emailConsent',
  'accepts sms marketing': 'smsConsent',
  'default address company': 'company',
  'default address city': 'personCity',
  'default address province code': 'personRegion',
  'default address country code': 'personCountry',
  company: 'company',
  city: 'personCity',
  province: 'personRegion',
  country: 'personCountry',
  'total spent': 'statedSpent',
  'total orders': 'statedOrders',
  tags: 'tags',
});

function wordsOf(table: TableSurvey): ReadonlySet<string> {
  return new Set(table.columns.map((c) => headerWords(c.rawHeader)));
}

function count(words: ReadonlySet<string>, headers: readonly string[]): number {
  return headers.filter((h) => words.has(h)).length;
}

function mapColumns(
  table: 'orders' | 'people',
  columns: readonly ColumnSurvey[],
  to: Columns,
): ColumnMapping[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const words = headerWords(column.rawHeader);
    const field = Object.hasOwn(to, words) ? to[words] : undefined;
    if (field === undefined) return asCustom(column);
    if (field === null) return asLeftOut(column);
    // A repeated header is the same name for something else.
    if (taken.has(field)) return asCustom(column);
    taken.add(field);
    return asField(table, field, column) ?? asCustom(column);
  });
}

const common = { tool: 'shopify', idSpace: 'shopify', currency: null } as const;

const orders: ExportRecogniser = {
  id: 'shopify-orders',
  tool: 'shopify',
  label: { en: 'Shopify orders', pl: 'Zamówienia z Shopify' },
  claim(table) {
    const words = wordsOf(table);
    if (!words.has('name') || !words.has('lineitem name') || !words.has('created at')) return 0;
    const known = count(words, [
      'lineitem quantity',
      'lineitem price',
      'financial status',
      'paid at',
      'total',
    ]);
    return known >= 3 ? 1 : 0;
  },
  map(table): Mapping {
    const words = wordsOf(table);
    const notes = table.columns.find(
      (c) => headerWords(c.rawHeader) === 'note attributes' && c.examples.some(holdsAttribution),
    );
    const billed = table.columns.some((c) => headerWords(c.rawHeader) === 'billing country' && c.filled > 0);
    return {
      ...common,
      table: 'orders',
      recogniser: 'shopify-orders',
      columns: mapColumns('orders', table.columns, billed ? ORDERS : WITHOUT_BILLING).map((mapped) =>
        notes !== undefined && mapped.source === notes.index ? asCustom(notes) : mapped,
      ),
      ...(notes === undefined ? {} : { reshape: { attribution: { source: notes.index } } }),
      // A refund is an amount of its own in Shopify; a voided payment was never taken, an expired one never given.
      cancels: {
        orderIdPrefix: null,
        statuses: words.has('financial status') ? ['voided', 'expired'] : [],
        // Older exports have no amount of it.
        ...(words.has('financial status') && !words.has('refunded amount') ? { refunds: ['refunded'] } : {}),
      },
      orderRows: 'first-line',
    };
  },
};

const customers: ExportRecogniser = {
  id: 'shopify-customers',
  tool: 'shopify',
  label: { en: 'Shopify customers', pl: 'Klienci z Shopify' },
  claim(table) {
    const words = wordsOf(table);
    if (!words.has('total spent') || !words.has('total orders')) return 0;
    const marks = [
      'tax exempt',
      'accepts email marketing',
      'accepts sms marketing',
      'accepts marketing',
      'note',
    ];
    return count(words, marks) >= 2 && (words.has('email') || words.has('customer id')) ? 1 : 0;
  },
  map(table): Mapping {
    const mapping: Mapping = {
      ...common,
      table: 'people',
      recogniser: 'shopify-customers',
      columns: mapColumns('people', table.columns, CUSTOMERS),
      cancels: { orderIdPrefix: null, statuses: [] },
      orderRows: 'order',
    };
    return keepConsent(mapping, 'shopify');
  },
};

/** Names of the Admin API's answer, nested ones by their way: `customer.email`. */
const API_ORDERS = /* @__PURE__ */ namedColumns(
  {
    orderId: 'name',
    time: 'created_at | processed_at',
    email: 'email | contact_email | customer.email',
    phone: 'phone | customer.phone',
    personId: 'customer.id',
    firstName: 'customer.first_name',
    lastName: 'customer.last_name',
    currency: 'currency | presentment_currency',
    total: 'total_price',
    discount: 'total_discounts',
    tax: 'total_tax',
    shipping: 'total_shipping_price_set.shop_money.amount',
    status: 'financial_status',
    cancelledAt: 'cancelled_at',
    channel: 'source_name',
    personCity: 'billing_address.city | customer.default_address.city',
    personRegion: 'billing_address.province | customer.default_address.province',
    personCountry: 'billing_address.country | customer.default_address.country',
    orderCountry: 'shipping_address.country',
    emailConsent: 'buyer_accepts_marketing',
    tags: 'tags',
  },
  'billing_address.address1 | billing_address.address2 | billing_address.zip | billing_address.phone | billing_address.name | ' +
    'billing_address.first_name | billing_address.last_name | shipping_address.address1 | shipping_address.address2 | ' +
    'shipping_address.zip | shipping_address.phone | shipping_address.name | shipping_address.first_name | ' +
    'shipping_address.last_name | customer.default_address.address1 | customer.default_address.zip | ' +
    'customer.default_address.phone | browser_ip | client_details.browser_ip | client_details.user_agent | token | ' +
    'cart_token | checkout_token | note | order_status_url',
);
const API_MARKS = /* @__PURE__ */ namedColumns({
  a: 'total_price',
  b: 'financial_status',
  c: 'fulfillment_status',
  d: 'line_items',
  e: 'source_name',
  f: 'customer.id',
  g: 'total_discounts',
  h: 'processed_at',
});

/** Orders as the Admin API answers, each with its lines inside. */
const apiOrders: ExportRecogniser = {
  id: 'shopify-api-orders',
  tool: 'shopify',
  label: { en: 'Shopify orders (API)', pl: 'Zamówienia z Shopify (API)' },
  claim: (table) =>
    API_ORDERS.has(table, 'orderId') && API_ORDERS.has(table, 'total') && API_MARKS.known(table) >= 4 ? 1 : 0,
  map(table): Mapping {
    const lines = listedLines(table);
    return {
      ...common,
      ...(lines === null ? {} : { reshape: { lines } }),
      table: 'orders',
      recogniser: 'shopify-api-orders',
      columns: API_ORDERS.map('orders', table),
      // What was given back stands in lists of its own, which are not added up here; a status says it was all.
      cancels: { orderIdPrefix: null, statuses: ['voided', 'expired'], refunds: ['refunded'] },
      orderRows: lines === null ? 'order' : 'first-line',
    };
  },
};

/** Off a list of the admin, whose headings are in its language: English, Polish; the Polish as remembered. */
const PAGE_ORDERS = /* @__PURE__ */ namedColumns({
  orderId: 'Order | Zamówienie | Order ID',
  time: 'Date | Data',
  personId: 'Customer ID',
  name: 'Customer | Klient',
  total: 'Total | Suma | Łącznie | Razem',
  status: 'Payment status | Status płatności | Stan płatności',
  channel: 'Channel | Kanał | Kanał sprzedaży',
  quantity: 'Items | Pozycje | Produkty',
  shippingMethod: 'Delivery method | Metoda dostawy | Sposób dostawy',
  tags: 'Tags | Tagi',
});
const PAGE_CUSTOMERS = /* @__PURE__ */ namedColumns({
  personId: 'Customer ID',
  name: 'Customer name | Nazwa klienta | Imię i nazwisko klienta | Klient',
  email: 'Email | E-mail | Adres e-mail',
  emailConsent: 'Email subscription | Subskrypcja e-mail | Subskrypcja wiadomości e-mail',
  statedOrders: 'Orders | Zamówienia',
  statedSpent: 'Amount spent | Wydana kwota | Kwota wydatków',
  tags: 'Tags | Tagi',
});

const pageOrders: ExportRecogniser = {
  id: 'shopify-page-orders',
  tool: 'shopify',
  label: { en: 'Shopify orders (page)', pl: 'Zamówienia z Shopify (strona)' },
  claim: (table, { pageTool }) =>
    pageTool === 'shopify' && PAGE_ORDERS.has(table, 'total') && wordsOf(table).has('order id') ? 1 : 0,
  map(table): Mapping {
    const numbered = wordsOf(table).has('customer id');
    const columns = PAGE_ORDERS.map('orders', table).map((column): ColumnMapping => {
      const named = column.target.kind === 'field' && column.target.field === 'name';
      if (numbered || !named) return column;
      return { ...column, target: { kind: 'field', field: 'personId' }, reading: { kind: 'id' } };
    });
    return {
      ...common,
      // A name is no number of Shopify's: it meets nobody but itself.
      idSpace: numbered ? 'shopify' : 'shopify-names',
      table: 'orders',
      recogniser: 'shopify-page-orders',
      ...inStatedCurrency(table, columns),
      cancels: {
        orderIdPrefix: null,
        statuses: ['voided', 'expired', 'unieważnione', 'wygasło', 'wygasłe'],
        refunds: ['refunded', 'zwrócono środki', 'zrefundowano', 'zwrócone'],
      },
      orderRows: 'order',
    };
  },
};

const pageCustomers: ExportRecogniser = {
  id: 'shopify-page-customers',
  tool: 'shopify',
  label: { en: 'Shopify customers (page)', pl: 'Klienci z Shopify (strona)' },
  claim: (table, { pageTool }) =>
    pageTool === 'shopify' &&
    wordsOf(table).has('customer id') &&
    !wordsOf(table).has('order id') &&
    PAGE_CUSTOMERS.known(table) >= 3
      ? 1
      : 0,
  map: (table) =>
    peopleMapping(table, PAGE_CUSTOMERS, {
      tool: 'shopify',
      recogniser: 'shopify-page-customers',
      idSpace: 'shopify',
    }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [
  orders,
  customers,
  apiOrders,
  pageOrders,
  pageCustomers,
];

export { listPage as page } from './shopify/list-page';
