// Makes docs/screenshots/*.png from the sample data and the demo site, so that they can be made again.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const chromium = await ensureChromium();
const { buildExtension } = await import('./build.mjs');
const { startDemo } = await import('../demo/server.mjs');
const { launch } = await import('./launch.mjs');

const out = resolve(root, 'docs/screenshots');
mkdirSync(out, { recursive: true });
// The test build may read loopback pages without a click: a picture needs no click's permission.
const extensionDir = await buildExtension('chrome', { test: true });
const demo = await startDemo();
const browser = await launch({
  chromium,
  extensionDir,
  headless: true,
  locale: 'en',
  colorScheme: 'light',
  viewport: null,
});

const page = await browser.context.newPage();
const shot = async (name, path, size, ready) => {
  await page.setViewportSize(size);
  await page.goto(`${browser.origin}/${path}`);
  await page.reload();
  await ready();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  await page.screenshot({ path: resolve(out, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
};

await page.goto(`${browser.origin}/workspace/index.html`);
await page.evaluate(async () => {
  const { sampleReport } = await import('../assets/report.js');
  await sampleReport({ asOf: null, locale: 'en', segmentIds: null });
});
const tableThere = () => page.getByRole('table').first().waitFor();
await shot('workspace', 'workspace/index.html#/compare', { width: 1280, height: 900 }, tableThere);
await shot(
  'segments',
  'workspace/index.html#/segments/library%3Achampions',
  { width: 1280, height: 900 },
  tableThere,
);
await shot('data', 'workspace/index.html#/data', { width: 1280, height: 900 }, () =>
  page.getByRole('heading').first().waitFor(),
);

// Popup and panel speak of the tab in front: the demo's report is opened there, they are drawn over it.
const report = await browser.context.newPage();
await report.goto(`${demo.url}${demo.pages[0]}`);
for (const [name, size] of [
  ['popup', { width: 400, height: 600 }],
  ['panel', { width: 400, height: 900 }],
]) {
  const surface = await browser.context.newPage();
  await surface.setViewportSize(size);
  // The surface asks for the active tab once it is loaded: by then the report is in front again.
  const opened = surface.goto(`${browser.origin}/${name}/index.html`);
  await report.bringToFront();
  await opened;
  // The panel reads a page only when asked.
  const asks = surface.getByRole('button', { name: 'Compare what is on this page' });
  await surface.getByText(/rows/).or(asks).first().waitFor();
  if (await asks.isVisible()) await asks.dispatchEvent('click');
  await surface.getByText(/rows/).first().waitFor();
  await surface.evaluate(() => new Promise((done) => setTimeout(done, 800)));
  await surface.screenshot({ path: resolve(out, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
  await surface.close();
}
await browser.close();
await demo.close();
