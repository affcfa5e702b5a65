// The zips the stores take, byte-equal for the same source: names sorted, one fixed time, one compression level.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensurePackages, fail, root } from './setup.mjs';

ensurePackages();
const { zipSync } = await import('fflate');
const { buildExtension } = await import('./build.mjs');
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const TARGETS = /** @type {const} */ (['chrome', 'firefox']);

/** @param {string} dir */
function zipOf(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) =>
      join(e.parentPath, e.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const files = Object.fromEntries(names.map((n) => [n, new Uint8Array(readFileSync(join(dir, n)))]));
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

for (const target of TARGETS) {
  const zip = zipOf(await buildExtension(target));
  if (process.argv.includes('--verify')) {
    const outDir = mkdtempSync(join(tmpdir(), 'segment-lens-pack-'));
    const again = zipOf(await buildExtension(target, { outDir }));
    rmSync(outDir, { recursive: true });
    if (sha256(zip) !== sha256(again))
      fail(`Two builds for ${target} differ: ${sha256(zip)} and ${sha256(again)}.`);
  }
  const name = `segment-lens-${target}-${version}.zip`;
  writeFileSync(resolve(root, 'dist', name), zip);
  console.log(`dist/${name}  ${zip.length} bytes  sha256 ${sha256(zip)}`);
}
