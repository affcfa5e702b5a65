import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { TabOffer } from '../src/protocol/page-client';
import { builtHarness } from './extension';
import type { Harness } from './harness';
import { openedAt, startHeadedBrowser } from './headed-browser';
import { figure, sumOf } from './shown';
import { hasVirtualDisplay } from './virtual-display';

// The extension as it is published, with no page opened to it but by the person's own key: nothing short of a real
// key press grants activeTab.

const call = <K extends keyof Harness>(page: Page, method: K, ...args: Parameters<Harness[K]>) =>
  page.evaluate(
    (name, given) => {
      const { segmentLens } = globalThis as unknown as { segmentLens: Record<string, unknown> };
      return (segmentLens[name] as (...a: unknown[]) => unknown)(...given);
    },
    method,
    args as readonly unknown[],
  ) as Promise<Awaited<ReturnType<Harness[K]>>>;

test('the real popup, opened by its key, collects the report in front', async () => {
  test.skip(!hasVirtualDisplay, 'needs Xvfb and xdotool');
  test.setTimeout(120_000);
  const harness = await builtHarness();
  const { browser, origin, page, display, close } = await startHeadedBrowser();
  try {
    // Without the key there is nothing to be had of the page.
    const asTab = await browser.newPage();
    await asTab.goto(`${origin}/popup/index.html`);
    await asTab.evaluate(harness);
    const tabs = await asTab.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.id ?? -1));
    const offers = await Promise.all(tabs.map((id) => call(asTab, 'offer', id)));
    expect(offers.some((o) => 'reason' in o && o.reason === 'no-permission')).toBe(true);
    expect(offers.every((o) => 'reason' in o)).toBe(true);
    await asTab.close();
    await page.bringToFront();

    await display.press('chromium', 'ctrl+shift+y');
    const popup = await openedAt(browser, '/popup/index.html');
    await popup.waitForSelector('::-p-text(Collect 60 rows)');
    const says = await popup.evaluate(() => document.body.innerText);
    expect(says).toContain('Traffic acquisition: Session source / medium');
    expect(says).toMatch(/60 rows/);
    expect(says).toMatch(/9 columns/);

    // What it would keep is what the page shows, and adds up to the page's own totals.
    await popup.evaluate(harness);
    const front = await popup.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? -1);
    const offer = (await call(popup, 'offer', front)) as TabOffer;
    const done = await call(popup, 'collect', front, offer.tables[0]?.ref ?? '');
    expect(done).toMatchObject({ rows: 60, error: null });
    const [kept] = await call(popup, 'inbox');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('ga-reporting-table tbody tr')].map((tr) => [
        tr.children[2]?.textContent?.trim(),
        ...[...tr.querySelectorAll('.cell-value')].map((value) => value.textContent?.trim()),
      ]),
    );
    expect(kept?.cells).toEqual(shown);
    for (const column of [1, 2, 5, 6, 8]) {
      expect(sumOf(kept?.cells ?? [], column)).toBeCloseTo(figure(kept?.head.totals?.[column] ?? ''), 2);
    }
    await call(popup, 'emptyInbox');

    // And the person's own click keeps it.
    await (await popup.waitForSelector('button::-p-text(Collect 60 rows)'))?.click();
    await popup.waitForFunction(() => /\b60\b.*\bkept\b|\bkept\b.*\b60\b/i.test(document.body.innerText), {
      timeout: 30_000,
    });
    expect(await call(popup, 'inbox')).toEqual([]);
  } finally {
    await close();
  }
});
