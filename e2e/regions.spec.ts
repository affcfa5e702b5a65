import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from './extension';
import { keepFiles, startOver } from './keep-files';
import { figure } from './shown-comparison';

/** By region through the built workspace: each country’s own currency, counted again here from the rows. */
const dir = mkdtempSync(join(tmpdir(), 'segment-lens-regions-'));
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

const COUNTRIES = [
  ['Poland', 'PLN', 30, 4],
  ['Germany', 'EUR', 20, 1],
  ['Malta', 'EUR', 3, 1],
] as const;
const orders = COUNTRIES.flatMap(([country, currency, people, worth]) =>
  Array.from({ length: people }, (_, i) =>
    Array.from({ length: 1 + (i % 3) }, (__, j) => ({
      person: `${country}-${i}`,
      day: `2025-0${1 + j}-${10 + (i % 9)}`,
      total: worth * (10 + ((i * 7) % 23) + j),
      currency,
      country,
    })),
  ).flat(),
);

test('every country keeps its own currency, in the table and in the file', async ({ extension }) => {
  test.setTimeout(120_000);
  const page = await extension.open('workspace/index.html#/data');
  await startOver(page, { 'segment-lens:locale': '"en"' });
  const path = join(dir, 'orders.csv');
  const lines = orders.map(
    (o, i) =>
      `${i + 1},${o.person},${o.person}@example.com,${o.day},${o.total.toFixed(2)},${o.currency},${o.country}`,
  );
  writeFileSync(path, ['Order ID,Customer ID,E-mail,Order date,Total,Currency,Country', ...lines].join('\n'));
  await keepFiles(page, [path]);
  await page.goto(`${extension.origin}/workspace/index.html#/compare`);
  await page.getByRole('tab', { name: 'By region' }).click();
  await page.getByLabel('Metric', { exact: true }).selectOption({ label: 'Revenue per customer' });
  const table = page.locator('.compare-tab .table').first();
  await expect(table.locator('tbody tr')).toHaveCount(2);

  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim().split('\n'))),
    );
  const perCustomer = (country: string) => {
    const spent = new Map<string, number>();
    for (const o of orders.filter((one) => one.country === country))
      spent.set(o.person, (spent.get(o.person) ?? 0) + o.total);
    return [...spent.values()].sort((a, b) => a - b);
  };
  for (const [i, [country, currency, people]] of COUNTRIES.slice(0, 2).entries()) {
    const [name, customers, middle, everyone] = rows[i] as [string[], string[], string[], string[]];
    expect([name, customers[0]]).toEqual([[country, currency], String(people)]);
    const spent = perCustomer(country);
    const median = ((spent[people / 2 - 1] ?? 0) + (spent[people / 2] ?? 0)) / 2;
    const mean = spent.reduce((a, b) => a + b, 0) / people;
    for (const [text, counted] of [
      [middle[0], median],
      [everyone[0], mean],
    ] as const) {
      const { value, within } = figure(text ?? '');
      expect(Math.abs(value - counted), `${country}: ${text}`).toBeLessThanOrEqual(within);
    }
    expect(everyone.at(-1)).toBe(`index ${Math.round((100 * mean) / median)}`);
  }
  await expect(page.getByText('1 more has fewer than 10 customers')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Export by region/ }).click();
  await page.getByRole('menuitemradio', { name: /Comma/ }).click();
  const file = join(dir, 'regions.csv');
  await (await download).saveAs(file);
  const text = readFileSync(file, 'utf8')
    .split('\r\n')
    .filter((line) => !/^"?#/.test(line))
    .join('\r\n');
  const told = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  const everyone = told.filter((row) => row['segment_id'] === 'everyone');
  expect(everyone.map((row) => [row['region'], row['region_currency']])).toEqual([
    ['Poland', 'PLN'],
    ['Germany', 'EUR'],
  ]);
  for (const row of everyone) {
    const spent = perCustomer(row['region'] ?? '');
    expect(Number(row['value'])).toBeCloseTo(spent.reduce((a, b) => a + b, 0) / spent.length, 6);
  }
  await page.close();
});
