import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the gallery into `outDir`: the workspace's screens over a mock engine, as plain files. */
export async function buildGallery(outDir) {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    logLevel: 'warn',
    define: { __TARGET__: '"chrome"', __TEST__: 'true' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      minify: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
  });
  return outDir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildGallery(process.argv[2] ?? '');
