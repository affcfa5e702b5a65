import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from './extension';

/**
 * Discover in the built workspace, in both languages: findings as sentences with what becomes of them within strata, and
 * a rate taken apart. The data is planted here, so that every figure expected is counted by hand.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const shots = process.env['SHOTS'];
const shot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

/**
 * Among members 216 of 600 came back, of others 392 of 600: less often. Yet most members came by ads, and within either
 * channel they came back more often (ads 126 of 500 to 20 of 100, direct 90 of 100 to 372 of 500).
 */
const PLANTED = [
  { member: 'yes', channel: 'Ads', n: 500, back: 126 },
  { member: 'yes', channel: 'Direct', n: 100, back: 90 },
  { member: 'no', channel: 'Ads', n: 100, back: 20 },
  { member: 'no', channel: 'Direct', n: 500, back: 372 },
] as const;

function customers(): string {
  const rows = PLANTED.flatMap(({ member, channel, n, back }) =>
    Array.from({ length: n }, (_, i) => [member, channel, i < back ? 'yes' : 'no']),
  );
  return [
    'Customer ID,Club member,Channel,Came back',
    ...rows.map((cells, i) => [`c${i + 1}`, ...cells].join(',')),
  ].join('\n');
}

/** Each device keeps its rate (6 % and 2 %); mobile goes from 40 to 60 of 100 sessions, and the whole from 4.4 to 3.6 %. */
function report(from: string, to: string, desktop: number, mobile: number): string {
  return [
    '# ----------------------------------------',
    '# Tech details: Device category',
    '# Account: Morning Roasters',
    '# Property: Morning Roasters shop - GA4',
    '# ----------------------------------------',
    '# ',
    '# All Users',
    `# Start date: ${from}`,
    `# End date: ${to}`,
    'Device category,Sessions,Session key event rate',
    `desktop,${desktop},0.06`,
    `mobile,${mobile},0.02`,
  ].join('\n');
}

async function open(
  extension: Extension,
  locale: 'en' | 'pl',
  scheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const page = await extension.open('workspace/index.html#/discover');
  await page.evaluate((l) => localStorage.setItem('segment-lens:locale', JSON.stringify(l)), locale);
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  await page.locator('.discover h1').waitFor();
  return page;
}

test.beforeAll(async ({ extension }) => {
  const page = await extension.open('workspace/index.html#/data');
  await page.evaluate(
    async (files) => {
      const engine = globalThis.segmentLensEngine;
      await engine.deleteEverything(undefined);
      localStorage.clear();
      const tables = [];
      for (const [name, text] of files) {
        const sources = await engine.survey({ file: new File([text], name) });
        for (const { surveyId, proposals } of sources)
          for (const { tableIndex, mapping } of proposals) tables.push({ surveyId, tableIndex, mapping });
      }
      await engine.importTables({ tables });
      await engine.saveSegment({
        name: 'Club',
        description: '',
        rule: { kind: 'attribute', field: 'custom:Club member', test: { op: 'is-yes' } },
      });
    },
    [
      ['customers.csv', customers()],
      ['september.csv', report('20260901', '20260930', 6000, 4000)],
      ['october.csv', report('20261001', '20261031', 4000, 6000)],
    ] as const,
  );
  await page.close();
});

const findings = (page: Page) => page.locator('.findings-list > li');

for (const { locale, find, turned, others } of [
  { locale: 'en', find: 'Find what differs', turned: 'Turns round within channel', others: 'everyone else' },
  { locale: 'pl', find: 'Znajdź różnice', turned: 'Odwraca się w podziale na kanały', others: 'pozostałych' },
] as const) {
  test(`says what differs, and that it turns round within channels (${locale})`, async ({ extension }) => {
    const page = await open(extension, locale);
    await shot(page, `finder-before-${locale}`);
    await page.getByRole('button', { name: find }).click();
    await expect(findings(page)).toHaveCount(2);
    const back = findings(page).filter({ hasText: 'Came back' });
    await expect(back).toContainText(turned);
    await expect(back).toContainText(others);
    // 216 of 600 and 392 of 600, in the language's own figures.
    await expect(back).toContainText(locale === 'en' ? '36.0%' : '36,0%');
    await expect(back).toContainText(locale === 'en' ? '65.3%' : '65,3%');
    await expect(back).toContainText(locale === 'en' ? '216 of 600' : '216 z 600');

    await back.getByRole('button').first().click();
    const rows = back.locator('.finding-strata tbody tr');
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: 'Ads' })).toContainText(locale === 'en' ? '25.2%' : '25,2%');
    await expect(rows.filter({ hasText: 'Direct' })).toContainText(locale === 'en' ? '90.0%' : '90,0%');
    await shot(page, `finder-open-${locale}`);
    await page.setViewportSize({ width: 400, height: 800 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await shot(page, `finder-narrow-${locale}`);
    await page.close();
  });

  test(`takes a fall apart: all of it mix, none of it rates (${locale})`, async ({ extension }) => {
    const page = await open(extension, locale, 'dark');
    await page.locator('[data-tab="change"]').click();
    await page.locator('.change-ask button[type=submit]').click();
    const headline = page.locator('.change-headline');
    await expect(headline).toContainText(
      locale === 'en' ? 'fell mostly because the share of' : 'spadek głównie dlatego',
    );
    // 4.40 % to 3.60 %: −0.80 points, all of them mix.
    const figure = page.locator('.chart-figure');
    const waterfall = figure.locator('svg');
    await expect(waterfall.locator('.fall-dot')).toHaveCount(2);
    await shot(page, `change-${locale}`);
    await figure.getByRole('combobox').selectOption('value');
    await expect(waterfall).toContainText('mobile');
    await shot(page, `change-values-${locale}`);
    await figure.getByRole('combobox').selectOption('term');
    await figure.getByRole('button', { name: locale === 'en' ? 'Show as table' : 'Pokaż tabelę' }).click();
    const cells = figure.locator('tbody tr');
    await expect(cells).toHaveCount(5);
    await expect(cells.nth(0)).toContainText(locale === 'en' ? '4.40%' : '4,40%');
    await expect(cells.nth(1)).toContainText(locale === 'en' ? '−0.80' : '−0,80');
    await expect(cells.nth(2)).toContainText(locale === 'en' ? '0.00' : '0,00');
    await expect(cells.nth(4)).toContainText(locale === 'en' ? '3.60%' : '3,60%');
    await figure.getByRole('button', { name: locale === 'en' ? 'Show as chart' : 'Pokaż wykres' }).click();
    await page.setViewportSize({ width: 400, height: 800 });
    await shot(page, `change-narrow-${locale}`);
    await page.close();
  });
}

test('saves a finding as a segment of just those people', async ({ extension }) => {
  const page = await open(extension, 'en');
  await page.getByRole('button', { name: 'Find what differs' }).click();
  const back = findings(page).filter({ hasText: 'Came back' });
  await back.getByRole('button').first().click();
  await back.getByRole('button', { name: 'Save as a segment' }).click();
  await back.getByLabel('Name of the segment').fill('Those who came back');
  await back.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(back).toContainText('Saved as a segment');
  const size = await page.evaluate(async () => {
    const { segments } = await globalThis.segmentLensEngine.segments({ asOf: null, currency: null });
    return segments.find((v) => v.segment.name.en === 'Those who came back')?.size;
  });
  expect(size).toBe(126 + 90 + 20 + 372);
  await page.close();
});

test('waits below the table of Compare until it is asked', async ({ extension }) => {
  const page = await extension.open('workspace/index.html#/compare');
  await page.locator('.compare-table').waitFor();
  await expect(findings(page)).toHaveCount(0);
  await page.getByText('What differs most').click();
  await page.getByRole('button', { name: 'Find what differs' }).click();
  await expect(findings(page).first()).toBeVisible();
  await shot(page, 'compare-finder');
  await page.close();
});

test('downloads what it found, with n, interval and q in each row', async ({ extension }) => {
  const page = await open(extension, 'en');
  await page.getByLabel('Segment', { exact: true }).selectOption({ label: 'Club (600)' });
  await page.getByRole('button', { name: 'Find what differs' }).click();
  await findings(page).first().waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const path = await (await download).path();
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('# Segment Lens findings format 1');
  expect(text).toMatch(/^finding,people:custom:Came back:is:yes,/m);
  await page.close();
});
