import type { Page } from '@playwright/test';
import { campaignOrdersCsv, sold } from '../tests/campaign-shop';
import { type Extension, expect, test } from './extension';
import { csvFile, keepFiles, startOver } from './keep-files';

/** What comes after segments are fixed, goals, and what was written down at each import; counted again from the rows. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

async function open(extension: Extension, hash: string): Promise<Page> {
  const page = await extension.open(`workspace/index.html${hash}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  return page;
}

async function settled(page: Page): Promise<void> {
  await page.locator('.compare-table, .compare-tab').first().waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** The lines of one cell: its value, its n, the naive number. */
const cellLines = async (page: Page, metric: string, column: number) =>
  (
    await page
      .locator('.compare-table tbody tr')
      .filter({ has: page.locator('th button > span', { hasText: new RegExp(`^${metric}`) }) })
      .first()
      .locator('td')
      .nth(column)
      .innerText()
  ).split('\n');

test('keeps the orders', async ({ extension }) => {
  const page = await open(extension, '#/data');
  await startOver(page);
  await keepFiles(page, [csvFile('orders.csv', campaignOrdersCsv)]);
  await page.close();
});

test('shows what came after the day first, and the same time beside it as a description', async ({
  extension,
}) => {
  const page = await open(extension, '#/compare');
  await settled(page);
  // Not quite nine months are held: the thirty days to 28 September, after 29 August.
  const day = '2026-08-29';
  const known = new Set(sold.filter((o) => o.day <= day).map((o) => o.email));
  const after = sold.filter((o) => o.day > day);
  const theirs = after.filter((o) => known.has(o.email));
  await expect(page.locator('.compare-notes')).toContainText('30 Aug – 28 Sept 2026');
  const everyone = (await page.locator('.compare-table thead th').count()) - 2;
  const orders = await cellLines(page, 'Orders', everyone);
  expect(orders[0]).toBe(String(theirs.length));
  expect(orders).toContain(`same time ${after.length}`);
  const rate = (new Set(theirs.map((o) => o.email)).size / known.size) * 100;
  const conversion = await cellLines(page, 'Conversion rate', everyone);
  expect(conversion[0]).toContain(`${rate.toFixed(1)}%`);
  expect(conversion).toContain(`n ${known.size}`);
  await expect(page.locator('.compare-legend')).toContainText('“Same time” is descriptive');

  await page.getByLabel('Measured over').selectOption('held');
  await settled(page);
  await expect.poll(async () => (await cellLines(page, 'Orders', everyone))[0]).toBe(String(sold.length));
  await expect(page.locator('.compare-notes')).toContainText('Descriptive');
  await page.close();
});

test('orders metrics, segments and the plot by what the person is after', async ({ extension }) => {
  const page = await open(extension, '#/compare');
  await settled(page);
  await page.getByLabel('Goal').selectOption('aim:retention');
  await settled(page);
  await expect(page.locator('.chart-figure h2').first()).toHaveText('Repeat rate');
  await expect(page.locator('.compare-table tbody th').first()).toContainText('Repeat rate');
  const rates = (
    await page.locator('.compare-table tbody tr').first().locator('td .compare-value').allInnerTexts()
  )
    .slice(0, -1)
    .map((text) => Number.parseFloat(text));
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  await page.reload();
  await settled(page);
  await expect(page.locator('.chart-figure h2').first()).toHaveText('Repeat rate');
  await page.getByLabel('Goal').selectOption('revenue-per-customer');
  await page.close();
});

test('lists the customers behind a number, with their orders', async ({ extension }) => {
  const page = await open(extension, '#/compare');
  await settled(page);
  await page.getByLabel('Measured over').selectOption('held');
  await settled(page);
  await page
    .locator('.compare-table tbody tr', { hasText: 'Gross revenue' })
    .locator('td button')
    .last()
    .click();
  const panel = page.locator('.derivation');
  await expect(panel.locator('canvas')).toBeVisible();
  await panel.getByRole('button', { name: 'Show them' }).click();
  const byPerson = new Map<string, number>();
  for (const o of sold) byPerson.set(o.email, (byPerson.get(o.email) ?? 0) + o.total);
  const best = [...byPerson].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  await expect(panel).toContainText(`1–10 of ${byPerson.size}`);
  const first = panel.locator('.derivation-rows tbody tr').first();
  await expect(first).toContainText(best[0]);
  await expect(first).toContainText(
    `${best[1].toLocaleString('en-GB', { minimumFractionDigits: 2 })}\u00a0zł`,
  );
  await first.locator('summary').click();
  await expect(first.locator('li')).toHaveCount(sold.filter((o) => o.email === best[0]).length);
  await page.close();
});

test('writes down how segments do at each import, and shows it as it was', async ({ extension }) => {
  const page = await open(extension, '#/compare');
  await settled(page);
  await page.locator('[data-tab="history"]').click();
  await expect(page.locator('.compare-tab')).toContainText('One import is written down so far.');
  const row = page.locator('.compare-tab tbody tr', { hasText: 'One-time buyers' });
  const counts = new Map<string, number>();
  for (const o of sold) counts.set(o.email, (counts.get(o.email) ?? 0) + 1);
  const once = [...counts.values()].filter((n) => n === 1).length;
  await expect(row.first().locator('td').nth(1)).toHaveText(String(once));
  // One of them orders again in what comes in next.
  const again = [...counts].find(([, n]) => n === 1)?.[0] ?? '';
  await page.evaluate(async (email) => {
    const engine = globalThis.segmentLensEngine;
    const text = `Order ID,Email,Order date,Order total,Currency\n9001,${email},2026-09-30,10.00,PLN`;
    const [source] = await engine.survey({ file: new File([text], 'later.csv') });
    await engine.importTables({
      tables: (source?.proposals ?? []).map(({ tableIndex, mapping }) => ({
        surveyId: source?.surveyId ?? '',
        tableIndex,
        mapping,
      })),
    });
  }, again);
  await page.reload();
  await page.locator('[data-tab="history"]').click();
  await expect(row).toHaveCount(2);
  await expect(row.nth(0).locator('td').nth(1)).toHaveText(String(once - 1));
  await expect(row.nth(1).locator('td').nth(1)).toHaveText(String(once));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export history' }).click();
  expect((await download).suggestedFilename()).toBe('segment-lens-history-2026-09-30.csv');
  await page.close();
});
