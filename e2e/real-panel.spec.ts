import { expect, test } from '@playwright/test';
import type { ElementHandle } from 'puppeteer-core';
import { openedAt, startHeadedBrowser } from './headed-browser';
import { hasVirtualDisplay } from './virtual-display';

// The side panel as the browser itself opens it beside the page, and the browser's own question for a site: both
// are drawn by the browser, out of reach of any page, and answered by a person's keys alone.

/** The popup goes at the press, sometimes before the button is said to be up again. */
async function pressedAsItCloses(button: ElementHandle<Element> | null): Promise<void> {
  if (button === null) throw new Error('no button');
  await button.click().catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
  });
}

test('the real side panel stands beside the page, and the browser’s own question is answered by keys', async () => {
  test.skip(!hasVirtualDisplay, 'needs Xvfb and xdotool');
  test.setTimeout(120_000);
  const { browser, page, display, close } = await startHeadedBrowser();
  try {
    const wide = await page.evaluate(() => window.innerWidth);

    await display.press('chromium', 'ctrl+shift+y');
    const popup = await openedAt(browser, '/popup/index.html');
    await popup.waitForSelector('::-p-text(Collect 60 rows)');
    await pressedAsItCloses(await popup.waitForSelector('button::-p-text(Side panel)'));

    const panel = await openedAt(browser, '/panel/index.html');
    await (await panel.waitForSelector('button::-p-text(Compare what is on this page)'))?.click();
    await panel.waitForFunction(() => /google \/ organic/.test(document.body.innerText), {
      timeout: 30_000,
      polling: 200,
    });
    // Beside it: the page has lost what the panel took.
    await page.waitForFunction(
      (before) => window.innerWidth < before - 200,
      { timeout: 10_000, polling: 200 },
      wide,
    );

    await (await panel.waitForSelector('button::-p-text(Always on)'))?.click();
    const allow = async () => (await panel.waitForSelector('button::-p-text(Allow on)'))?.click();
    const origins = () =>
      panel.evaluate(async () => {
        const { permissions } = chrome as unknown as {
          permissions: { getAll(): Promise<{ origins?: string[] }> };
        };
        return (await permissions.getAll()).origins ?? [];
      });
    // The browser asks in a window of its own, whose first button refuses; nothing is granted before it is answered.
    const asked = () => new Promise((done) => setTimeout(done, 1_500));
    await allow();
    await asked();
    await display.press('chromium', 'Return');
    await panel.waitForSelector('::-p-text(It was not allowed.)');
    expect(await origins()).toEqual([]);

    await allow();
    await asked();
    expect(await origins()).toEqual([]);
    await display.press('chromium', 'Tab');
    await display.press('chromium', 'Return');
    await expect.poll(origins, { timeout: 10_000 }).toEqual(['http://127.0.0.1/*']);
    await panel.waitForSelector('button::-p-text(On: 127.0.0.1)');
  } finally {
    await close();
  }
});
