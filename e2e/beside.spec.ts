import type { Page } from '@playwright/test';
import { DATABASE_NAME } from '../src/store/database-name';
import { blockKeys } from '../src/store/packed';
import type { RootRecord } from '../src/store/root-record';
import { type Extension, expect, test } from './extension';
import { csvFile, keepFiles } from './keep-files';
import {
  CUSTOMERS,
  type Customer,
  contactList,
  customerOrdersCsv,
  customersCsv,
  type Locale,
  ordersOf,
  trafficReport,
  VISITS,
  type Visit,
} from './pages/beside';
import { figure } from './shown';

/** The customers and their orders, once a worker: people and lists stand on them. */
let filled = false;
async function fill(extension: Extension): Promise<void> {
  if (filled) return;
  const page = await extension.open('workspace/index.html#/data');
  await keepFiles(page, [csvFile('customers.csv', customersCsv), csvFile('orders.csv', customerOrdersCsv)]);
  await page.close();
  filled = true;
}

test.beforeAll(async ({ extension }) => fill(extension));

let pages = 0;

interface Beside {
  readonly page: Page;
  readonly panel: Page;
  close(): Promise<void>;
}

/** The panel in a tab of its own, beside the tab of a page. */
async function openBeside(
  extension: Extension,
  url: string,
  { locale = 'en', width = 400 }: { readonly locale?: Locale; readonly width?: number } = {},
): Promise<Beside> {
  const page = await extension.context.newPage();
  await page.goto(url);
  const tab = await extension.tabId(page);
  const panel = await extension.context.newPage();
  await panel.setViewportSize({ width, height: 900 });
  await panel.addInitScript((l) => localStorage.setItem('segment-lens:locale', JSON.stringify(l)), locale);
  await panel.goto(`${extension.origin}/panel/index.html?tab=${tab}`);
  return {
    page,
    panel,
    async close() {
      await panel.close();
      await page.close();
    },
  };
}

async function ask(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: /^(Compare what is on this page|Porównaj to)/ }).click();
  await panel.locator('.beside').waitFor();
  await settled(panel);
}

const settled = (panel: Page) => expect(panel.locator('.beside [aria-busy="true"]')).toHaveCount(0);

const section = (panel: Page, id: string) => panel.locator(`section[aria-labelledby="${id}"]`);

/** Rows of a part of the panel, once it stands there, as they are read: name, value, and what stands under them. */
async function rowsOf(panel: Page, id: string) {
  await section(panel, id).waitFor();
  return section(panel, id)
    .locator('.beside-row')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const text = (selector: string) => row.querySelector<HTMLElement>(selector)?.innerText.trim() ?? '';
        return {
          name: text('.beside-name-text'),
          value: text('.beside-value').replace(/[▲▼≠=….,]*\s*(,.*)?$/, ''),
          mark: row.querySelector('.compare-mark')?.textContent ?? '',
          rests: text('.beside-rests'),
          difference: text('.beside-difference'),
        };
      }),
    );
}

const percent = (share: number, locale: Locale = 'en') =>
  `${(share * 100).toFixed(1).replace('.', locale === 'pl' ? ',' : '.')}%`;

/** Wilson's interval, written out from his formula (1927). */
function wilson(hits: number, n: number): [number, number] {
  const z = 1.959963984540054;
  const p = hits / n;
  const middle = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [(middle - reach) / (1 + (z * z) / n), (middle + reach) / (1 + (z * z) / n)];
}

/**
 * Records by store, but for what every panel keeps of the data that are held: the one small record of badges, in step
 * with the segments, and the answers it opens with next.
 */
async function stored(panel: Page): Promise<Record<string, number>> {
  const { counts, root } = await panel.evaluate(async () => {
    const counts: Record<string, number> = {};
    let root: unknown = null;
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of db.objectStoreNames) {
        if (store === 'segmentSettings') continue;
        counts[`${name}/${store}`] = await new Promise<number>((resolve, reject) => {
          const count = db.transaction(store).objectStore(store).count();
          count.onsuccess = () => resolve(count.result);
          count.onerror = () => reject(count.error);
        });
        if (store !== 'root') continue;
        root = await new Promise((resolve, reject) => {
          const get = db.transaction(store).objectStore(store).get('root');
          get.onsuccess = () => resolve(get.result);
          get.onerror = () => reject(get.error);
        });
      }
      db.close();
    }
    return { counts, root: root as RootRecord | null };
  });
  const blocks = `${DATABASE_NAME}/blocks`;
  return { ...counts, [blocks]: (counts[blocks] ?? 0) - blockKeys(root?.answers ?? null).length };
}

for (const locale of ['en', 'pl'] as const) {
  test(`a GA4 report is compared beside its page, number by number (${locale})`, async ({
    extension,
    site,
  }) => {
    const url = site.put(`/beside-${++pages}`, trafficReport(locale, VISITS, { stated: 1234 }));
    const { panel, close } = await openBeside(extension, url, { locale });
    const before = await stored(panel);
    await expect(panel.locator('.beside')).toHaveCount(0);
    await ask(panel);
    await expect(panel.locator('.beside')).toContainText(
      locale === 'en' ? '5 of 1,234 rows read' : 'odczytano 5 z 1\u00a0234 wierszy',
    );
    const rows = (await rowsOf(panel, 'beside-values')).slice(0, VISITS.length);
    expect(rows.map(({ name }) => name)).toEqual(VISITS.map(({ name }) => name));
    const all = VISITS.reduce((sum, v) => ({ hits: sum.hits + v.engaged, n: sum.n + v.sessions }), {
      hits: 0,
      n: 0,
    });
    VISITS.forEach((visit: Visit, i) => {
      const row = rows[i];
      expect(row?.value).toBe(percent(visit.engaged / visit.sessions, locale));
      const [lo, hi] = wilson(visit.engaged, visit.sessions);
      expect(row?.rests).toContain(`${percent(lo, locale)} – ${percent(hi, locale)}`);
      const counts = row?.rests.split('·')[0]?.split(locale === 'en' ? ' of ' : ' z ') ?? [];
      expect(counts.map(figure)).toEqual([visit.engaged, visit.sessions]);
      const rest = (all.hits - visit.engaged) / (all.n - visit.sessions);
      const points = ((visit.engaged / visit.sessions - rest) * 100).toFixed(1).replace('-', '');
      expect(row?.difference).toContain(locale === 'pl' ? points.replace('.', ',') : points);
    });
    // Four differ beyond any doubt, and of the fifth there are 87 sessions.
    expect(rows.map(({ mark }) => mark)).toEqual(['▲', '▲', '▼', '▲', '…']);
    // The farthest from the others that is sure to be: 40 % in 3,000 sessions, 80 % in 640.
    const differs = await rowsOf(panel, 'beside-differs');
    expect(differs.slice(0, 2).map(({ name }) => name)).toEqual(['(direct) / (none)', 'newsletter / email']);
    // The page’s own totals are held against the rows.
    await panel.locator('.beside .disclosure-summary').first().click();
    await expect(panel.locator('.beside-notes')).toContainText(
      locale === 'en'
        ? 'The rows add up to the page’s own totals: Sessions'
        : 'sumują się do podsumowania strony: Sesje',
    );
    await expect.poll(() => stored(panel)).toEqual(before);
    await close();
  });
}

test('totals that do not agree, sampling and a row of others are said', async ({ extension, site }) => {
  const around =
    '<vero-analysis-data-quality-icon style="display:inline-block" aria-label="This report is based on a sample of 12.3% of available data"></vero-analysis-data-quality-icon>';
  const visits = [
    ...VISITS.slice(0, 4),
    { name: '(other)', sessions: 500, engaged: 250, keyEvents: 3, revenue: 1 },
  ];
  const body = trafficReport('en', visits, { around }).replace('<div>17,695</div>', '<div>20,000</div>');
  const { panel, close } = await openBeside(extension, site.put(`/beside-${++pages}`, body));
  await ask(panel);
  const notes = panel.locator('.beside-notes');
  await expect(notes).toContainText('Sessions: the rows add up to 17,695, the page says 20,000.');
  await expect(notes).toContainText(/sampl/i);
  await expect(notes).toContainText(/other/i);
  await close();
});

test('customers by the page’s own values are those of the files, and become a segment', async ({
  extension,
  site,
}) => {
  const { panel, close } = await openBeside(extension, site.put(`/beside-${++pages}`, trafficReport('en')));
  await ask(panel);
  const part = section(panel, 'beside-people');
  const known = CUSTOMERS.filter(({ source }) => source !== '');
  await expect(part).toContainText(`Known of ${known.length} of ${CUSTOMERS.length} customers.`);
  await part.locator('select').selectOption({ label: 'One-time buyers' });
  const once = (people: readonly Customer[]) => people.filter(({ orders }) => orders === 1).length;
  await expect
    .poll(async () =>
      (await rowsOf(panel, 'beside-people'))
        .slice(0, VISITS.length)
        .map(({ name, rests, value }) => [name, value, rests.split(' · ')[0]]),
    )
    .toEqual(
      VISITS.map(({ name }) => {
        const mine = known.filter((c) => `${c.source} / ${c.medium}` === name);
        return mine.length === 0
          ? [name, '', 'nobody held']
          : [name, percent(once(mine) / mine.length), `${once(mine)} of ${mine.length} customers`];
      }),
    );
  await part.getByRole('button', { name: /google \/ cpc/ }).click();
  await expect(part).toContainText('Kept, and chosen in the comparison below.');
  // The comparison stands at a day of its own; the segment itself is of everybody held.
  await expect(panel.locator('.panel-part').last()).toContainText(
    'Acquisition source / Acquisition medium: google / cpc',
  );
  const cpc = known.filter(({ source, medium }) => source === 'google' && medium === 'cpc').length;
  const workspace = await extension.open('workspace/index.html#/segments');
  await workspace.getByText('Acquisition source / Acquisition medium: google / cpc').first().click();
  await expect(workspace.locator('main')).toContainText(`${cpc} of ${CUSTOMERS.length}`);
  await workspace.close();
  await close();
});

test('a list of customers shows whom of them is held, and their segments', async ({ extension, site }) => {
  const listed = CUSTOMERS.slice(0, 40);
  const { page, panel, close } = await openBeside(
    extension,
    site.put(`/beside-${++pages}`, contactList(listed)),
  );
  await ask(panel);
  const part = section(panel, 'beside-listed');
  await expect(part).toContainText('40 of 42 rows are customers you hold');
  await expect(part).toContainText('by e-mail 40 · 1 not held · 1 without anything to match on');
  const once = listed.filter(({ orders }) => orders === 1).length;
  const all = CUSTOMERS.filter(({ orders }) => orders === 1).length;
  const rows = await rowsOf(panel, 'beside-listed');
  const buyers = rows.find(({ name }) => name === 'One-time buyers');
  expect(buyers?.value).toBe(percent(once / listed.length));
  expect(buyers?.rests).toContain(`${once} of 40`);
  expect(buyers?.rests).toContain(`all customers ${percent(all / CUSTOMERS.length)}`);
  const [lo, hi] = wilson(once, 40);
  expect(buyers?.rests).toContain(`${percent(lo)} – ${percent(hi)}`);

  await part.locator('select').selectOption('revenue');
  const spent = listed.map((c) => ordersOf(c, CUSTOMERS.indexOf(c)).reduce((sum, o) => sum + o.total, 0));
  const most = Math.max(...spent);
  await expect
    .poll(
      async () =>
        (await rowsOf(panel, 'beside-listed')).find(
          ({ rests }) => /\d+ orders?/.test(rests) && rests.includes('last'),
        )?.rests,
    )
    .toContain(most.toLocaleString('en-GB'));
  // Nobody's segment has gone into the page.
  expect(await page.content()).not.toMatch(/One-time|Champions|segment/i);
  await close();
});

test('what the page changes is read again when asked, and what is cancelled leaves what was there', async ({
  extension,
  site,
}) => {
  const { page, panel, close } = await openBeside(
    extension,
    site.put(`/beside-${++pages}`, trafficReport('en')),
  );
  await ask(panel);
  expect((await rowsOf(panel, 'beside-values'))[0]?.value).toBe('60.0%');
  await page.evaluate(() => {
    const row = document.querySelectorAll('#rows tr')[0];
    const cell = row?.querySelectorAll('td')[2];
    if (cell) cell.textContent = '7,476';
  });
  await panel.bringToFront();
  await expect(panel.locator('.beside')).toContainText('The page has changed');
  const again = panel.getByRole('button', { name: 'Read it again' });
  await again.click();
  await expect.poll(async () => (await rowsOf(panel, 'beside-values'))[0]?.value).toBe('80.0%');
  await settled(panel);

  // A table so long that there is time to change one's mind.
  await page.evaluate(() => {
    const body = document.querySelector('#rows');
    const rows = Array.from({ length: 20_000 }, (_, i) => {
      const row = document.createElement('tr');
      row.className = 'mat-mdc-row';
      for (const text of [`source ${i}`, '100', '50', '1', 'PLN 1.00']) {
        const cell = document.createElement('td');
        cell.className = 'mat-mdc-cell';
        cell.textContent = text;
        row.append(cell);
      }
      return row;
    });
    body?.append(...rows);
  });
  await again.click();
  const cancel = panel.getByRole('button', { name: 'Cancel' });
  await cancel.click({ timeout: 15_000 });
  await expect(cancel).toHaveCount(0);
  await expect.poll(async () => (await rowsOf(panel, 'beside-values'))[0]?.value).toBe('80.0%');
  await close();
});

const ODD = {
  'no numbers': [
    '<tr><th>Page<th>Title',
    '<tr><td>/a<td>A<tr><td>/b<td>B',
    /no values with numbers|No rows|cannot be matched/,
  ],
  'one row': ['<tr><th>Country<th>Sessions<th>Engaged sessions', '<tr><td>Poland<td>100<td>70', /70\.0%/],
  'two currencies': [
    '<tr><th>Country<th>Sessions<th>Engaged sessions<th>Total revenue',
    '<tr><td>Poland<td>100<td>70<td>200,00 zł<tr><td>Germany<td>50<td>20<td>€30,00',
    /amounts in several currencies/,
  ],
  '30 columns': [
    `<tr><th>Country<th>Sessions${Array.from({ length: 28 }, (_, i) => `<th>Metric ${i}`).join('')}`,
    Array.from(
      { length: 50 },
      (_, r) =>
        `<tr><td>Country ${r}${Array.from({ length: 29 }, (_, c) => `<td>${(r * 7 + c) % 91}`).join('')}`,
    ).join(''),
    /8 largest of 50 values/,
  ],
} as const;

for (const [what, [head, rows, said]] of Object.entries(ODD)) {
  test(`a page of ${what} is survived, at 320 px`, async ({ extension, site }) => {
    const body = `<ga-reporting-table><table class="mat-mdc-table"><thead>${head}</thead><tbody>${rows}</tbody></table></ga-reporting-table>`;
    const url = site.put(`/beside-${++pages}`, `<!doctype html><html lang="en"><body>${body}</body></html>`);
    const { panel, close } = await openBeside(extension, url, { width: 320 });
    await ask(panel);
    for (const more of await panel.locator('.beside .disclosure-summary').all()) await more.click();
    await expect(panel.locator('.beside')).toContainText(said);
    const sideways = await panel.evaluate(() => {
      const wide = [...document.querySelectorAll<HTMLElement>('.beside, .beside *')].filter(
        (e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
      );
      return wide.map((e) => e.className);
    });
    expect(sideways).toEqual([]);
    await close();
  });
}

test('a site granted for it is read at once, and any other waits to be asked', async ({
  extension,
  site,
}) => {
  const url = site.put(`/beside-${++pages}`, trafficReport('en'));
  const waiting = await openBeside(extension, url);
  await expect(waiting.panel.getByRole('button', { name: 'Compare what is on this page' })).toBeVisible();
  await waiting.panel.waitForTimeout(1_000);
  await expect(waiting.panel.locator('.beside')).toHaveCount(0);
  const key = `site:http://${new URL(url).hostname}/*`;
  const choose = (choices: object | null) =>
    waiting.panel.evaluate(
      async ([name, value]) => {
        const { storage } = chrome as unknown as {
          storage: { local: { set(items: object): Promise<void>; remove(key: string): Promise<void> } };
        };
        if (value === null) await storage.local.remove(name);
        else await storage.local.set({ [name]: value });
      },
      [key, choices] as const,
    );
  try {
    // Chosen while the panel is open, it reads without a further click; and so does one opened afterwards.
    await choose({ follow: true, exports: false, badges: false });
    await expect(waiting.panel.locator('.beside')).toContainText('5 rows read');
    const granted = await openBeside(extension, url);
    await expect(granted.panel.locator('.beside')).toContainText('5 rows read');
    await granted.close();
  } finally {
    await choose(null);
    await waiting.close();
  }
});

test('the table is kept the ordinary way, only when it is asked for', async ({ extension, site }) => {
  const { panel, close } = await openBeside(extension, site.put(`/beside-${++pages}`, trafficReport('en')));
  await ask(panel);
  await panel.getByRole('button', { name: 'Collect 5 rows' }).click();
  await expect(section(panel, 'beside-keep')).toContainText('5 rows kept');
  await panel.getByRole('button', { name: 'Read it again' }).click();
  await expect(panel.locator('.beside')).toContainText('this table is kept already');
  await close();
});
