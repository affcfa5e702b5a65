import type { Page } from '@playwright/test';
import { type DrawnOverlay, drawnOverlay } from './drawn-overlay';
import { type Extension, expect, test } from './extension';
import {
  contactsFile,
  crmList,
  customersFile,
  isHeld,
  ordersFile,
  ordersOf,
  shopList,
} from './pages/customer-lists';

const COUNT = 200;
const CHOSEN = ['library:one-time', 'library:repeat'];
const NAMES = {
  en: ['One-time buyers', 'Repeat buyers'],
  pl: ['Kupujący jednorazowo', 'Kupujący ponownie'],
} as const;
/** Counted from the files, not by the extension. */
const nameOf = (c: number, lang: 'en' | 'pl' = 'en'): string | null =>
  isHeld(c) ? (NAMES[lang][ordersOf(c) === 1 ? 0 : 1] ?? null) : null;

let filled = false;

/** Orders, a CRM's contacts and a shop's customers, imported once; badges wanted on loopback, in this language. */
async function ready(extension: Extension, lang: 'en' | 'pl' = 'en'): Promise<void> {
  const page = await extension.open('workspace/index.html');
  const files = filled ? null : [ordersFile(COUNT), contactsFile(COUNT), customersFile(COUNT)];
  await page.evaluate(
    async ([files, lang, chosen]) => {
      const engine = globalThis.segmentLensEngine;
      localStorage.setItem('segment-lens:locale', JSON.stringify(lang));
      if (files !== null) {
        await engine.deleteEverything(undefined);
        const names = [
          'orders.csv',
          'hubspot-crm-exports-all-contacts-2025-10-01.csv',
          'customers_export.csv',
        ];
        for (const [i, text] of files.entries()) {
          const sources = await engine.survey({ file: new File([text], names[i] ?? '') });
          await engine.importTables({
            tables: sources.flatMap(({ surveyId, proposals }) =>
              proposals.map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping })),
            ),
          });
        }
        await engine.saveBadges({ segmentIds: chosen });
      }
      await engine.refreshBadges({ wanted: true, locale: lang });
    },
    [files, lang, CHOSEN] as const,
  );
  filled = true;
  const worker = await extension.serviceWorker();
  await worker.evaluate(async () => {
    const { storage } = chrome as unknown as {
      storage: { local: { set(items: object): Promise<void> }; session: { clear(): Promise<void> } };
    };
    await storage.session.clear();
    await storage.local.set({ 'site:http://127.0.0.1/*': { follow: false, exports: false, badges: true } });
  });
  await page.close();
}

const shown = (page: Page): Promise<DrawnOverlay | null> => drawnOverlay(page);
/** Once it stands still. */
const settled = async (page: Page): Promise<DrawnOverlay> => {
  let last = '';
  await expect
    .poll(
      async () => {
        const now = JSON.stringify(await shown(page));
        const same = now === last && now !== 'null' && JSON.parse(now).badge !== null;
        last = now;
        return same;
      },
      { intervals: [500], timeout: 20_000 },
    )
    .toBe(true);
  return JSON.parse(last) as DrawnOverlay;
};

/** Each row that is drawn and shown, with whom it shows. */
const rowsOn = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('#list')?.shadowRoot ?? document;
    // Rows that the list's frozen header lies over are not shown.
    const top = root.querySelector('.head')?.getBoundingClientRect().bottom ?? 0;
    const bottom = root.querySelector('.box')?.getBoundingClientRect().bottom ?? innerHeight;
    return [...root.querySelectorAll<HTMLElement>('[data-customer]')]
      .filter((row) => !row.hidden)
      .map((row) => ({ customer: Number(row.dataset['customer']), ...row.getBoundingClientRect().toJSON() }))
      .filter((r) => r.top >= top - 1 && r.bottom <= Math.min(bottom, innerHeight)) as {
      customer: number;
      top: number;
      bottom: number;
      left: number;
      right: number;
    }[];
  });

/** Every shown row of somebody held has its own segment's name within it, and no other row has any. */
async function expectNamed(page: Page, lang: 'en' | 'pl' = 'en'): Promise<DrawnOverlay> {
  const overlay = await settled(page);
  const rows = await rowsOn(page);
  expect(rows.length).toBeGreaterThan(5);
  for (const { customer, top, bottom } of rows) {
    const within = overlay.names.filter(({ y, height }) => y + height / 2 > top && y + height / 2 < bottom);
    expect([customer, ...within.map((n) => n.name)]).toEqual(
      nameOf(customer, lang) === null ? [customer] : [customer, nameOf(customer, lang)],
    );
  }
  return overlay;
}

test.beforeEach(({ page }) => page.setViewportSize({ width: 1_100, height: 700 }));

for (const lang of ['en', 'pl'] as const) {
  test(`a list that recycles its rows names each person, wherever it is scrolled to (${lang})`, async ({
    extension,
    page,
    site,
  }) => {
    await ready(extension, lang);
    await page.goto(site.put('/crm', crmList({ count: COUNT, lang })));
    const first = await expectNamed(page, lang);
    expect(first.badge).toMatch(
      lang === 'en' ? /^\d+ of \d+ customers known$/ : /^\d+ z \d+ klientów w Twoich danych$/,
    );
    for (const to of [40, 777, 3_000, 100_000, 0]) {
      await page.evaluate((top) => {
        (globalThis as unknown as { box: Element }).box.scrollTop = top;
      }, to);
      await page.waitForTimeout(300);
      await expectNamed(page, lang);
    }
  });
}

test('a shop’s list is named too, in a shadow root as well, on dark pages in dark', async ({
  extension,
  page,
  site,
}) => {
  await ready(extension);
  await page.goto(site.put('/shop', shopList({ count: 50 })));
  const light = await expectNamed(page);
  expect(light.names.every((n) => n.kind.endsWith('light'))).toBe(true);
  // Every fourth of the fifty is nobody in the data.
  expect(light.badge).toBe('38 of 50 customers known');
  await page.goto(site.put('/dark', crmList({ count: COUNT, shadow: true, dark: true })));
  const dark = await expectNamed(page);
  expect(dark.names.length).toBeGreaterThan(3);
  expect(dark.names.every((n) => n.kind.endsWith('dark'))).toBe(true);
});
