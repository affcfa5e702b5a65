import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Extension, expect, test } from './extension';

/** What a file can't say by itself: how its letters are written, and whose numbers stand in it. */
const dir = mkdtempSync(join(tmpdir(), 'segment-lens-told-'));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};

test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function openData(extension: Extension, locale: 'en' | 'pl') {
  const page = await extension.open('workspace/index.html');
  await page.evaluate((l) => localStorage.setItem('segment-lens:locale', JSON.stringify(l)), locale);
  await page.reload();
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  return page;
}

const CITIES = Uint8Array.from([
  ...new TextEncoder().encode('E-mail,Miasto\na@example.com,'),
  ...[0xa3, 0xf3, 0x64, 0x9f, 10],
  ...new TextEncoder().encode('b@example.com,'),
  ...[0xaf, 0x61, 0x72, 0x79, 10],
]);

test('a file is read again in the letters the person names, and its rows follow', async ({ extension }) => {
  const page = await openData(extension, 'pl');
  await page.locator('input[type=file]').setInputFiles(file('klienci.csv', CITIES));
  const source = page.locator('section.source');
  await source.getByText('Litery lub kolumny wyglądają źle?').click();
  await source.getByLabel('Kodowanie liter').selectOption('windows-1252');
  await expect(source.getByText('£ódŸ').first()).toBeVisible();
  await source.getByLabel('Kodowanie liter').selectOption('windows-1250');
  await expect(source.getByText('Łódź').first()).toBeVisible();
  await expect(source.getByText('£ódŸ')).toHaveCount(0);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/told-pl.png`, fullPage: true });
});

test('customer numbers of two unknown files meet only once the person says that they are the same', async ({
  extension,
}) => {
  const page = await openData(extension, 'en');
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file(
        'orders.csv',
        'Order ID,Customer ID,Order date,Total PLN\n1,7,2025-01-01,10.00\n2,8,2025-01-02,20.00\n3,7,2025-01-03,5.00\n',
      ),
      file('customers.csv', 'Customer ID,First name,City\n7,Ala,Lublin\n8,Bo,Gdynia\n9,Cyd,Opole\n'),
    ]);
  const question = page.getByRole('group', { name: 'Whose numbers stand in “Customer ID”?' });
  await expect(question).toHaveCount(1);
  const keep = page.locator('.import-bar .import-bar-actions > button').last();
  await expect(keep).toBeDisabled();
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/ids-en.png`, fullPage: true });
  await question.getByLabel('The same as in orders.csv').check();
  await keep.click();
  await page.locator('.account-list').waitFor();
  const state = await page.evaluate(() => globalThis.segmentLensEngine.state(undefined));
  expect([state.people, state.orders]).toEqual([3, 3]);
});

test('the zone of a source’s times is asked once, and “I don’t know” is an answer', async ({ extension }) => {
  const page = await openData(extension, 'en');
  const rows =
    'e-mail,placed at,total PLN\na@example.com,2025-02-01 23:30,10.00\nb@example.com,2025-02-02 08:15,20.00\n';
  await page.locator('input[type=file]').setInputFiles(file('placed.csv', rows));
  await page.locator('.import-bar .import-bar-actions > button').last().click();
  const question = page.getByText('Which time zone are the times of placed.csv in?');
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: 'I don’t know: leave as written' }).click();
  await expect(question).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('placed.csv').first()).toBeVisible();
  await expect(question).toHaveCount(0);

  await page.evaluate(() => localStorage.removeItem('segment-lens:clocks-left-open'));
  await page.reload();
  await page.getByLabel('Time zone of placed.csv').selectOption('Europe/Warsaw');
  await page.getByRole('button', { name: 'This zone' }).click();
  await expect(question).toHaveCount(0);
  const { clocks } = await page.evaluate(() => globalThis.segmentLensEngine.settings(undefined));
  expect(clocks.find((c) => c.captures.includes('placed.csv'))).toMatchObject({
    written: 'wall',
    said: 'Europe/Warsaw',
  });
});
