import { expect, test } from './extension';
import { csvFile, pickFiles, startOver } from './keep-files';

/** An amount that may be in millionths stops an import until somebody says, and comes in as said. */
test('asks how much money a number is, and divides what is in millionths', async ({ extension }) => {
  const page = await extension.open('workspace/index.html#/data');
  await startOver(page);
  await pickFiles(page, [
    csvFile(
      'ads.csv',
      'Date,Campaign,Impressions,Clicks,Cost,Currency\n' +
        '2026-09-01,Tea,1000,10,8990000,PLN\n2026-09-02,Tea,1200,14,24500000,PLN\n2026-09-03,Coffee,900,9,1250000,PLN\n',
    ),
  ]);
  const question = page.getByRole('group', { name: '8990000: how much money is that?' });
  const keep = page.locator('.import-bar .import-bar-actions > button').last();
  await expect(keep).toBeDisabled();
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/scale-en.png`, fullPage: true });
  await question.getByLabel(/Millionths.*8\.99/).check();
  await keep.click();
  await page.locator('.account-list').waitFor();
  const found = page.locator('.account-list').getByText('What was found');
  await found.click();
  await expect(page.locator('.account-list')).toContainText('you said that they are in millionths');
  await page.goto('about:blank');
  await page.goto(`${extension.origin}/workspace/index.html#/compare`);
  await page.locator('.compare-table').waitFor();
  await expect(page.locator('.compare-table')).toContainText('33.49');
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/scale-compare.png`, fullPage: true });
  await page.close();
});
