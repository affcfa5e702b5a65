import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Demo, startDemo } from '../demo/server.mjs';
import { chromiumArgs, ensureChromium, root } from '../scripts/setup.mjs';
import { startVirtualDisplay, type VirtualDisplay } from './virtual-display';

/** The extension as it is published, in a browser with windows and a keyboard, and the demo's report in front. */
export interface HeadedBrowser {
  readonly browser: Browser;
  /** `chrome-extension://…` */
  readonly origin: string;
  readonly page: Page;
  readonly display: VirtualDisplay;
  close(): Promise<void>;
}

export async function startHeadedBrowser(): Promise<HeadedBrowser> {
  const opened: (() => unknown)[] = [];
  const close = async () => {
    for (const shut of opened.reverse()) await shut();
  };
  try {
    const profile = mkdtempSync(join(tmpdir(), 'segment-lens-headed-'));
    opened.push(() => rmSync(profile, { recursive: true, force: true }));
    const demo: Demo = await startDemo();
    opened.push(() => demo.close());
    const display = await startVirtualDisplay();
    opened.push(() => display.close());
    const browser = await puppeteer.launch({
      executablePath: await ensureChromium(),
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
    opened.push(() => browser.close());
    const worker = await browser.waitForTarget((t) => t.type() === 'service_worker', { timeout: 30_000 });
    const [page] = await browser.pages();
    if (page === undefined) throw new Error('no page');
    await page.goto(`${demo.url}/analytics/traffic-acquisition`);
    return { browser, origin: worker.url().split('/').slice(0, 3).join('/'), page, display, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One of our surfaces that the browser itself opened. */
export async function openedAt(browser: Browser, path: string): Promise<Page> {
  const target = await browser.waitForTarget((t) => t.url().endsWith(path), { timeout: 30_000 });
  return target.asPage();
}
