import { expect, test } from './extension';
import { badgesReady, expectNamed, LISTED } from './named-rows';
import { crmList, shopList } from './pages/customer-lists';

test.beforeEach(({ page }) => page.setViewportSize({ width: 1_100, height: 700 }));

for (const lang of ['en', 'pl'] as const) {
  test(`a list that recycles its rows names each person, wherever it is scrolled to (${lang})`, async ({
    extension,
    page,
    site,
  }) => {
    await badgesReady(extension, lang);
    await page.goto(site.put('/crm', crmList({ count: LISTED, lang })));
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
  await badgesReady(extension);
  await page.goto(site.put('/shop', shopList({ count: 50 })));
  const light = await expectNamed(page);
  expect(light.names.every((n) => n.kind.endsWith('light'))).toBe(true);
  expect(light.badgeIsDark).toBe(false);
  // Every fourth of the fifty is nobody in the data.
  expect(light.badge).toBe('38 of 50 customers known');
  await page.goto(site.put('/dark', crmList({ count: LISTED, shadow: true, dark: true })));
  const dark = await expectNamed(page);
  expect(dark.names.length).toBeGreaterThan(3);
  expect(dark.names.every((n) => n.kind.endsWith('dark'))).toBe(true);
  expect(dark.badgeIsDark).toBe(true);
});
