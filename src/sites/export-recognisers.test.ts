import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { PAGE_HALVES_ONLY } from '../../scripts/build.mjs';
import { column, survey } from '../../tests/drafted-mapping';
import { EXPORT_RECOGNISERS } from './export-recognisers';

const root = resolve(import.meta.dirname, '../..');
const tools = readdirSync(join(import.meta.dirname, 'tools'))
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => file.replace(/\.ts$/, ''));

/** A whole tool: a shop nobody else knows. */
const PROBE = `
import type { ExportRecogniser } from '../export-recogniser';
import { asField, asCustom } from '../../ingest/mapping/map-column';
const orders: ExportRecogniser = {
  id: 'probe-shop-orders',
  tool: 'probe-shop',
  label: { en: 'Probe orders', pl: 'Zamówienia z Probe' },
  claim: (table) => (table.columns.some((c) => c.rawHeader === 'Probe No.') ? 1 : 0),
  map: (table) => ({
    table: 'orders', tool: 'probe-shop', recogniser: 'probe-shop-orders', currency: null, idSpace: 'probe-shop',
    cancels: { orderIdPrefix: null, statuses: [] }, orderRows: 'order',
    columns: table.columns.map((c) => (c.rawHeader === 'Probe No.' ? asField('orders', 'orderId', c) : null) ?? asCustom(c)),
  }),
};
export const exportRecognisers: readonly ExportRecogniser[] = [orders];
export const page = null;
`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function bundle(folder: string, entry: string): Promise<string> {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: join(folder, entry), formats: ['es'] } },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return output.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n');
}

/** What is put into pages of one script, as it is built: what stays of each file of `src`, by its path. */
async function pageBundle(entry: string): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { __TARGET__: '"chrome"', __TEST__: 'false' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(root, entry),
        treeshake: PAGE_HALVES_ONLY,
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const files = Object.entries(output[0].modules).filter(([, { renderedLength }]) => renderedLength > 0);
  return new Map(files.map(([id, { code }]) => [relative(join(root, 'src'), id), code ?? '']));
}

describe('the recognisers', () => {
  it('have each its own id, a label in both languages, and the name of the file they are in', () => {
    expect(new Set(EXPORT_RECOGNISERS.map((r) => r.id)).size).toBe(EXPORT_RECOGNISERS.length);
    for (const { id, tool, label } of EXPORT_RECOGNISERS) {
      expect(tools).toContain(tool);
      expect(id.startsWith(`${tool}-`)).toBe(true);
      expect([label.en, label.pl].every((text) => text.trim().length > 0)).toBe(true);
    }
  });

  it('are joined by a new tool through one new file and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'segment-lens-tool-'));
    folders.push(folder);
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'src/sites/tools/probe-shop.ts'), PROBE);
    const code = await bundle(folder, 'src/sites/propose-tables.ts');
    const file = join(folder, 'bundle.mjs');
    writeFileSync(file, code);
    const { proposeTables } = (await import(
      /* @vite-ignore */ pathToFileURL(file).href
    )) as typeof import('./propose-tables');
    const [proposal] = proposeTables(
      {
        name: 'probe.csv',
        bytes: 1,
        encoding: { name: 'utf-8', how: 'valid' },
        dialect: { delimiter: ',', quote: '"', escape: 'double', lineEnd: 'lf' },
        problems: [],
        tables: [
          survey([column(0, 'Probe No.', { filled: 1, distinct: 1, examples: ['7'] })], {
            lastRow: 2,
            rows: 1,
            sample: [['7']],
          }),
        ],
      },
      () => null,
    );
    expect(proposal).toMatchObject({ how: 'recognised', recognisedAs: { en: 'Probe orders' } });
  });

  it('bring nothing of how pages are read into the engine', async () => {
    const code = await bundle(root, 'src/sites/propose-tables.ts');
    expect(code).toContain('ga4-user-explorer');
    expect(code).not.toMatch(/querySelector|getComputedStyle|\bdocument\./);
  });

  it('bring nothing of how exports are recognised into the pages', async () => {
    const modules = await pageBundle('src/entries/readers.ts');
    const code = [...modules.values()].join('\n');
    expect(code).toContain('ga-reporting-table');
    for (const { id } of EXPORT_RECOGNISERS) expect(code).not.toContain(id);
    // The words of exports stay out with them, and all that types, maps or writes them.
    expect(code).not.toMatch(
      /sessionPrimaryChannelGroup|Nazwa kampanii|Currency code|Lifecycle Stage|billing_email|nb_visits|checkout-draft/,
    );
    const folders = new Set([...modules.keys()].map((file) => file.split('/')[0]));
    expect([...folders].filter((f) => !['app', 'core', 'entries', 'sites'].includes(f ?? ''))).toEqual([]);
  });

  it('are described where people look for how to add one', () => {
    const docs = readFileSync(join(root, 'docs/add-a-site.md'), 'utf8');
    expect(docs).toContain('src/sites/tools/');
    expect(docs).toContain('exportRecognisers');
  });
});
