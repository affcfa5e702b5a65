/** The order list of WordPress and the analytics tables of WooCommerce's admin, with made-up orders. */

export interface ShopOrder {
  readonly id: number;
  readonly number: string;
  readonly customer: string;
  /** As the list shows it; a fresh order is told by how long ago it was. */
  readonly shown: string;
  readonly moment: string;
  readonly slug: string;
  readonly status: string;
  readonly total: string;
  readonly origin: string;
}

export interface OrderList {
  readonly title: string;
  readonly headings: readonly [order: string, date: string, status: string, total: string, origin: string];
  readonly orders: readonly ShopOrder[];
  readonly counted: string;
}

export function orderList({ title, headings, orders, counted }: OrderList): string {
  const names = ['order_number', 'order_date', 'order_status', 'order_total', 'origin'];
  const heads = (id: boolean) =>
    `<tr><td ${id ? 'id="cb"' : ''} class="manage-column column-cb check-column"><input type="checkbox"></td>${headings
      .map(
        (label, i) =>
          `<th scope="col" ${id ? `id="${names[i]}"` : ''} class="manage-column column-${names[i]} ${i < 2 ? 'sortable desc' : ''}">${
            i < 2
              ? `<a href="?orderby=${names[i]}"><span>${label}</span><span class="sorting-indicators"><span class="sorting-indicator asc"></span></span> <span class="screen-reader-text">Sort ascending.</span></a>`
              : label
          }</th>`,
      )
      .join('')}</tr>`;
  const row = (o: ShopOrder) =>
    `<tr id="order-${o.id}" class="order-${o.id} type-shop_order status-${o.slug}">
      <th scope="row" class="check-column"><input type="checkbox" name="id[]" value="${o.id}"></th>
      <td class="order_number column-order_number has-row-actions column-primary" data-colname="${headings[0]}"><a href="#" class="order-preview" data-order-id="${o.id}" title="Preview">Preview</a><a href="admin.php?page=wc-orders&amp;action=edit&amp;id=${o.id}" class="order-view"><strong>#${o.number} ${o.customer}</strong></a><button type="button" class="toggle-row"><span class="screen-reader-text">Show more details</span></button></td>
      <td class="order_date column-order_date"><time datetime="${o.moment}" title="${o.moment}">${o.shown}</time></td>
      <td class="order_status column-order_status"><mark class="order-status status-${o.slug} tips"><span>${o.status}</span></mark></td>
      <td class="order_total column-order_total"><span class="tips" data-tip="Via card"><span class="woocommerce-Price-amount amount"><bdi>${o.total}</bdi></span></span></td>
      <td class="origin column-origin">${o.origin}</td></tr>`;
  return `<style>.screen-reader-text{clip-path:inset(50%);position:absolute}</style><div class="wrap"><h1 class="wp-heading-inline">${title}</h1>
    <form id="wc-orders-filter" method="get"><div class="tablenav top"><div class="tablenav-pages"><span class="displaying-num">${counted}</span><a class="next-page button" href="?paged=2"><span aria-hidden="true">›</span></a></div></div>
    <table class="wp-list-table widefat fixed striped table-view-list orders wc-orders-list-table"><thead>${heads(true)}</thead><tbody id="the-list">${orders.map(row).join('')}</tbody><tfoot>${heads(false)}</tfoot></table></form></div>`;
}

export const lists = {
  en: {
    title: 'Orders',
    headings: ['Order', 'Date', 'Status', 'Total', 'Origin'],
    counted: '1,204 items',
    orders: [
      {
        id: 812,
        number: '812',
        customer: 'Anna Nowak',
        shown: '2 hours ago',
        moment: '2026-11-21T22:10:00+01:00',
        slug: 'processing',
        status: 'Processing',
        total: '$120.00',
        origin: 'Organic: Seznam',
      },
      {
        id: 811,
        number: 'A-811',
        customer: 'Jan van der Kowal',
        shown: 'Oct 3, 2026',
        moment: '2026-10-03T09:00:00+02:00',
        slug: 'cancelled',
        status: 'Cancelled',
        total: '$1,018.40',
        origin: 'Direct',
      },
    ],
  },
  pl: {
    title: 'Zamówienia',
    headings: ['Zamówienie', 'Data', 'Status', 'Łącznie', 'Pochodzenie'],
    counted: '1\u00a0204 elementy',
    orders: [
      {
        id: 812,
        number: '812',
        customer: 'Anna Nowak',
        shown: '2 godziny temu',
        moment: '2026-11-21T22:10:00+01:00',
        slug: 'processing',
        status: 'W trakcie realizacji',
        total: '120,00&nbsp;zł',
        origin: 'Organiczne: Seznam',
      },
      {
        id: 811,
        number: '811',
        customer: 'Jan Kowal',
        shown: '3 paź 2026',
        moment: '2026-10-03T09:00:00+02:00',
        slug: 'refunded',
        status: 'Zwrócone',
        total: '1&nbsp;018,40&nbsp;zł',
        origin: 'Bezpośrednio',
      },
    ],
  },
} as const satisfies Record<'en' | 'pl', OrderList>;

export interface AnalyticsTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly summary: readonly (readonly [value: string, label: string])[];
  readonly dates?: string;
}

/** Header and data rows in one body, the first cell of each row a header cell: as the component draws them. */
export function analytics({ title, headings, rows, summary, dates = '' }: AnalyticsTable): string {
  const head = headings
    .map(
      (label, i) =>
        `<th role="columnheader" scope="col" class="woocommerce-table__header ${i === 0 ? 'is-left-aligned is-sortable' : ''}">${
          i === 0
            ? `<button type="button" class="components-button"><svg></svg><span aria-hidden="false">${label}</span></button><span class="screen-reader-text" id="h-${i}">Sort by ${label}</span>`
            : `<span aria-hidden="false">${label}</span>`
        }</th>`,
    )
    .join('');
  const body = rows
    .map(
      (cells) =>
        `<tr>${cells
          .map((cell, i) =>
            i === 0
              ? `<th scope="row" class="woocommerce-table__item">${cell}</th>`
              : `<td class="woocommerce-table__item">${cell}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('');
  const placed =
    rows.length > 0
      ? body
      : `<tr><td class="woocommerce-table__empty-item" colspan="${headings.length}">No data to display</td></tr>`;
  return `<style>.screen-reader-text{clip-path:inset(50%);position:absolute}</style>
    <div class="woocommerce-filters-date"><button class="woocommerce-dropdown-button"><div class="woocommerce-dropdown-button__labels"><span>${dates}</span><span>vs. Previous year (Oct 1 - 31, 2025)</span></div></button></div>
    <div class="components-card woocommerce-table"><div class="components-card__header"><h2>${title}</h2></div>
    <div class="woocommerce-table__table"><table aria-hidden="false"><caption class="woocommerce-table__caption screen-reader-text">${title} (scroll to see more)</caption><tbody><tr>${head}</tr>${placed}</tbody></table></div>
    <ul class="woocommerce-table__summary">${summary.map(([value, label]) => `<li class="woocommerce-table__summary-item"><span class="woocommerce-table__summary-value">${value}</span><span class="woocommerce-table__summary-label">${label}</span></li>`).join('')}</ul></div>`;
}

const orderLink = (id: number) => `<a href="admin.php?page=wc-orders&amp;action=edit&amp;id=${id}">${id}</a>`;
const status = (slug: string, label: string) =>
  `<span class="woocommerce-order-status"><span class="woocommerce-order-status__indicator is-${slug}"></span>${label}</span>`;

export const analyticsOrders: AnalyticsTable = {
  title: 'Orders',
  headings: [
    'Date',
    'Order #',
    'Status',
    'Customer',
    'Customer type',
    'Product(s)',
    'Items sold',
    'Coupon(s)',
    'Net sales',
    'Attribution',
  ],
  rows: [
    [
      'October 3, 2026',
      orderLink(811),
      status('completed', 'Completed'),
      'Anna Nowak',
      'Returning',
      '2× Green tea',
      '3',
      '',
      '$110.00',
      'Direct',
    ],
    [
      'October 4, 2026',
      orderLink(812),
      status('refunded', 'Refunded'),
      'Jan Kowal',
      'New',
      '1× Cup',
      '1',
      'AUTUMN',
      '$10.50',
      'Direct',
    ],
  ],
  summary: [
    ['2', 'orders'],
    ['4', 'items sold'],
    ['$120.50', 'net sales'],
  ],
  dates: 'Month to date (Oct 1 - 31, 2026)',
};

const BESIDE = ['Number', 'Order ID', 'Customer', 'Status (status_slug)'];
const NAMES = ['order_number', 'order_date', 'order_status', 'order_total', 'origin'];

/** What is to be read of a list of orders and of the analytics, cell by cell. */
export const listRead = ({ headings, orders }: OrderList) => ({
  columns: [...headings.map((label, i) => `${label} (${NAMES[i]})`), ...BESIDE],
  cells: orders.map((o) => [
    `#${o.number} ${o.customer}`,
    o.moment,
    o.status,
    o.total.replaceAll('&nbsp;', '\u00a0'),
    o.origin,
    o.number,
    String(o.id),
    o.customer,
    o.slug,
  ]),
});
export const analyticsRead = {
  columns: [...analyticsOrders.headings, 'Order ID', 'Status (status_slug)'],
  cells: [
    [
      'October 3, 2026',
      '811',
      'Completed',
      'Anna Nowak',
      'Returning',
      '2× Green tea',
      '3',
      '',
      '$110.00',
      'Direct',
      '811',
      'completed',
    ],
    [
      'October 4, 2026',
      '812',
      'Refunded',
      'Jan Kowal',
      'New',
      '1× Cup',
      '1',
      'AUTUMN',
      '$10.50',
      'Direct',
      '812',
      'refunded',
    ],
  ],
};
