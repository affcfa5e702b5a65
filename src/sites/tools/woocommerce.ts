import type { ColumnMapping, Mapping } from '../../core/mapping';
import { asField } from '../../ingest/mapping/map-column';
import type { ColumnSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { inStatedCurrency } from '../in-stated-currency';
import { listedLines } from '../listed-lines';
import { byMachineName } from '../machine-name';
import { namedColumns } from '../named-columns';
import { cellText } from '../page/cell-text';
import { dateRangeIn } from '../page/date-range';
import { all, attribute, closestOf, holdsAny, isA, one, parentOf, textOf } from '../page/dom';
import { readHtmlTable } from '../page/html-tables';
import { linkedId } from '../page/linked-id';
import type { Pace } from '../page/pace';
import { periodRange } from '../page/period-range';
import { statedNear } from '../page/stated-rows';
import { titlesOf } from '../page/title-of';
import { whenGone } from '../page/when-gone';
import type { Page, PageReader, PageTable } from '../page-reader';

/** Never paid or called off: by slug, and by the words of the English and the Polish shop. */
const NO_SALE = /* @__PURE__ */ [
  'cancelled',
  'failed',
  'pending',
  'pending payment',
  'checkout-draft',
  'auto-draft',
  'trash',
  'anulowane',
  'nieudane',
  'niepowodzenie',
  'oczekujące na płatność',
  'oczekuje na płatność',
  'szkic',
].flatMap((status) => [status, `wc-${status}`]);

/** Sold, and given back whole. */
const REFUNDED = /* @__PURE__ */ ['refunded', 'zwrócone', 'zrefundowane', 'zwrócono'].flatMap((status) => [
  status,
  `wc-${status}`,
]);

/** English as in the shop's own code; the others as remembered, for the columns' places tell them anyway. */
const ANALYTICS = /* @__PURE__ */ namedColumns({
  time: 'Date | Data | Datum | Fecha',
  orderId: 'Order # | Zamówienie # | Nr zamówienia | Zamówienie nr | Bestellnummer | Bestellung #',
  status: 'Status | Estado | Statut',
  personId: 'Customer | Klient | Kunde | Client | Cliente',
  customerType: 'Customer type | Typ klienta | Rodzaj klienta | Kundentyp',
  product: 'Product(s) | Products | Produkty | Produkt(y) | Produkte',
  quantity: 'Items sold | Sprzedane pozycje | Sprzedane produkty | Sprzedane sztuki | Verkaufte Artikel',
  coupon: 'Coupon(s) | Coupons | Kupony | Kupon(y) | Gutscheine',
  total: 'Net Sales | Sprzedaż netto | Nettoumsatz | Nettoverkäufe',
  channel: 'Attribution | Origin | Atrybucja | Pochodzenie',
});

/** `2× Green tea, 1× Cup`, as nothing else is written. */
const PACKED = /^-?\d+\s?×\s\S/;

/** Order of the analytics columns; the words are the shop's language. */
const PLACES = [
  'time',
  'orderId',
  null,
  'status',
  'personId',
  null,
  'product',
  'quantity',
  'coupon',
  'total',
  'channel',
];

const isPacked = ({ examples }: ColumnSurvey): boolean =>
  examples.length > 0 && examples.every((value) => PACKED.test(value.trim()));

/** Ten or eleven columns, the seventh of packed products, a formatted amount in the third and a bare one in the tenth. */
function isAnalytics(table: TableSurvey): boolean {
  const { columns } = table;
  const kinds = columns.map((c) => c.reading.kind);
  const products = columns[6];
  return (
    (columns.length === 10 || columns.length === 11) &&
    products !== undefined &&
    isPacked(products) &&
    kinds[0] === 'date' &&
    (kinds[2] === 'money' || kinds[2] === 'text') &&
    (kinds[9] === 'number' || kinds[9] === 'money')
  );
}

function mapAnalytics(table: TableSurvey): Mapping {
  const named = ANALYTICS.map('orders', table);
  const columns = named.map((column, i): ColumnMapping => {
    const field = PLACES[i] ?? null;
    const surveyed = table.columns[i];
    // The kind of customer is of the order: first in September, returning in October.
    if (column.target.kind === 'field' && (field === null || column.target.field === 'customerType'))
      return { ...column, target: { kind: 'custom', of: 'row' } };
    if (field === null || surveyed === undefined || surveyed.filled === 0) return column;
    return asField('orders', field, surveyed) ?? column;
  });
  const packed = columns.find((c) => c.target.kind === 'field' && c.target.field === 'product');
  return {
    ...(packed === undefined ? {} : { reshape: { lines: { source: packed.source, as: 'packed' } } }),
    table: 'orders',
    tool: 'woocommerce',
    recogniser: 'woocommerce-analytics',
    ...inStatedCurrency(table, columns),
    cancels: { orderIdPrefix: null, statuses: NO_SALE, refunds: REFUNDED },
    // What was given back stands on a row of its own under the order's number.
    orderRows: 'line',
    // Names, not the shop's customer numbers.
    idSpace: 'woocommerce-names',
  };
}

const analytics: ExportRecogniser = {
  id: 'woocommerce-analytics',
  tool: 'woocommerce',
  label: { en: 'WooCommerce orders (Analytics)', pl: 'Zamówienia z WooCommerce (Analizy)' },
  claim: (table) => (isAnalytics(table) ? 1 : 0),
  map: mapAnalytics,
};

/** The REST API's own names, as plugins that export orders write them: `billing_email`, `billing.email`, `_billing_email`. */
const REST = /* @__PURE__ */ namedColumns(
  {
    orderId: 'number | order_number | id | order_id',
    time: 'date_created | order_date | date_created_gmt | post_date',
    status: 'status | order_status | post_status',
    currency: 'currency | order_currency',
    total: 'total | order_total',
    discount: 'discount_total | cart_discount',
    shipping: 'shipping_total | order_shipping',
    tax: 'total_tax | order_tax',
    refunded: 'total_refunded | refunded_total | order_total_refunded',
    coupon: 'coupon_codes | coupons',
    paymentMethod: 'payment_method_title | payment_method',
    shippingMethod: 'shipping_method_title | shipping_method',
    channel: 'created_via',
    personId: 'customer_id | customer_user',
    email: 'billing_email | customer_email',
    phone: 'billing_phone',
    firstName: 'billing_first_name',
    lastName: 'billing_last_name',
    company: 'billing_company',
    personCity: 'billing_city',
    personRegion: 'billing_state',
    personCountry: 'billing_country',
    orderCountry: 'shipping_country',
    sku: 'item_sku | line_item_sku',
    product: 'item_name | line_item_name',
    quantity: 'item_quantity | line_item_quantity',
    lineTotal: 'item_total | line_item_total',
  },
  'billing_address_1 | billing_address_2 | billing_postcode | shipping_first_name | shipping_last_name | ' +
    'shipping_company | shipping_address_1 | shipping_address_2 | shipping_postcode | shipping_phone | customer_note | ' +
    'customer_ip_address | customer_user_agent | order_key | cart_hash | transaction_id',
);
const REST_MARKS = /* @__PURE__ */ namedColumns({
  a: 'date_created',
  b: 'date_created_gmt',
  c: 'billing_email',
  d: 'billing_first_name',
  e: 'payment_method_title',
  f: 'discount_total',
  g: 'shipping_total',
  h: 'total_tax',
  i: 'created_via',
  j: 'customer_id',
  k: 'date_paid',
});

function mapRest(table: TableSurvey): Mapping {
  const columns = REST.map('orders', table).map((column): ColumnMapping => {
    if (column.target.kind !== 'field' || column.target.field !== 'personId') return column;
    // Guests all have the number 0: whoever has an address is known by that.
    const cells = table.sample.map((row) => (row[column.source] ?? '').trim());
    const guests = cells.includes('0') || table.columns[column.source]?.examples.includes('0') === true;
    return guests && REST.has(table, 'email') ? { ...column, target: { kind: 'custom', of: 'row' } } : column;
  });
  const items = REST.has(table, 'lineTotal') || REST.has(table, 'product');
  const lines = listedLines(table);
  return {
    ...(lines === null ? {} : { reshape: { lines } }),
    table: 'orders',
    tool: 'woocommerce',
    recogniser: 'woocommerce-orders',
    ...inStatedCurrency(table, columns),
    cancels: { orderIdPrefix: null, statuses: NO_SALE, refunds: REFUNDED },
    orderRows: items ? 'line' : lines === null ? 'order' : 'first-line',
    idSpace: 'woocommerce',
  };
}

const orders: ExportRecogniser = {
  id: 'woocommerce-orders',
  tool: 'woocommerce',
  label: { en: 'WooCommerce orders', pl: 'Zamówienia z WooCommerce' },
  claim(table) {
    const own = REST.has(table, 'total') && REST.has(table, 'time') && REST.has(table, 'status');
    return own && REST_MARKS.known(table) >= 4 ? 1 : 0;
  },
  map: mapRest,
};

/** Off the order list and the analytics of a page; what stands in brackets is the same in every language. */
const PAGE_ORDERS = /* @__PURE__ */ namedColumns(
  {
    orderId: 'number | order_id | Order # | Zamówienie # | Nr zamówienia',
    time: 'order_date | Date | Data',
    status: 'status_slug | order_status | Status',
    personId: 'customer | Klient | Kunde',
    total: 'order_total | Net sales | Sprzedaż netto',
    quantity: 'Items sold | Sprzedane pozycje | Sprzedane sztuki',
    coupon: 'Coupon(s) | Kupon(y) | Kupony',
    channel: 'origin | Attribution | Pochodzenie | Atrybucja',
  },
  // Where the buyer lives, with the street.
  'billing_address | shipping_address | wc_actions',
);

/** The list of orders, and the analytics of orders, as their pages show them. */
const pageOrders: ExportRecogniser = {
  id: 'woocommerce-page-orders',
  tool: 'woocommerce',
  label: { en: 'WooCommerce orders (page)', pl: 'Zamówienia z WooCommerce (strona)' },
  claim(table, { pageTool }) {
    if (pageTool !== 'woocommerce') return 0;
    const named = byMachineName(table);
    return PAGE_ORDERS.has(named, 'orderId') && PAGE_ORDERS.has(named, 'time') ? 1 : 0;
  },
  map(table): Mapping {
    const columns = PAGE_ORDERS.map('orders', byMachineName(table));
    return {
      table: 'orders',
      tool: 'woocommerce',
      recogniser: 'woocommerce-page-orders',
      ...inStatedCurrency(table, columns),
      cancels: { orderIdPrefix: null, statuses: NO_SALE, refunds: REFUNDED },
      // In analytics what was given back stands on a row of its own under the order's number.
      orderRows: 'line',
      idSpace: 'woocommerce-names',
    };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [analytics, orders, pageOrders];

const ANALYTICS_TABLE = '.woocommerce-table table';
const ORDER_LIST = 'table.wp-list-table:has(th.column-order_number)';

const orderLink = (row: Element): string => {
  const link = one(row, 'a.order-view');
  return link === null ? '' : cellText(link);
};

/** `wc-processing` and the like, which is the same in every language, from what colours the status. */
const statusSlug = (row: Element): string => {
  for (const mark of all(row, '.order-status[class*="status-"],.woocommerce-order-status__indicator')) {
    const slug = /(?:^|\s)(?:status-|is-)([\w-]+)/.exec(attribute(mark, 'class') ?? '')?.[1];
    if (slug !== undefined) return slug;
  }
  return '';
};

/** The list of orders, one page of it. */
function readOrderList(table: HTMLTableElement, page: Page, pace: Pace): Promise<PageTable | null> {
  return readHtmlTable(
    table,
    {
      title: titlesOf(page)(table),
      strip: '.order-preview,.row-actions,.toggle-row,.sorting-indicators',
      headName(header) {
        const machine = /(?:^|\s)column-(\w+)/.exec(attribute(header, 'class') ?? '')?.[1];
        const label = cellText(header, { header: true });
        return machine === undefined || label === '' ? null : `${label} (${machine})`;
      },
      isRow: ({ element }) => !isA(element, '.no-items'),
      beside: [
        { name: 'Number', of: (row) => orderLink(row).split(' ')[0]?.replace(/^#/, '') ?? '' },
        {
          name: 'Order ID',
          of: (row) => /^(?:order|post)-(\d+)$/.exec(attribute(row, 'id') ?? '')?.[1] ?? '',
        },
        { name: 'Customer', of: (row) => orderLink(row).replace(/^\S+\s*/, '') },
        { name: 'Status (status_slug)', of: statusSlug },
      ],
      stated: (rows) => statedNear(table, rows) ?? itemsStated(table, rows),
    },
    pace,
  );
}

/** "1 234 elementy" beside the pager. */
function itemsStated(table: Element, rows: number): number | null {
  const form = closestOf(table, 'form') ?? parentOf(table);
  const said = form === null ? null : one(form, '.displaying-num');
  const stated = said === null ? Number.NaN : Number((textOf(said) ?? '').replace(/\D/g, '') || Number.NaN);
  return stated >= rows ? stated : null;
}

/** A report of the analytics; its sums stand under the table, each with its name. */
async function readAnalytics(table: HTMLTableElement, page: Page, pace: Pace): Promise<PageTable | null> {
  if (!(await whenGone(table, '.is-placeholder', pace))) return null;
  const card = closestOf(table, '.woocommerce-table') ?? table;
  const heading = one(card, 'h1,h2,h3');
  const shown = one(page.document, '.woocommerce-filters-date .woocommerce-dropdown-button__labels span');
  const params = page.url.searchParams;
  const asked = `${params.get('after')?.slice(0, 10)},${params.get('before')?.slice(0, 10)}`;
  const read = await readHtmlTable(
    table,
    {
      title: heading === null ? titlesOf(page)(table) : cellText(heading),
      strip: '.woocommerce-view-more-list',
      isRow: ({ element }) => one(element, '.woocommerce-table__empty-item') === null,
      beside: [
        { name: 'Order ID', of: (row) => linkedId(row, /[?&](?:id|post)=(\d+)/) },
        { name: 'Status (status_slug)', of: statusSlug },
      ],
      dateRange: periodRange('range', asked) ?? (shown === null ? null : dateRangeIn(cellText(shown))),
      stated: (rows) => statedNear(table, rows),
    },
    pace,
  );
  if (read === null) return null;
  const sums = new Map<string, string>();
  for (const item of all(card, '.woocommerce-table__summary-item')) {
    const [value, label] = ['value', 'label'].map((part) => one(item, `.woocommerce-table__summary-${part}`));
    if (value != null && label != null) sums.set(cellText(label).toLowerCase(), cellText(value));
  }
  const totals = read.columns.map((column) => sums.get(column.toLowerCase()) ?? null);
  return totals.some((sum) => sum !== null) ? { ...read, totals } : read;
}

/** The order list of a shop's WordPress, old and new, and the tables of its analytics. */
export const page: PageReader = {
  tool: 'woocommerce',
  label: { en: 'WooCommerce', pl: 'WooCommerce' },
  matches: ({ document }) => holdsAny(document, [ANALYTICS_TABLE, ORDER_LIST]),
  find: ({ document }) => all(document, `${ANALYTICS_TABLE},${ORDER_LIST}`),
  async read(table, page, pace) {
    if (!(table instanceof HTMLTableElement)) return null;
    return isA(table, ORDER_LIST) ? readOrderList(table, page, pace) : readAnalytics(table, page, pace);
  },
};
