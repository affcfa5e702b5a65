// npm run bench [-- import compare popup sizes] [--full]
//
// Measures beside peers, in one run, in real Chromium, inside the extension itself. Rounds alternate; what counts is
// the median of the ratios of each round's pair. Results are checked equal before any time counts.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureChromium, ensurePackages, root } from '../scripts/setup.mjs';

ensurePackages();
const chromium = await ensureChromium();
const { build } = await import('vite');
const { buildExtension } = await import('../scripts/build.mjs');
const { launch } = await import('../scripts/launch.mjs');

const ROUNDS = 7;
const full = process.argv.includes('--full');
const named = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const wanted = (name) => named.length === 0 || named.includes(name);

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
};
const spread = (values) => ({ median: median(values), min: Math.min(...values), max: Math.max(...values) });
const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The extension as it ships, and beside it a page with nothing in it and the peers. */
async function buildBench() {
  const dir = await buildExtension('chrome', { outDir: mkdtempSync(join(tmpdir(), 'segment-lens-bench-')) });
  await build({
    configFile: false,
    root: resolve(root, 'bench/page'),
    base: './',
    logLevel: 'warn',
    define: { __TARGET__: '"chrome"', __TEST__: 'false' },
    worker: { format: 'es' },
    build: {
      outDir: dir,
      emptyOutDir: false,
      target: 'chrome130',
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve(root, 'bench/page/bench.ts'),
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: 'assets/bench.js', chunkFileNames: 'assets/bench-[name]-[hash].js' },
      },
    },
  });
  writeFileSync(
    join(dir, 'empty.html'),
    '<!doctype html><meta charset="utf-8"><title>empty</title><body>An empty page of the extension.</body>',
  );
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const policy = manifest.content_security_policy;
  policy.extension_pages = policy.extension_pages.replace(
    'segment-lens-worker',
    'segment-lens-worker segment-lens-bench',
  );
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}

async function benchImport(page, customers) {
  const { bytes, rows } = await page.evaluate(
    async (n) => (await import('/assets/bench.js')).prepare(n),
    customers,
  );
  const ours = [];
  const papa = [];
  for (let round = 0; round < (customers > 20_000 ? 3 : ROUNDS); round++) {
    const a = await page.evaluate(async () => (await import('/assets/bench.js')).importOurs());
    const b = await page.evaluate(async () => (await import('/assets/bench.js')).importPapa());
    if (a.rows !== rows || b.rows !== rows || !near(a.total, Number(b.total.toFixed(2)))) {
      throw new Error(`import results differ: ours ${JSON.stringify(a)}, PapaParse ${JSON.stringify(b)}`);
    }
    ours.push(a.ms);
    papa.push(b.ms);
  }
  return {
    name: `import, ${customers / 1000}k customers, ${rows / 1000}k orders, ${(bytes / 1e6).toFixed(1)} MB, 21 columns`,
    ours: {
      what: 'survey + load + join + commit',
      ms: spread(ours),
      mbPerSecond: bytes / 1e3 / median(ours),
    },
    peer: {
      what: 'PapaParse header + dynamicTyping, rows in memory',
      ms: spread(papa),
      mbPerSecond: bytes / 1e3 / median(papa),
    },
    ratio: spread(ours.map((ms, i) => papa[i] / ms)),
  };
}

async function benchCompare(page, customers) {
  const { asOf } = await page.evaluate(async () => (await import('/assets/bench.js')).prepareComparison());
  const ours = [];
  const objects = [];
  for (let round = -1; round < ROUNDS; round++) {
    // Another moment each round, so that no cached result answers. The first round warms both up.
    const at = asOf - round * 86_400_000;
    const a = await page.evaluate(async (t) => (await import('/assets/bench.js')).compareOurs(t), at);
    const b = await page.evaluate(async (t) => (await import('/assets/bench.js')).compareObjects(t), at);
    const equal = a.values.every((row, i) => row.every((v, j) => near(v, b.values[i][j])));
    if (!equal)
      throw new Error(`comparisons differ: ${JSON.stringify(a.values)} and ${JSON.stringify(b.values)}`);
    if (round < 0) continue;
    ours.push(a.ms);
    objects.push(b.ms);
  }
  return {
    name: `5 segments × 8 metrics, ${customers / 1000}k customers, ${customers / 100}k orders`,
    ours: { what: 'with intervals, differences, p, q and verdicts', ms: spread(ours) },
    peer: { what: 'plain row objects, values only', ms: spread(objects) },
    ratio: spread(ours.map((ms, i) => objects[i] / ms)),
  };
}

/** From navigation to the first picture: the popup's stored comparison against a page that holds one sentence. */
async function benchPopup(browser) {
  const paint = async (path) => {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 400, height: 560 });
    // A cold database, as after a while of other work.
    await new Promise((done) => setTimeout(done, 2000));
    await page.goto(`${browser.origin}/${path}`, { waitUntil: 'load' });
    const result = await page.evaluate(async () => {
      const first = await new Promise((done) => {
        new PerformanceObserver((list, self) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (!entry) return;
          self.disconnect();
          done(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      });
      const drawn = performance.getEntriesByName('snapshot-drawn')[0]?.startTime ?? null;
      return { first, drawn };
    });
    await page.close();
    return result;
  };
  const popup = [];
  const empty = [];
  for (let round = -1; round < ROUNDS; round++) {
    const a = await paint('popup/index.html');
    const b = await paint('empty.html');
    if (a.drawn === null || a.drawn > a.first)
      throw new Error(`the picture was not in the first paint: ${JSON.stringify(a)}`);
    if (round < 0) continue;
    popup.push(a.first);
    empty.push(b.first);
  }
  return {
    name: 'popup opened to first picture, beside an empty extension page',
    ours: { what: 'first contentful paint, the stored comparison drawn in it', ms: spread(popup) },
    peer: { what: 'first contentful paint of an empty page', ms: spread(empty) },
    ratio: spread(popup.map((ms, i) => ms / empty[i])),
  };
}

function sizes(dir) {
  const gzip = (path) => gzipSync(readFileSync(path), { level: 9 }).length;
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(
    (f) => /\.(js|css)$/.test(f) && !/bench/.test(f),
  );
  return files
    .map((file) => ({ file, bytes: readFileSync(join(dir, file)).length, gzip: gzip(join(dir, file)) }))
    .sort((a, b) => b.gzip - a.gzip);
}

const dir = await buildBench();
const browser = await launch({ chromium, extensionDir: dir, headless: true });
const results = [];
let bundle = null;
try {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/empty.html`);
  for (const customers of full ? [10_000, 100_000] : [10_000]) {
    if (wanted('import') || wanted('compare')) results.push(await benchImport(page, customers));
    if (wanted('compare')) results.push(await benchCompare(page, customers));
  }
  if (wanted('popup')) {
    const workspace = await browser.context.newPage();
    await workspace.goto(`${browser.origin}/workspace/index.html`);
    await workspace.evaluate(async () => {
      const { sampleReport } = await import('/assets/report.js');
      await sampleReport({ asOf: null, locale: 'en', segmentIds: null });
    });
    await workspace.goto(`${browser.origin}/workspace/index.html#/compare`);
    await workspace.reload();
    await workspace.getByRole('table').first().waitFor();
    await workspace.close();
    results.push(await benchPopup(browser));
  }
  if (wanted('sizes')) bundle = sizes(dir);
  const version =
    browser.context.browser()?.version() ??
    (await page.evaluate(() => navigator.userAgent.match(/Chrome\/([\d.]+)/)?.[1]));
  report(version);
} finally {
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
}

function report(version) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const ms = (s) => `${s.median.toFixed(1)} ms (${s.min.toFixed(1)}–${s.max.toFixed(1)})`;
  const lines = [
    '# Performance',
    '',
    `Measured with \`npm run bench${full ? ' -- --full' : ''}\`: Chromium ${version}, ${machine}, Node ${process.versions.node}. Rounds alternate between`,
    'ours and the peer in one run; medians with the range; the ratio is the median of the rounds’ pairs, and is what',
    'can be compared between machines. Results are checked equal before a time counts.',
    '',
    '| work | ours | peer | ratio |',
    '|---|---|---|---|',
    ...results.map((r) => {
      const rate = (side) => (side.mbPerSecond ? `, ${side.mbPerSecond.toFixed(1)} MB/s` : '');
      return `| ${r.name} | ${ms(r.ours.ms)}${rate(r.ours)}: ${r.ours.what} | ${ms(r.peer.ms)}${rate(r.peer)}: ${r.peer.what} | ${r.ratio.median.toFixed(2)} (${r.ratio.min.toFixed(2)}–${r.ratio.max.toFixed(2)}) |`;
    }),
  ];
  if (bundle) {
    lines.push('', '## Bundles', '', '| file | bytes | gzip |', '|---|---|---|');
    for (const f of bundle)
      lines.push(`| ${f.file.replace(/-[\w-]{8}(?=\.)/, '')} | ${f.bytes} | ${f.gzip} |`);
  }
  console.log(lines.join('\n'));
  // A run of one part says nothing of the others: only whole runs are recorded.
  if (named.length > 0) return;
  writeFileSync(resolve(root, 'docs/performance.md'), `${lines.join('\n')}\n`);
  writeFileSync(
    resolve(root, 'bench/results.json'),
    `${JSON.stringify({ chromium: version, machine, node: process.versions.node, full, results, bundle }, null, 2)}\n`,
  );
}
