import type { TabOffer } from '../src/protocol/page-client';
import { expect, test } from './extension';
import { pageOf } from './site';

const listOf = (rows: number) =>
  pageOf(
    `<div style="height:300px;overflow:auto;contain:strict"><table style="table-layout:fixed"><thead><tr><th>Id<th>Value</tr></thead><tbody>${Array.from(
      { length: rows },
      (_, i) => `<tr><td>${i}<td>v${i}</tr>`,
    ).join('')}</tbody></table></div>`,
  );

test('a background stopped in the middle of a capture loses none of it', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(site.put('/stopped', listOf(40_000)));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  const devtools = await extension.context.newCDPSession(remote.page);
  await devtools.send('ServiceWorker.enable');
  await (await extension.serviceWorker()).evaluate(() => Object.assign(globalThis, { before: true }));

  const collecting = remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  for (const rows of [0, 5_000, 15_000]) {
    await expect.poll(() => remote.call('sent'), { intervals: [5], timeout: 40_000 }).toBeGreaterThan(rows);
    await devtools.send('ServiceWorker.stopAllWorkers');
  }
  expect(await collecting).toMatchObject({ rows: 40_000, error: null });
  const [kept] = await remote.call('inbox');
  expect(kept?.complete).toBe(true);
  expect(kept?.cells.every((cells, i) => cells[0] === String(i) && cells[1] === `v${i}`)).toBe(true);
  expect(kept?.cells).toHaveLength(40_000);
  await devtools.detach();
  // A worker that is just being stopped answers never.
  const inBackground = async () => {
    const now = await extension.serviceWorker();
    const silent = new Promise<null>((done) => setTimeout(done, 2_000, null));
    return Promise.race([now.evaluate(() => 'before' in globalThis).catch(() => null), silent]);
  };
  await expect.poll(inBackground).toBe(false);
});

test('put into a page twice, the reader answers once', async ({ extension, page, remote, site }) => {
  await page.goto(site.put('/twice', listOf(10_000)));
  const tabId = await extension.tabId(page);
  const first = (await remote.call('offer', tabId)) as TabOffer;
  const second = (await remote.call('offer', tabId)) as TabOffer;
  expect(second).toEqual(first);
  const done = await remote.call('collect', tabId, first.tables[0]?.ref ?? '');
  expect(done).toMatchObject({ rows: 10_000, progress: [0, 5_000, 10_000] });
  expect(await remote.call('inbox')).toHaveLength(1);
});

test('a capture goes on when the page that asked for it is closed', async ({
  extension,
  harness,
  page,
  remote,
  site,
}) => {
  await page.goto(site.put('/closed', listOf(40_000)));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  const popup = await extension.open('popup/index.html');
  await popup.evaluate(harness);
  await popup.evaluate(
    ([id, ref]) => {
      const { segmentLens } = globalThis as unknown as {
        segmentLens: { collect(id: number, ref: string): void };
      };
      segmentLens.collect(id, ref);
    },
    [tabId, offer.tables[0]?.ref ?? ''] as const,
  );
  await expect
    .poll(async () => (await remote.call('inbox')).length, { intervals: [20], timeout: 40_000 })
    .toBe(1);
  await popup.close();
  await expect.poll(async () => (await remote.call('inbox'))[0]?.complete, { timeout: 30_000 }).toBe(true);
  expect((await remote.call('inbox'))[0]?.cells).toHaveLength(40_000);
});

test('pages can neither speak to the extension nor frame its pages', async ({ extension, page, site }) => {
  await page.goto(
    site.put('/framing', pageOf(`<iframe src="${extension.origin}/popup/index.html"></iframe><p>here</p>`)),
  );
  const reach = await page.evaluate(
    () =>
      typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
        ?.sendMessage,
  );
  expect(reach).toBe('undefined');
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
});

test('the workspace is opened once, and brought to the front after that', async ({
  extension,
  page,
  remote,
}) => {
  await page.goto('about:blank');
  const workspaces = () => extension.context.pages().filter((p) => p.url().includes('/workspace/index.html'));
  await remote.call('openWorkspace');
  await expect.poll(() => workspaces().length).toBe(1);
  await page.bringToFront();
  await remote.call('openWorkspace', '#/data');
  await expect.poll(() => workspaces()[0]?.url()).toMatch(/#\/data$/);
  expect(workspaces()).toHaveLength(1);
  const worker = await extension.serviceWorker();
  const [front] = await worker.evaluate(() => chrome.tabs.query({ active: true }));
  expect(front?.url).toMatch(/workspace\/index\.html#\/data$/);
  await workspaces()[0]?.close();
});
