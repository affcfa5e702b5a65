import type { Page } from '@playwright/test';
import { expect, test } from './extension';
import { areRead, csvFile, startOver } from './keep-files';

/** From the empty workspace to a person erased by keys alone: what is in hand is always something, and is seen to be. */
const CSV = [
  'Order ID,E-mail,Order date,Total,Currency',
  ...Array.from({ length: 160 }, (_, i) =>
    [
      i,
      `p${i % 40}@example.com`,
      `2026-0${1 + (i % 9)}-1${i % 10}`,
      `${20 + ((i * 37) % 300)}.00`,
      'PLN',
    ].join(),
  ),
].join('\n');

const inHand = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'nothing';
    const labels = (at as HTMLInputElement).labels;
    return (at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at.textContent ?? '').trim();
  });

/** Presses Tab until what is in hand is called so; every stop on the way can be seen. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press(key);
    const at = await inHand(page);
    passed.push(at);
    if (!name.test(at)) continue;
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(
        document.activeElement ?? document.body,
      );
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    expect(ring, `a ring around ${at}`).toBe(true);
    return;
  }
  throw new Error(`no ${name} among ${passed.join(' · ')}`);
}

const said = (page: Page, what: string | RegExp) =>
  expect(
    page.locator('[aria-live], [role=status], [role=alert]').filter({ hasText: what }).first(),
  ).toBeAttached();

test('opens, keeps, compares, reports, makes a segment, sets and erases by keys alone', async ({
  extension,
}) => {
  test.setTimeout(180_000);
  const page = await extension.open('workspace/index.html');
  await startOver(page, { 'segment-lens:locale': '"en"' });
  await page.locator('input[type=file]').waitFor({ state: 'attached' });

  await test.step('a file is picked and kept', async () => {
    const { name, mimeType, buffer } = csvFile('orders.csv', CSV) as Exclude<
      ReturnType<typeof csvFile>,
      string
    >;
    await tabTo(page, /^Choose files/);
    // The browser may be busy drawing its first page, and then opens no dialog.
    await expect(async () => {
      const chooser = page.waitForEvent('filechooser', { timeout: 3_000 });
      await page.keyboard.press('Enter');
      await (await chooser).setFiles({ name, mimeType, buffer });
    }).toPass();
    await areRead(page, 1);
    await tabTo(page, /^Keep table/);
    await page.keyboard.press('Enter');
    await expect.poll(() => inHand(page)).toContain('160 rows in = 160 kept + 0 refused');
  });

  await test.step('it is compared, a cell is taken apart and left', async () => {
    await tabTo(page, /^Compare them/);
    await page.keyboard.press('Enter');
    await page.locator('.compare-table').waitFor();
    expect(await inHand(page)).toBe('Compare');
    await tabTo(page, /^Customers.*Order the segments/);
    await tabTo(page, /^\d+$/);
    const cell = await inHand(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => inHand(page)).toBe('Customers');
    await page.keyboard.press('Escape');
    await expect.poll(() => inHand(page)).toBe(cell);
  });

  await test.step('a file and a report are saved, and the buttons stay in hand', async () => {
    for (const name of [/^Export CSV/, /^Report/]) {
      await tabTo(page, name, 'Shift+Tab');
      const saving = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      const file = (await saving).suggestedFilename();
      await said(page, file);
      await expect.poll(() => inHand(page)).toMatch(name);
    }
  });

  await test.step('a segment is made, and is in hand when it is', async () => {
    await tabTo(page, /^Segments$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.library-item').first().waitFor();
    expect(await inHand(page)).toBe('Segments');
    await tabTo(page, /^New segment/);
    await page.keyboard.press('Enter');
    await expect.poll(() => inHand(page)).toBe('Name');
    await page.keyboard.type('Twice and more');
    await tabTo(page, /^Value$/);
    await page.keyboard.type('2');
    await tabTo(page, /^Save segment/);
    await page.keyboard.press('Enter');
    await expect.poll(() => inHand(page)).toContain('Twice and more');
  });

  await test.step('a person is erased', async () => {
    await tabTo(page, /^Find a customer/);
    await page.keyboard.type('p7@ex');
    await page.locator('.person-why-found button').waitFor();
    await tabTo(page, /^p7@example\.com/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Erase this person/ }).waitFor();
    await tabTo(page, /^Erase this person/);
    await page.keyboard.press('Enter');
    await expect.poll(() => inHand(page)).toBe('Cancel');
    await page.keyboard.press('Escape');
    await expect.poll(() => inHand(page)).toMatch(/^Erase this person/);
    await page.keyboard.press('Enter');
    await expect.poll(() => inHand(page)).toBe('Cancel');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await said(page, 'p7@example.com');
    await expect.poll(() => inHand(page)).not.toBe('nothing');
  });

  await test.step('the open segment is a few keys from the top, not one for each segment', async () => {
    await page.reload();
    await page.locator('.library-item').first().waitFor();
    await tabTo(page, /^Skip to the segment/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('segment');
  });

  await test.step('a setting is chosen and stays in hand', async () => {
    await page.reload();
    await page.locator('.library-item').first().waitFor();
    await tabTo(page, /^Settings$/);
    await page.keyboard.press('Enter');
    await page.locator('main select').first().waitFor();
    await tabTo(page, /week/i);
    const name = await inHand(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => inHand(page)).toBe(name);
  });

  await test.step('what was kept is deleted, and its list is in hand', async () => {
    await page.reload();
    await page.locator('main select').first().waitFor();
    await tabTo(page, /^Data$/);
    await page.keyboard.press('Enter');
    await page.locator('.captures').waitFor();
    await tabTo(page, /^Delete orders\.csv/);
    await page.keyboard.press('Enter');
    await expect.poll(() => inHand(page)).toBe('Cancel');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await said(page, /orders\.csv/);
    await expect.poll(() => inHand(page)).not.toBe('nothing');
  });
  await page.close();
});
