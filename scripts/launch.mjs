import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs } from './setup.mjs';

/**
 * A Chromium with the built extension in a fresh profile, which goes with it when `close` is called.
 * @param {{ chromium: string, extensionDir: string, headless: boolean, locale?: string, viewport?: { width: number, height: number } | null, colorScheme?: 'light' | 'dark' }} options
 */
export async function launch({ chromium, extensionDir, headless, locale, viewport, colorScheme }) {
  const { chromium: playwright } = await import('playwright');
  const profile = mkdtempSync(join(tmpdir(), 'segment-lens-'));
  const context = await playwright.launchPersistentContext(profile, {
    executablePath: chromium,
    headless: false,
    args: [...chromiumArgs(extensionDir, { headless }), ...(locale ? [`--lang=${locale}`] : [])],
    ignoreDefaultArgs: ['--disable-extensions'],
    ...(locale ? { locale } : {}),
    ...(viewport === undefined ? {} : { viewport }),
    ...(colorScheme ? { colorScheme } : {}),
  });
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  // `URL.origin` is "null" for a scheme Node does not know.
  const origin = worker.url().split('/').slice(0, 3).join('/');
  return {
    context,
    origin,
    profile,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
