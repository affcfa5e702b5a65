import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { sampleFiles } from '../src/app/sample/sample-files';
import { expect, test } from './extension';
import { areRead, keepRead, startOver } from './keep-files';

/**
 * Segments of the sample as sets, in the built workspace: what stands in the overlap and in the exclusive groups is
 * counted again from the sample's own rows by plain code that shares nothing with the engine.
 */
const SEGMENTS = ['library:one-time', 'library:weekend', 'library:christmas', 'library:repeat'] as const;
const NAMES = ['One-time buyers', 'Weekend buyers', 'Christmas buyers', 'Repeat buyers'];

/** For every person, whether they are in each of the four. */
async function countedByHand(): Promise<readonly (readonly boolean[])[]> {
  const [orders = [], customers = []] = await Promise.all(
    sampleFiles().map(
      async (file) =>
        Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true }).data,
    ),
  );
  const sales = new Map<string, string[]>(customers.map((row) => [row['Email'] ?? '', []]));
  for (const row of orders) {
    if (row['Total'] === '' || row['Cancelled at'] !== '') continue;
    const email = row['Email'] ?? '';
    sales.set(email, [...(sales.get(email) ?? []), (row['Created at'] ?? '').slice(0, 10)]);
  }
  return [...sales.values()].map((days) => {
    const weekend = days.filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())).length;
    const christmas = days.some((day) => day.slice(5) >= '12-01' && day.slice(5) <= '12-24');
    return [days.length === 1, days.length >= 2 && weekend / days.length >= 0.6, christmas, days.length >= 2];
  });
}

/** First cells of each row of the only table, numbers without their commas. */
const cellsOf = (page: Page) =>
  page
    .locator('.sets-view table.table tr:has(td)')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim())),
    );
const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async ({ extension }) => {
  const page = await extension.open('workspace/index.html');
  await startOver(page, {
    'segment-lens:locale': '"en"',
    'segment-lens:set-segments': JSON.stringify(SEGMENTS),
  });
  await page.getByRole('button', { name: 'Try with sample data' }).click();
  await areRead(page, 4);
  await keepRead(page);
  await page.close();
});

test('the overlap of four segments is what the rows say, and a part keeps its size as a segment', async ({
  extension,
}) => {
  const page = await extension.open('workspace/index.html#/segments/sets');
  await page.locator('[role=option]').first().waitFor({ timeout: 60_000 });
  const people = await countedByHand();
  const expected = new Map<string, number>();
  for (const inside of people) {
    const names = NAMES.filter((_, i) => inside[i]);
    const key =
      names.length === 0
        ? 'In none of them'
        : names.length === 1
          ? `only ${names[0]}`
          : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  await page.getByRole('button', { name: 'Show as table' }).click();
  const rows = await cellsOf(page);
  expect(new Map(rows.map(([name = '', count]) => [name, number(count)]))).toEqual(expected);
  expect(rows.reduce((sum, [, count]) => sum + number(count), 0)).toBe(people.length);
  await page.getByRole('button', { name: 'Show as chart' }).click();

  // By keyboard: the second column, its people, and kept as a segment.
  const columns = page.locator('[role=option]');
  await columns.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(columns.nth(1)).toBeFocused();
  await expect(columns.nth(1)).toHaveAttribute('aria-selected', 'true');
  const label = (await columns.nth(1).getAttribute('aria-label')) ?? '';
  const size = number(/: ([\d,]+),/.exec(label)?.[1]);
  expect(size).toBe([...expected.values()].sort((a, b) => b - a).filter((n) => n === size)[0]);
  await page.getByRole('button', { name: 'Show people' }).click();
  await expect(page.locator('.set-result table.table')).toBeVisible();
  await page.getByRole('button', { name: 'Save as a segment' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.locator('.segment-size .strong')).toHaveText(
    new RegExp(`^${size.toLocaleString('en')} `),
  );
  // And it is judged beside.
  await expect(page.locator('.quality-badge')).toHaveCount(6);
  await page.close();
});

test('groups by first match part everybody, and are compared as segments of their own', async ({
  extension,
}) => {
  const page = await extension.open('workspace/index.html#/segments/sets');
  await page.getByRole('tab', { name: 'First match wins' }).click();
  await page.locator('.sets-view table.table').waitFor({ timeout: 60_000 });
  const people = await countedByHand();
  const order = [2, 1, 0, 3];
  // Christmas buyers to the top, one-time buyers below the weekend's.
  await page.getByRole('button', { name: 'Move Christmas buyers up' }).click();
  await page.getByRole('button', { name: 'Move Christmas buyers up' }).click();
  await page.getByRole('button', { name: 'Move Weekend buyers up' }).click();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('.sets-view table.table tbody th')).toHaveText(order.map((i) => NAMES[i] ?? ''));

  const expected = new Map<number, number>();
  for (const inside of people) {
    const first = order.find((i) => inside[i]) ?? -1;
    expected.set(first, (expected.get(first) ?? 0) + 1);
  }
  const rows = await cellsOf(page);
  const inGroup = (row: readonly string[] | undefined) => number(row?.at(-2));
  expect(order.map((_, place) => inGroup(rows[place]))).toEqual(order.map((i) => expected.get(i) ?? 0));
  expect(inGroup(rows[4])).toBe(expected.get(-1) ?? 0);
  expect(rows.reduce((sum, row) => sum + inGroup(row), 0)).toBe(people.length);

  await page.getByRole('button', { name: 'Save and compare' }).click();
  await page.locator('.compare-table').waitFor({ timeout: 60_000 });
  const chosen = await page.evaluate(async () => {
    const ids = JSON.parse(localStorage.getItem('segment-lens:chosen-segments') ?? '[]') as string[];
    const { segments } = await globalThis.segmentLensEngine.segments({ asOf: null, currency: null });
    return ids.map((id) => segments.find((view) => view.segment.id === id)?.size);
  });
  expect(chosen).toEqual(order.map((i) => expected.get(i) ?? 0));
  await page.close();
});

test('an occasion switched off leaves the library, and a date of one’s own joins it', async ({
  extension,
}) => {
  const page = await extension.open('workspace/index.html#/segments/occasions');
  const listed = () =>
    page.evaluate(async () => {
      const { segments } = await globalThis.segmentLensEngine.segments({ asOf: null, currency: null });
      return segments.map((view) => view.segment.id);
    });
  await page.getByRole('checkbox', { name: 'Make a segment of: Christmas' }).click();
  await expect.poll(listed).not.toContain('library:christmas');
  await page.getByLabel('What it is').fill('Shop’s birthday');
  await page.getByRole('button', { name: 'Add the date' }).click();
  await expect.poll(listed).toContain('library:own-occasion:own-1');
  await page.getByRole('button', { name: 'Back to how they came' }).click();
  await expect.poll(listed).toContain('library:christmas');
  await page.close();
});
