import { openPanelBeside } from './beside';
import { expect, test } from './extension';
import { choose, LOOPBACK } from './grant';
import { pageOf } from './site';

interface Registered {
  readonly id: string;
  readonly matches: readonly string[];
  readonly world?: string;
  readonly runAt?: string;
  readonly allFrames?: boolean;
}

test.describe.configure({ mode: 'serial' });

const table = '<table><tr><th>City<th>Orders</tr><tr><td>Łódź<td>3</tr><tr><td>Gdynia<td>4</tr></table>';

test('asks for no host when it is installed, and may be asked for any', async ({ extension }) => {
  const worker = await extension.serviceWorker();
  const manifest = await worker.evaluate(() =>
    (chrome.runtime as unknown as { getManifest(): Record<string, unknown> }).getManifest(),
  );
  // The test build alone is granted loopback.
  expect(manifest['host_permissions']).toEqual([LOOPBACK, 'http://localhost/*']);
  expect(manifest['optional_host_permissions']).toEqual(['https://*/*', 'http://*/*']);
  expect(manifest['content_scripts']).toBeUndefined();
});

test('a site is chosen, listed and withdrawn in Privacy, and scripts follow', async ({ extension }) => {
  const worker = await extension.serviceWorker();
  const registered = () =>
    worker.evaluate(() =>
      (
        globalThis as unknown as {
          chrome: { scripting: { getRegisteredContentScripts(): Promise<Registered[]> } };
        }
      ).chrome.scripting
        .getRegisteredContentScripts()
        .then((scripts) => scripts.sort((a, b) => a.id.localeCompare(b.id))),
    );
  const workspace = await extension.open('workspace/index.html#/privacy');
  const row = workspace
    .getByRole('listitem')
    .filter({ has: workspace.getByRole('heading', { name: '127.0.0.1' }) });
  await expect(row).toContainText('Chosen for nothing');
  expect(await registered()).toEqual([]);

  await row.getByLabel('Offer what I export').check();
  await expect
    .poll(async () =>
      (await registered()).map(({ id, matches, world, runAt }) => ({ id, matches, world, runAt })),
    )
    .toEqual([
      { id: 'export-catcher', matches: [LOOPBACK], world: 'MAIN', runAt: 'document_start' },
      { id: 'export-receiver', matches: [LOOPBACK], world: 'ISOLATED', runAt: 'document_start' },
    ]);
  await row.getByLabel('Keep the offer').check();
  await row.getByLabel('Offer what I export').uncheck();
  await expect.poll(async () => (await registered()).map((s) => s.id)).toEqual(['reader']);

  // The test build requires loopback: the browser keeps the grant, and it is used for nothing.
  await row.getByRole('button', { name: 'Withdraw 127.0.0.1' }).click();
  await expect(row).toContainText('The browser keeps this permission');
  await expect.poll(registered).toEqual([]);
  await expect(row.getByLabel('Keep the offer')).not.toBeChecked();
  await workspace.close();
});

test('what was registered is there again after the browser forgot it', async ({ extension, page, site }) => {
  await choose(extension, { follow: true });
  const worker = await extension.serviceWorker();
  const after = await worker.evaluate(async () => {
    const { scripting } = (
      globalThis as unknown as {
        chrome: {
          scripting: {
            unregisterContentScripts(): Promise<void>;
            getRegisteredContentScripts(): Promise<Registered[]>;
          };
        };
      }
    ).chrome;
    await scripting.unregisterContentScripts();
    return (await scripting.getRegisteredContentScripts()).length;
  });
  expect(after).toBe(0);
  // Any change makes all equal again.
  await choose(extension, { follow: true, badges: true });
  await page.goto(site.put('/granted', pageOf(table)));
  await choose(extension, {});
});

test('on a site allowed, the reader is there before a click; on any other it is not', async ({
  extension,
  page,
  site,
}) => {
  const here = async () => {
    const tabId = await extension.tabId(page);
    return (await extension.serviceWorker()).evaluate(
      (id) =>
        (
          globalThis as unknown as {
            chrome: { tabs: { sendMessage(id: number, message: unknown): Promise<unknown> } };
          }
        ).chrome.tabs
          .sendMessage(id, { kind: 'nothing' })
          .then(
            () => 'there',
            (error: Error) => (/Receiving end does not exist/.test(error.message) ? 'not there' : 'there'),
          ),
      tabId,
    );
  };
  const address = site.put('/reader', pageOf(table));
  await page.goto(address);
  expect(await here()).toBe('not there');
  // The page that is open is reached at once.
  await choose(extension, { follow: true });
  await expect.poll(here).toBe('there');
  await page.reload();
  await expect.poll(here).toBe('there');
  await choose(extension, {});
  await page.reload();
  expect(await here()).toBe('not there');
});

test('the panel shows what the site in front is allowed for', async ({ extension, page, site }) => {
  await page.goto(site.put('/panel', pageOf(table)));
  const panel = await openPanelBeside(extension, page);
  // Granted as the test build is, it shows what it is for.
  await panel.getByRole('button', { name: 'On: 127.0.0.1' }).click();
  await expect(panel.getByRole('heading', { name: 'Allowed on 127.0.0.1' })).toBeFocused();
  await expect(panel.getByLabel('Show segment names')).not.toBeChecked();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: 'On: 127.0.0.1' })).toBeFocused();
  await panel.close();
});
