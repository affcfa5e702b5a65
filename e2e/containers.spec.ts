import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { styled, workbookOf } from '../tests/workbook-of';
import { expect, test } from './extension';

/** Packed files in the built workspace: the browser's own unpackers, in the worker, under the extension's CSP. */
const dir = mkdtempSync(join(tmpdir(), 'segment-lens-containers-'));
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string, content: Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};

const orders = (from: number, count: number) =>
  strToU8(
    `Order ID,Order date,Customer email,Total,Currency\n${Array.from(
      { length: count },
      (_, i) => `${from + i},2024-01-${10 + (i % 20)},ola${i}@example.com,${i + 1}.50,PLN`,
    ).join('\n')}\n`,
  );

test('takes a workbook, a ZIP, a gzip and NDJSON in one import, and says what it can not read', async ({
  extension,
}) => {
  const page = await extension.open('workspace/index.html');
  await page.evaluate(() => localStorage.setItem('segment-lens:locale', JSON.stringify('en')));
  await page.evaluate(() => globalThis.segmentLensEngine.deleteEverything(undefined));
  await page.reload();
  await page.locator('input[type=file]').waitFor({ state: 'attached' });

  const sheet = {
    name: 'Orders 2024',
    rows: [
      ['Order ID', 'Order date', 'Customer email', 'Total', 'Currency'],
      ...Array.from({ length: 5 }, (_, i) => [
        `${9001 + i}`,
        styled(45_301 + i, 1),
        `jan${i}@example.com`,
        10 + i,
        'PLN',
      ]),
    ],
  };
  const lines = Array.from({ length: 6 }, (_, i) =>
    JSON.stringify({
      order_id: 7001 + i,
      order_date: `2024-02-0${i + 1}`,
      customer_email: `ewa${i}@example.com`,
      total: 5 + i,
      currency: 'PLN',
    }),
  );
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file(
        'book.xlsx',
        workbookOf({ sheets: [sheet, { name: 'Empty', rows: [] }], formats: ['dd/mm/yyyy'] }),
      ),
      file(
        'pack.zip',
        zipSync({ 'a.csv': orders(1, 8), 'in/b.csv': orders(101, 9), 'logo.png': strToU8('x') }),
      ),
      file('c.csv.gz', gzipSync(orders(201, 7))),
      file('d.ndjson', strToU8(lines.join('\n'))),
      file('locked.zip', locked(zipSync({ 'x.csv': orders(301, 3) }))),
    ]);
  await expect(page.locator('section.source progress')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.locator('.source h3')).toHaveText([
    'book.xlsx',
    'pack.zip › a.csv',
    'pack.zip › in/b.csv',
    'pack.zip',
    'c.csv.gz',
    'd.ndjson',
    'locked.zip',
  ]);
  await expect(page.locator('section.source').filter({ hasText: 'locked.zip' })).toContainText('password');
  await expect(page.locator('section.source').filter({ hasText: 'logo.png' })).toContainText('no table');

  // Files of nobody's in particular: whose numbers stand in them is asked, not guessed.
  for (const same of await page.getByRole('radio', { name: /^The same as/ }).all()) await same.check();
  await page.locator('.import-bar .import-bar-actions > button').last().click();
  await page.locator('.account-list').waitFor({ timeout: 30_000 });
  const state = await page.evaluate(() => globalThis.segmentLensEngine.state(undefined));
  expect(state.captures.map((c) => [c.passport.rowsSeen, c.passport.rowsKept])).toEqual([
    [5, 5],
    [8, 8],
    [9, 9],
    [7, 7],
    [6, 6],
  ]);
  expect(state.orders).toBe(35);
  await page.evaluate(() => globalThis.segmentLensEngine.deleteEverything(undefined));
  await page.close();
});

/** Marked as encrypted in its directory. */
function locked(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let i = 0; i < zip.length - 4; i++) {
    if (view.getUint32(i, true) === 0x02014b50) view.setUint16(i + 8, 1, true);
  }
  return zip;
}
