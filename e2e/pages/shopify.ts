/** Lists of Shopify's admin: an index table whose own classes are readable and whose cells' classes are hashed. */

export interface IndexTable {
  readonly title: string;
  readonly headings: readonly string[];
  /** First cell links to the record of that number. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  readonly path: 'orders' | 'customers';
  readonly pager?: string;
  readonly loading?: boolean;
}

const hashed = (n: number) => `_${(n * 2654435761).toString(36).slice(0, 5)}_${n}`;

export function indexTable({ title, headings, rows, path, pager = '', loading }: IndexTable): string {
  const heading = (text: string, i: number) =>
    `<th class="Polaris-IndexTable__TableHeading ${i === 0 ? 'Polaris-IndexTable__TableHeading--second' : ''}" data-index-table-heading="true">
      <div class="Polaris-IndexTable__TableHeadingSortButton ${hashed(i)}"><button class="${hashed(i + 7)}"><span class="${hashed(i + 9)}">${text}</span></button></div></th>`;
  const row = ({ id, cells }: IndexTable['rows'][number], r: number) =>
    `<tr id="gid-${r}" class="Polaris-IndexTable__TableRow">
      <td class="Polaris-IndexTable__TableCell Polaris-IndexTable__TableCell--first"><div class="Polaris-IndexTable-Checkbox__Wrapper"><label><span class="Polaris-Text--visuallyHidden sr-only">Select ${cells[0]}</span><input type="checkbox"></label></div></td>
      ${cells
        .map(
          (cell, i) =>
            `<td class="Polaris-IndexTable__TableCell">${
              i === 0
                ? `<a class="${hashed(40)}" data-primary-link="true" href="/store/mokka/${path}/${id}"><span class="${hashed(r)}">${cell}</span></a>`
                : /status|paid|zapłac|refund|zwr/i.test(cell)
                  ? `<span class="Polaris-Badge ${hashed(3)}"><span class="Polaris-Badge__Icon"><svg></svg></span><span>${cell}</span></span>`
                  : `<div class="${hashed(i)}"><span>${cell}</span></div>`
            }</td>`,
        )
        .join('')}</tr>`;
  return `<div class="Polaris-Page"><h1 class="Polaris-Header-Title">${title}</h1>
    <div class="Polaris-IndexTable"><div class="Polaris-IndexTable__IndexTableWrapper">
    ${loading ? '<div class="Polaris-IndexTable__LoadingPanel"><div class="Polaris-IndexTable__LoadingPanelRow"><span class="Polaris-IndexTable__LoadingPanelText">Loading…</span></div></div>' : ''}
    <div class="Polaris-IndexTable__StickyTable" role="presentation"></div>
    <div class="Polaris-IndexTable-ScrollContainer"><table class="Polaris-IndexTable__Table Polaris-IndexTable__Table--sticky">
    <thead><tr><th class="Polaris-IndexTable__TableHeading Polaris-IndexTable__TableHeading--first"><input type="checkbox" aria-label="Select all"></th>${headings.map(heading).join('')}</tr></thead>
    <tbody>${rows.map(row).join('')}</tbody></table></div></div></div>
    <div class="Polaris-Pagination"><button id="previousURL" aria-disabled="true" aria-label="Previous"></button><span>${pager}</span><button id="nextURL" aria-label="Next"></button></div></div>`;
}

export const orders = {
  en: {
    title: 'Orders',
    path: 'orders',
    headings: ['Order', 'Date', 'Customer', 'Channel', 'Total', 'Payment status', 'Items'],
    rows: [
      {
        id: '5501234567801',
        cells: ['#1001', 'Oct 3, 2026', 'Anna Nowak', 'Online Store', '$1,204.50', 'Paid', '3 items'],
      },
      {
        id: '5501234567802',
        cells: ['#1002', 'Oct 4, 2026', 'Jan Kowal', 'Point of Sale', '$18.00', 'Refunded', '1 item'],
      },
      {
        id: '5501234567803',
        cells: ['#1003', 'Oct 4, 2026', 'No customer', 'Online Store', '$42.10', 'Paid', '2 items'],
      },
    ],
    pager: '1–3 of 420',
  },
  pl: {
    title: 'Zamówienia',
    path: 'orders',
    headings: ['Zamówienie', 'Data', 'Klient', 'Kanał', 'Suma', 'Status płatności', 'Pozycje'],
    rows: [
      {
        id: '5501234567801',
        cells: [
          '#1001',
          '3 paź 2026',
          'Anna Nowak',
          'Sklep online',
          '1\u00a0204,50\u00a0zł',
          'Zapłacone',
          '3 pozycje',
        ],
      },
      {
        id: '5501234567802',
        cells: ['#1002', '4 paź 2026', 'Jan Kowal', 'POS', '18,00\u00a0zł', 'Zwrócono środki', '1 pozycja'],
      },
    ],
  },
} as const satisfies Record<'en' | 'pl', IndexTable>;

export const customers: IndexTable = {
  title: 'Customers',
  path: 'customers',
  headings: ['Customer name', 'Email subscription', 'Location', 'Orders', 'Amount spent'],
  rows: [
    { id: '7210448301122', cells: ['Anna Nowak', 'Subscribed', 'Łódź, Poland', '3 orders', '$1,204.50'] },
    { id: '7210448301123', cells: ['Jan Kowal', 'Not subscribed', 'Brno, Czechia', '1 order', '$18.00'] },
  ],
};

/** What is to be read of `orders.pl` and of `customers`, cell by cell. */
export const ordersRead = {
  columns: [...orders.pl.headings, 'Order ID'],
  cells: orders.pl.rows.map(({ id, cells }) => [...cells, id]),
};
export const customersRead = {
  columns: [...customers.headings, 'Customer ID'],
  cells: customers.rows.map(({ id, cells }) => [...cells, id]),
};
