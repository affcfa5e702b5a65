import type { Page } from '@playwright/test';
import { openPanelBeside } from './beside';
import { expect, test } from './extension';
import { pagedTable, serverRows, virtualList } from './pages/lists';
import { regions, treeTable } from './pages/trees';
import { popupOver } from './popup-over';

const WORDS = {
  en: {
    all: (n: string) => `Take all ${n}`,
    pause: 'Pause',
    resume: 'Go on',
    finish: 'Stop and keep these',
    cancel: 'Cancel',
    keep: 'Keep it anyway',
  },
  pl: {
    all: (n: string) => `Zbierz wszystkie ${n}`,
    pause: 'Wstrzymaj',
    resume: 'Wznów',
    finish: 'Przerwij i zachowaj te',
    cancel: 'Anuluj',
    keep: 'Zachowaj tak',
  },
} as const;

const press = (popup: Page, name: string) => popup.getByRole('button', { name, exact: true }).click();
const part = (popup: Page) => popup.locator('section[aria-labelledby="page"]');
const gatheredSoFar = async (popup: Page): Promise<number> =>
  Number(/^\D*(\d+)/m.exec(await popup.getByRole('progressbar').locator('..').innerText())?.[1] ?? 0);

test.describe.configure({ timeout: 120_000 });

for (const language of ['en', 'pl'] as const) {
  const w = WORDS[language];
  test(`a click gathers all pages, pauses, goes on and keeps every row (${language})`, async ({
    extension,
    page,
    remote,
    site,
  }) => {
    const rows = serverRows(130);
    await page.goto(
      site.put(
        `/clicked-${language}`,
        pagedTable({ rows, perPage: 25, language, first: true, totals: 'all', delayMs: 400 }),
      ),
    );
    const popup = await popupOver(extension, await extension.tabId(page), language);
    await press(popup, w.all('130'));
    await expect(part(popup)).toContainText(language === 'en' ? 'of 130 rows' : 'z 130 wierszy');
    await expect(part(popup)).toContainText(language === 'en' ? 'page 2' : 'strona 2', { timeout: 30_000 });

    await press(popup, w.pause);
    await expect(popup.getByRole('button', { name: w.resume })).toBeVisible({ timeout: 20_000 });
    await page.waitForTimeout(1_500);
    const presses = () => page.evaluate(() => (window as unknown as { presses: number }).presses);
    const paused = await presses();
    await page.waitForTimeout(1_500);
    expect(await presses()).toBe(paused);
    await press(popup, w.resume);

    await expect(part(popup)).toContainText(
      language === 'en' ? 'All 130 rows the page states were gathered.' : 'które podaje strona: 130.',
      { timeout: 60_000 },
    );
    const [record] = await remote.call('inbox');
    expect(record?.cells).toEqual(rows);
    await expect(page.locator('tbody tr td').first()).toHaveText(rows[0]?.[0] ?? '');
    await popup.close();
  });
}

test('what is asked of the rows gathered is in view, however much is said of them', async ({
  extension,
  page,
  site,
}) => {
  await page.goto(site.put('/much-said', treeTable({ rows: regions(6, 4), built: 'plain', total: true })));
  const popup = await popupOver(extension, await extension.tabId(page), 'pl');
  await press(popup, 'Zbierz wszystkie, ile jest');
  const answer = popup.getByRole('button', { name: WORDS.pl.keep, exact: true });
  await expect(answer).toBeVisible({ timeout: 60_000 });
  const { shown, foot } = await answer.evaluate((button) => ({
    shown: button.closest('.popup-page')?.getBoundingClientRect().bottom ?? 0,
    foot: button.getBoundingClientRect().bottom,
  }));
  expect(foot).toBeLessThanOrEqual(shown);
  await popup.close();
});

test('a click on cancel leaves nothing behind, and the list where it was', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(site.put('/cancelled', virtualList({ rows: serverRows(900), names: 'none', lateMs: 150 })));
  const popup = await popupOver(extension, await extension.tabId(page));
  await press(popup, 'Take all 900');
  await expect.poll(() => gatheredSoFar(popup), { timeout: 30_000 }).toBeGreaterThan(30);
  await press(popup, 'Cancel');
  await expect(part(popup).getByRole('alert')).toBeVisible();
  await expect.poll(() => remote.call('inbox')).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.querySelector('.list')?.scrollTop)).toBe(0);
  await popup.close();
});

test('a popup closed in the middle is shown going on by the next, and stopped there', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const rows = serverRows(900);
  await page.goto(site.put('/closed', virtualList({ rows, names: 'aria-rowindex', lateMs: 150 })));
  const tabId = await extension.tabId(page);
  const first = await popupOver(extension, tabId);
  await press(first, 'Take all 900');
  await expect.poll(() => gatheredSoFar(first), { timeout: 30_000 }).toBeGreaterThan(20);
  await first.close();
  await page.bringToFront();

  const second = await popupOver(extension, tabId);
  await expect(part(second)).toContainText('of 900 rows');
  await expect(part(second)).toContainText('Customers');
  await press(second, 'Stop and keep these');
  await expect(part(second)).toContainText('were gathered before you stopped', { timeout: 30_000 });
  const [record] = await remote.call('inbox');
  const kept = record?.cells.length ?? 0;
  expect(kept).toBeGreaterThan(20);
  expect(kept).toBeLessThan(900);
  // Rows that a page out of sight was too late with are left to a second pass, which there was none of.
  let at = 0;
  for (const cells of record?.cells ?? []) {
    while (at < rows.length && rows[at]?.join() !== cells.join()) at++;
    expect(at++, `${cells.join()} in the list's own order`).toBeLessThan(rows.length);
  }
  await expect(part(second)).toContainText(`${kept} of 900 rows`);
  await second.close();
});

test('the panel does not read the page anew while its pages are turned, and keeps the outcome', async ({
  extension,
  page,
  site,
}) => {
  await page.goto(
    site.put(
      '/beside-panel',
      pagedTable({ rows: serverRows(100), perPage: 20, language: 'en', first: true, delayMs: 500 }),
    ),
  );
  const panel = await openPanelBeside(extension, page);
  await panel.getByRole('button', { name: /^Compare what is on this page/ }).click();
  await panel.getByRole('button', { name: 'Take all 100' }).click();
  await expect(part(panel)).toContainText('page 3', { timeout: 30_000 });
  await expect(part(panel)).not.toContainText('The page has changed since');
  await expect(part(panel)).toContainText('All 100 rows the page states were gathered.', { timeout: 60_000 });
  // All of it compared, under an outcome that stays.
  await expect(part(panel)).toContainText('100 rows read');
  await panel.waitForTimeout(3_000);
  await expect(part(panel)).toContainText('All 100 rows the page states were gathered.');
  await panel.close();
});
