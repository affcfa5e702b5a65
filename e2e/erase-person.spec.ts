import { mkdirSync } from 'node:fs';
import { expect, test } from './extension';

/** One person erased through the workspace: asked first, gone from every count, and left out when the file comes again. */
const PEOPLE = 30;
const CSV = [
  'Order ID,Customer ID,E-mail,Order date,Total,Currency',
  ...Array.from({ length: 2 * PEOPLE }, (_, i) => {
    const who = `k${String(i % PEOPLE).padStart(2, '0')}`;
    return `${7000 + i},${who},${who}@example.com,2025-0${1 + (i % 6)}-1${i % 10},10.00,PLN`;
  }),
].join('\n');

test('erases a person, says so, and leaves them out of the same file', async ({ extension }) => {
  test.setTimeout(120_000);
  const page = await extension.open('workspace/index.html#/segments');
  const take = () =>
    page.evaluate(async (text) => {
      const engine = globalThis.segmentLensEngine;
      const surveyed = await engine.survey({ file: new File([text], 'orders.csv') });
      await engine.importTables({
        tables: surveyed.flatMap(({ surveyId, proposals }) =>
          proposals.map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping })),
        ),
      });
      const { people, orders } = await engine.state(undefined);
      return { people, orders };
    }, CSV);
  await page.evaluate(async () => {
    await globalThis.segmentLensEngine.deleteEverything(undefined);
    localStorage.clear();
    localStorage.setItem('segment-lens:locale', '"pl"');
  });
  expect(await take()).toEqual({ people: PEOPLE, orders: 2 * PEOPLE });
  await page.reload();
  await page.locator('.library-item').first().click();
  await page
    .getByRole('searchbox', { name: /^Znajdź klienta/ })
    .first()
    .fill('k07@ex');
  await page.locator('.person-why-found button').click();
  const why = page.locator('.person-why');
  await why.getByRole('button', { name: /^Usuń tę osobę/ }).click();
  const asked = why.locator('.confirm');
  await expect(asked).toContainText('2 zamówienia');
  await expect(asked).toContainText('nie da się cofnąć');
  if (process.env['SHOTS'] !== undefined) {
    mkdirSync(process.env['SHOTS'], { recursive: true });
    await page.screenshot({ path: `${process.env['SHOTS']}/erase.png`, fullPage: true });
  }
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await why.getByRole('button', { name: /^Usuń tę osobę/ }).click();
  await asked.getByRole('button', { name: 'Usuń na stałe' }).click();
  await expect(page.locator('.person-why')).not.toContainText('k07');
  const left = await page.evaluate(async () => {
    const { people, orders } = await globalThis.segmentLensEngine.state(undefined);
    return { people, orders };
  });
  expect(left).toEqual({ people: PEOPLE - 1, orders: 2 * PEOPLE - 2 });
  expect(await take()).toEqual(left);
  await page
    .getByRole('searchbox', { name: /^Znajdź klienta/ })
    .first()
    .fill('k07@ex');
  await expect(page.locator('.person-why-found button')).toHaveCount(0);
  await expect(why).toContainText('Nikt nie pasuje');
  await page.close();
});
