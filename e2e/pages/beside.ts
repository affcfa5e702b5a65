import { pageOf } from '../site';

/** One row of the report: its value, and four counts or sums. */
export interface Visit {
  readonly name: string;
  readonly sessions: number;
  readonly engaged: number;
  readonly keyEvents: number;
  readonly revenue: number;
}

export const VISITS: readonly Visit[] = [
  { name: 'google / organic', sessions: 9345, engaged: 5607, keyEvents: 187, revenue: 20_000.5 },
  { name: 'google / cpc', sessions: 4210, engaged: 2736, keyEvents: 168, revenue: 12_345.5 },
  { name: '(direct) / (none)', sessions: 3000, engaged: 1200, keyEvents: 60, revenue: 4000 },
  { name: 'newsletter / email', sessions: 640, engaged: 512, keyEvents: 51, revenue: 3500.25 },
  { name: 'ceneo.pl / referral', sessions: 87, engaged: 52, keyEvents: 2, revenue: 99.99 },
];

export type Locale = 'en' | 'pl';

const HEADERS = {
  en: ['Session source / medium', 'Sessions', 'Engaged sessions', 'Key events', 'Total revenue'],
  pl: ['Źródło / medium sesji', 'Sesje', 'Sesje z zaangażowaniem', 'Kluczowe zdarzenia', 'Łączne przychody'],
} as const;

const number = (locale: Locale, value: number, digits = 0): string =>
  locale === 'en'
    ? value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : value
        .toFixed(digits)
        .replace('.', ',')
        .replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');

const money = (locale: Locale, value: number): string =>
  locale === 'en' ? `PLN ${number('en', value, 2)}` : `${number('pl', value, 2)} zł`;

const cells = (locale: Locale, v: Visit) => [
  v.name,
  number(locale, v.sessions),
  number(locale, v.engaged),
  number(locale, v.keyEvents),
  money(locale, v.revenue),
];

const sum = (visits: readonly Visit[], of: (v: Visit) => number) => visits.reduce((all, v) => all + of(v), 0);

/** A GA4 report in its own structure; `stated` is the number of rows its pager says there are. */
export function trafficReport(
  locale: Locale,
  visits: readonly Visit[] = VISITS,
  { stated = visits.length, around = '' }: { readonly stated?: number; readonly around?: string } = {},
): string {
  const head = HEADERS[locale].map((h) => `<th class="mat-mdc-header-cell"><span>${h}</span></th>`).join('');
  const totals = [
    sum(visits, (v) => v.sessions),
    sum(visits, (v) => v.engaged),
    sum(visits, (v) => v.keyEvents),
  ].map((total) => number(locale, total));
  const revenue = money(
    locale,
    sum(visits, (v) => v.revenue),
  );
  const summary = ['', ...totals, revenue]
    .map((t) => `<th><div>${t}</div><div class="summary-text">100%</div></th>`)
    .join('');
  const rows = visits
    .map(
      (v) =>
        `<tr class="mat-mdc-row">${cells(locale, v)
          .map((c) => `<td class="mat-mdc-cell">${c}</td>`)
          .join('')}</tr>`,
    )
    .join('');
  const of = locale === 'en' ? 'of' : 'z';
  return pageOf(
    `<ga-report-container><h1>${locale === 'en' ? 'Traffic acquisition' : 'Pozyskiwanie ruchu'}</h1>
    <span class="primary-date-range-text">${locale === 'en' ? 'Oct 1 – Oct 31, 2025' : '1 paź – 31 paź 2025'}</span>${around}
    <ga-card><pagination>1–${visits.length} ${of} ${number(locale, stated)}</pagination>
    <ga-reporting-table><div class="table-scroller"><table class="mat-mdc-table"><thead>
    <tr class="mat-mdc-header-row">${head}</tr><tr class="mat-mdc-header-row summary-totals-row">${summary}</tr></thead>
    <tbody id="rows">${rows}</tbody></table></div></ga-reporting-table></ga-card></ga-report-container>`,
    'Analytics | Traffic acquisition',
  );
}

/** Someone held, and on the list or not. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly source: string;
  readonly medium: string;
  readonly orders: number;
  readonly value: number;
}

const SOURCES = [
  ['google', 'cpc'],
  ['google', 'organic'],
  ['newsletter', 'email'],
  ['(direct)', '(none)'],
  ['', ''],
] as const;
const FIRST = ['Anna', 'Jan', 'Maria', 'Piotr', 'Zofia', 'Krzysztof', 'Agnieszka'];
const LAST = ['Kowalska', 'Nowak', 'Wiśniewska', 'Zieliński', 'Brzęczyszczykiewicz'];

export const CUSTOMERS: readonly Customer[] = Array.from({ length: 300 }, (_, i) => {
  const [source, medium] = SOURCES[i % 5] ?? ['', ''];
  return {
    id: `C-${1000 + i}`,
    name: `${FIRST[i % 7]} ${LAST[(i * 3) % 5]}`,
    email: `klient${i}@example.com`,
    source,
    medium,
    orders: medium === 'cpc' ? 1 + (i % 3) : 1 + (i % 8),
    value: 40 + (i % 11) * 15,
  };
});

export const customersCsv = [
  'Customer ID,Name,E-mail,Acquisition source,Acquisition medium',
  ...CUSTOMERS.map((c) => [c.id, c.name, c.email, c.source, c.medium].join(',')),
].join('\n');

const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);

/** The orders of one customer, spread over ten months by their number. */
export const ordersOf = (c: Customer, i: number) =>
  Array.from({ length: c.orders }, (_, k) => ({
    id: `${c.id}-${k}`,
    day: day((i * 13 + k * 41) % 300),
    total: c.value,
  }));

export const customerOrdersCsv = [
  'Order ID,E-mail,Order date,Total,Currency',
  ...CUSTOMERS.flatMap((c, i) =>
    ordersOf(c, i).map((o) => [o.id, c.email, o.day, `${o.total}.00`, 'PLN'].join(',')),
  ),
].join('\n');

/** A plain list of contacts, as a small CRM shows it: the first of those held, and two nobody has. */
export const contactList = (listed: readonly Customer[]): string =>
  pageOf(
    `<h1>Contacts</h1><table><thead><tr><th>Name<th>E-mail<th>Phone</tr></thead><tbody id="rows">${listed
      .map((c) => `<tr><td>${c.name}<td>${c.email.toUpperCase()}<td></tr>`)
      .join(
        '',
      )}<tr><td>Nobody Known<td>nobody@else.example<td></tr><tr><td>Keyless Person<td><td></tr></tbody></table>`,
    'Contacts',
  );
