import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';
import { chromium, expect, type Locator, type Page, test } from '@playwright/test';
import { ensureChromium, root } from '../scripts/setup.mjs';
import { axeFaults } from './axe-faults';
import { buildGallery } from './gallery/build.mjs';

/**
 * The workspace's screens over a mock engine (e2e/gallery), in every state: what axe finds at WCAG 2.2 AA, what
 * overflows, and whether the keyboard reaches everything. Reads no extension, so it runs in any Chromium.
 */
const outDir = resolve(root, 'dist/gallery');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

let server: Server;
let base: string;
let browser: Awaited<ReturnType<typeof chromium.launch>>;

test.beforeAll(async () => {
  await buildGallery(outDir);
  server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname.replace(/\/$/, '/index.html');
    const file = resolve(outDir, `.${decodeURIComponent(path)}`);
    if (!file.startsWith(outDir + sep)) return response.writeHead(404).end();
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
});

test.afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(outDir, { recursive: true, force: true });
});

const segment = (id: string) => `#/segments/${encodeURIComponent(id)}`;

interface State {
  readonly at: string;
  readonly act?: (page: Page) => Promise<void>;
  /** Seen when the state is there. */
  readonly ready: (page: Page) => Locator;
}

async function chooseSets(page: Page): Promise<void> {
  for (const id of ['library:rfm-champions', 'library:one-time', 'library:christmas'])
    await page.locator('.ordered .select').selectOption(id);
}

const STATES: Record<string, State> = {
  'nothing held': { at: '?data=none#/data', ready: (p) => p.locator('.drop-zone-large') },
  'data held, captures waiting, storage not persistent': {
    at: '?inbox=1&storage=not-persistent#/data',
    ready: (p) => p.locator('.capture').nth(4),
  },
  'data lost': { at: '?data=none&storage=vanished#/data', ready: (p) => p.locator('.notice-error') },
  'database held by another tab': {
    at: '?fail=state&code=db/blocked#/data',
    ready: (p) => p.locator('.notice-error'),
  },
  'a passport open': {
    at: '#/data',
    act: (p) => p.locator('.capture-actions button[aria-expanded]').nth(2).click(),
    ready: (p) => p.locator('.passport .table'),
  },
  'the match report': {
    at: '#/data/matching',
    ready: (p) => p.locator('.matching-report .table').nth(3),
  },
  'cases to settle': { at: '#/data/matching%2Fcases', ready: (p) => p.locator('.case .who-person').nth(2) },
  'a joined person looked into': {
    at: '#/data/matching%2Fpeople',
    act: (p) => p.locator('.matching-list .table tbody button').first().click(),
    ready: (p) => p.locator('.matching-person .who-person').nth(1),
  },
  'decisions by hand': {
    at: '#/data/matching%2Fdecisions',
    ready: (p) => p.locator('.matching-list .table tbody tr'),
  },
  'nobody to match': { at: '?data=none#/data/matching', ready: (p) => p.locator('.empty-state') },
  'the match report failing': {
    at: '?fail=matchReport#/data/matching',
    ready: (p) => p.locator('.notice-error'),
  },
  'what an export changed': {
    at: '#/data',
    act: async (p) => {
      await p.locator('.capture-actions button[aria-expanded]').first().click();
      await p.locator('.passport details summary').first().click();
      await p.locator('.changes-kinds button').nth(1).click();
    },
    ready: (p) => p.locator('.changes-records .table'),
  },
  'a delete being asked': {
    at: '#/data',
    act: (p) => p.locator('.capture-actions button:not([aria-expanded])').first().click(),
    ready: (p) => p.locator('.confirm'),
  },
  'a file being read, another waiting': {
    at: '?hang=1&files=a.csv,b.csv#/data',
    ready: (p) => p.locator('.source progress'),
  },
  'questions before a table can be kept': {
    at: '?data=none&files=orders.csv#/data',
    ready: (p) => p.locator('.mapping-question').nth(1),
  },
  'good and bad files together': {
    at: '?files=traffic-again.csv,picture.png,gone.csv,list.csv#/data',
    ready: (p) => p.locator('.source').nth(3).locator('.table-draft'),
  },
  'the account of an import': {
    at: '?files=orders.csv#/data',
    act: async (p) => {
      await p.locator('.mapping-answer input').first().check();
      await p.locator('.mapping-question select').selectOption('PLN');
      await p.locator('.import-bar .button-primary').click();
    },
    ready: (p) => p.locator('.account-list'),
  },
  'no segments': { at: '?data=none#/segments', ready: (p) => p.locator('.empty-state') },
  'the segment library': { at: '#/segments', ready: (p) => p.locator('.library-item').first() },
  'a segment with thresholds': {
    at: segment('library:big-spenders'),
    ready: (p) => p.locator('.members .table'),
  },
  'a segment that is gone': { at: segment('own:gone'), ready: (p) => p.locator('.notice-error') },
  'a segment of report rows': {
    at: segment('report:c3:sessionDefaultChannelGroup:Organic Search'),
    ready: (p) => p.locator('.segment-rule'),
  },
  'a new rule': {
    at: segment('library:one-time'),
    act: (p) => p.locator('.segment-actions .button').nth(1).click(),
    ready: (p) => p.locator('.rule-figures'),
  },
  'a rule with groups, restrictions and suggestions': {
    at: segment('library:discount-only'),
    act: async (p) => {
      await p.locator('.segment-actions .button').nth(1).click();
      await p.locator('.rule-add').last().locator('.button').nth(1).click();
      const added = p.locator('.rule-children .rule-condition').last();
      await added.locator('select').first().selectOption('attribute:personCountry');
      await added.locator('.value-picker-input').click();
    },
    ready: (p) => p.locator('.value-picker-option').first(),
  },
  'a rule of every kind, some not complete': {
    at: '#/segments',
    act: async (p) => {
      await p.locator('.library-tools .button').first().click();
      for (const subject of [
        'rank',
        'quantile',
        'sequence',
        'rfm',
        'rfm-scores',
        'lifecycle',
        'journey',
        'list',
        'segment',
        'as-of',
      ]) {
        await p.locator('.rule-add').last().locator('.button').first().click();
        await p.locator('[data-part="subject"] select').last().selectOption(subject);
      }
      await p.locator('.rule-list textarea').fill('anna.nowak@example.com');
    },
    ready: (p) => p.locator('.rule-list-account'),
  },
  'why somebody is in': {
    at: segment('library:big-spenders'),
    act: (p) => p.locator('.members .table tbody .button').first().click(),
    ready: (p) => p.locator('.trace-parts'),
  },
  'what differs most, one finding looked into': {
    at: '#/discover',
    act: async (p) => {
      await p.locator('.finder-ask button[type=submit]').click();
      const vanishing = p.locator('.findings-list > li', { hasText: 'App' });
      await vanishing.first().locator('button').first().click();
    },
    ready: (p) => p.locator('.finding-strata tbody tr').first(),
  },
  'an overlap with a part open': {
    at: '#/segments/sets',
    act: async (p) => {
      await chooseSets(p);
      await p.locator('[role=option]').first().click();
    },
    ready: (p) => p.locator('.set-result'),
  },
  'likeness of segments': {
    at: '#/segments/sets',
    act: async (p) => {
      await chooseSets(p);
      await p.locator('[data-tab=likeness]').click();
    },
    ready: (p) => p.locator('.heat-matrix'),
  },
  'groups by first match': {
    at: '#/segments/sets',
    act: async (p) => {
      await chooseSets(p);
      await p.locator('[data-tab=groups]').click();
    },
    ready: (p) => p.locator('.group-bar').first(),
  },
  'an overlap that fails': {
    at: '?fail=overlap#/segments/sets',
    act: chooseSets,
    ready: (p) => p.locator('.notice-error'),
  },
  'RFM names of one’s own, a cell open': {
    at: '#/segments/rfm',
    act: async (p) => {
      await p.locator('[data-tab=own]').click();
      await p.locator('.heat-open').first().click();
    },
    ready: (p) => p.locator('.set-result'),
  },
  occasions: { at: '#/segments/occasions', ready: (p) => p.locator('.own-occasion-form') },
  privacy: { at: '#/privacy', ready: (p) => p.locator('.privacy-points') },
  settings: { at: '#/settings', ready: (p) => p.locator('.settings-clocks .table') },
  'settings with rates, one being edited, and a backup to restore': {
    at: '#/settings',
    act: async (p) => {
      await p.locator('[aria-labelledby="settings-money"] select').selectOption('PLN');
      const rates = p.locator('[aria-labelledby="settings-rates"]');
      const picked = { name: 'kursy.csv', mimeType: 'text/csv', buffer: Buffer.from('x') };
      await rates.locator('input[type="file"]').setInputFiles(picked);
      await p.locator('.rates-preview .button-primary').click();
      await p.locator('.rate-actions .button').first().click();
      await p.locator('[aria-labelledby="settings-backup"] input[type="file"]').setInputFiles(picked);
      await p.locator('.backup-checked .settings-actions .button').first().click();
    },
    ready: (p) => p.locator('.backup-checked .confirm'),
  },
};

async function open(
  state: State,
  options: { readonly locale: string; readonly scheme: 'light' | 'dark'; readonly width: number },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 800 },
    colorScheme: options.scheme,
    locale: options.locale,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(base + state.at);
  await state.act?.(page);
  await expect(state.ready(page)).toBeVisible();
  return page;
}

for (const [name, state] of Object.entries(STATES)) {
  test(`axe finds nothing wrong with ${name}`, async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open(state, { locale: scheme === 'light' ? 'en-GB' : 'pl-PL', scheme, width: 1280 });
      expect(await axeFaults(page, ['best-practice'])).toEqual([]);
      await page.context().close();
    }
  });

  test(`${name} fits 320 px and 1600 px without scrolling sideways, with targets of 24 px`, async () => {
    const page = await open(state, { locale: 'pl-PL', scheme: 'light', width: 320 });
    for (const width of [320, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${width} px`).toBeLessThanOrEqual(0);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, select, input, summary, a, textarea')]
          .filter(
            (e) => e.checkVisibility() && !e.closest('.only-read') && !e.classList.contains('only-read'),
          )
          .filter((e) => !e.classList.contains('skip-link'))
          .map((e) => {
            // A box in a label is as large as its label.
            const box = (e.closest('label') ?? e).getBoundingClientRect();
            return { html: e.outerHTML.slice(0, 120), width: box.width, height: box.height };
          })
          .filter((box) => box.width < 24 || box.height < 24),
      );
      expect(small, `${width} px`).toEqual([]);
    }
    await page.context().close();
  });
}

const desktop = { locale: 'en-GB', scheme: 'light', width: 1280 } as const;

test('the whole way from a file to its account goes by keyboard', async () => {
  const page = await open(STATES['questions before a table can be kept'] as State, desktop);
  const tabTo = async (selector: string) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    }
    throw new Error(`Tab does not reach ${selector}`);
  };
  await tabTo('.mapping-answer input');
  await page.keyboard.press('Space');
  await tabTo('.mapping-question select');
  await page.keyboard.press('P');
  await tabTo('.import-bar .button-primary');
  await page.keyboard.press('Enter');
  await expect(page.locator('.account-list')).toContainText('1,851 rows in = 1,839 kept + 12 refused');
  await page.context().close();
});

test('a table is not kept before its questions are answered', async () => {
  const page = await open(STATES['questions before a table can be kept'] as State, desktop);
  const keep = page.locator('.import-bar .button-primary');
  await expect(keep).toBeDisabled();
  await page.locator('.mapping-answer input').first().check();
  await expect(keep).toBeDisabled();
  await page.locator('.mapping-question select').selectOption('none');
  await expect(keep).toBeEnabled();
  await page.context().close();
});

test('one bad file does not hold up the others, and each says what to do', async () => {
  const page = await open(STATES['good and bad files together'] as State, desktop);
  await expect(page.locator('.source')).toHaveCount(4);
  await expect(page.locator('.notice-error')).toHaveCount(2);
  await expect(page.locator('.source').nth(1)).toContainText('Export it as CSV, Excel or JSON');
  await expect(page.locator('.source').nth(3).locator('.mapping')).toBeVisible();
  await page.context().close();
});

test('reading stops when it is cancelled, and the next file has its turn', async () => {
  const page = await open(STATES['a file being read, another waiting'] as State, desktop);
  await page.getByRole('button', { name: 'Cancel: a.csv' }).click();
  await expect(page.locator('.source')).toHaveCount(1);
  await expect(page.locator('.source progress')).toBeVisible();
  await expect(page.locator('.source h3')).toHaveText('b.csv');
  await page.context().close();
});

test('markup in a cell is shown as the text it is', async () => {
  const page = await open(STATES['questions before a table can be kept'] as State, desktop);
  await expect(page.locator('.mapping-samples', { hasText: '<script>alert(1)</script>' })).toBeVisible();
  expect(await page.locator('.mapping script').count()).toBe(0);
  await page.context().close();
});

test('deleting asks first, puts the focus on the safe answer, and Escape leaves everything', async () => {
  const page = await open(STATES['a delete being asked'] as State, desktop);
  await expect(page.locator('.confirm .button').nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.confirm')).toHaveCount(0);
  await expect(page.locator('.captures .capture')).toHaveCount(3);
  await page.locator('.capture-actions button:not([aria-expanded])').first().click();
  await page.locator('.confirm .button-danger').click();
  await expect(page.locator('.captures .capture')).toHaveCount(2);
  await page.context().close();
});

test('the language switches in place and is remembered', async () => {
  const page = await open(STATES['data held, captures waiting, storage not persistent'] as State, desktop);
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Dane');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('pl');
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Dane');
  await page.context().close();
});

test('a changed threshold becomes a segment of one’s own, and the library’s stays', async () => {
  const page = await open(STATES['a segment with thresholds'] as State, desktop);
  await page.getByLabel('Value of: Share of customers').fill('20');
  await page.getByRole('button', { name: 'Save as your own' }).click();
  await expect(page.locator('.segment h2')).toHaveText('Big spenders, changed');
  await page
    .getByRole('link', { name: /^Big spenders/ })
    .last()
    .click();
  await expect(page.getByLabel('Value of: Share of customers')).toHaveValue('10');
  await page.context().close();
});

test('a rule is made, named and saved by keyboard alone', async () => {
  const page = await open(STATES['the segment library'] as State, desktop);
  await page.getByRole('button', { name: 'New segment' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Two and more');
  await page.getByRole('textbox', { name: 'Value' }).first().focus();
  await page.keyboard.type('2');
  await expect(page.locator('.rule-figures')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.segment h2')).toHaveText('Two and more');
  await expect(page.locator('.library-item').first()).toContainText('Two and more');
  await page.context().close();
});

test('a rule with a hole is not saved and says so', async () => {
  const page = await open(STATES['the segment library'] as State, desktop);
  await page.getByRole('button', { name: 'New segment' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Nothing yet');
  await page.getByRole('button', { name: 'Save segment' }).click();
  await expect(page.locator('.rule-editor-actions [role="alert"]')).toHaveText(
    '1 condition is not complete yet.',
  );
  await page.context().close();
});

test('values are suggested with counts and taken by keyboard', async () => {
  const page = await open(STATES['a rule with groups, restrictions and suggestions'] as State, desktop);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('at');
  await page.keyboard.press('Enter');
  await expect(page.locator('.value-picker-value')).toHaveText([/PL/, /at/]);
  await page.keyboard.press('Backspace');
  await expect(page.locator('.value-picker-value')).toHaveText([/PL/]);
  await page.context().close();
});

test('a segment put into the comparison is remembered there', async () => {
  const page = await open(STATES['a segment with thresholds'] as State, desktop);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('button', { name: 'In comparison' })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.getByRole('button', { name: 'In comparison' })).toBeVisible();
  await page.context().close();
});
