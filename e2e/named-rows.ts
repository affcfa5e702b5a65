import type { Page } from '@playwright/test';
import { type DrawnOverlay, drawnOverlay } from './drawn-overlay';
import { type Extension, expect } from './extension';
import { contactsFile, customersFile, isHeld, ordersFile, ordersOf } from './pages/customer-lists';

/** Customers of the pages, three quarters of them in the data. */
export const LISTED = 200;
const CHOSEN = ['library:one-time', 'library:repeat'];
const NAMES = {
  en: ['One-time buyers', 'Repeat buyers'],
  pl: ['Kupujący jednorazowo', 'Kupujący ponownie'],
} as const;
/** Counted from the files, not by the extension. */
export const nameOf = (c: number, lang: 'en' | 'pl' = 'en'): string | null =>
  isHeld(c) ? (NAMES[lang][ordersOf(c) === 1 ? 0 : 1] ?? null) : null;

let filled = false;

/** Orders, a CRM's contacts and a shop's customers, imported once; badges wanted on loopback, in this language. */
export async function badgesReady(extension: Extension, lang: 'en' | 'pl' = 'en'): Promise<void> {
  const page = await extension.open('workspace/index.html');
  // The page has names made in its own language too: it must begin with it.
  await page.evaluate((lang) => localStorage.setItem('segment-lens:locale', JSON.stringify(lang)), lang);
  await page.reload();
  await page.waitForFunction(() => 'segmentLensEngine' in globalThis);
  const files = filled ? null : [ordersFile(LISTED), contactsFile(LISTED), customersFile(LISTED)];
  await page.evaluate(
    async ([files, lang, chosen]) => {
      const engine = globalThis.segmentLensEngine;
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
  await wantBadges(extension, true);
  await page.close();
}

/** Chooses names for loopback pages, or takes the choice back; what was asked for before is forgotten. */
export async function wantBadges(extension: Extension, badges: boolean): Promise<void> {
  const worker = await extension.serviceWorker();
  await worker.evaluate(async (badges) => {
    const { storage } = chrome as unknown as {
      storage: { local: { set(items: object): Promise<void> }; session: { clear(): Promise<void> } };
    };
    await storage.session.clear();
    await storage.local.set({ 'site:http://127.0.0.1/*': { follow: false, exports: false, badges } });
  }, badges);
  // Scripts are registered by the background once it hears of the choice.
  await new Promise((done) => setTimeout(done, 400));
}

/** Once it stands still. */
export const settledOverlay = async (page: Page): Promise<DrawnOverlay> => {
  let last = '';
  await expect
    .poll(
      async () => {
        const now = JSON.stringify(await drawnOverlay(page));
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
export async function expectNamed(page: Page, lang: 'en' | 'pl' = 'en'): Promise<DrawnOverlay> {
  const overlay = await settledOverlay(page);
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
