import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { type PlainSale, plainMoves, plainRfm } from '../tests/plain-rfm';
import { type Extension, expect, test } from './extension';
import { keepFiles, startOver } from './keep-files';
import { figure } from './shown-comparison';

/**
 * Movement through the built workspace, as a person would: the matrix, the people of a flow, keeping them, and sizes
 * over time, each counted again here by plain code that shares nothing with the engine.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const dir = mkdtempSync(join(tmpdir(), 'segment-lens-movement-'));
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

const [FROM, TO] = ['2025-03-31', '2025-06-15'] as const;

/** 120 customers over half a year, by a rule of their own: who buys how often, and who comes late. */
const sales: readonly (PlainSale & { readonly cents: number })[] = Array.from({ length: 120 }, (_, i) =>
  Array.from({ length: 1 + (i % 5) }, (__, j) => {
    const at = new Date(Date.UTC(2025, 0, 1 + ((i * 7 + j * (11 + (i % 13))) % 171)));
    return { person: `c${i}`, day: at.toISOString().slice(0, 10), cents: 500 + 37 * i + 100 * j };
  }),
).flat();

async function open(extension: Extension, hash: string): Promise<Page> {
  const page = await extension.open(`workspace/index.html${hash}`);
  await page.evaluate(() => localStorage.setItem('segment-lens:locale', '"en"'));
  await page.reload();
  return page;
}

/** The matrix as it stands: `from → to`: what the cell says. */
async function matrix(page: Page): Promise<Map<string, string>> {
  await expect(page.locator('.movement [aria-busy="true"]')).toHaveCount(0);
  const table = await page.locator('.movement-matrix table').evaluate((element) => {
    const text = (cell: Element) => (cell as HTMLElement).innerText.split('\n')[0]?.trim() ?? '';
    const rows = [...element.querySelectorAll('tbody tr')];
    return {
      header: [...element.querySelectorAll('thead th')].map(text),
      rows: rows.map((row) => [...row.children].map(text)),
    };
  });
  const cells = new Map<string, string>();
  for (const [from, ...values] of table.rows)
    values.forEach((value, i) => {
      const to = table.header[i + 1];
      if (to !== 'All' && value !== '·') cells.set(`${from} → ${to}`, value);
    });
  return cells;
}

test('the matrix between two days is what plain code counts', async ({ extension }) => {
  const page = await open(extension, '#/data');
  await startOver(page, { 'segment-lens:locale': '"en"' });
  const lines = sales.map(
    (s, i) => `${i + 1},${s.person},${s.person}@example.com,${s.day},${(s.cents / 100).toFixed(2)},PLN`,
  );
  const path = join(dir, 'orders.csv');
  writeFileSync(path, ['Order ID,Customer ID,E-mail,Order date,Total,Currency', ...lines].join('\n'));
  await keepFiles(page, [path]);

  await page.goto(`${extension.origin}/workspace/index.html#/segments/movement`);
  await page.getByLabel('From the end of').fill(FROM);
  await page.getByLabel('To the end of').fill(TO);
  await page.getByRole('tab', { name: 'Matrix' }).click();
  await page.locator('.movement-matrix').waitFor();
  const shown = await matrix(page);
  const counted = plainMoves(sales, FROM, TO);
  expect(Object.fromEntries([...shown].map(([flow, text]) => [flow, Number(text)]))).toEqual(
    Object.fromEntries(counted),
  );

  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Revenue between the two days' });
  const [then, now] = [plainRfm(sales, FROM), plainRfm(sales, TO)];
  const spent = new Map([...counted.keys()].map((flow) => [flow, 0]));
  for (const { person, day, cents } of sales) {
    if (day <= FROM || day > TO) continue;
    const flow = `${then.get(person) ?? 'Not there yet'} → ${now.get(person)}`;
    spent.set(flow, (spent.get(flow) ?? 0) + cents);
  }
  const money = await matrix(page);
  for (const [flow, cents] of spent) {
    const { value, within } = figure(money.get(flow) ?? '');
    expect(Math.abs(value - cents / 100), flow).toBeLessThanOrEqual(within);
  }
  await page.close();
});

test('the flow picture is walked by keys, and the people of a flow are listed, exported and kept', async ({
  extension,
}) => {
  const page = await open(extension, '#/segments/movement');
  await page.getByLabel('From the end of').fill(FROM);
  await page.getByLabel('To the end of').fill(TO);
  await page.getByRole('tab', { name: 'Flow' }).click();
  const ribbons = page.locator('.flow-ribbon');
  await ribbons.first().waitFor();
  expect(await ribbons.count()).toBe(plainMoves(sales, FROM, TO).size);

  // One tab stop; arrows go on from there.
  await expect(page.locator('.flow-ribbon[tabindex="0"]')).toHaveCount(1);
  await page.locator('.flow-ribbon[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const flow = label.split(': ')[0] ?? '';
  await page.keyboard.press('Enter');
  const panel = page.locator('.flow-people');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(flow);

  const [then, now] = [plainRfm(sales, FROM), plainRfm(sales, TO)];
  const people = [...now.keys()]
    .filter((id) => `${then.get(id) ?? 'Not there yet'} → ${now.get(id)}` === flow)
    .sort();
  expect(people.length).toBeGreaterThan(0);
  await expect(panel.locator('table tbody th')).toHaveCount(people.length);
  const listed = await panel.locator('table tbody th').allInnerTexts();
  expect(listed.map((text) => text.trim()).sort()).toEqual(people);

  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: /Export people/ }).click();
  await page.getByRole('menuitemradio', { name: /Comma/ }).click();
  const path = join(dir, 'people.csv');
  await (await download).saveAs(path);
  const { readFileSync } = await import('node:fs');
  const rows = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true }).data;
  expect(
    rows
      .map((row) => row['customer_id'])
      .filter(Boolean)
      .sort(),
  ).toEqual(people);

  await panel.getByText('Keep as a segment').click();
  await panel.getByRole('button', { name: 'Save segment' }).click();
  await panel.getByRole('button', { name: 'Show the segment' }).click();
  await expect(page.locator('.segment-size')).toContainText(`${people.length} customer`);
  await expect(page.locator('.segment-rule')).toContainText('as of 31 Mar 2025');
  await page.close();
});

test('sizes over time are those of the data cut at each month’s end', async ({ extension }) => {
  const page = await open(extension, `#/segments/${encodeURIComponent('library:champions')}`);
  const chart = page.locator('.sizes figure');
  await chart.getByRole('button', { name: /table/i }).last().click();
  const rows = await chart
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
  expect(rows).toHaveLength(6);
  const ends = ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31'];
  const last = sales.reduce((latest, { day }) => (day > latest ? day : latest), '');
  for (const [i, day] of [...ends, last].entries()) {
    const groups = plainRfm(sales, day);
    const champions = [...groups.values()].filter((group) => group === 'Champions').length;
    expect(rows[i]?.slice(2, 4), day).toEqual([String(groups.size), String(champions)]);
  }
  expect(rows[5]?.[0]).toContain('not over');
  await page.close();
});
