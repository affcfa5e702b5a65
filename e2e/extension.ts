import { resolve } from 'node:path';
import { type BrowserContext, test as base, expect, type Page, type Worker } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { type Demo, startDemo } from '../demo/server.mjs';
import { launch } from '../scripts/launch.mjs';
import { ensureChromium, root } from '../scripts/setup.mjs';
import { testBuild } from './builds';
import type { Harness } from './harness';
import { type Site, startSite } from './site';

/** The test build, which may read loopback pages without a click, in a Chromium of its own. */
export interface Extension {
  readonly context: BrowserContext;
  readonly id: string;
  /** `chrome-extension://…` */
  readonly origin: string;
  /** The background, started anew where the browser had stopped it. */
  serviceWorker(): Promise<Worker>;
  /** Opens an extension page in a tab, such as `workspace/index.html#compare`. */
  open(path: string): Promise<Page>;
  /** Chrome's id of a tab. */
  tabId(page: Page): Promise<number>;
}

/** Calls into an extension page: what the popup would do. */
export interface Remote {
  readonly page: Page;
  call<K extends keyof Harness>(
    method: K,
    ...args: Parameters<Harness[K]>
  ): Promise<Awaited<ReturnType<Harness[K]>>>;
}

interface Fixtures {
  /** A popup page in a tab, with the inbox emptied. */
  readonly remote: Remote;
}

interface WorkerFixtures {
  readonly extension: Extension;
  readonly demo: Demo;
  readonly site: Site;
  readonly harness: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  extension: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const browser = await launch({
        chromium: await ensureChromium(),
        extensionDir: testBuild,
        headless: true,
        locale: 'en',
      });
      await use(extensionIn(browser.context, browser.origin));
      await browser.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  context: ({ extension }, use) => use(extension.context),
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const demo = await startDemo();
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  harness: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => use(await builtHarness()),
    { scope: 'worker' },
  ],
  remote: async ({ extension, harness }, use) => {
    const page = await extension.open('popup/index.html');
    await page.evaluate(harness);
    const remote = remoteIn(page);
    await remote.call('emptyInbox');
    await use(remote);
    await page.close();
  },
});

export { expect };

/** The harness as one classic script. */
export async function builtHarness(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { __TARGET__: '"chrome"', __TEST__: 'true' },
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      rolldownOptions: {
        input: resolve(root, 'e2e/harness.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output[0].code;
}

export function remoteIn(page: Page): Remote {
  return {
    page,
    call: (method, ...args) =>
      page.evaluate(
        ([name, given]) => {
          const { segmentLens } = globalThis as unknown as { segmentLens: Record<string, unknown> };
          return (segmentLens[name] as (...a: unknown[]) => unknown)(...given);
        },
        [method, args] as const,
      ) as never,
  };
}

export function extensionIn(context: BrowserContext, origin: string): Extension {
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`${origin}/${path}`);
    return page;
  };
  return {
    context,
    origin,
    id: new URL(origin).hostname,
    async serviceWorker() {
      const running = context.serviceWorkers().find((w) => w.url().startsWith(origin));
      if (running !== undefined) return running;
      const started = context.waitForEvent('serviceworker');
      const page = await open('popup/index.html');
      await page.evaluate(() => chrome.runtime.sendMessage(null).catch(() => {}));
      await page.close();
      return started;
    },
    open,
    async tabId(page) {
      await page.bringToFront();
      const worker = await this.serviceWorker();
      const [tab] = await worker.evaluate(() => chrome.tabs.query({ active: true }));
      if (tab?.id === undefined) throw new Error(`no tab at ${page.url()}`);
      return tab.id;
    },
  };
}

declare global {
  /** The part of the extension API that tests use by themselves. */
  const chrome: {
    readonly runtime: {
      sendMessage(message: unknown): Promise<unknown>;
      reload(): void;
    };
    readonly tabs: {
      get(id: number): Promise<{ readonly id?: number; readonly url?: string }>;
      query(query: object): Promise<{ readonly id?: number; readonly url?: string }[]>;
    };
  };
}
