import Papa from 'papaparse';
import { sampleFiles } from '../src/app/sample/sample-files';
import { expect, test } from './extension';
import { areRead, keepRead, startOver } from './keep-files';
import { dated, rhythm, type Sale } from './plain-rhythm';
import { expectShown, shownRows } from './shown-comparison';

test('the sample, by its button: what is shown of everyone is what its files give', async ({ extension }) => {
  test.setTimeout(120_000);
  const page = await extension.open('workspace/index.html');
  await startOver(page, {
    'segment-lens:locale': '"en"',
    'segment-lens:compare': '{"measured":{"kind":"held"}}',
  });
  await page.getByRole('button', { name: 'Try with sample data' }).click();
  await areRead(page, 4);
  await keepRead(page);
  await page.getByRole('button', { name: 'Compare them' }).click();
  await page.locator('.compare-table').waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const shown = await shownRows(page);
  await page.close();

  const [orders = [], customers = []] = await Promise.all(
    sampleFiles().map(
      async (file) =>
        Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true }).data,
    ),
  );
  const sales: Sale[] = [];
  let gross = 0;
  let refunded = 0;
  let last = 0;
  for (const row of orders) {
    const at = new Date(`${row['Created at']?.slice(0, 10)}T00:00:00Z`);
    last = Math.max(last, at.getTime());
    if (row['Total'] === '' || row['Cancelled at'] !== '') continue;
    gross += Number(row['Total']);
    refunded += Number(row['Refunded Amount']);
    sales.push({
      person: row['Email'] ?? '',
      ...dated(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()),
    });
  }
  const people = new Set(customers.map((row) => row['Email']));
  const buyers = new Set(sales.map(({ person }) => person));
  expect(buyers.size).toBeLessThan(people.size);
  expectShown(shown, -1, {
    Customers: people.size,
    'Conversion rate': buyers.size / people.size,
    Revenue: gross - refunded,
    'Gross revenue': gross,
    Orders: sales.length,
    'Average order value': (gross - refunded) / sales.length,
    'Revenue per customer': (gross - refunded) / people.size,
    'Refund rate': refunded / gross,
    ...rhythm(sales, new Date(last)),
  });
});
