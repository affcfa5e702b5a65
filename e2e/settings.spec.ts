import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { HELD_REQUEST } from '../tests/segment-members';
import { expect, test } from './extension';
import { startOver } from './keep-files';
import { expectShown, shownRows } from './shown-comparison';

/** Orders in four currencies over a quarter, made up by a rule, so that a plain loop can count them again. */
const CURRENCIES = ['PLN', 'EUR', 'USD', 'GBP'] as const;
const ORDERS = Array.from({ length: 400 }, (_, i) => ({
  id: i + 1,
  customer: `c${(i * 7) % 60}`,
  day: new Date(Date.UTC(2024, 0, 1 + (i % 90))).toISOString().slice(0, 10),
  total: 20 + ((i * 37) % 180),
  currency: CURRENCIES[i % 7 === 0 ? 3 : i % 3] ?? 'PLN',
}));
const ORDERS_CSV = [
  'Order ID,Customer ID,Order date,Total,Currency',
  ...ORDERS.map((o) => `${o.id},${o.customer},${o.day},${o.total}.00,${o.currency}`),
].join('\n');

/** Working days of January and February, as a bank quotes them; nothing for the pound, and nothing in March. */
const QUOTED = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day, i) => ({
    day: day.toISOString().slice(0, 10),
    EUR: Math.round((4.3 + (i % 11) / 100) * 1e4) / 1e4,
    USD: Math.round((3.9 + (i % 7) / 100) * 1e4) / 1e4,
  }));
const comma = (rate: number) => rate.toFixed(4).replace('.', ',');
const NBP_CSV = [
  'data;1USD;1EUR;nr tabeli;',
  ';dolar amerykanski;euro;;',
  ...QUOTED.map((q, i) => `${q.day.replaceAll('-', '')};${comma(q.USD)};${comma(q.EUR)};${i + 1};`),
  'kod ISO;USD;EUR;;',
].join('\r\n');

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** By the rule as the screen states it: the last rate on or before the day, at most a week old. */
function countedAgain() {
  let zloty = 0;
  const apart = new Map<string, number>();
  for (const { day, total, currency } of ORDERS) {
    if (currency === 'PLN') zloty += total;
    else {
      const last = currency === 'GBP' ? undefined : QUOTED.findLast((q) => q.day <= day);
      if (last === undefined || daysBetween(last.day, day) > 7)
        apart.set(currency, (apart.get(currency) ?? 0) + 1);
      else zloty += total * last[currency === 'EUR' ? 'EUR' : 'USD'];
    }
  }
  return { zloty, apart };
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

async function comparisonOf(page: Page): Promise<Map<string, string[]>> {
  await page.goto(`${page.url().split('#')[0]}#/compare`);
  await page.locator('[data-tab="table"]').click();
  await page.locator('.compare-table').waitFor();
  await settled(page);
  return shownRows(page);
}

test.describe.configure({ mode: 'serial' });

test('rates of a bank bring orders of four currencies into one sum, and what has none is counted apart', async ({
  extension,
}) => {
  test.setTimeout(120_000);
  const page = await extension.open('workspace/index.html#/data');
  await page.setViewportSize({ width: 1280, height: 900 });
  await startOver(page, { 'segment-lens:locale': '"en"' });
  await page.locator('.drop-zone input[type="file"]').setInputFiles(file('orders.csv', ORDERS_CSV));
  await page.locator('.import-bar .button-primary').click();
  await expect(page.locator('.captures').first()).toContainText('orders.csv');

  await page.goto(`${page.url().split('#')[0]}#/settings`);
  const money = page.locator('section[aria-labelledby="settings-money"]');
  const rates = page.locator('section[aria-labelledby="settings-rates"]');
  await money.locator('select').selectOption('PLN');
  await expect(money).toContainText('nothing is converted into PLN');
  await rates.locator('input[type="file"]').setInputFiles(file('archiwum_tab_a_2024.csv', NBP_CSV));
  const preview = page.locator('.rates-preview');
  await expect(preview).toContainText(`${QUOTED.length * 2} rates of 2 pairs`);
  await expect(preview).toContainText('2 rows of names, codes and units set apart');
  await preview.locator('.button-primary').click();
  await expect(rates).toContainText(`${QUOTED.length * 2} rates, 1 Jan 2024 to 29 Feb 2024`);

  const { zloty, apart } = countedAgain();
  expect(apart.size).toBe(3);
  const rows = await comparisonOf(page);
  expectShown(rows, -1, { Revenue: zloty, Orders: ORDERS.length });
  const notes = page.locator('.compare-notes');
  await expect(notes).toContainText('All amounts are in PLN');
  await expect(notes).toContainText(`${apart.get('GBP')} orders in GBP`);
  await expect(notes).toContainText(`${apart.get('EUR')} orders in EUR`);
  await expect(notes).toContainText('the last rate is too old');

  const currency = page.getByLabel('Currency', { exact: true });
  await expect(currency.locator('option').first()).toHaveText('all, in PLN');
  await currency.selectOption('EUR');
  await settled(page);
  await expect(notes).not.toContainText('All amounts are in PLN');
  const euro = ORDERS.filter((o) => o.currency === 'EUR').reduce((sum, o) => sum + o.total, 0);
  expectShown(await shownRows(page), -1, { Revenue: euro });
  await currency.selectOption('all');
  await settled(page);
  expectShown(await shownRows(page), -1, { Revenue: zloty });
  await page.close();
});

test('a rate is changed where it stands, and every view follows', async ({ extension }) => {
  const page = await extension.open('workspace/index.html#/settings');
  const rates = page.locator('section[aria-labelledby="settings-rates"]');
  await rates.getByRole('button', { name: 'Edit the rate of EUR/PLN on 2024-01-01' }).click();
  await rates.getByRole('textbox', { name: /Edit the rate/ }).fill('100');
  await page.keyboard.press('Enter');
  await expect(rates.locator('tbody tr').first()).toContainText('100.0000');
  const own = QUOTED.map((q) => (q.day === '2024-01-01' ? { ...q, EUR: 100 } : q));
  let zloty = 0;
  for (const { day, total, currency } of ORDERS) {
    const last = currency === 'GBP' ? undefined : own.findLast((q) => q.day <= day);
    if (currency === 'PLN') zloty += total;
    else if (last && daysBetween(last.day, day) <= 7)
      zloty += total * last[currency === 'EUR' ? 'EUR' : 'USD'];
  }
  expectShown(await comparisonOf(page), -1, { Revenue: zloty });
  await page.close();
});

test('weeks begin when the person says', async ({ extension }) => {
  const page = await extension.open('workspace/index.html#/settings');
  await page.locator('section[aria-labelledby="settings-calendar"] select').first().selectOption('sunday');
  await expect
    .poll(() =>
      page.evaluate(async (comparison) => {
        const { periods } = await globalThis.segmentLensEngine.trend({
          comparison,
          metricId: 'orders',
          every: 'week',
        });
        return [...new Set(periods.map(({ from }) => new Date(from).getUTCDay()))];
      }, HELD_REQUEST),
    )
    .toEqual([0]);
  await page.close();
});

test('a backup brings all of it back after everything was deleted, to the byte', async ({
  extension,
}, info) => {
  test.setTimeout(120_000);
  const page = await extension.open('workspace/index.html#/settings');
  await page.setViewportSize({ width: 1280, height: 900 });
  const section = page.locator('section[aria-labelledby="settings-backup"]');
  await expect(section).toContainText('in clear');
  const make = async (name: string) => {
    const downloading = page.waitForEvent('download');
    await section.getByRole('button', { name: 'Make a backup' }).click();
    const path = info.outputPath(name);
    await (await downloading).saveAs(path);
    return path;
  };
  const before = await comparisonOf(page);
  await page.goto(`${page.url().split('#')[0]}#/settings`);
  const first = await make('first.slbackup');

  await page.goto(`${page.url().split('#')[0]}#/privacy`);
  await page.getByRole('button', { name: /delete everything/i }).click();
  await page.locator('.confirm .button-danger').click();
  await expect
    .poll(() => page.evaluate(async () => (await globalThis.segmentLensEngine.state(undefined)).people))
    .toBe(0);

  await page.goto(`${page.url().split('#')[0]}#/settings`);
  await section.locator('input[type="file"]').setInputFiles(first);
  const checked = page.locator('.backup-checked');
  await expect(checked).toContainText('first.slbackup is whole.');
  await expect(checked.locator('tr', { hasText: 'Orders' })).toContainText('400');
  await checked.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(section).toContainText('Restored: 1 capture, 60 customers.');
  expect([...(await comparisonOf(page))]).toEqual([...before]);

  await page.goto(`${page.url().split('#')[0]}#/settings`);
  const second = await make('second.slbackup');
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);

  // What is damaged is refused, and says so; what is held stays.
  const bytes = readFileSync(first);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
  const damaged = info.outputPath('damaged.slbackup');
  writeFileSync(damaged, bytes);
  await section.locator('input[type="file"]').setInputFiles(damaged);
  await expect(section.locator('.notice-error')).toContainText('The backup is damaged');
  const cut = info.outputPath('cut.slbackup');
  writeFileSync(cut, readFileSync(first).subarray(0, bytes.length - 900));
  await section.locator('input[type="file"]').setInputFiles(cut);
  await expect(section.locator('.notice-error')).toContainText('ends too early');
  await section.locator('input[type="file"]').setInputFiles(file('orders.csv', ORDERS_CSV));
  await expect(section.locator('.notice-error')).toContainText('not a Segment Lens backup');
  expect(await page.evaluate(async () => (await globalThis.segmentLensEngine.state(undefined)).people)).toBe(
    60,
  );

  // Over what is held it asks first, saying what would go.
  await section.locator('input[type="file"]').setInputFiles(first);
  await checked.getByRole('button', { name: 'Replace with this backup' }).click();
  await expect(checked.locator('.confirm')).toContainText('Replace 1 capture and 60 customers?');
  await checked.locator('.confirm .button-danger').click();
  await expect(section).toContainText('Restored: 1 capture, 60 customers.');
  await page.close();
});
