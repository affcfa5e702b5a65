import type { Page } from '@playwright/test';
import { campaignOrdersCsv, campaignSpendCsv, sold, soldIn, soldUnder } from '../tests/campaign-shop';
import { type Extension, expect, test } from './extension';
import { csvFile, keepFiles, startOver } from './keep-files';

/** Spend beside orders and the time to the next order, through the built workspace; figures counted again from the rows. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

async function open(extension: Extension, hash: string, locale: 'en' | 'pl' = 'en'): Promise<Page> {
  const page = await extension.open(`workspace/index.html${hash}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate((l) => localStorage.setItem('segment-lens:locale', JSON.stringify(l)), locale);
  await page.reload();
  return page;
}

async function openTab(extension: Extension, tab: string, locale: 'en' | 'pl' = 'en'): Promise<Page> {
  const page = await open(extension, '#/compare', locale);
  await page.locator(`[data-tab="${tab}"]`).click();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  return page;
}

/** Whole złote, as in tables of thousands. */
const whole = (minor: number) => `${Math.round(minor / 100).toLocaleString('en-GB')}\u00a0zł`;
const money = (minor: number) =>
  `${(minor / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}\u00a0zł`;
const revenue = (orders: readonly { readonly total: number }[]) =>
  orders.reduce((sum, o) => sum + 100 * o.total, 0);
/** The report covers thirty days, of which orders are held for twenty-eight. */
const inTime = (cost: number) => (100 * cost * 28) / 30;

/** Cells of the money table by the name of its row, headers as keys. */
async function moneyRows(page: Page): Promise<Map<string, Record<string, string>>> {
  const table = page.locator('.compare-tab > .compare-tab table').first();
  await table.waitFor();
  const heads = await table.locator('thead th').allInnerTexts();
  const rows = await table
    .locator('tbody tr, tfoot tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
  return new Map(
    rows.map((cells) => [
      cells[0] ?? '',
      Object.fromEntries(heads.map((head, i) => [head.trim(), cells[i] ?? ''])),
    ]),
  );
}

test('keeps an orders export and a campaign report', async ({ extension }) => {
  const page = await open(extension, '#/data');
  await startOver(page);
  await keepFiles(page, [
    csvFile('orders.csv', campaignOrdersCsv),
    csvFile('campaigns.csv', campaignSpendCsv),
  ]);
  await page.close();
});

test('divides what each campaign’s orders brought by what it cost, and says what it can’t divide', async ({
  extension,
}) => {
  const page = await openTab(extension, 'money');
  const rows = await moneyRows(page);
  for (const [name, cost] of [
    ['Tea - Brand', 1200],
    ['Coffee - PMax', 3000],
  ] as const) {
    const orders = soldUnder(name);
    expect(rows.get(name)).toMatchObject({
      Spent: whole(inTime(cost)),
      Orders: String(orders.length),
      Customers: String(new Set(orders.map((o) => o.email)).size),
      Revenue: whole(revenue(orders)),
      ROAS: (revenue(orders) / inTime(cost)).toFixed(2),
    });
  }
  expect(rows.get('Gifts')?.['ROAS']).toBe('no order has this name');
  expect(rows.get('Newsletter')?.['ROAS']).toBe('nothing spent known');
  expect(rows.get('Everything spent, everything sold')).toMatchObject({
    Orders: String(soldIn('2026-09').length),
    Revenue: whole(revenue(soldIn('2026-09'))),
    ROI: 'give a margin',
  });
  const said = await page.locator('.money-lines').first().innerText();
  expect(said).toContain(`${soldUnder('').length} orders (${money(revenue(soldUnder('')))}) carry no name.`);
  expect(said).toContain(money(inTime(300)));
  await page.close();
});

test('asks the margin once, and shows what is left after it', async ({ extension }) => {
  const page = await openTab(extension, 'money');
  await page.getByRole('button', { name: 'Margin: not given' }).click();
  await page.getByLabel('Margin, % of revenue').fill('40');
  await page.getByRole('button', { name: 'Keep margin' }).click();
  const roi = (0.4 * revenue(soldIn('2026-09')) - inTime(4500)) / inTime(4500);
  await expect
    .poll(async () => (await moneyRows(page)).get('Everything spent, everything sold')?.['ROI'])
    .toBe(`${Math.round(roi * 100)}%`.replace('-', '−'));
  await page.close();
});

test('takes spend typed in, in its own currency only, and lets it go', async ({ extension }) => {
  const page = await openTab(extension, 'money');
  const add = async (currency: string, amount: string) => {
    await page.getByRole('button', { name: 'Add spend' }).click();
    await page.getByLabel('Name, as orders carry it').fill('Newsletter');
    await page.getByLabel('Amount').fill(amount);
    await page.getByLabel('Currency', { exact: true }).last().fill(currency);
    await page.getByLabel('First day').fill('2026-09-01');
    await page.getByLabel('Last day').fill('2026-09-10');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
  };
  await add('PLN', '250,50');
  const letters = soldUnder('Newsletter');
  await expect
    .poll(async () => (await moneyRows(page)).get('Newsletter')?.['ROAS'])
    .toBe((revenue(letters) / 25_050).toFixed(2));
  await add('EUR', '99');
  await expect(page.locator('.money-lines').first()).toContainText('€99.00 was spent in another currency');
  expect((await moneyRows(page)).get('Newsletter')?.['ROAS']).toBe((revenue(letters) / 25_050).toFixed(2));
  await page.getByRole('button', { name: 'Remove spend on Newsletter' }).first().click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect
    .poll(async () => (await moneyRows(page)).get('Newsletter')?.['ROAS'])
    .toBe('nothing spent known');
  await page.close();
});

test('sketches a move with what it takes for granted', async ({ extension }) => {
  const page = await openTab(extension, 'money');
  const section = page.locator('.money-move');
  await expect(section).toContainText('if it brings half of that');
  await expect(section).toContainText('A sketch, not a forecast.');
  await section.getByLabel('Take from').selectOption('coffee - pmax');
  await section.getByLabel('Give to').selectOption('tea - brand');
  const roas = (name: string, cost: number) => revenue(soldUnder(name)) / inTime(cost);
  const even = (inTime(3000) / 10) * (roas('Tea - Brand', 1200) - roas('Coffee - PMax', 3000));
  const written =
    Math.abs(even) >= 100_000 ? Math.round(even / 100).toLocaleString('en-GB') : money(Math.abs(even));
  await expect(section.locator('.money-moved dd').first()).toContainText(written.replace('\u00a0zł', ''));
  await page.close();
});

test('follows customers from the day the segments are fixed on', async ({ extension }) => {
  const page = await openTab(extension, 'timing');
  await page.getByLabel('Followed for').selectOption('30');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // Orders are held to 28 September: thirty days after 29 August.
  const start = '2026-08-29';
  const customers = new Set(sold.filter((o) => o.day <= start).map((o) => o.email));
  const back = new Set(sold.filter((o) => o.day > start && customers.has(o.email)).map((o) => o.email));
  const row = page.locator('.compare-tab table').first().locator('tbody tr', { hasText: 'Everyone' });
  await expect(row.locator('td').nth(0)).toHaveText(String(customers.size));
  await expect(row.locator('td').nth(1)).toHaveText(String(back.size));
  await expect(page.locator('.compare-tab')).toContainText('29 Aug 2026');
  await page.close();
});
