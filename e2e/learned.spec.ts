import type { Page } from '@playwright/test';
import { seededRandom } from '../src/core/seeded-random';
import { axeFaults } from './axe-faults';
import { type Extension, expect, test } from './extension';

/** Groups found and a forecast looked into, over the built extension; what is shown is counted again from the rows. */
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1) / DAY;
const LAST = START + 599;

interface Order {
  readonly customer: string;
  readonly day: number;
  readonly total: number;
}

const random = seededRandom(12);
/** 260 customers with a rhythm of their own, of whom many stop. */
const ORDERS: readonly Order[] = Array.from({ length: 260 }, (_, c): readonly Order[] => {
  const gap = 12 + 150 * random() ** 2;
  const until = random() < 0.5 ? 60 + random() * 240 : 600;
  const worth = 20 + Math.round(160 * random());
  const days = [Math.floor(random() * 150)];
  while ((days.at(-1) ?? 0) < until) days.push((days.at(-1) ?? 0) + Math.ceil(gap * (0.4 + 1.2 * random())));
  if (c === 0) days.splice(0, days.length, 30, 599);
  return days
    .filter((day) => day < 600)
    .map((day) => ({ customer: `k${c}`, day: START + day, total: worth + Math.floor(20 * random()) }));
}).flat();
const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const CSV = [
  'Order ID,Customer ID,Order date,Total,Currency',
  ...ORDERS.map((o, i) => `z${i},${o.customer},${iso(o.day)},${o.total}.00,PLN`),
].join('\n');
const customers = [...new Set(ORDERS.map(({ customer }) => customer))].map((customer) =>
  ORDERS.filter((o) => o.customer === customer),
);

test.describe.configure({ mode: 'serial', timeout: 240_000 });

async function open(extension: Extension, locale: 'pl' | 'en'): Promise<Page> {
  const page = await extension.open('workspace/index.html#/segments');
  await page.evaluate(
    async ([text, lang]) => {
      const engine = globalThis.segmentLensEngine;
      await engine.deleteEverything(undefined);
      localStorage.clear();
      localStorage.setItem('segment-lens:locale', JSON.stringify(lang));
      const surveyed = await engine.survey({ file: new File([text], 'zamowienia.csv') });
      await engine.importTables({
        tables: surveyed.flatMap(({ surveyId, proposals }) =>
          proposals.map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping })),
        ),
      });
    },
    [CSV, locale] as const,
  );
  await page.reload();
  await page.locator('.library-item').first().waitFor();
  return page;
}

const numberIn = (text: string) => Number(/[\d\s {2}]+/.exec(text)?.[0].replace(/\s/g, ''));

interface Bound {
  readonly measure: { readonly of: string; readonly stat: string };
  readonly test: {
    readonly op: string;
    readonly value?: number;
    readonly from?: number;
    readonly to?: number;
  };
}

/** Whoever keeps every bound of a rule, from the rows. */
function keeps(bounds: readonly Bound[], orders: readonly Order[]): boolean {
  const total = orders.reduce((sum, o) => sum + o.total, 0);
  return bounds.every(({ measure, test: asked }) => {
    const value = {
      'days-since-last': LAST - Math.max(...orders.map(({ day }) => day)),
      count: orders.length,
      sum: total,
      mean: total / orders.length,
    }[measure.stat];
    if (value === undefined || measure.of !== 'orders')
      throw new Error(`no plain ${JSON.stringify(measure)}`);
    if (asked.op === 'between') return value >= (asked.from ?? 0) && value <= (asked.to ?? 0);
    return asked.op === 'at-least' ? value >= (asked.value ?? 0) : value <= (asked.value ?? 0);
  });
}

test('groups are found by keyboard, in Polish, and the rule of one is kept as a segment like any other', async ({
  extension,
}) => {
  const page = await open(extension, 'pl');
  await page.getByRole('link', { name: 'Szukaj grup' }).press('Enter');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Szukaj grup' }).press('Enter');
  const first = page.locator('.groups-one').first();
  await first.waitFor();
  await expect(page.getByText('Pogrupowano 260 z 260')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  const sizes = await page.locator('.groups-one > p:nth-of-type(1)').allInnerTexts();
  expect(sizes.reduce((sum, text) => sum + numberIn(text), 0)).toBe(260);
  const taken = numberIn((await first.locator('p').nth(2).innerText()).replace(/^\D+/, ''));

  const name = await first.locator('h3').innerText();
  await first.getByRole('button', { name: 'Zapisz jako segment' }).press('Enter');
  await expect(first.getByRole('textbox')).toHaveValue(name);
  await page.keyboard.press('Enter');
  await first.getByRole('button', { name: 'Pokaż' }).press('Enter');
  await expect(page.locator('.segment-title h2')).toHaveText(name);
  expect(numberIn(await page.locator('.segment-size .strong').innerText())).toBe(taken);
  const bounds = await page.evaluate(async () => {
    const { segments } = await globalThis.segmentLensEngine.segments({ asOf: null, currency: null });
    const rule = segments.find(({ segment }) => segment.kind === 'own')?.segment.rule;
    return rule?.kind === 'all' ? rule.rules : [];
  });
  expect(customers.filter((orders) => keeps(bounds as unknown as readonly Bound[], orders)).length).toBe(
    taken,
  );

  // What was found stays while one looks elsewhere.
  await page.getByRole('link', { name: 'Szukaj grup' }).press('Enter');
  await expect(page.locator('.groups-one')).toHaveCount(sizes.length);
});

test('a forecast is made when it is looked at, and shows how it did on the past', async ({ extension }) => {
  const page = await open(extension, 'en');
  const item = page.locator('.library-item', { hasText: 'Likely gone' });
  await expect(item.locator('.library-size')).toContainText('–');
  await item.press('Enter');
  await expect(page.locator('.segment-size .strong')).toBeVisible();
  const size = numberIn(await page.locator('.segment-size .strong').innerText());
  expect(size).toBeGreaterThan(20);
  expect(size).toBeLessThan(260);
  await expect(item.locator('.library-size')).toHaveText(String(size));

  const trust = page.locator('.segment-part', {
    has: page.getByRole('heading', { name: 'How far to trust' }),
  });
  await expect(trust.locator('table')).toBeVisible();
  const cut = LAST - 284;
  const days = Number(/in the (\d+) days/.exec(await trust.innerText())?.[1]);
  const known = customers.filter((orders) => orders.some(({ day }) => day <= LAST - days));
  const came = known.filter((orders) => orders.some(({ day }) => day > LAST - days)).length;
  expect(Math.abs(LAST - days - cut)).toBeLessThan(30);
  const all = await trust.locator('tr', { hasText: 'All customers' }).innerText();
  expect(all).toContain(`${known.length}`);
  expect(all).toContain(`${((100 * came) / known.length).toFixed(1)}%`);
  expect(await axeFaults(page)).toEqual([]);

  await page.locator('summary', { hasText: 'As SQL' }).press('Enter');
  await expect(page.getByText('models are fitted to all customers at once')).toBeVisible();
  await page
    .getByRole('button', { name: /^Why is .* in or out/ })
    .first()
    .press('Enter');
  await expect(page.getByText(/Chance of still being a customer: \d+\.\d%/)).toBeVisible();

  // A number of it is changed, and kept as one's own.
  const bound = page.getByRole('textbox', { name: /Chance of still being a customer, under/ });
  await bound.fill('30');
  await bound.press('Enter');
  await page.getByRole('button', { name: 'Save as your own' }).press('Enter');
  await expect(page.locator('.segment-rule')).toContainText('is less than 30%');
  await expect
    .poll(async () => numberIn(await page.locator('.segment-size .strong').innerText()))
    .toBeLessThan(size);
});
