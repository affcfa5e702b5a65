import type { Page } from '@playwright/test';
import { axeFaults } from './axe-faults';
import { type Extension, expect, test } from './extension';

/**
 * A nested rule with a sequence, made in Polish by keyboard alone over the built extension; every count on the screen is
 * counted again here from the rows themselves.
 */
const DAY = 86_400_000;

interface Row {
  readonly id: string;
  readonly customer: string;
  readonly day: number;
  readonly country: string;
}

/** 240 customers with one to six orders each, some days to some months apart. */
const ROWS: readonly Row[] = Array.from({ length: 240 }, (_, c) =>
  Array.from({ length: 1 + ((c * 7) % 6) }, (_, i) => ({
    id: `${c}-${i}`,
    customer: `k${String(c).padStart(3, '0')}`,
    day: Date.UTC(2025, 0, 1 + ((c * 13) % 90)) / DAY + i * (3 + ((c * 5) % 41)),
    country: ['Polska', 'Niemcy', 'Czechy'][c % 3] ?? '',
  })),
).flat();
const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const CSV = [
  'Order ID,Customer ID,E-mail,Order date,Total,Currency,Country',
  ...ROWS.map((r) => `${r.id},${r.customer},${r.customer}@example.com,${iso(r.day)},100.00,PLN,${r.country}`),
].join('\n');

const customers = [...new Set(ROWS.map((r) => r.customer))].map((customer) => {
  const rows = ROWS.filter((r) => r.customer === customer);
  return { country: rows[0]?.country ?? '', days: rows.map((r) => r.day).sort((a, b) => a - b) };
});
/** One order, another within 14 days, and none ever after that one. */
const lastTwoClose = (days: readonly number[]) =>
  days.some((first, i) =>
    days.some(
      (second, j) => j > i && second > first && second - first <= 14 && !days.some((d) => d > second),
    ),
  );
const counted = (least: number, countries: readonly string[]) =>
  customers.filter(
    ({ country, days }) => days.length >= least && (countries.includes(country) || lastTwoClose(days)),
  ).length;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

async function open(extension: Extension): Promise<Page> {
  const page = await extension.open('workspace/index.html#/segments');
  await page.evaluate(async (text) => {
    const engine = globalThis.segmentLensEngine;
    await engine.deleteEverything(undefined);
    localStorage.clear();
    localStorage.setItem('segment-lens:locale', '"pl"');
    const surveyed = await engine.survey({ file: new File([text], 'zamowienia.csv') });
    await engine.importTables({
      tables: surveyed.flatMap(({ surveyId, proposals }) =>
        proposals.map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping })),
      ),
    });
  }, CSV);
  await page.reload();
  await page.locator('.library-item').first().waitFor();
  return page;
}

/** Presses Tab until what is in hand is called so. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const inHand = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return (
        at?.getAttribute('aria-label') ??
        (at as HTMLInputElement | null)?.labels?.[0]?.textContent ??
        at?.textContent ??
        ''
      );
    });
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press(key);
    if (name.test((await inHand()).trim())) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}

/** Types into a list of choices until the wanted one stands there, as the browser's own lists are used. */
async function choose(page: Page, typed: string): Promise<void> {
  await page.keyboard.type(typed, { delay: 5 });
  await expect
    .poll(() =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at instanceof HTMLSelectElement ? (at.selectedOptions[0]?.label ?? '') : '';
      }),
    )
    .toMatch(new RegExp(`^${typed}`, 'i'));
}

async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

const figure = (page: Page) =>
  page
    .locator('.rule-preview:not([aria-busy]) .rule-counts:not(.rule-counts-stale) .rule-figure-in')
    .innerText()
    .then((text) => Number(text.replace(/\s/g, '')));
const expectIn = (page: Page, count: number) =>
  expect.poll(() => figure(page).catch(() => null), { timeout: 10_000 }).toBe(count);

test('a nested rule with a sequence is made, undone, saved, changed and explained by keyboard, in Polish', async ({
  extension,
}) => {
  const page = await open(extension);
  await tabTo(page, /^Nowy segment$/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Nazwa')).toBeFocused();
  await page.keyboard.type('Dwa blisko siebie');
  await tabTo(page, /^Wartość$/);
  await page.keyboard.type('2');
  await expectIn(page, customers.filter(({ days }) => days.length >= 2).length);

  // A group: from Poland, or two orders close together and none after.
  await tabTo(page, /Dodaj grupę/);
  await page.keyboard.press('Enter');
  await choose(page, 'Kraj');
  await tabTo(page, /^Wartości$/);
  await page.keyboard.type('pols');
  await expect(page.locator('.value-picker-option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectIn(
    page,
    customers.filter(({ country, days }) => days.length >= 2 && country === 'Polska').length,
  );
  await page.keyboard.press('Control+Enter');
  await choose(page, 'jedno po');
  await tabTo(page, /^Ile$/);
  await write(page, '14');
  await tabTo(page, /Dodaj krok/);
  await page.keyboard.press('Enter');
  await choose(page, 'a potem');
  await expect(page.locator('.rule-sentence').first()).toContainText('a potem bez zamówień');
  await expectIn(page, counted(2, ['Polska']));
  expect(counted(2, ['Polska'])).toBeGreaterThan(counted(2, []));
  expect(await axeFaults(page)).toEqual([]);

  // Moved out of the group and back; taken back and made again.
  await tabTo(page, /^Warunek 2\.2$/, 'Shift+Tab');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('[data-at="2"] > .rule-condition .rule-handle')).toBeFocused();
  const apart = customers.filter(
    ({ country, days }) => days.length >= 2 && country === 'Polska' && lastTwoClose(days),
  ).length;
  await expectIn(page, apart);
  await page.keyboard.press('Control+z');
  await expectIn(page, counted(2, ['Polska']));
  await page.keyboard.press('Control+Shift+z');
  await expectIn(page, apart);
  await page.keyboard.press('Control+z');
  await expectIn(page, counted(2, ['Polska']));

  await tabTo(page, /^Zapisz segment$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.segment h2')).toHaveText('Dwa blisko siebie');
  await expect(page.locator('.segment-size')).toContainText(`${counted(2, ['Polska'])} klien`);

  await tabTo(page, /^Edytuj$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Wartość$/);
  await write(page, '3');
  await expectIn(page, counted(3, ['Polska']));
  await page.keyboard.press('Enter');
  await expect(page.locator('.segment-title')).toContainText('Wersja 2');
  const history = page.locator('section', { hasText: 'Wersje' }).locator('tbody tr');
  await expect(history).toHaveCount(2);
  const cells = await history.evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('td.num')].map((cell) => cell.textContent)),
  );
  expect(cells).toEqual([
    [String(counted(3, ['Polska'])), String(counted(3, ['Polska']))],
    [String(counted(2, ['Polska'])), String(counted(3, ['Polska']))],
  ]);
  await expect(history.first().locator('ins')).toContainText('3');
  await expect(history.first().locator('del')).toContainText('2');

  // k001 has two orders of 2025-01-14 and -22: too few now.
  await tabTo(page, /^Znajdź klienta/);
  await page.keyboard.type('k001@ex');
  await expect(page.locator('.person-why-found button')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const trace = page.locator('.trace');
  const own = ROWS.filter((r) => r.customer === 'k001');
  await expect(page.locator('.person-why')).toContainText('k001: poza segmentem.');
  await expect(trace).toContainText(`Zmierzono: ${own.length}.`);
  for (const { id } of own) await expect(trace).toContainText(id);
  expect(await axeFaults(page)).toEqual([]);
  await page.close();
});

test('members are searched and sorted, and a past day asks who was in it then', async ({ extension }) => {
  const page = await extension.open('workspace/index.html#/segments');
  await page.getByRole('link', { name: /Dwa blisko siebie/ }).click();
  const rows = page.locator('.members tbody tr');
  await page
    .locator('.members')
    .getByRole('button', { name: /^Zamówienia/ })
    .click();
  await expect(rows.first().locator('td.num').first()).toHaveText('6');
  await page.locator('.members').getByRole('searchbox').fill('k00');
  const all = customers.length;
  await expect.poll(() => rows.count()).toBeLessThan(Math.min(50, all));
  const at = Date.UTC(2025, 2, 1) / DAY;
  const then = customers.filter(({ country, days }) => {
    const known = days.filter((d) => d <= at);
    return known.length >= 3 && (country === 'Polska' || lastTwoClose(known));
  }).length;
  await page.getByLabel('Stan na').fill('2025-03-01');
  await expect(page.locator('.segment-size')).toContainText(`${then} klien`);
  await page.close();
});
