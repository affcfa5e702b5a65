import type { Page } from '@playwright/test';
import { openPanelBeside } from './beside';
import { type Extension, expect, test } from './extension';
import { choose } from './grant';
import { pageOf } from './site';

const rowsOf = (n: number, what = 'v') =>
  Array.from({ length: n }, (_, i) => `<tr><td>${what}${i}<td>${i + 1}</tr>`).join('');
const tableOf = (title: string, n: number) =>
  `<table><caption>${title}</caption><thead><tr><th>Name<th>Orders</thead><tbody>${rowsOf(n)}</tbody></table>`;

/** A page of one document, which goes on by its own scripts, as analytics tools do. */
const onePage = pageOf(
  `<nav></nav><main id="main">${tableOf('Traffic', 12)}</main><script>
    const show = (html) => { document.querySelector('#main').innerHTML = html; };
    const go = (how, path, html) => { history[how](null, '', path); show(html); };
  </script>`,
  'Traffic',
);

const run = (page: Page, code: string) => page.evaluate(code);
const go = (page: Page, how: 'pushState' | 'replaceState', path: string, html: string) =>
  run(page, `go('${how}', '${path}', ${JSON.stringify(html)})`);
const partOf = (panel: Page) => panel.getByRole('region', { name: 'On this page' });
const askIn = (panel: Page) =>
  partOf(panel).getByRole('button', { name: 'Compare what is on this page', exact: true });
const again = (panel: Page) => partOf(panel).getByRole('button', { name: 'Read it again' });
const collects = (panel: Page, rows: number) =>
  partOf(panel).getByRole('button', { name: `Collect ${rows} rows` });

/** What the panel says is what the page holds, and nothing says otherwise. */
async function isCurrent(panel: Page, title: string, rows: number): Promise<void> {
  await expect(collects(panel, rows)).toBeVisible({ timeout: 20_000 });
  await expect(partOf(panel).locator('.beside')).toContainText(`${rows} rows read`);
  await expect(partOf(panel)).toContainText(title);
  await expect(partOf(panel).locator('.beside-stale')).toHaveCount(0);
}

/** What the panel still shows is said to be of before, and can't be kept. */
async function isOutdated(panel: Page, said: string | RegExp): Promise<void> {
  await expect(partOf(panel).getByRole('status').or(partOf(panel).locator('.notice'))).toContainText(said);
  await expect(partOf(panel).getByRole('button', { name: /^Collect/ })).toHaveCount(0);
  await expect(partOf(panel).locator('.beside-stale')).toHaveCount(1);
}

async function tabOf(extension: Extension, beside: Page): Promise<() => Promise<void>> {
  const tabId = await extension.tabId(beside);
  const worker = await extension.serviceWorker();
  const other = await worker.evaluate(async (id) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    const { windowId } = await tabs.get(id);
    return (await tabs.create({ windowId, active: true, url: 'about:blank' })).id;
  }, tabId);
  return () =>
    worker.evaluate(
      async ([back, gone]) => {
        const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
        await tabs.update(back, { active: true });
        await tabs.remove(gone);
      },
      [tabId, other] as const,
    );
}

interface Tabs {
  get(id: number): Promise<{ windowId: number }>;
  create(tab: object): Promise<{ id: number }>;
  update(id: number, what: object): Promise<unknown>;
  remove(id: number): Promise<void>;
}

test.describe('on a site allowed it', () => {
  test.beforeEach(({ extension }) => choose(extension, { follow: true }));
  test.afterEach(({ extension }) => choose(extension, {}));

  test('a page that goes on by its own scripts is followed', async ({ extension, page, site }) => {
    test.setTimeout(120_000);
    await page.goto(site.put('/one', onePage));
    const panel = await openPanelBeside(extension, page);
    await isCurrent(panel, 'Traffic', 12);

    await test.step('pushState', async () => {
      await go(page, 'pushState', '/one/acquisition', tableOf('Acquisition', 7));
      await isCurrent(panel, 'Acquisition', 7);
    });
    await test.step('popstate', async () => {
      await run(
        page,
        `addEventListener('popstate', () => show(${JSON.stringify(tableOf('Traffic', 12))}), { once: true }); history.back()`,
      );
      await isCurrent(panel, 'Traffic', 12);
    });
    await test.step('replaceState', async () => {
      await go(page, 'replaceState', '/one/pages', tableOf('Pages', 5));
      await isCurrent(panel, 'Pages', 5);
    });
    await test.step('a hash', async () => {
      await run(
        page,
        `addEventListener('hashchange', () => show(${JSON.stringify(tableOf('Events', 4))}), { once: true }); location.hash = '#/events'`,
      );
      await isCurrent(panel, 'Events', 4);
    });
    await test.step('an address whose table comes late', async () => {
      await run(
        page,
        `go('pushState', '/one/late', '<p>Loading</p>'); setTimeout(() => show(${JSON.stringify(tableOf('Late', 9))}), 2500)`,
      );
      await isCurrent(panel, 'Late', 9);
    });
    await test.step('other dates: the rows are written anew in the same table', async () => {
      await run(page, `document.querySelector('tbody').innerHTML = ${JSON.stringify(rowsOf(6, 'w'))}`);
      await isCurrent(panel, 'Late', 6);
      await expect(partOf(panel)).toContainText('w5');
      await expect(partOf(panel)).not.toContainText('v5');
    });
    await test.step('other dates: the numbers alone change', async () => {
      await run(page, `document.querySelector('tbody td:nth-child(2)').firstChild.data = '7777'`);
      await expect(partOf(panel)).toContainText('7,777', { timeout: 20_000 });
      await isCurrent(panel, 'Late', 6);
    });
    await test.step('another language, drawn anew at the same address', async () => {
      await run(
        page,
        `document.documentElement.lang = 'pl'; show(${JSON.stringify(tableOf('Zdarzenia', 8))})`,
      );
      await isCurrent(panel, 'Zdarzenia', 8);
    });
    await test.step('the table goes', async () => {
      await run(page, `show('')`);
      await expect(partOf(panel)).toContainText('No table', { ignoreCase: true, timeout: 20_000 });
      await expect(partOf(panel).locator('.beside')).toHaveCount(0);
    });
    await test.step('and comes where none was', async () => {
      await run(
        page,
        `document.body.insertAdjacentHTML('beforeend', '<section>' + ${JSON.stringify(tableOf('Anew', 30))} + '</section>')`,
      );
      await isCurrent(panel, 'Anew', 30);
    });
    await panel.close();
  });

  test('a page loaded again, in another language, and one that is gone', async ({
    extension,
    page,
    site,
  }) => {
    await page.goto(site.put('/again', pageOf(tableOf('Traffic', 12))));
    const panel = await openPanelBeside(extension, page);
    await isCurrent(panel, 'Traffic', 12);
    site.put('/again', pageOf(tableOf('Ruch', 11)));
    await page.reload();
    await isCurrent(panel, 'Ruch', 11);
    // A page of the browser's own holds nothing, and nothing of before is offered.
    await page.goto('about:blank');
    await expect(collects(panel, 11)).toHaveCount(0, { timeout: 20_000 });
    await expect(partOf(panel).locator('.beside > .beside-body:not(.beside-stale)')).toHaveCount(0);
    await page.goBack();
    await isCurrent(panel, 'Ruch', 11);
    await panel.close();
  });

  test('frames that come, go on and go', async ({ extension, page, site }) => {
    const inner = site.put('/inner', pageOf(tableOf('Inner', 25)));
    const inner2 = site.put('/inner2', pageOf(tableOf('Deeper', 26)));
    await page.goto(site.put('/outer', pageOf(`<main>${tableOf('Outer', 3)}</main>`)));
    const panel = await openPanelBeside(extension, page);
    await isCurrent(panel, 'Outer', 3);
    const which = partOf(panel).getByLabel('Which table').first();
    await run(
      page,
      `{ const f = document.createElement('iframe'); f.src = ${JSON.stringify(inner)}; document.body.append(f); }`,
    );
    await expect(which.locator('option', { hasText: 'Inner' })).toHaveCount(1, { timeout: 20_000 });
    await run(page, `document.querySelector('iframe').src = ${JSON.stringify(inner2)}`);
    await expect(which.locator('option', { hasText: 'Deeper' })).toHaveCount(1, { timeout: 20_000 });
    await expect(which.locator('option', { hasText: 'Inner' })).toHaveCount(0);
    await run(page, `document.querySelector('iframe').remove()`);
    await expect(partOf(panel)).not.toContainText('Deeper', { timeout: 20_000 });
    await isCurrent(panel, 'Outer', 3);
    await panel.close();
  });

  test('what was picked stays picked, and what was kept stays said', async ({ extension, page, site }) => {
    await page.goto(
      site.put('/two', pageOf(`<div>${tableOf('Large', 20)}</div><div>${tableOf('Small', 5)}</div>`)),
    );
    const panel = await openPanelBeside(extension, page);
    await isCurrent(panel, 'Large', 20);
    await partOf(panel).getByLabel('Which table').first().selectOption({ label: 'Small' });
    await isCurrent(panel, 'Small', 5);
    await run(
      page,
      `document.querySelectorAll('tbody')[1].insertAdjacentHTML('beforeend', '<tr><td>more<td>6</tr>')`,
    );
    await isCurrent(panel, 'Small', 6);
    await collects(panel, 6).click();
    await expect(partOf(panel)).toContainText(/guess|kept/);
    await run(page, `document.querySelectorAll('tbody')[1].innerHTML = ${JSON.stringify(rowsOf(9))}`);
    await expect(partOf(panel).locator('.beside')).toContainText('9 rows read', { timeout: 20_000 });
    await expect(partOf(panel)).toContainText(/guess|kept/);
    await panel.close();
  });

  test('another tab in front is not taken for this one, and back again this one is as it is', async ({
    extension,
    page,
    site,
  }) => {
    await page.goto(site.put('/tabs', onePage));
    const panel = await openPanelBeside(extension, page);
    await isCurrent(panel, 'Traffic', 12);
    const back = await tabOf(extension, page);
    await isOutdated(panel, 'Another page is in front now');
    await go(page, 'pushState', '/tabs/next', tableOf('Next', 8));
    await page.waitForTimeout(1_000);
    await isOutdated(panel, 'Another page is in front now');
    await back();
    await isCurrent(panel, 'Next', 8);
    await panel.close();
  });

  test('a page that never stands still is read again at most once in three seconds', async ({
    extension,
    page,
    site,
  }) => {
    await page.goto(site.put('/busy', onePage));
    const panel = await openPanelBeside(extension, page);
    await isCurrent(panel, 'Traffic', 12);
    await panel.evaluate(() => {
      const seen = globalThis as unknown as { reads: number };
      seen.reads = 0;
      const { tabs } = (
        globalThis as unknown as { chrome: { tabs: Record<string, (...a: unknown[]) => unknown> } }
      ).chrome;
      const connect = tabs['connect'];
      tabs['connect'] = (...given) => {
        if (/look/.test(JSON.stringify(given[1]))) seen.reads++;
        return connect?.(...given);
      };
    });
    await run(
      page,
      `setInterval(() => { document.querySelector('td').firstChild.data = Math.random(); }, 1)`,
    );
    await page.waitForTimeout(10_000);
    const reads = await panel.evaluate(() => (globalThis as unknown as { reads: number }).reads);
    expect(reads).toBeGreaterThanOrEqual(1);
    expect(reads).toBeLessThanOrEqual(4);
    await panel.close();
  });

  test('once it is chosen for nothing, it is read no more', async ({ extension, page, site }) => {
    await page.goto(site.put('/ended', onePage));
    const panel = await openPanelBeside(extension, page);
    await isCurrent(panel, 'Traffic', 12);
    await choose(extension, {});
    await go(page, 'pushState', '/ended/next', tableOf('Next', 8));
    await isOutdated(panel, 'The page has changed');
    await page.waitForTimeout(4_000);
    await expect(partOf(panel)).not.toContainText('Next');
    await panel.close();
  });
});

test('on any other page nothing is read before a click, and nothing again before the next', async ({
  extension,
  page,
  site,
}) => {
  test.setTimeout(120_000);
  await page.goto(site.put('/other', onePage));
  const panel = await openPanelBeside(extension, page);
  await page.waitForTimeout(1_000);
  await expect(partOf(panel)).not.toContainText('Traffic');
  // The click; the test build may read loopback, as a page opened by the toolbar button may be read.
  await askIn(panel).click();
  await isCurrent(panel, 'Traffic', 12);

  const changes: readonly [string, () => Promise<unknown>, string, number][] = [
    [
      'rows',
      () =>
        run(
          page,
          `document.querySelector('tbody').insertAdjacentHTML('beforeend', '<tr><td>more<td>6</tr>')`,
        ),
      'Traffic',
      13,
    ],
    ['another language', () => run(page, `document.documentElement.lang = 'pl'`), 'Traffic', 13],
    ['another address', () => go(page, 'pushState', '/other/next', tableOf('Next', 8)), 'Next', 8],
    ['another table', () => run(page, `show(${JSON.stringify(tableOf('Third', 7))})`), 'Third', 7],
    ['the page again', () => page.reload(), 'Traffic', 12],
    ['a frame', () => run(page, `document.body.append(document.createElement('iframe'))`), 'Traffic', 12],
  ];
  // Next's address, loaded again, is served as the page itself is.
  site.put('/other/next', onePage);
  for (const [what, change, title, rows] of changes) {
    await test.step(what, async () => {
      const before = await partOf(panel).locator('.beside > .beside-body').innerText();
      await change();
      await isOutdated(panel, 'The page has changed');
      await page.waitForTimeout(2_500);
      // What is shown, is still of before.
      expect(await partOf(panel).locator('.beside > .beside-body').innerText()).toBe(before);
      await again(panel).click();
      await isCurrent(panel, title, rows);
    });
  }

  const back = await tabOf(extension, page);
  await isOutdated(panel, 'Another page is in front now');
  await back();
  await isCurrent(panel, 'Traffic', 12);

  // The table goes: found when it is asked for, and not offered.
  await run(page, `show('')`);
  await isOutdated(panel, 'The page has changed');
  await again(panel).click();
  await expect(partOf(panel).locator('.beside')).toHaveCount(0);
  await run(page, `show(${JSON.stringify(tableOf('Back', 40))})`);
  await expect(askIn(panel)).toBeVisible({ timeout: 20_000 });
  await expect(partOf(panel)).not.toContainText('Back');
  await panel.close();
});

test('the popup takes its offer back when the page changes, and looks again when asked', async ({
  extension,
  page,
  site,
}) => {
  site.put('/popup/next', onePage);
  await page.goto(site.put('/popup', onePage));
  const popup = await openPanelBeside(extension, page, 'popup');
  const collect = (rows: number) => popup.getByRole('button', { name: `Collect ${rows} rows` });
  await expect(collect(12)).toBeVisible();
  await go(page, 'pushState', '/popup/next', tableOf('Next', 8));
  await expect(popup.getByText('The page has changed')).toBeVisible();
  await expect(popup.getByRole('button', { name: /^Collect/ })).toHaveCount(0);
  await expect(popup.locator('body')).not.toContainText('Next');
  await popup.getByRole('button', { name: 'Look again' }).click();
  await expect(collect(8)).toBeVisible();
  await page.reload();
  await expect(popup.getByText('The page has changed')).toBeVisible();
  await popup.close();
});
