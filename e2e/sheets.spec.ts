import type { Page } from '@playwright/test';
import { openPanelBeside } from './beside';
import { expect, test } from './extension';
import { popupOver } from './popup-over';
import { pageOf } from './site';

const table =
  '<table><tr><th>City<th>E-mail</tr><tr><td>Łódź<td>ala@example.com</tr><tr><td>Gdynia<td>jan@example.com</tr></table>';

/** What is not in front where the sheet stands, and what of its foot is out of sight. */
const covered = (page: Page) =>
  page.locator('.sheet').evaluate((sheet) => {
    const { left, top, right, bottom } = sheet.getBoundingClientRect();
    const behind: string[] = [];
    for (let x = left + 4; x < right; x += 24)
      for (let y = top + 4; y < bottom; y += 24) {
        const at = document.elementFromPoint(x, y);
        if (at === null || !sheet.contains(at)) behind.push(`${x},${y}: ${at?.outerHTML.slice(0, 60)}`);
      }
    const outside = [...sheet.querySelectorAll('.sheet-foot button')].filter(
      (b) => b.getBoundingClientRect().bottom > innerHeight,
    );
    return { behind, outside: outside.length, wide: right - left >= innerWidth * 0.9, high: bottom - top };
  });

for (const surface of ['popup', 'panel'] as const)
  test(`what is looked at first lies over the ${surface}, with nothing of it in between`, async ({
    extension,
    page,
    site,
  }) => {
    await page.goto(site.put('/sheets', pageOf(table)));
    const over =
      surface === 'popup'
        ? await popupOver(extension, await extension.tabId(page))
        : await openPanelBeside(extension, page);
    const asks = over.getByRole('button', { name: 'Compare what is on this page' });
    await asks
      .or(over.getByRole('button', { name: 'Rows and columns' }))
      .first()
      .waitFor();
    if (await asks.isVisible()) await asks.click();
    for (const name of ['Rows and columns', /: 127\.0\.0\.1$/]) {
      await over.getByRole('button', { name }).click();
      await expect(over.locator('.sheet h2')).toBeFocused();
      const seen = await covered(over);
      expect(seen).toMatchObject({ behind: [], outside: 0, wide: true });
      expect(seen.high).toBeGreaterThan(400);
      // Tab goes round within it, and out to the browser at most.
      for (let i = 0; i < 12; i++) {
        await over.keyboard.press('Tab');
        const within = await over.evaluate(() => {
          const { activeElement: at, body } = document;
          return at === null || at === body || at.closest('.sheet') !== null;
        });
        expect(within).toBe(true);
      }
      await over.keyboard.press('Escape');
      await expect(over.locator('.sheet')).toHaveCount(0);
    }
    await over.close();
  });
