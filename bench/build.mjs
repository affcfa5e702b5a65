import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildExtension } from '../scripts/build.mjs';
import { root } from '../scripts/setup.mjs';

const bench = resolve(root, 'bench');

/** The extension as it ships, a page in it that asks its engine, and a page with nothing in it. */
export async function buildOurs() {
  const dir = await buildExtension('chrome', { outDir: mkdtempSync(join(tmpdir(), 'segment-lens-bench-')) });
  await build({
    configFile: false,
    root: resolve(bench, 'ours'),
    base: './',
    logLevel: 'error',
    define: { __TARGET__: '"chrome"', __TEST__: 'false' },
    worker: { format: 'es' },
    build: {
      outDir: dir,
      emptyOutDir: false,
      target: 'chrome130',
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          bench: resolve(bench, 'ours/bench.ts'),
          'store-shop': resolve(bench, 'ours/store-shop.ts'),
          'bench-probe': resolve(bench, 'ours/probe.ts'),
        },
        output: { entryFileNames: 'assets/[name].js', chunkFileNames: 'assets/bench-[name]-[hash].js' },
      },
    },
  });
  writeFileSync(
    join(dir, 'empty.html'),
    '<!doctype html><meta charset="utf-8"><title>empty</title><body>An empty page of the extension.</body>',
  );
  for (const name of ['bench', 'store-shop', 'bench-probe'])
    writeFileSync(
      join(dir, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><title>${name}</title><script type="module" src="assets/${name}.js"></script>`,
    );
  return dir;
}

/** The peers, as a site of its own. */
export async function buildPeers() {
  const outDir = mkdtempSync(join(tmpdir(), 'segment-lens-peers-'));
  await build({
    configFile: false,
    root: resolve(bench, 'peers'),
    base: './',
    logLevel: 'error',
    define: { __TARGET__: '"chrome"', __TEST__: 'false' },
    resolve: {
      alias: {
        'duckdb-blocking': resolve(
          bench,
          'node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs',
        ),
      },
    },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 10_000,
    },
  });
  return outDir;
}

/** What the extension's manifest is made of is not touched: this only says what it weighs. */
export function versionOf(name) {
  const manifest = resolve(bench, 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
