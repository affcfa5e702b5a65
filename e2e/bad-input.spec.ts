import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Page } from '@playwright/test';
import { en as problemsEn } from '../src/i18n/en/problems';
import { pl as problemsPl } from '../src/i18n/pl/problems';
import { type Extension, expect, test } from './extension';

/**
 * What people really drop: wrong files, broken files, hostile files, too many files, at the wrong moment. In the
 * built workspace, with a person's own means: the file picker and what is written on the screen.
 */
const dir = mkdtempSync(join(tmpdir(), 'segment-lens-bad-input-'));
const LOCALES = ['en', 'pl'] as const;
type Locale = (typeof LOCALES)[number];
const PROBLEMS = { en: problemsEn, pl: problemsPl };

let made = 0;
/** A file of its own folder, so that two tests may call theirs the same. */
function file(name: string, content: string | Uint8Array): string {
  const own = mkdtempSync(join(dir, `${made++}-`));
  const path = join(own, name);
  writeFileSync(path, content);
  return path;
}

test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function openData(extension: Extension, locale: Locale = 'en'): Promise<Page> {
  const page = await extension.open('workspace/index.html');
  await page.evaluate((l) => localStorage.setItem('segment-lens:locale', JSON.stringify(l)), locale);
  await page.reload();
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    Object.assign(globalThis, { ran: [] });
  });
  return page;
}

const pick = (page: Page, paths: string | readonly string[]) =>
  page.locator('input[type=file]').setInputFiles(paths as string | string[]);
const source = (page: Page, name: string) =>
  page.locator('section.source').filter({ has: page.getByRole('heading', { name, exact: true }) });
const read = (page: Page) =>
  expect(page.locator('section.source progress, .import-bar progress')).toHaveCount(0, { timeout: 120_000 });
const keep = (page: Page) => page.locator('.import-bar .import-bar-actions > button').last();

async function keepAll(page: Page): Promise<void> {
  await read(page);
  await keep(page).click();
  await page.locator('.account-list').waitFor({ timeout: 120_000 });
}

async function emptied(extension: Extension): Promise<void> {
  const page = await openData(extension);
  await page.evaluate(() => globalThis.segmentLensEngine.deleteEverything(undefined));
  await page.close();
}

const held = (page: Page) =>
  page.evaluate(async () => {
    const { captures, orders, people } = await globalThis.segmentLensEngine.state(undefined);
    return { captures: captures.map((c) => c.name), orders, people };
  });

const ORDERS = 'Order ID,Customer ID,Order date,Total,Currency\n';
function orders(count: number, from = 1): string {
  const lines: string[] = [];
  for (let i = from; i < from + count; i++) {
    lines.push(`o${i},c${i % 97},2024-${String((i % 12) + 1).padStart(2, '0')}-15,${(i % 90) + 10}.50,PLN`);
  }
  return `${ORDERS}${lines.join('\n')}\n`;
}

for (const locale of LOCALES) {
  test(`says what is wrong with a file that holds nothing (${locale})`, async ({ extension }) => {
    const page = await openData(extension, locale);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const jpeg = Buffer.concat([
      Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
      Buffer.alloc(5_000, 0x9c),
    ]);
    const cases = [
      ['empty.csv', '', 'file/empty'],
      ['blank.csv', '\n\n   \n', 'file/no-table'],
      ['bom.csv', '\uFEFF', 'file/empty'],
      ['header.csv', ORDERS, 'file/header-only'],
      ['picture.csv', png, 'file/not-text'],
      ['photo.csv', jpeg, 'file/not-text'],
    ] as const;
    await pick(
      page,
      cases.map(([name, content]) => file(name, content)),
    );
    await read(page);
    for (const [name, , code] of cases) {
      await expect(source(page, name).locator('.notice-error'), name).toContainText(
        PROBLEMS[locale][code]({ code }),
      );
      // No other encoding makes a table of a picture, or of nothing.
      await expect(source(page, name).locator('details'), name).toHaveCount(
        code === 'file/empty' || code === 'file/not-text' ? 0 : 1,
      );
    }
    await expect(page.locator('.import-bar button').last()).toBeDisabled();
    await page.close();
  });
}

for (const locale of LOCALES) {
  test(`says that one line without an end is no row, and stops there (${locale})`, async ({ extension }) => {
    test.setTimeout(180_000);
    await emptied(extension);
    const path = file('one-line.csv', '');
    const out = createWriteStream(path);
    const piece = Buffer.from('nothing but cells without an end,'.repeat(32_768));
    for (let written = 0; written < 300_000_000; written += piece.length) {
      if (!out.write(piece)) await once(out, 'drain');
    }
    out.end();
    await finished(out);
    const page = await openData(extension, locale);
    await pick(page, path);
    await read(page);
    await expect(source(page, 'one-line.csv')).toContainText(
      PROBLEMS[locale]['row/too-long']({ code: 'row/too-long' }).replace(/^[^:]*: /, ''),
    );
    expect((await held(page)).captures).toEqual([]);
    await page.close();
    rmSync(path);
  });

  test(`keeps what stands around a quote that never closes, and shows the rest with its reason (${locale})`, async ({
    extension,
  }) => {
    await emptied(extension);
    const before = orders(400);
    const broken = 'o401,"never closed,2024-02-15,12.00,PLN\n';
    const page = await openData(extension, locale);
    await pick(page, file('quote.csv', before + broken + orders(300, 402).slice(ORDERS.length)));
    await keepAll(page);
    const { orders: kept } = await held(page);
    const refused = 701 - kept;
    expect(kept).toBeGreaterThanOrEqual(700);
    if (refused > 0) {
      const disclosure = page
        .locator('.account-list details', { has: page.locator('.refused-rows, summary') })
        .last();
      await disclosure.locator('summary').click();
      await expect(disclosure.locator('.refused-rows tbody tr')).toHaveCount(refused);
      await expect(disclosure.locator('.refused-rows')).toContainText('never closed');
    }
    await expect(page.locator('.account-list')).toContainText('701');
    await page.close();
  });

  test(`lists refused rows with number, reason and cells, and hands them out as a file (${locale})`, async ({
    extension,
  }) => {
    await emptied(extension);
    const bad = Array.from({ length: 25 }, (_, i) => `x${i},c1,2024-03-01,about ${i},PLN`).join('\n');
    const page = await openData(extension, locale);
    await pick(page, file('refused.csv', `${orders(2_000)}${bad}\n`));
    await keepAll(page);
    await expect(page.locator('.notice-warning .strong').first()).toHaveText(
      locale === 'en' ? 'Kept 2,000 of 2,025 rows.' : 'Zachowano 2 000 z 2 025 wierszy.',
    );
    await page.locator('.account-list summary').last().click();
    const rows = page.locator('.account-list .refused-rows tbody tr');
    await expect(rows).toHaveCount(20);
    await expect(rows.first().locator('th')).toHaveText(/^2\s*[,]?002$/);
    await expect(rows.first()).toContainText('about 0');
    await expect(rows.first()).toContainText(locale === 'en' ? "can't be read" : 'nie');
    const download = page.waitForEvent('download');
    await page.locator('.account-list .refused-rows button').last().click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    expect(text.match(/about \d+/g)?.length).toBeGreaterThanOrEqual(25);
    await page.close();
  });
}

test('keeps headers that are words of the language it is written in, twice there, or absent', async ({
  extension,
}) => {
  await emptied(extension);
  const header =
    '__proto__,constructor,,toString,Total,Total,hasOwnProperty,Customer ID,Order date,Currency,Order ID';
  const rows = Array.from(
    { length: 50 },
    (_, i) =>
      `p${i},k${i % 3},e${i},t${i % 4},${i}.50,${i}.25,h${i % 2},c${i % 9},2024-01-${10 + (i % 9)},PLN,o${i}`,
  );
  const page = await openData(extension);
  await pick(page, file('words.csv', `${header}\n${rows.join('\n')}\n`));
  await keepAll(page);
  expect(await held(page)).toEqual({ captures: ['words.csv'], orders: 50, people: 9 });
  const fields = await page.evaluate(async () =>
    (await globalThis.segmentLensEngine.fields(undefined)).map((f) => f.id),
  );
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    expect(
      fields.some((id) => id.endsWith(name)),
      name,
    ).toBe(true);
  expect(await page.evaluate(() => ({}).constructor === Object && !('k0' in {}))).toBe(true);
  await page.goto(`${extension.origin}/workspace/index.html#/segments`);
  await expect(page.locator('.library-item').first()).toBeVisible();
  await page.close();
});

const HOSTILE = `<script>ran.push('script')</script><img src=x onerror="ran.push('img')">`;

test('shows markup in cells, headers and file names as text on every screen, and runs none of it', async ({
  extension,
}) => {
  await emptied(extension);
  const quoted = (s: string) => `"${s.replaceAll('"', '""')}"`;
  const header = ['Order ID', 'Customer ID', 'Order date', 'Total', 'Currency', 'Country', HOSTILE].map(
    quoted,
  );
  const rows = Array.from({ length: 300 }, (_, i) => {
    const country = i % 3 === 0 ? HOSTILE : ['Polska', 'Niemcy'][i % 2];
    const customer = i % 7 === 0 ? `${HOSTILE}${i % 5}` : `c${i % 41}`;
    return [`o${i}`, customer, `2024-0${1 + (i % 9)}-11`, `${i + 1}.00`, 'PLN', country, HOSTILE]
      .map((c) => quoted(c ?? ''))
      .join(',');
  });
  // A slash can't stand in a file name.
  const name = `<img src=x onerror=ran.push('name')>.csv`;
  const page = await openData(extension);
  await pick(page, file(name, `${header.join(',')}\n${rows.join('\n')}\n`));
  await read(page);
  await expect(source(page, name)).toBeVisible();
  for (const summary of await page.locator('.table-draft summary').all()) await summary.click();
  await expect(page.locator('.source')).toContainText(HOSTILE);
  await keepAll(page);
  await expect(page.locator('.account-list')).toContainText(name);
  await page.locator('.capture-actions button').first().click();
  await expect(page.locator('.passport')).toContainText(name);
  const clean = async () => {
    expect(await page.evaluate(() => (globalThis as unknown as { ran?: string[] }).ran ?? [])).toEqual([]);
    expect(await page.locator('img, script:not([src])').count()).toBe(0);
  };
  await clean();

  const go = async (hash: string) => {
    await page.goto(`${extension.origin}/workspace/index.html${hash}`);
    await page.evaluate(() => Object.assign(globalThis, { ran: [] }));
  };
  await go('#/segments');
  const item = page.locator('.library-item', { hasText: HOSTILE }).first();
  await item.click();
  await expect(page.locator('.segments-pane')).toContainText(HOSTILE);
  await expect(page.locator('.segments-pane table')).toContainText(HOSTILE);
  await clean();
  const id = await page.evaluate(
    async (hostile) =>
      (await globalThis.segmentLensEngine.segments({ asOf: null, currency: null })).segments
        .filter((v) => v.segment.name.en.includes(hostile))
        .map((v) => v.segment.id)[0] ?? '',
    HOSTILE,
  );
  expect(id).not.toBe('');
  await page.evaluate(
    (chosen) => localStorage.setItem('segment-lens:chosen-segments', JSON.stringify([chosen])),
    id,
  );
  // Left wholly, so that the page opens with what was chosen, and not with what it had in mind.
  await page.goto('about:blank');
  await go('#/compare');
  await expect(page.locator('.compare-table')).toContainText(HOSTILE);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  for (const view of ['bars', 'trend', 'retention', 'table']) {
    await page.locator(`[data-tab="${view}"]`).click();
    await clean();
  }
  for (const surface of ['popup', 'panel']) {
    await page.goto(`${extension.origin}/${surface}/index.html`);
    await page.locator('svg.dot-plot').first().waitFor();
    await expect(page.locator('body')).toContainText('<script>');
    await clean();
  }
  await page.close();
});

test('takes sixty files at once, in order, and keeps them in one go', async ({ extension }) => {
  test.setTimeout(180_000);
  await emptied(extension);
  const page = await openData(extension);
  const paths = Array.from({ length: 60 }, (_, i) => file(`month-${i + 1}.csv`, orders(40, 1 + i * 40)));
  await pick(page, paths);
  await read(page);
  await expect(page.locator('section.source')).toHaveCount(60);
  await keepAll(page);
  expect(await held(page)).toMatchObject({ orders: 2_400, people: 97 });
  expect((await held(page)).captures).toHaveLength(60);
  await page.close();
});

test('notices the same file, picked twice at once and again later', async ({ extension }) => {
  await emptied(extension);
  const page = await openData(extension);
  const content =
    'Customer ID,Order date,Total,Currency\n' +
    Array.from({ length: 60 }, (_, i) => `c${i % 9},2024-01-${10 + (i % 9)},${i}.00,PLN`).join('\n');
  await pick(page, [file('shop.csv', content), file('shop (1).csv', content)]);
  await read(page);
  await expect(source(page, 'shop (1).csv')).toContainText('added twice');
  await keepAll(page);
  expect(await held(page)).toMatchObject({ orders: 60, captures: ['shop.csv'] });
  await pick(page, file('shop.csv', content));
  await read(page);
  await expect(source(page, 'shop.csv')).toContainText('held already');
  await expect(keep(page)).toBeDisabled();
  await page.close();
});

/**
 * Starts something and presses the button that stops it in the moment it is on the screen: a click that has to find its
 * way through the browser's driver first may come after a quick machine is done.
 */
async function whilePressed(page: Page, within: string, name: string, start: () => Promise<unknown>) {
  const pressed = page.evaluate(
    ([place, wanted]) =>
      new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          const button = [...document.querySelectorAll<HTMLButtonElement>(`${place} button`)].find(
            (b) => (b.getAttribute('aria-label') ?? b.innerText).trim() === wanted,
          );
          if (button === undefined || button.disabled) return;
          observer.disconnect();
          button.click();
          done();
        });
        observer.observe(document.body, { childList: true, subtree: true, attributes: true });
      }),
    [within, name] as const,
  );
  await start();
  await pressed;
}

test('stops reading and stops keeping when told to, and can do both again', async ({ extension }) => {
  test.setTimeout(180_000);
  await emptied(extension);
  const page = await openData(extension);
  const path = file('large.csv', orders(400_000));
  await whilePressed(page, 'section.source', 'Cancel: large.csv', () => pick(page, path));
  await expect(page.locator('section.source')).toHaveCount(0);
  await pick(page, path);
  await read(page);
  await whilePressed(page, '.import-bar', 'Cancel', () => keep(page).click());
  await expect(page.locator('.notice').filter({ hasText: 'Nothing was stored' })).toBeVisible();
  expect(await held(page)).toEqual({ captures: [], orders: 0, people: 0 });
  // What was read is still on the desk.
  await keep(page).click();
  await page.locator('.account-list').waitFor({ timeout: 60_000 });
  expect(await held(page)).toMatchObject({ orders: 400_000 });
  await page.close();
});

test('answers while it reads a large file, and says how far it is', async ({ extension }, info) => {
  test.setTimeout(240_000);
  await emptied(extension);
  const path = file('huge.csv', '');
  const out = createWriteStream(path);
  out.write(ORDERS.replace('\n', ',Note\n'));
  let size = 0;
  for (let i = 0; size < 150_000_000; i += 10_000) {
    const piece = orders(10_000, i)
      .slice(ORDERS.length)
      .replaceAll('\n', `,a note that goes on for a while and says little\n`);
    size += piece.length;
    if (!out.write(piece)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  const page = await openData(extension);
  await page.evaluate(() => {
    const seen = { tasks: [] as number[], values: [] as number[] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    setInterval(() => {
      const bar = document.querySelector<HTMLProgressElement>('progress');
      if (bar?.hasAttribute('value') && bar.value !== seen.values.at(-1)) seen.values.push(bar.value);
    }, 50);
  });
  const started = Date.now();
  await pick(page, path);
  await page.locator('section.source progress').waitFor();
  await page.getByRole('link', { name: 'Privacy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await read(page);
  const readIn = Date.now() - started;
  await keep(page).click();
  await page.locator('.account-list').waitFor({ timeout: 120_000 });
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { tasks: number[]; values: number[] } }).seen,
  );
  const longest = Math.max(0, ...seen.tasks);
  info.annotations.push({
    type: 'measured',
    description: `read in ${readIn} ms, all in ${Date.now() - started} ms; long tasks ${seen.tasks.map(Math.round).join(', ')}; ${seen.values.length} steps of progress`,
  });
  expect(seen.values.length).toBeGreaterThan(5);
  expect(longest).toBeLessThan(400);
  await page.close();
  rmSync(path);
});

test('leaves nothing of an import whose tab was closed, and another tab can go on', async ({ extension }) => {
  test.setTimeout(180_000);
  await emptied(extension);
  const other = await openData(extension);
  const page = await openData(extension);
  await pick(page, file('closed.csv', orders(300_000)));
  await read(page);
  await keep(page).click();
  await page.locator('.import-bar progress').waitFor();
  await page.close();
  await other.reload();
  const after = await held(other);
  // Either wholly, where the commit was quicker than the hand, or not at all.
  expect(after.orders === 0 ? after.captures : after.orders).toEqual(after.orders === 0 ? [] : 300_000);
  await pick(other, file('after.csv', orders(50, 1_000_000)));
  await keepAll(other);
  expect((await held(other)).captures).toContain('after.csv');
  await other.close();
});

test('shows in one workspace what another has kept', async ({ extension }) => {
  await emptied(extension);
  const one = await openData(extension);
  const other = await openData(extension, 'en');
  await pick(one, file('shared.csv', orders(200)));
  await keepAll(one);
  await expect(other.locator('.capture h3', { hasText: 'shared.csv' })).toBeVisible();
  await expect(other.locator('.screen-head')).toContainText('200 orders');
  await one.close();
  await other.close();
});
