// npm start: sets the machine up, builds, and opens a browser with the extension, the demo site and sample data.
// Without a display it does the same headless, prints the comparison and writes out/comparison.csv and out/compare.png.
import { mkdirSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { resolve } from 'node:path';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const chromium = await ensureChromium();
const { buildExtension } = await import('./build.mjs');
const { startDemo } = await import('../demo/server.mjs');
const { launch } = await import('./launch.mjs');

const hasDisplay =
  platform() !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
const headless = !hasDisplay || process.argv.includes('--headless');
const polish = /^pl/i.test(process.env.LC_ALL ?? process.env.LANG ?? '');
const locale = polish ? 'pl' : 'en';

console.log('Building …');
const extensionDir = await buildExtension('chrome');
const demo = await startDemo();
const browser = await launch({
  chromium,
  extensionDir,
  headless,
  locale,
  viewport: headless ? { width: 1360, height: 1000 } : null,
});

const page = browser.context.pages()[0] ?? (await browser.context.newPage());
await page.goto(`${browser.origin}/workspace/index.html`);
console.log('Importing sample data …');
const answer = await page.evaluateHandle(
  async (options) => {
    const { sampleReport } = await import('../assets/report.js');
    return sampleReport(options);
  },
  { asOf: null, locale, segmentIds: null },
);
const failed = await answer.evaluate((a) => ('error' in a ? `${a.error} ${JSON.stringify(a.params)}` : null));
if (failed) console.error(`The sample data could not be imported: ${failed}`);
const made = failed
  ? null
  : await answer.evaluate((a) => ({
      comparison: a.done.comparison,
      csv: new TextDecoder('utf-8', { ignoreBOM: true }).decode(a.done.files[0].bytes),
    }));
await page.goto(`${browser.origin}/workspace/index.html#/compare`);
await page.reload();

if (headless) {
  const out = resolve(root, 'out');
  mkdirSync(out, { recursive: true });
  if (made) {
    console.log(`\n${tableOf(made.comparison)}\n\n${legendOf(made.comparison)}\n`);
    writeFileSync(resolve(out, 'comparison.csv'), made.csv);
  }
  await page.getByRole('table').first().waitFor();
  await page.screenshot({ path: resolve(out, 'compare.png'), fullPage: true });
  console.log(
    `No display here: the comparison is in ${out}/comparison.csv, its picture in ${out}/compare.png.`,
  );
  await browser.close();
  await demo.close();
  process.exit(failed ? 1 : 0);
}

for (const path of demo.pages) await (await browser.context.newPage()).goto(`${demo.url}${path}`);
await page.bringToFront();
console.log(`
Segment Lens is open, with sample data to compare.
Demo pages to collect from: ${demo.pages.map((p) => `${demo.url}${p}`).join('  ')}
Click the toolbar's Segment Lens button on one of them (or press Ctrl+Shift+Y). Close the browser to end.`);
await new Promise((done) => browser.context.on('close', done));
await demo.close();

/** The comparison as a plain table: a row a segment, the metrics everybody asks for first. */
function tableOf(comparison) {
  const shown = ['customers', 'revenue', 'revenue-share', 'aov', 'revenue-per-customer', 'repeat-rate'];
  const columns = shown.map((id) => comparison.metrics.findIndex((m) => m.id === id)).filter((at) => at >= 0);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const marks = {
    better: ' ▲',
    worse: ' ▼',
    'no-difference': ' =',
    'not-enough': ' …',
    different: ' ≠',
    'not-tested': '',
  };
  const textOf = (cell, metric) => {
    if (cell.state !== 'value') return '–';
    const value =
      metric.unit === 'rate'
        ? percent.format(cell.value)
        : number.format(metric.unit === 'money' ? cell.value / 100 : cell.value);
    return `${value}${marks[cell.verdict]}`;
  };
  const rows = [
    ['', ...columns.map((c) => comparison.metrics[c].label[locale])],
    ...comparison.segments.map((s, i) => [
      s.name[locale],
      ...columns.map((c) => textOf(comparison.cells[i][c], comparison.metrics[c])),
    ]),
    [
      { en: 'Everyone', pl: 'Wszyscy' }[locale],
      ...columns.map((c) => textOf(comparison.everyone[c], comparison.metrics[c])),
    ],
  ];
  const widths = rows[0].map((_, c) => Math.max(...rows.map((r) => r[c].length)));
  return rows
    .map((r) => r.map((text, c) => (c === 0 ? text.padEnd(widths[c]) : text.padStart(widths[c]))).join('  '))
    .join('\n');
}

/** How the marks are to be read; said as the CSV says it. */
function legendOf({ descriptive }) {
  const words = {
    en: {
      marks: 'Against everyone else: ▲ better  ▼ worse  = no real difference  … not enough data',
      descriptive: 'Segments and metrics are taken from the same time: a description, not a forecast.',
    },
    pl: {
      marks: 'Wobec pozostałych: ▲ lepiej  ▼ gorzej  = bez istotnej różnicy  … za mało danych',
      descriptive: 'Segmenty i wskaźniki pochodzą z tego samego czasu: to opis, nie prognoza.',
    },
  }[locale];
  return [words.marks, ...(descriptive ? [words.descriptive] : [])].join('\n');
}
