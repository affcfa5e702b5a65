import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { manifestFor } from './manifest.mjs';
import { withoutInnerHtml } from './without-inner-html.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = resolve(root, 'src/entries');

/** Content scripts must each be one classic script: they are built apart from the pages. */
const CONTENT_SCRIPTS = [
  'content',
  'readers',
  'gather',
  'overlay',
  'structure',
  'export-catcher',
  'export-receiver',
  'popup-snapshot',
];
/** A tool's file brings its page half only: what its export half imports stays out of the page. */
export const PAGE_HALVES_ONLY = { moduleSideEffects: false };
const PAGES = ['popup', 'panel', 'workspace'];

/**
 * Builds the extension for one browser.
 * @param {'chrome' | 'firefox'} target
 * @param {{ test?: boolean, outDir?: string, sourcemap?: boolean }} [options]
 *   `test` adds what only tests need (loopback hosts, the Firefox self-test page).
 */
export async function buildExtension(target, options = {}) {
  const { test = false, sourcemap = false } = options;
  const outDir = options.outDir ?? resolve(root, test ? `dist/${target}-test` : `dist/${target}`);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });

  const shared = {
    configFile: false,
    root: entries,
    base: './',
    logLevel: /** @type {const} */ ('warn'),
    define: { __TARGET__: JSON.stringify(target), __TEST__: JSON.stringify(test) },
    plugins: [withoutInnerHtml()],
  };
  const output = {
    outDir,
    emptyOutDir: false,
    copyPublicDir: false,
    target: target === 'chrome' ? 'chrome130' : 'firefox142',
    sourcemap,
    minify: !test,
    // Asked for beside each other, not one after another as each is read.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  };

  const pages =
    test && existsSync(resolve(entries, 'self-test/index.html')) ? [...PAGES, 'self-test'] : PAGES;
  await build({
    ...shared,
    worker: { format: 'es' },
    build: {
      ...output,
      rolldownOptions: {
        preserveEntrySignatures: 'exports-only',
        checks: { pluginTimings: false },
        input: {
          background: resolve(entries, 'background.ts'),
          report: resolve(entries, 'report.ts'),
          'popup-start': resolve(entries, 'popup/start.ts'),
          ...Object.fromEntries(pages.map((p) => [p, resolve(entries, p, 'index.html')])),
        },
        output: {
          entryFileNames: (chunk) => (chunk.name === 'background' ? 'background.js' : 'assets/[name].js'),
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
  for (const name of CONTENT_SCRIPTS) {
    await build({
      ...shared,
      build: {
        ...output,
        rolldownOptions: {
          input: resolve(entries, `${name}.ts`),
          // Stands among the pages, built before; Vite's helper around it asks where it stands only for what it would preload.
          checks: { emptyImportMeta: false },
          external: (/** @type {string} */ id) => id.endsWith('/assets/popup-start.js'),
          treeshake: PAGE_HALVES_ONLY,
          output: { format: 'iife', entryFileNames: `${name}.js`, codeSplitting: false },
        },
      },
    });
  }
  await cp(resolve(root, 'public'), outDir, { recursive: true });
  if (test) await cp(resolve(root, 'scripts/self-test-opener.js'), resolve(outDir, 'self-test-opener.js'));
  const manifest = await manifestFor(target, { test });
  await writeFile(resolve(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return outDir;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const test = process.argv.includes('--test');
  const wanted = process.argv.slice(2).filter((a) => !a.startsWith('--'));
  for (const target of wanted.length > 0 ? wanted : ['chrome', 'firefox']) {
    const dir = await buildExtension(/** @type {'chrome' | 'firefox'} */ (target), { test });
    console.log(`built ${dir}`);
  }
}
