import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasShared, sharedText } from '../tests/shared-data';
import { expect, test } from './extension';
import { keepFiles, startOver } from './keep-files';
import { shownRows } from './shown-comparison';

/** Hillstrom as a person takes it in: a list whose own columns say what each arm did, compared with nobody mailed. */
test.skip(!hasShared, 'needs shared data');

const dir = mkdtempSync(join(tmpdir(), 'segment-lens-own-'));
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('visits, conversion and spend by arm, with differences and intervals as printed', async ({
  extension,
}) => {
  test.setTimeout(180_000);
  const path = join(dir, 'hillstrom.csv');
  writeFileSync(path, sharedText('data/hillstrom/hillstrom.csv.gz'));
  const page = await extension.open('workspace/index.html#/data');
  await page.setViewportSize({ width: 1400, height: 900 });
  await startOver(page);
  await keepFiles(page, [path]);
  const ids = await page.evaluate(async () => {
    const made: string[] = [];
    for (const name of ['Mens E-Mail', 'Womens E-Mail', 'No E-Mail']) {
      const rule = {
        kind: 'attribute',
        field: 'custom:segment',
        test: { op: 'is-any-of', values: [name] },
      } as const;
      made.push((await globalThis.segmentLensEngine.saveSegment({ name, description: '', rule })).id);
    }
    return made;
  });
  const query = new URLSearchParams([...ids.map((id) => ['s', id]), ['against', ids[2] ?? '']]);
  await page.goto('about:blank');
  await page.goto(
    `${extension.origin}/workspace/index.html#/compare/${encodeURIComponent(query.toString())}`,
  );
  await page.locator('.compare-table').waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);

  const rows = await shownRows(page);
  expect(rows.get('visit: yes')?.slice(0, 3)).toEqual(['18.3%≠', '15.1%≠', '10.6%']);
  expect(rows.get('conversion: yes')?.slice(0, 3)).toEqual(['1.25%≠', '0.88%≠', '0.57%']);
  expect(rows.get('spend: mean')?.slice(0, 3)).toEqual(['1.42≠', '1.08≠', '0.65']);

  const derivation = page.locator('.derivation');
  for (const [metric, said] of [
    ['visit: yes', ['3,894 ÷ 21,307', '+7.7\u00a0pp', '+7.0\u00a0pp to +8.3\u00a0pp']],
    ['conversion: yes', ['267 ÷ 21,307', '+0.68\u00a0pp', '+0.50\u00a0pp to +0.86\u00a0pp']],
    ['spend: mean', ['+0.77', '+0.49 to +1.05']],
  ] as const) {
    await page.locator('.compare-table tbody tr', { hasText: metric }).locator('td button').first().click();
    for (const text of said) await expect(derivation).toContainText(text);
  }
  await derivation.getByRole('button', { name: 'Show them' }).click();
  await expect(derivation).toContainText('1–10 of 21,307');
  await page.close();
});

test('churn and Kaplan–Meier of Telco by contract, each segment and column chosen by hand', async ({
  extension,
}) => {
  test.setTimeout(180_000);
  const path = join(dir, 'telco.csv');
  writeFileSync(path, sharedText('data/telco/Telco-Customer-Churn.csv'));
  const page = await extension.open('workspace/index.html#/data');
  await page.setViewportSize({ width: 1400, height: 900 });
  await startOver(page);
  await keepFiles(page, [path]);

  for (const contract of ['Month-to-month', 'One year', 'Two year']) {
    await page.goto(`${extension.origin}/workspace/index.html#/segments`);
    await page.getByRole('button', { name: 'New segment', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill(contract);
    await page.locator('.rule-editor select').first().waitFor();
    await page
      .locator('select', { has: page.locator('option[value="attribute:custom:Contract"]') })
      .first()
      .selectOption('attribute:custom:Contract');
    await page.getByRole('combobox', { name: 'Values' }).fill(contract);
    await page.locator('.value-picker-option').first().click();
    await page.getByRole('button', { name: 'Save segment', exact: true }).click();
    await expect(page.getByText(`The segment “${contract}” was saved.`).first()).toBeAttached();
  }

  await page.goto(`${extension.origin}/workspace/index.html#/compare`);
  await page.locator('.compare-chosen').waitFor();
  for (const chip of await page.locator('.compare-chosen .chip-remove').all()) {
    await page.locator('.compare-chosen .chip-remove').first().click();
    await chip.count();
  }
  await page.locator('.compare-chosen .popover > button').click();
  for (const contract of ['Month-to-month', 'One year', 'Two year'])
    await page
      .locator('.compare-chosen')
      .getByRole('checkbox', { name: new RegExp(`^${contract}`) })
      .check();
  await page.keyboard.press('Escape');
  await page.locator('.compare-table').waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const heads = await page.locator('.compare-table thead th .data').allTextContents();
  const place = (contract: string) => heads.indexOf(contract);
  const churn = (await shownRows(page)).get('Churn: yes') ?? [];
  expect(churn[place('Month-to-month')]).toContain('42.7%');
  expect(churn[place('One year')]).toContain('11.3%');
  expect(churn[place('Two year')]).toContain('2.8%');
  await page
    .locator('.compare-table tbody tr', { hasText: 'Churn: yes' })
    .locator('td button')
    .nth(place('Month-to-month'))
    .click();
  await expect(page.locator('.derivation')).toContainText('1,655 ÷ 3,875');
  await expect(page.locator('.derivation')).toContainText('41.2% – 44.3%');

  await page.locator('[data-tab="timing"]').click();
  await page.getByLabel('How long each was there').selectOption({ label: 'tenure' });
  await page.getByLabel('Whether it ended').selectOption({ label: 'Churn' });
  const figure = page.locator('figure.chart-figure', { hasText: 'Without “Churn” so far' });
  await figure.locator('canvas').waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const rows = await page
    .locator('.compare-tab section')
    .last()
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  const last = rows.find((row) => row[0] === '72') ?? [];
  // After 72 months, as R's survfit has it.
  expect(last[1 + 2 * place('Month-to-month')]).toMatch(/^12\.9% /);
  expect(last[1 + 2 * place('One year')]).toMatch(/^56\.8% /);
  expect(last[1 + 2 * place('Two year')]).toMatch(/^93\.6% /);
  await page.close();
});
