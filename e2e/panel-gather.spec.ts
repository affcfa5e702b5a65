import type { Page } from '@playwright/test';
import { openPanelBeside } from './beside';
import { type Extension, expect, test } from './extension';
import { pagedTable, type Row } from './pages/lists';
import type { Site } from './site';

test.describe.configure({ timeout: 120_000 });

const COLUMNS = ['Session source', 'Sessions', 'Key events', 'Purchases'];
/** 60 rows of six sources, ten a page: the first page has others than the whole. */
const ROWS: Row[] = Array.from({ length: 60 }, (_, i) => [
  `source ${Math.floor(i / 10)}-${i % 5}`,
  String(100 + i * 7),
  String(3 + (i % 11)),
  String(i % 4),
]);

async function besidePaged(extension: Extension, page: Page, site: Site, path: string): Promise<Page> {
  await page.goto(
    site.put(path, pagedTable({ rows: ROWS, columns: COLUMNS, perPage: 10, language: 'en', first: true })),
  );
  const panel = await openPanelBeside(extension, page);
  await panel.getByRole('button', { name: 'Compare what is on this page' }).click();
  await expect(panel.locator('.beside')).toContainText('10 of 60 rows read');
  return panel;
}

const beside = (panel: Page) => panel.locator('.beside');

test('the panel says what its numbers stand on, and gathers all rows for them, keeping nothing', async ({
  extension,
  page,
  site,
}) => {
  const panel = await besidePaged(extension, page, site, '/panel-gathers');
  await expect(panel.getByText('These numbers stand on 10 of 60 rows.')).toBeVisible();
  if (process.env['SHOTS'])
    await panel.screenshot({ path: `${process.env['SHOTS']}/panel-partly.png`, fullPage: true });
  await panel.getByRole('button', { name: 'Gather and compare all 60' }).click();
  await expect(beside(panel)).toContainText('60 rows read', { timeout: 60_000 });
  await expect(panel.getByText('These numbers stand on')).toHaveCount(0);
  // The largest source of all pages, which the first page does not show.
  await expect(beside(panel)).toContainText('source 5-4');
  if (process.env['SHOTS'])
    await panel.screenshot({ path: `${process.env['SHOTS']}/panel-whole.png`, fullPage: true });
  // The page stands at its first page again, and nothing of it waits or is kept.
  await expect(page.locator('tbody tr').first()).toContainText('source 0-0');
  await page.waitForTimeout(1_500);
  await expect(beside(panel)).toContainText('60 rows read');
  await expect(panel.getByText('The page has changed since it was read.')).toHaveCount(0);
  await panel.close();
});

test('rows gathered in the panel to be kept are what it compares', async ({ extension, page, site }) => {
  const panel = await besidePaged(extension, page, site, '/panel-keeps');
  await panel.getByRole('button', { name: 'Take all 60', exact: true }).click();
  await expect(beside(panel)).toContainText('60 rows read', { timeout: 60_000 });
  await expect(beside(panel)).toContainText('source 5-4');
  await panel.close();
});

test('a gathering stopped in the panel compares what there is, and says of how many', async ({
  extension,
  page,
  site,
}) => {
  await page.goto(
    site.put(
      '/panel-stops',
      pagedTable({ rows: ROWS, columns: COLUMNS, perPage: 10, language: 'en', first: true, delayMs: 700 }),
    ),
  );
  const panel = await openPanelBeside(extension, page);
  await panel.getByRole('button', { name: 'Compare what is on this page' }).click();
  await panel.getByRole('button', { name: 'Gather and compare all 60' }).click();
  await expect(beside(panel)).toContainText('page 2', { timeout: 30_000 });
  await panel.getByRole('button', { name: 'Stop and compare these' }).click();
  await expect(beside(panel)).toContainText(/(20|30|40|50) of 60 rows read/, { timeout: 30_000 });
  await expect(panel.getByText(/These numbers stand on (20|30|40|50) of 60 rows\./)).toBeVisible();
  await panel.close();
});
