import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeFaults } from './axe-faults';
import { type Extension, expect, test } from './extension';
import { holdSample } from './sample-data';

/** Sample data, once a worker: the comparison, the popup and the panel all stand on it. */
let filled = false;
async function fill(extension: Extension): Promise<void> {
  if (filled) return;
  await holdSample(extension);
  filled = true;
}

async function openCompare(extension: Extension, hash = '#/compare'): Promise<Page> {
  const page = await extension.open(`workspace/index.html${hash}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  // The view left last is the one that opens.
  await page.locator('[data-tab="table"]').click();
  await page.locator('.compare-table').waitFor();
  await settled(page);
  return page;
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

async function speak(page: Page, locale: 'en' | 'pl'): Promise<void> {
  await page.evaluate((l) => localStorage.setItem('segment-lens:locale', JSON.stringify(l)), locale);
  await page.reload();
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.beforeAll(async ({ extension }) => fill(extension));

for (const locale of ['en', 'pl'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`Compare is accessible in every view (${locale}, ${colorScheme})`, async ({ extension }) => {
      const page = await openCompare(extension);
      await speak(page, locale);
      await page.emulateMedia({ colorScheme });
      await page.locator('.compare-table').waitFor();
      await settled(page);
      await page.locator('[data-at="2-0"]').click();
      await expect(page.locator('.derivation')).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      await page.locator('.compare-chosen .popover > button').click();
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      for (const view of ['bars', 'trend', 'retention']) {
        await page.locator(`[data-tab="${view}"]`).click();
        await page.locator('.tabs-panel canvas').first().waitFor();
        await settled(page);
        expect(await axeFaults(page)).toEqual([]);
      }
      await speak(page, 'en');
      await page.close();
    });
  }
}

test('popup and panel are accessible, and scroll down only', async ({ extension }) => {
  const page = await openCompare(extension);
  await page.setViewportSize({ width: 400, height: 560 });
  for (const [path, width] of [
    ['popup', 400],
    ['panel', 320],
  ] as const) {
    await page.setViewportSize({ width, height: 560 });
    await page.goto(`${extension.origin}/${path}/index.html`);
    await page.locator('svg.dot-plot').waitFor();
    await settled(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page)).toEqual([]);
    }
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  }
  await page.close();
});

test('Compare fits a window of half the width, as at 200 % zoom', async ({ extension }) => {
  const page = await openCompare(extension);
  await page.setViewportSize({ width: 640, height: 450 });
  await page.waitForTimeout(200);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.close();
});

test('the first picture of the popup stands before any module runs, and stays where it is', async ({
  extension,
}) => {
  const before = await openCompare(extension);
  await before.close();
  const page = await extension.context.newPage();
  await page.setViewportSize({ width: 400, height: 560 });
  await page.addInitScript(() => {
    // The one script in front has run by then; modules are asked for when its picture is painted.
    document.addEventListener('DOMContentLoaded', () => {
      const rows = [...document.querySelectorAll('#first .dot-row')];
      Object.assign(globalThis, {
        firstPicture: {
          texts: rows.map((row) => row.textContent),
          box: document.querySelector('#first svg')?.getBoundingClientRect().toJSON(),
        },
      });
    });
  });
  await page.goto(`${extension.origin}/popup/index.html`);
  await page.locator('#app svg.dot-plot').waitFor();
  const [first, then] = await page.evaluate(() => {
    const { firstPicture } = globalThis as unknown as { firstPicture: { texts: string[]; box: DOMRect } };
    return [
      firstPicture,
      {
        texts: [...document.querySelectorAll('#app .dot-row')].map((row) => row.textContent),
        box: document.querySelector('#app svg.dot-plot')?.getBoundingClientRect().toJSON(),
      },
    ];
  });
  expect(first.texts.length).toBeGreaterThan(2);
  expect(first).toEqual(then);
  await expect(page.locator('#first')).toHaveCount(0);
  await page.close();
});

test('the popup takes its picture for live only as long as data, question and segments are those it was made of', async ({
  extension,
}) => {
  const before = await openCompare(extension);
  const stamped = () =>
    before.evaluate(() => JSON.parse(localStorage.getItem('segment-lens:snapshot') ?? '{}').madeOf ?? null);
  await expect.poll(stamped).not.toBeNull();
  const opened = async () => {
    const page = await extension.context.newPage();
    await page.setViewportSize({ width: 400, height: 560 });
    await page.goto(`${extension.origin}/popup/index.html`);
    await page.waitForFunction(() => performance.getEntriesByName('comparison-live').length > 0);
    return page;
  };
  const as = await opened();
  expect(as.workers()).toEqual([]);
  const then = await as.locator('.popup-now').innerText();
  await as.close();

  // Another day, chosen elsewhere: what is drawn is worked out, and then known again.
  await before.evaluate(() => localStorage.setItem('segment-lens:as-of', String(Date.UTC(2026, 4, 31))));
  const other = await opened();
  expect(other.workers()).toHaveLength(1);
  await expect(other.locator('.popup-now')).toContainText('31 May 2026');
  await expect(other.locator('.now-stale')).toHaveCount(0);
  expect(await other.locator('.popup-now').innerText()).not.toBe(then);
  await expect.poll(stamped).not.toBeNull();
  await other.close();
  const again = await opened();
  expect(again.workers()).toEqual([]);
  await expect(again.locator('.popup-now')).toContainText('31 May 2026');
  await again.close();
  await before.evaluate(() => localStorage.removeItem('segment-lens:as-of'));
  await before.close();
});

test('one key turns a chart into its table, with the same numbers', async ({ extension }) => {
  const page = await openCompare(extension);
  const figure = page.locator('figure.chart-figure').first();
  const drawn = await figure.locator('.dot-row .dot-num').allTextContents();
  await figure.locator('.chart-body').focus();
  await page.keyboard.press('t');
  const told = await figure.locator('tbody tr td:nth-child(2)').allTextContents();
  expect(told.length).toBe(drawn.length);
  for (const [i, value] of told.entries()) expect(drawn[i]).toContain(value);
  await page.close();
});

test('the table is walked by arrows, opened by Enter, left by Escape', async ({ extension }) => {
  const page = await openCompare(extension);
  await page.locator('[data-at="0-0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-at="1-1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.derivation h2')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.derivation')).toHaveCount(0);
  await expect(page.locator('[data-at="1-1"]')).toBeFocused();
  await page.close();
});

test('the address opens the same comparison again', async ({ extension }) => {
  const page = await openCompare(extension);
  await page.locator('.chip-remove').last().click();
  await settled(page);
  await page
    .locator('.compare-controls select')
    .filter({ hasText: /Repeat rate/ })
    .selectOption('repeat-rate');
  await settled(page);
  const names = await page.locator('.compare-chips .chip-name').allTextContents();
  const url = page.url();
  await page.evaluate(() => {
    localStorage.removeItem('segment-lens:compare');
    localStorage.removeItem('segment-lens:chosen-segments');
  });
  await page.close();
  const again = await extension.context.newPage();
  await again.goto(url);
  await again.locator('.compare-table').waitFor();
  await settled(again);
  expect(await again.locator('.compare-chips .chip-name').allTextContents()).toEqual(names);
  await expect(again.locator('.chart-figure h2').first()).toHaveText('Repeat rate');
  await again.evaluate(() => localStorage.clear());
  await again.close();
});

test('what is exported is what is shown, in the order shown', async ({ extension }) => {
  const page = await openCompare(extension);
  await page
    .locator('.compare-table tbody th')
    .filter({ hasText: /^Revenue per customer/ })
    .locator('button')
    .click();
  const names = await page.locator('.compare-table thead th .data').allTextContents();
  const saved = page.waitForEvent('download');
  await page.locator('.compare-export button').click();
  const path = await (await saved).path();
  const text = readFileSync(path, 'utf8');
  const places = names.map((name) => text.indexOf(name));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  await page.close();
});

test('the panel collects what the page beside it offers, and compares it', async ({ extension, demo }) => {
  const report = await extension.context.newPage();
  await report.goto(`${demo.url}/analytics/traffic-acquisition`);
  const tabId = await extension.tabId(report);
  const panel = await extension.open('panel/index.html');
  const look = panel.locator('.offer button').first();
  await look.waitFor();
  // The panel stands in a tab here: the page must be the one in front when it is asked.
  await panel.evaluate(async (id) => {
    const { tabs } = chrome as unknown as { tabs: { update(id: number, to: object): Promise<void> } };
    await tabs.update(id, { active: true });
    document.querySelector<HTMLElement>('.offer button')?.click();
  }, tabId);
  const collect = panel.locator('.offer .button-primary');
  await expect(collect).toHaveText(/Collect \d/);
  await panel.evaluate(() => document.querySelector<HTMLElement>('.offer .button-primary')?.click());
  await expect(panel.locator('.offer')).toContainText('kept');
  await expect(panel.locator('.offer')).toContainText('Recognised as');
  await panel.close();
  await report.close();
});

test('deleting data takes the picture of it away', async ({ extension }) => {
  const page = await openCompare(extension);
  const kept = () => page.evaluate(() => localStorage.getItem('segment-lens:snapshot'));
  await expect.poll(kept).not.toBeNull();
  await page.goto(`${extension.origin}/workspace/index.html#/privacy`);
  await page
    .getByRole('button', { name: /^Delete everything/ })
    .first()
    .click();
  await page.locator('.confirm .button-danger').click();
  await expect.poll(kept).toBeNull();
  filled = false;
  await page.goto(`${extension.origin}/popup/index.html`);
  await expect(page.locator('.popup-now')).toContainText('No data yet.');
  await page.close();
});
