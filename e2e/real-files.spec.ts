import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { hasShared, sharedBytes, sharedPath, sharedText } from '../tests/shared-data';
import { type Extension, expect, test } from './extension';
import { keepRead, pickFiles, startOver } from './keep-files';
import { dated, rhythm, type Sale } from './plain-rhythm';
import { expectShown, figure, shownRows } from './shown-comparison';

/**
 * Real files through the built workspace, as a person would: drop, answer, keep, compare. Figures on the screen are
 * counted again here from the raw rows by plain code that shares nothing with the engine.
 */
test.skip(!hasShared, 'needs shared data');
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const dir = mkdtempSync(join(tmpdir(), 'segment-lens-real-'));
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** On disk and unpacked, as a browser's file picker wants it. */
function onDisk(path: string): string {
  if (!path.endsWith('.gz')) return sharedPath(path);
  const unpacked = join(dir, basename(path, '.gz'));
  writeFileSync(unpacked, sharedBytes(path));
  return unpacked;
}

async function open(extension: Extension, hash: string, locale: 'en' | 'pl' = 'en'): Promise<Page> {
  const page = await extension.open(`workspace/index.html${hash}`);
  await page.evaluate((l) => localStorage.setItem('segment-lens:locale', JSON.stringify(l)), locale);
  await page.reload();
  return page;
}

async function startEmpty(extension: Extension): Promise<void> {
  const page = await open(extension, '#/data');
  await startOver(page, { 'segment-lens:compare': '{"measured":{"kind":"held"}}' });
  await page.close();
}

/** Drops files, gives amounts without a currency one, and keeps what is proposed. */
async function keep(page: Page, paths: readonly string[], currency: string): Promise<void> {
  await pickFiles(page, paths.map(onDisk));
  const ask = page.locator('.mapping-questions select');
  for (let i = 0; i < (await ask.count()); i++) await ask.nth(i).selectOption(currency);
  await keepRead(page);
}

/** How each column of the only table on the desk would be kept. */
const proposed = (page: Page) =>
  page.locator('.mapping-row').evaluateAll((rows) =>
    Object.fromEntries(
      rows.map((row) => {
        const choice = row.querySelector<HTMLSelectElement>('.mapping-target select');
        return [row.querySelector('.mapping-header')?.textContent, choice?.selectedOptions[0]?.textContent];
      }),
    ),
  );

/** The comparison as shown: for each metric a text for each segment, everyone last. */
async function compared(extension: Extension, names: readonly string[]): Promise<Map<string, string[]>> {
  const page = await open(extension, '#/data');
  await page.evaluate(async (wanted) => {
    const { segments } = await globalThis.segmentLensEngine.segments({ asOf: null, currency: null });
    const ids = wanted.map((name) => segments.find((v) => v.segment.name.en === name)?.segment.id ?? name);
    localStorage.setItem('segment-lens:chosen-segments', JSON.stringify(ids));
  }, names);
  // By way of nowhere: the page still open would write its own first choice over the one just made.
  await page.goto('about:blank');
  await page.goto(`${extension.origin}/workspace/index.html#/compare`);
  await page.locator('.compare-table').waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const heads = await page.locator('.compare-table thead th').allInnerTexts();
  expect(heads.slice(1, -1).map((h) => h.split('\n')[0])).toEqual(names);
  const rows = await shownRows(page);
  await page.close();
  return rows;
}

test('CDNOW: what is shown of everyone and of one-time buyers is what the raw rows give', async ({
  extension,
}) => {
  await startEmpty(extension);
  const page = await open(extension, '#/data');
  await keep(page, ['data/cdnow/CDNOW_master.txt.gz'], 'USD');
  await expect(page.locator('.account-list')).toContainText('69,659 rows in = 69,659 kept + 0 refused');
  await page.close();

  const rows = sharedText('data/cdnow/CDNOW_master.txt.gz')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.trim().split(/\s+/) as [string, string, string, string]);
  const spent = new Map<string, { orders: number; cents: number }>();
  for (const [person, , , dollars] of rows) {
    const of = spent.get(person) ?? { orders: 0, cents: 0 };
    spent.set(person, { orders: of.orders + 1, cents: of.cents + Math.round(Number(dollars) * 100) });
  }
  const sales = rows.map(([person, date]) => ({
    person,
    ...dated(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))),
  }));
  const revenue = [...spent.values()].reduce((sum, { cents }) => sum + cents, 0) / 100;
  const once = [...spent.values()].filter(({ orders }) => orders === 1);
  const ofOnce = once.reduce((sum, { cents }) => sum + cents, 0) / 100;

  const shown = await compared(extension, ['One-time buyers']);
  expectShown(shown, -1, {
    Customers: spent.size,
    Revenue: revenue,
    Orders: rows.length,
    'Average order value': revenue / rows.length,
    'Orders per customer': rows.length / spent.size,
    'Revenue per customer': revenue / spent.size,
    ...rhythm(sales, new Date(Date.UTC(1998, 5, 30))),
  });
  expectShown(shown, 0, {
    Customers: once.length,
    'Share of customers': once.length / spent.size,
    Revenue: ofOnce,
    'Share of revenue': ofOnce / revenue,
    'Average order value': ofOnce / once.length,
    'Repeat rate': 0,
  });
  expect(spent.size).toBe(23_570);
});

test('CDNOW: the exported comparison is what is shown, and comes back in', async ({ extension }) => {
  const page = await open(extension, '#/compare');
  await page.locator('.compare-table').waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const shown = await shownRows(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const path = join(dir, 'exported.csv');
  await (await download).saveAs(path);
  await page.close();
  const text = (await import('node:fs')).readFileSync(path, 'utf8');
  const table = Papa.parse<Record<string, string>>(
    text
      .split('\r\n')
      .filter((line) => !/^"?#/.test(line))
      .join('\r\n'),
    { header: true, skipEmptyLines: true },
  ).data;
  expect(table.length).toBe(shown.size * 2);
  for (const row of table) {
    const cells = shown.get(row['metric'] ?? '');
    const cell = row['segment_id'] === 'everyone' ? cells?.at(-1) : cells?.[0];
    const said = `${row['segment']} ${row['metric']}: shown ${cell}, exported ${row['value']}`;
    if (row['value'] === '') expect(row['reason'], said).not.toBe('');
    else {
      const { value, within } = figure(cell ?? '');
      expect(Math.abs(value - Number(row['value'])), said).toBeLessThanOrEqual(within);
    }
  }

  const again = await open(extension, '#/data');
  await again.locator('input[type=file]').setInputFiles(path);
  await expect(again.locator('section.source progress')).toHaveCount(0);
  await expect(again.locator('.table-draft').first()).toContainText('Segment Lens');
  await again.locator('.import-bar-actions > button').last().click();
  await expect(again.locator('.account-list')).toContainText(
    `${table.length} rows in = ${table.length} kept + 0 refused`,
  );
  await again.close();
});

test('Online Retail: everything kept, returns as refunds, orders of nobody said, and the UK against the rest', async ({
  extension,
}) => {
  await startEmpty(extension);
  const page = await open(extension, '#/data');
  await page.locator('input[type=file]').setInputFiles(onDisk('data/online_retail/online_retail.csv.gz'));
  await page.locator('.mapping-questions').waitFor({ timeout: 120_000 });
  expect(await proposed(page)).toEqual({
    InvoiceNo: 'Order number',
    StockCode: 'SKU',
    Description: 'Product',
    Quantity: 'Quantity',
    InvoiceDate: 'Order date',
    UnitPrice: 'Unit price',
    CustomerID: 'Customer ID',
    Country: 'Country',
  });
  await page.locator('.mapping-questions select').selectOption('GBP');
  const started = Date.now();
  await page.locator('.import-bar-actions > button').last().click();
  await page.locator('.account-list').waitFor({ timeout: 120_000 });
  test.info().annotations.push({ type: 'measured', description: `kept in ${Date.now() - started} ms` });
  await expect(page.locator('.account-list')).toContainText('541,909 rows in = 541,909 kept + 0 refused');
  await page.locator('.capture-actions button').first().click();
  await expect(page.locator('.passport')).toContainText('541,909 rows are lines of 25,900 orders');
  await expect(page.locator('.passport')).toContainText('135,080 rows name no customer');
  await expect(page.locator('.screen-head')).toContainText('orders of nobody known');
  await page.close();

  const raw = Papa.parse<Record<string, string>>(sharedText('data/online_retail/online_retail.csv.gz'), {
    header: true,
    skipEmptyLines: true,
  }).data;
  expect(raw.length).toBe(541_909);
  // Of a person in two countries, the last one named counts.
  const country = new Map<string, { at: string; name: string }>();
  for (const row of raw) {
    const person = row['CustomerID'] ?? '';
    const at = row['InvoiceDate'] ?? '';
    if (person !== '' && at >= (country.get(person)?.at ?? ''))
      country.set(person, { at, name: row['Country'] ?? '' });
  }
  const sums = (mine: (person: string) => boolean) => {
    const people = new Set<string>();
    const orders = new Map<string, Sale>();
    let gross = 0;
    let refunded = 0;
    let units = 0;
    for (const row of raw) {
      const person = row['CustomerID'] ?? '';
      if (!mine(person)) continue;
      people.add(person);
      const amount = Number(row['Quantity']) * Number(row['UnitPrice']);
      const [year, month, day] = (row['InvoiceDate'] ?? '').slice(0, 10).split('-').map(Number);
      if ((row['InvoiceNo'] ?? '').startsWith('C')) refunded -= amount;
      else {
        gross += amount;
        units += Number(row['Quantity']);
        orders.set(row['InvoiceNo'] ?? '', { person, ...dated(year ?? 0, month ?? 0, day ?? 0) });
      }
    }
    const buyers = new Set([...orders.values()].map((o) => o.person)).size;
    return {
      Customers: people.size,
      Revenue: gross - refunded,
      'Gross revenue': gross,
      Orders: orders.size,
      'Conversion rate': buyers / people.size,
      'Revenue per customer': (gross - refunded) / people.size,
      'Orders per customer': orders.size / people.size,
      'Average order value': (gross - refunded) / orders.size,
      'Items per order': units / orders.size,
      'Refund rate': refunded / gross,
      ...rhythm([...orders.values()], new Date(Date.UTC(2011, 11, 9))),
    };
  };
  const uk = new Set([...country].filter(([, c]) => c.name === 'United Kingdom').map(([person]) => person));

  const shown = await compared(extension, ['Country: United Kingdom']);
  expectShown(
    shown,
    -1,
    sums((person) => person !== ''),
  );
  expectShown(
    shown,
    0,
    sums((person) => uk.has(person)),
  );

  // The same through the cell: what the other countries have is what it is held against.
  const view = await open(extension, '#/compare');
  await view.locator('.compare-table').waitFor();
  await expect(view.locator('[aria-busy="true"]')).toHaveCount(0);
  await view
    .locator('.compare-table tr', { hasText: 'Average order value' })
    .locator('td button')
    .first()
    .click();
  const others = sums((person) => person !== '' && !uk.has(person));
  await expect(view.locator('.derivation')).toContainText(others['Average order value'].toFixed(2));
  const nobody = raw.filter((row) => row['CustomerID'] === '');
  const theirs = nobody.reduce((sum, row) => sum + Number(row['Quantity']) * Number(row['UnitPrice']), 0);
  await expect(view.locator('.compare')).toContainText(`£${Math.round(theirs).toLocaleString('en-GB')}`);
  await expect(view.locator('.compare')).toContainText('belong to nobody known');
  // Attributed and not, it is all of the file.
  const all = raw.reduce((sum, row) => sum + Number(row['Quantity']) * Number(row['UnitPrice']), 0);
  expect(all).toBeCloseTo(9_747_747.93, 1);
  await view.close();
});

test('Superstore: sales, orders and customers out of decimal commas', async ({ extension }) => {
  await startEmpty(extension);
  const page = await open(extension, '#/data');
  await keep(page, ['data/superstore/superstore_eu.csv'], 'USD');
  await page.close();
  const shown = await compared(extension, ['Repeat buyers']);
  expectShown(shown, -1, { Customers: 793, Revenue: 2_297_200.86, Orders: 5_009 });
});

const FILES: readonly {
  readonly files: readonly string[];
  readonly kept: string;
  readonly compares: boolean;
}[] = [
  { files: ['data/hillstrom/hillstrom.csv.gz'], kept: 'Klienci', compares: true },
  { files: ['data/telco/Telco-Customer-Churn.csv'], kept: 'Klienci', compares: true },
  {
    files: ['data/olist_funnel/mql_iso.csv', 'data/olist_funnel/closed_deals.csv'],
    kept: 'Klienci',
    compares: true,
  },
  {
    files: ['data/search_console/Chart.csv', 'data/search_console/Countries.csv'],
    kept: 'Raport',
    compares: true,
  },
  { files: ['data/ga4_exports/2025_Pages_and_screens_a.csv'], kept: 'Raport', compares: true },
  { files: ['data/ga4_exports/2023_reports_snapshot_stacked_big.csv'], kept: 'Raport', compares: true },
  { files: ['data/ga4_exports/2024_channel_by_date_hour_excel_damaged.csv'], kept: 'Raport', compares: true },
];

for (const { files, kept, compares } of FILES) {
  test(`${files.map((f) => basename(f)).join(' + ')}: kept and compared in Polish, with no loose ends`, async ({
    extension,
  }) => {
    await startEmpty(extension);
    const page = await open(extension, '#/data', 'pl');
    await page.locator('input[type=file]').setInputFiles(files.map(onDisk));
    await expect(page.locator('section.source')).toHaveCount(files.length);
    await expect(page.locator('section.source progress')).toHaveCount(0, { timeout: 60_000 });
    await expect(page.locator('.table-draft-head select').first().locator('option:checked')).toHaveText(kept);
    // Every choice on the screen says what it stands at.
    const empty = await page
      .locator('select')
      .evaluateAll(
        (all) =>
          (all as HTMLSelectElement[]).filter((s) => s.selectedOptions[0]?.textContent?.trim() === undefined)
            .length,
      );
    expect(empty).toBe(0);
    const ask = page.locator('.mapping-questions select');
    for (let i = 0; i < (await ask.count()); i++) await ask.nth(i).selectOption('USD');
    await tidy(page);
    await page.locator('.import-bar-actions > button').last().click();
    await page.locator('.account-list').waitFor();
    await page.locator('.capture-actions button').first().click();
    await expect(page.locator('.passport dd').nth(1)).not.toHaveText(/^[a-z]+(-[a-z]+)*$/);
    await tidy(page);
    await page.goto(`${extension.origin}/workspace/index.html#/segments`);
    await page.locator('.library-tools').waitFor();
    await tidy(page);
    await page.goto(`${extension.origin}/workspace/index.html#/compare`);
    await page.locator(compares ? '.compare-table' : '.empty-state').waitFor();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await tidy(page);
    await page.close();
  });
}

test('the damaged million rows of a store: repeats, collapsed ids and the row limit pointed out, then kept', async ({
  extension,
}) => {
  const lines = sharedText('data/merchandise_store/analytics.csv.gz')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '');
  const repeated = lines.length - new Set(lines).size;
  const collapsed = lines.filter((line) => /E\+/.test(line.split(',')[4] ?? '')).length;
  expect([lines.length, repeated]).toEqual([1_048_575, 616_256]);
  await startEmpty(extension);
  const page = await open(extension, '#/data');
  await page.locator('input[type=file]').setInputFiles(onDisk('data/merchandise_store/analytics.csv.gz'));
  await expect(page.locator('section.source')).toHaveCount(1);
  await expect(page.locator('section.source progress')).toHaveCount(0, { timeout: 120_000 });
  const said = page.locator('section.source');
  const count = (n: number) => n.toLocaleString('en-GB');
  for (const text of [
    `${count(repeated)} rows are the same as an earlier row`,
    count(collapsed),
    '1,048,576',
  ])
    await expect(said.locator('.problem-list li', { hasText: text })).toBeVisible();
  await tidy(page);
  await page.getByRole('radio', { name: /^Millionths/ }).check();
  await page.locator('.mapping-questions select').selectOption('USD');
  await page.locator('.import-bar-actions > button').last().click();
  await page.locator('.account-list').waitFor({ timeout: 120_000 });
  // The three, and of two columns that their amounts could have been meant otherwise.
  await expect(page.locator('.account-list .problem-list li')).toHaveCount(5);
  await expect(page.locator('.account-list')).toContainText('1,048,575 rows in = 1,048,575 kept + 0 refused');
  await page.locator('.capture-actions button').first().click();
  await expect(page.locator('.passport')).toContainText(count(repeated));
  await tidy(page);
  await page.close();
});

test('GA4 exports: every stacked table is offered with the dates of its own', async ({ extension }) => {
  const path = 'data/ga4_exports/2023_reports_snapshot_stacked_big.csv';
  const tables = sharedText(path)
    .split('# Start date: ')
    .slice(1)
    .map((part) => {
      const [from = '', to = '', ...rest] = part.split(/\r?\n/);
      const end = rest.findIndex((line, i) => i > 0 && (line === '' || line.startsWith('#')));
      return [`${from} ${to.replace('# End date: ', '')}`, (end === -1 ? rest.length : end) - 1] as const;
    });
  await startEmpty(extension);
  const page = await open(extension, '#/data');
  await page.locator('input[type=file]').setInputFiles(sharedPath(path));
  await expect(page.locator('section.source')).toHaveCount(1);
  await expect(page.locator('section.source progress')).toHaveCount(0, { timeout: 60_000 });
  await page.locator('.import-bar-actions > button').last().click();
  await page.locator('.account-list').waitFor();
  const kept = await page.evaluate(async () => {
    const { captures } = await globalThis.segmentLensEngine.state(undefined);
    return captures.map(({ passport }) => [
      passport.dateRange === null
        ? ''
        : `${passport.dateRange.from.replaceAll('-', '')} ${passport.dateRange.to.replaceAll('-', '')}`,
      passport.rowsKept,
    ]);
  });
  expect(tables).toHaveLength(18);
  expect(kept).toEqual(tables.filter(([, rows]) => rows > 0));
  await page.close();
});

test('Google Ads: clicks, impressions and cost of the campaigns alone, not of the totals under them', async ({
  extension,
}) => {
  await startEmpty(extension);
  const page = await open(extension, '#/data');
  await page.locator('input[type=file]').setInputFiles(sharedPath('data/google_ads/campaign_report.csv'));
  await expect(page.locator('section.source')).toHaveCount(1);
  await expect(page.locator('section.source progress')).toHaveCount(0);
  await page.locator('.import-bar-actions > button').last().click();
  await page.locator('.account-list').waitFor();
  await expect(page.locator('.account-list')).toContainText('2 rows in = 2 kept + 0 refused');
  await page.close();

  const rows = (
    Papa.parse<string[]>(sharedText('data/google_ads/campaign_report.csv')).data as string[][]
  ).slice(2);
  const [head = [], ...all] = rows;
  const sum = (header: string) =>
    all
      .filter(([first]) => first === 'Enabled' || first === 'Paused')
      .reduce((total, row) => total + Number((row[head.indexOf(header)] ?? '').replaceAll(',', '')), 0);
  const names = ['Fruit-Veg-Boxes-Shopping-SMP', 'Office Fruit Campaign'];
  const shown = await compared(extension, names);
  expectShown(shown, -1, {
    Clicks: sum('Clicks'),
    Impressions: sum('Impr.'),
    Cost: sum('Cost'),
    'Click-through rate (CTR)': sum('Clicks') / sum('Impr.'),
    'ROAS (platform)': sum('Conv. value') / sum('Cost'),
  });
});

/** Nothing of the machinery shows through. */
async function tidy(page: Page): Promise<void> {
  const text = await page.locator('main, body').first().innerText();
  expect(text).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object|–, |\bgeneric\b/);
}
