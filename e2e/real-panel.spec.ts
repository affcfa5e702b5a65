import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startDemo } from '../demo/server.mjs';
import { chromiumArgs, ensureChromium, root } from '../scripts/setup.mjs';
import { hasVirtualDisplay, startVirtualDisplay } from './virtual-display';

// The side panel as the browser itself opens it beside the page, and the browser's own question for a site: both
// are drawn by the browser, out of reach of any page, and answered by a person's keys alone.

async function shownAt(browser: Browser, path: string): Promise<Page> {
  const target = await browser.waitForTarget((t) => t.url().endsWith(path), { timeout: 30_000 });
  return target.asPage();
}

test('the real side panel stands beside the page, and the browser’s own question is answered by keys', async () => {
  test.skip(!hasVirtualDisplay, 'needs Xvfb and xdotool');
  test.setTimeout(120_000);
  const [demo, display, chromium] = await Promise.all([startDemo(), startVirtualDisplay(), ensureChromium()]);
  const profile = mkdtempSync(join(tmpdir(), 'segment-lens-panel-'));
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: false,
    userDataDir: profile,
    defaultViewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...chromiumArgs(resolve(root, 'dist/chrome'), { headless: false }),
      '--disable-gpu',
      '--lang=en',
      '--window-size=1280,900',
    ],
    env: { ...process.env, DISPLAY: display.name },
  });
  try {
    await browser.waitForTarget((t) => t.type() === 'service_worker', { timeout: 30_000 });
    const [page] = await browser.pages();
    if (page === undefined) throw new Error('no page');
    await page.goto(`${demo.url}/analytics/traffic-acquisition`);
    const wide = await page.evaluate(() => window.innerWidth);

    await display.press('chromium', 'ctrl+shift+y');
    const popup = await shownAt(browser, '/popup/index.html');
    await popup.waitForSelector('::-p-text(Collect 60 rows)');
    await (await popup.waitForSelector('button::-p-text(Side panel)'))?.click();

    const panel = await shownAt(browser, '/panel/index.html');
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
    await (await panel.waitForSelector('button::-p-text(Allow on)'))?.click();
    const origins = () =>
      panel.evaluate(async () => {
        const { permissions } = chrome as unknown as {
          permissions: { getAll(): Promise<{ origins?: string[] }> };
        };
        return (await permissions.getAll()).origins ?? [];
      });
    // The browser asks in a window of its own; nothing is granted before it is answered, its first button refuses.
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await origins()).toEqual([]);
    await display.press('chromium', 'Tab');
    await display.press('chromium', 'Return');
    await expect.poll(origins, { timeout: 10_000 }).toEqual(['http://127.0.0.1/*']);
    await panel.waitForSelector('button::-p-text(On: 127.0.0.1)');
  } finally {
    await browser.close();
    display.close();
    await demo.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
