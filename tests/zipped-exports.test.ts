import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from './memory-engine';

/** The made-up exports of a folder in one archive, as their tool hands them out. */
function archiveOf(folder: string): File {
  const path = resolve(import.meta.dirname, '../fixtures/exports', folder);
  const members = Object.fromEntries(
    readdirSync(path).map((name) => [name, new Uint8Array(readFileSync(resolve(path, name)))]),
  );
  return new File([new Uint8Array(zipSync(members))], `${folder}.zip`);
}

async function recognisers(folder: string) {
  const { report } = await importFiles(memoryEngine().engine, archiveOf(folder));
  return {
    kept: report.captures.map((c) => [c.passport.recogniser, c.table, c.rows]),
    refused: report.rowsRefused,
  };
}

describe('exports that come as an archive', () => {
  it.each([
    [
      'search-console',
      [
        ['search-console-table', 'reports', 3],
        ['search-console-comparison', 'reports', 3],
        ['search-console-comparison', 'reports', 3],
        ['search-console-comparison', 'reports', 2],
        ['search-console-comparison', 'reports', 2],
        ['search-console-table', 'reports', 3],
      ],
    ],
    [
      'umami',
      [
        ['umami-table', 'reports', 2],
        ['umami-table', 'reports', 3],
      ],
    ],
    [
      'plausible',
      [
        ['plausible-table', 'reports', 2],
        ['plausible-table', 'reports', 2],
      ],
    ],
    [
      'mailchimp',
      [
        ['mailchimp-campaigns', 'reports', 2],
        ['mailchimp-audience', 'people', 3],
        ['mailchimp-audience', 'people', 1],
      ],
    ],
  ])('%s: every table inside is known by itself', async (folder, kept) => {
    expect(await recognisers(folder)).toEqual({ kept, refused: 0 });
  });
});
