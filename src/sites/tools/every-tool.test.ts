import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportRecogniser } from '../export-recogniser';
import type { PageReader } from '../page-reader';

interface Tool {
  readonly page: PageReader | null;
  readonly exportRecognisers: readonly ExportRecogniser[];
}

const tools = import.meta.glob<Tool>(['./*.ts', '!./*.test.ts'], { eager: true });
const ids = Object.keys(tools).map((path) => basename(path, '.ts'));
const root = resolve(import.meta.dirname, '../../..');
const textsIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') }));

const e2e = textsIn('e2e');

describe.each(Object.entries(tools))('%s', (path, { page, exportRecognisers }) => {
  const id = basename(path, '.ts');

  it('says what it reads, pages or exports, under the name of its file', () => {
    expect(page !== null || exportRecognisers.length > 0).toBe(true);
    if (page !== null) expect(page.tool).toBe(id);
    for (const recogniser of exportRecognisers) {
      expect(recogniser.tool).toBe(id);
      expect(recogniser.id.startsWith(`${id}-`)).toBe(true);
    }
  });

  it('is named in both languages', () => {
    for (const { label } of [...(page === null ? [] : [page]), ...exportRecognisers]) {
      expect(label.en.trim()).not.toBe('');
      expect(label.pl.trim()).not.toBe('');
    }
  });

  it('has a made-up page or export it is held to', () => {
    if (page !== null) expect(e2e.some(({ text }) => text.includes(`tool: '${id}'`))).toBe(true);
    else if (id !== 'segment-lens') {
      const folder = join(root, 'fixtures/exports', id);
      expect(existsSync(folder) && readdirSync(folder).length > 0).toBe(true);
    }
  });
});

/**
 * Names that are not the tool's: dialects of SQL and of RFM words, the product's own database. And which links name
 * people, which the overlay asks on every row of granted sites, where no tool's reader is.
 */
const ALLOWED =
  /^src\/(?:ui\/screens\/segments\/(?:sql\/segment-sql|rfm\/rfm-page)|protocol\/api\/(?:rfm|exports)|segments\/(?:sql\/(?:sql-dialect|bigquery)|rfm\/rfm-dialects)|sites\/people-links|store\/database-name|core\/page-key)\.tsx?$/;

describe('the rest of the project', () => {
  it('names no tool by its id', () => {
    const named = new RegExp(`['"](?:${ids.join('|')})['"]`);
    const found = textsIn('src')
      .filter(({ path }) => !path.startsWith('src/sites/tools/') && !/\.test\.tsx?$/.test(path))
      .filter(({ path, text }) => named.test(text) && !ALLOWED.test(path))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });
});
