import type { TabOffer } from '../src/protocol/page-client';
import { test as base, expect } from './extension';
import { pageOf } from './site';

interface Report {
  readonly head?: string;
  readonly around?: string;
  readonly pager?: string;
  readonly table: string;
}

const report = ({ head = '', around = '', pager = '', table }: Report) =>
  pageOf(
    `<gmp-universal-picker><button><span class="gmp-text-name">Sklep – GA4</span></button></gmp-universal-picker>
    <ga-report-container><h1>Pozyskiwanie ruchu</h1>${head}${around}
    <ga-card>${pager}<ga-reporting-table><div class="table-scroller"><table class="mat-mdc-table">${table}</table></div></ga-reporting-table></ga-card></ga-report-container>
    <table><tr><th>Other<th>Table</tr><tr><td>1<td>2</tr></table>`,
    'Analytics | Pozyskiwanie ruchu',
  );

const head = (names: readonly string[]) =>
  `<tr class="mat-mdc-header-row table-header-row">${names
    .map(
      (n) =>
        `<th class="mat-mdc-header-cell"><div class="mat-sort-header-container" role="button"><span>${n}</span><div class="mat-sort-header-arrow">↓</div></div></th>`,
    )
    .join('')}</tr>`;
const row = (cells: readonly string[]) =>
  `<tr class="mat-mdc-row">${cells.map((c) => `<td class="mat-mdc-cell">${c}</td>`).join('')}</tr>`;

let pages = 0;
const test = base.extend<{ read: (what: Report) => Promise<{ offer: TabOffer; kept: Kept }> }>({
  read: async ({ extension, page, remote, site }, use) => {
    await use(async (what) => {
      await page.goto(site.put(`/ga4-${++pages}`, report(what)));
      const tabId = await extension.tabId(page);
      const offer = (await remote.call('offer', tabId)) as TabOffer;
      const { inboxId } = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
      const found = (await remote.call('inbox')).find((r) => r.head.captureId === inboxId);
      return {
        offer,
        kept: {
          cells: found?.cells ?? [],
          totals: found?.head.totals ?? null,
          notes: found?.head.notes ?? [],
        },
      };
    });
  },
});

interface Kept {
  readonly cells: readonly (readonly string[])[];
  readonly totals: readonly (string | null)[] | null;
  readonly notes: readonly string[];
}

test('a Polish report keeps Polish figures, its dates and its totals', async ({ read }) => {
  const { offer, kept } = await read({
    head: '<ga-date-range-picker-v2><button class="trigger-button">Niestandardowe <span class="primary-date-range-text">1 paź – 31 paź 2026</span></button></ga-date-range-picker-v2>',
    pager: '<pagination>1–2 z 1 234</pagination>',
    table: `<thead>${head(['Źródło / medium sesji', 'Sesje', 'Łączne przychody'])}
      <tr class="mat-mdc-header-row summary-totals-row"><th>Łącznie</th><th><div>12 345</div><div class="summary-text">100% całości</div></th><th><div>1 234,56 zł</div><div class="summary-text">100% całości</div></th></tr></thead>
      <tbody>${row(['google / organic', '9 345 <span class="percent-of-total">(75,7%)</span>', '1 000,56 zł (81,05%)'])}${row(['(direct) / (none)', '3 000 (24,3%)', '234,00 zł <span class="x-percent-of-total">(18,95%)</span>'])}</tbody>`,
  });
  expect(offer).toMatchObject({ tool: 'ga4' });
  expect(offer.tables).toHaveLength(1);
  expect(offer.tables[0]).toMatchObject({
    title: 'Pozyskiwanie ruchu',
    columns: ['Źródło / medium sesji', 'Sesje', 'Łączne przychody'],
    dateRange: { from: '2026-10-01', to: '2026-10-31' },
    property: 'Sklep – GA4',
    rowsOnPage: 2,
    rowsStated: 1234,
  });
  expect(kept.cells).toEqual([
    ['google / organic', '9 345', '1 000,56 zł'],
    ['(direct) / (none)', '3 000', '234,00 zł'],
  ]);
  expect(kept.totals).toEqual(['Łącznie', '12 345', '1 234,56 zł']);
  expect(kept.notes).toEqual([]);
});

test('a dimension value that ends in a share is left as it is', async ({ read }) => {
  const { kept } = await read({
    table: `<thead>${head(['Item name', 'Items viewed'])}</thead><tbody>${row(['Kubek (20%)', '7'])}${row(['Promo 2026 (50%)', '1,208 (50%)'])}</tbody>`,
  });
  expect(kept.cells).toEqual([
    ['Kubek (20%)', '7'],
    ['Promo 2026 (50%)', '1,208'],
  ]);
});

for (const [says, notes] of [
  ['This report is based on 100% of available data', []],
  ['This report uses unsampled data', []],
  ['This report is based on a sample of 12.3% of available data', ['sampled']],
  ['Raport na podstawie próbkowania: 12% danych. Zastosowano progi danych', ['sampled', 'thresholded']],
  ['Google Analytics applied thresholding to this report', ['thresholded']],
] as const) {
  test(`"${says}" is noted as ${notes.join(' and ') || 'nothing'}`, async ({ read }) => {
    const { kept } = await read({
      around: `<vero-analysis-data-quality-icon style="display:inline-block" aria-label="${says}"></vero-analysis-data-quality-icon>`,
      table: `<thead>${head(['City', 'Users'])}</thead><tbody>${row(['Łódź', '7'])}${row(['Ełk', '5'])}</tbody>`,
    });
    expect(kept.notes).toEqual(notes);
  });
}

test('a row that stands for many others is noted', async ({ read }) => {
  const { kept } = await read({
    table: `<thead>${head(['Page', 'Views'])}</thead><tbody>${row(['/a', '7'])}${row(['(other)', '5'])}</tbody>`,
  });
  expect(kept.notes).toEqual(['other-row']);
});

test('with a comparison on, every row says what it is of', async ({ read }) => {
  const { offer, kept } = await read({
    table: `<thead>${head(['Country']).replace('</tr>', '<th class="mat-mdc-header-cell adv-table-comparison-column-header-cell">Comparison</th><th class="mat-mdc-header-cell">Users</th></tr>')}</thead>
      <tbody>${row(['Poland', 'All Users', '70'])}${row(['', 'Mobile traffic', '50'])}${row(['Czechia', 'All Users', '7'])}${row(['', 'Mobile traffic', '3'])}</tbody>`,
  });
  expect(offer.tables[0]?.columns).toEqual(['Country', 'Comparison', 'Users']);
  expect(kept.cells).toEqual([
    ['Poland', 'All Users', '70'],
    ['Poland', 'Mobile traffic', '50'],
    ['Czechia', 'All Users', '7'],
    ['Czechia', 'Mobile traffic', '3'],
  ]);
});

test('where the report holds no table, the generic reader has the page', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(
    site.put(
      '/ga4-none',
      pageOf(
        '<ga-reporting-table><p>Loading…</p></ga-reporting-table><table><tr><th>Event<th>Count</tr><tr><td>page_view<td>2</tr></table>',
      ),
    ),
  );
  const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
  expect(offer).toMatchObject({ tool: 'generic' });
  expect(offer.tables[0]?.columns).toEqual(['Event', 'Count']);
});
