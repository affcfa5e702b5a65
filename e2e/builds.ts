import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildExtension } from '../scripts/build.mjs';
import { root } from '../scripts/setup.mjs';

/** What the tests load: the test build, which may read loopback pages without a click. */
export const testBuild = process.env['SEGMENT_LENS_TEST_DIST'] ?? resolve(root, 'dist/chrome-test');

/** Builds what is missing, once, before any worker starts: two of them would write into one folder. */
export default async function buildWhatIsMissing(): Promise<void> {
  const missing = (dir: string) => !existsSync(resolve(dir, 'manifest.json'));
  if (missing(testBuild)) await buildExtension('chrome', { test: true, outDir: testBuild });
  for (const target of ['chrome', 'firefox'] as const)
    if (missing(resolve(root, `dist/${target}`))) await buildExtension(target);
}
