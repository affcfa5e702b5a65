// npm run bench [-- import ask table library store clusters popup reading watching growth memory sizes] [--full] [--check] [--record]
//
// Measures beside peers, in one run, in one real Chromium: ours inside the extension itself, the peers on a page of
// their own. Rounds alternate; what counts is the median of the ratios of each round's pair. Results are checked equal
// before any time counts. `--check` compares the ratios with the recorded ones and records nothing;
// a run of some parts is recorded, in their place, with `--record`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureChromium, ensurePackages, root } from '../scripts/setup.mjs';

ensurePackages();
if (!existsSync(resolve(root, 'bench/node_modules/@duckdb/duckdb-wasm'))) {
  console.log('Installing what is measured beside (once) …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: resolve(root, 'bench'),
    stdio: 'inherit',
  });
  if (done.status !== 0) process.exit(1);
}
const chromium = await ensureChromium();
const { launch } = await import('../scripts/launch.mjs');
const { buildOurs, buildPeers } = await import('./build.mjs');
const { serveFolder } = await import('./serve-folder.mjs');
const { memoryOf } = await import('./memory.mjs');
const { importing } = await import('./works/import.mjs');
const { asking } = await import('./works/comparison.mjs');
const { tables } = await import('./works/table.mjs');
const { libraries } = await import('./works/library.mjs');
const { clustering, storing } = await import('./works/storage.mjs');
const { painting } = await import('./works/first-paint.mjs');
const { reading } = await import('./works/reading.mjs');
const { watching } = await import('./works/watching.mjs');
const { growing } = await import('./works/growth.mjs');
const { remembering } = await import('./works/memory.mjs');
const { checkAgainst, report } = await import('./report.mjs');

const WORKS = {
  import: importing,
  ask: asking,
  table: tables,
  library: libraries,
  store: storing,
  clusters: clustering,
  popup: painting,
  reading,
  watching,
  growth: growing,
  memory: remembering,
};
const full = process.argv.includes('--full');
const check = process.argv.includes('--check');
const named = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const wanted = (name) => named.length === 0 || named.includes(name);
const unknown = named.filter((name) => name !== 'sizes' && !(name in WORKS));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: ${[...Object.keys(WORKS), 'sizes'].join(', ')}.`);
  process.exit(2);
}

const extensionDir = await buildOurs();
const peersDir = await buildPeers();
const site = await serveFolder(peersDir);
const browser = await launch({ chromium, extensionDir, headless: true });
const results = [];
let bundle = null;
try {
  const pageOf = async (address, name) => {
    const page = await browser.context.newPage();
    await page.goto(address);
    await page.waitForFunction((n) => n in globalThis, name);
    return page;
  };
  const mine = await pageOf(`${browser.origin}/bench.html`, 'ours');
  const theirs = await pageOf(site.origin, 'peers');
  const context = {
    browser,
    extensionDir,
    full,
    sizes: full ? [5_000, 100_000] : [5_000],
    rounds: 7,
    memory: memoryOf(extensionDir),
    ours: (name, args = {}) => mine.evaluate(([n, a]) => globalThis.ours[n](a), [name, args]),
    peers: {
      prepareFile: (asked) => theirs.evaluate((a) => globalThis.peers.prepareFile(a), asked),
      ask: (peer, name, args = {}) =>
        theirs.evaluate(([p, n, a]) => globalThis.peers.ask(p, n, a), [peer, name, args]),
      close: (peer) => theirs.evaluate((p) => globalThis.peers.close(p), peer),
    },
  };
  for (const [name, work] of Object.entries(WORKS)) {
    if (!wanted(name)) continue;
    console.error(`${name} …`);
    results.push(...(await work(context)));
  }
  if (wanted('sizes')) bundle = sizes(extensionDir);
  const run = {
    chromium: await mine.evaluate(() => navigator.userAgent.match(/Chrome\/([\d.]+)/)?.[1]),
    full,
    results,
    bundle,
  };
  if (check) process.exitCode = checkAgainst(run) ? 0 : 1;
  // A run of some parts says nothing of the others, and is recorded when asked.
  else report(run, { record: named.length === 0 || process.argv.includes('--record'), parts: named });
} finally {
  await browser.close();
  site.close();
  rmSync(extensionDir, { recursive: true, force: true });
  rmSync(peersDir, { recursive: true, force: true });
}

function sizes(dir) {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(
    (f) => /\.(js|css)$/.test(f) && !/bench/.test(f),
  );
  return files
    .map((file) => {
      const bytes = readFileSync(join(dir, file));
      return { file, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
    })
    .sort((a, b) => b.gzip - a.gzip);
}
