import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, type Remote, test } from './extension';
import { choose } from './grant';
import { pageOf } from './site';

const CSV =
  'Order ID,Customer ID,E-mail,Order date,Total,Currency\n1,c1,ż@example.com,2025-01-02,10.50,PLN\n2,c2,b@example.com,2025-01-03,7.25,PLN\n';
const BYTES = [...new TextEncoder().encode(CSV)];

/** Each way a page saves what it made, as real tools do it. They run in the page; `CSV` stands for the text. */
const WAYS: Readonly<Record<string, string>> = {
  'blob, anchor, click and revoke at once': `
    const url = URL.createObjectURL(new Blob([CSV], { type: 'text/csv' }));
    const a = document.createElement('a'); a.href = url; a.download = 'report.csv'; a.click();
    URL.revokeObjectURL(url);`,
  'an anchor that stands in the page': `
    const a = document.createElement('a'); document.body.append(a);
    a.href = URL.createObjectURL(new Blob([CSV])); a.setAttribute('download', 'report.csv'); a.click(); a.remove();
    URL.revokeObjectURL(a.href);`,
  'a dispatched click, as FileSaver does it': `
    const a = document.createElementNS('http://www.w3.org/1999/xhtml', 'a');
    a.download = 'report.csv'; a.rel = 'noopener'; a.href = URL.createObjectURL(new Blob([CSV]));
    setTimeout(() => URL.revokeObjectURL(a.href), 4e4);
    setTimeout(() => a.dispatchEvent(new MouseEvent('click')), 0);`,
  'a data address': `
    const a = document.createElement('a'); a.download = 'report.csv';
    a.href = 'data:text/csv;charset=utf-8,' + encodeURIComponent(CSV); a.click();`,
  'a data address in base64': `
    const a = document.createElement('a'); a.download = 'report.csv';
    a.href = 'data:text/csv;base64,' + btoa(String.fromCharCode(...new TextEncoder().encode(CSV))); a.click();`,
  'an anchor in a closed shadow root': `
    const host = document.createElement('x-export'); document.body.append(host);
    const a = document.createElement('a'); host.attachShadow({ mode: 'closed' }).append(a);
    a.href = URL.createObjectURL(new Blob([CSV])); a.download = 'report.csv'; a.click();
    URL.revokeObjectURL(a.href);`,
  'a click on what is within the link': `
    document.body.insertAdjacentHTML('beforeend', '<a id="deep"><span>Export</span></a>');
    const a = document.querySelector('#deep');
    a.href = URL.createObjectURL(new Blob([CSV])); a.download = 'report.csv'; a.firstChild.click();`,
  'a page that hears every click and stops it on its way': `
    addEventListener('click', (e) => e.stopImmediatePropagation(), true);
    const a = document.createElement('a'); document.body.append(a);
    a.href = URL.createObjectURL(new Blob([CSV])); a.download = 'report.csv'; a.click();`,
  'a page that patched what it uses first': `
    const native = URL.createObjectURL; URL.createObjectURL = function (b) { return native.call(this, b); };
    const click = HTMLElement.prototype.click; HTMLElement.prototype.click = function () { return click.call(this); };
    Map.prototype.get = Map.prototype.set = () => { throw new Error('patched'); };
    Array.prototype.push = String.prototype.startsWith = RegExp.prototype.test = () => { throw new Error('patched'); };
    EventTarget.prototype.addEventListener = () => { throw new Error('patched'); };
    const a = document.createElement('a');
    a.href = URL.createObjectURL(new Blob([CSV])); a.download = 'report.csv'; a.click();`,
};

const exportingPage = (way: string) =>
  pageOf(`<h1>Report</h1><button id="export">Export</button><script>
    const CSV = ${JSON.stringify(CSV)};
    document.querySelector('#export').onclick = () => { ${way} };
  </script>`);

async function exported(page: Page, how = () => page.click('#export')): Promise<number[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), how()]);
  return [...readFileSync(await download.path())];
}

const offers = (remote: Remote, tabId: number) => remote.call('exports', tabId);

test.describe('a site allowed it', () => {
  test.beforeEach(({ extension }) => choose(extension, { exports: true }));
  test.afterEach(({ extension }) => choose(extension, {}));

  for (const [title, way] of Object.entries(WAYS)) {
    test(`${title}: the page saves the same bytes, and they are offered`, async ({
      extension,
      page,
      remote,
      site,
    }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(site.put('/export', exportingPage(way)));
      const tabId = await extension.tabId(page);
      expect(await exported(page)).toEqual(BYTES);
      await expect.poll(() => offers(remote, tabId)).toHaveLength(1);
      const [offer] = await offers(remote, tabId);
      expect(offer).toMatchObject({
        name: 'report.csv',
        bytes: BYTES.length,
        bytesAre: 'held',
        host: '127.0.0.1',
      });
      expect(await remote.call('inbox')).toEqual([]);
      expect(await remote.call('takeExport', offer?.exportId ?? '')).toEqual({
        name: 'report.csv',
        bytes: BYTES,
      });
      // Taken once, it is there no longer.
      expect(await offers(remote, tabId)).toEqual([]);
      expect(errors).toEqual([]);
    });
  }

  test('a person’s own click on a link in a shadow root is seen, and one the page prevents is not', async ({
    extension,
    page,
    remote,
    site,
  }) => {
    await page.goto(
      site.put(
        '/links',
        pageOf(`<x-links></x-links><script>
          const root = document.querySelector('x-links').attachShadow({ mode: 'open' });
          root.innerHTML = '<a id="save" download="mine.csv">Save</a><br><a id="not" download="not.csv">Not</a><br><a id="picture" download="chart.png">Chart</a>';
          for (const a of root.querySelectorAll('a')) a.href = URL.createObjectURL(new Blob(['a,b\\n1,2\\n']));
          document.addEventListener('click', (e) => { if (e.composedPath()[0].id === 'not') e.preventDefault(); });
        </script>`),
      ),
    );
    const tabId = await extension.tabId(page);
    await page.click('#not');
    await exported(page, () => page.click('#picture'));
    await exported(page, () => page.click('#save'));
    await expect.poll(async () => (await offers(remote, tabId)).map((o) => o.name)).toEqual(['mine.csv']);
  });

  test('a download from the server is told by name and by nothing else', async ({
    extension,
    page,
    remote,
    site,
  }) => {
    site.put('/files/orders.csv', CSV, 'text/csv');
    await page.goto(
      site.put('/server', pageOf('<a id="export" href="/files/orders.csv" download>Export</a>')),
    );
    const tabId = await extension.tabId(page);
    const asked: string[] = [];
    page.on('request', (r) => asked.push(r.url()));
    expect(await exported(page)).toEqual(BYTES);
    await expect.poll(() => offers(remote, tabId)).toHaveLength(1);
    expect((await offers(remote, tabId))[0]).toMatchObject({
      name: 'orders.csv',
      bytes: null,
      bytesAre: 'server',
    });
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  test('a page without an export is as it would be without us', async ({ page, site }) => {
    await page.goto(site.put('/plain', pageOf('<button id="b">b</button><a id="a" href="#x">a</a>')));
    const seen = await page.evaluate(() => {
      const thrown = (run: () => unknown) => {
        try {
          return String(run());
        } catch (error) {
          return `${(error as Error).name}: ${(error as Error).message}`;
        }
      };
      const heard: string[] = [];
      document.querySelector('#a')?.addEventListener('click', (e) => heard.push(`${e.type} ${e.isTrusted}`));
      (document.querySelector('#a') as HTMLElement).click();
      const names = (object: object, key: string) => Object.getOwnPropertyDescriptor(object, key);
      const own = names(HTMLElement.prototype, 'click');
      return {
        heard,
        hash: location.hash,
        illegal: thrown(() => HTMLElement.prototype.click.call({} as HTMLElement)),
        noBlob: thrown(() => URL.createObjectURL('x' as unknown as Blob)),
        noEvent: thrown(() => document.dispatchEvent('x' as unknown as Event)),
        notNew: thrown(() => new (URL.createObjectURL as unknown as new () => unknown)()),
        cancelled: document.dispatchEvent(new Event('x', { cancelable: true })),
        name: [HTMLElement.prototype.click.name, URL.createObjectURL.length, document.dispatchEvent.length],
        native: Function.prototype.toString.call(URL.createObjectURL).includes('[native code]'),
        flags: [own?.writable, own?.enumerable, own?.configurable],
        globals: Object.getOwnPropertyNames(window).filter((n) => /segment|lens/i.test(n)),
      };
    });
    expect(seen).toEqual({
      heard: ['click false'],
      hash: '#x',
      illegal: 'TypeError: Illegal invocation',
      noBlob: "TypeError: Failed to execute 'createObjectURL' on 'URL': Overload resolution failed.",
      noEvent:
        "TypeError: Failed to execute 'dispatchEvent' on 'EventTarget': parameter 1 is not of type 'Event'.",
      notNew: expect.stringMatching(/TypeError: .*is not a constructor/),
      cancelled: true,
      name: ['click', 1, 1],
      native: true,
      flags: [true, true, true],
      globals: [],
    });
  });

  test('a page that exports without end makes offers at a bounded rate, and keeps no more than five files', async ({
    extension,
    page,
    remote,
    site,
  }) => {
    await page.goto(site.put('/flood', pageOf('<p>flood</p>')));
    const tabId = await extension.tabId(page);
    await page.evaluate(() => {
      for (let i = 0; i < 5_000; i++) {
        const a = document.createElement('a');
        a.href = URL.createObjectURL(new Blob([`a,b\n${i},2\n`]));
        a.download = `flood-${i}.csv`;
        a.click();
      }
    });
    await expect.poll(async () => (await offers(remote, tabId)).length).toBe(3);
    const names = (await offers(remote, tabId)).map((o) => o.name);
    expect(names.every((n) => Number(/\d+/.exec(n)?.[0]) < 5)).toBe(true);
  });

  test('a forged export is an offer at most, with nothing in it that was not put there', async ({
    extension,
    page,
    remote,
    site,
  }) => {
    await page.goto(
      site.put(
        '/forged',
        pageOf(`<script>
          // It hears of the greeting only where it came too late to be heard.
          const heard = [];
          for (const name of ['segment-lens/receiver', 'segment-lens/catcher'])
            addEventListener(name, (e) => heard.push([name, e.detail]), true);
          dispatchEvent(new CustomEvent('segment-lens/catcher'));
          dispatchEvent(new CustomEvent('segment-lens/receiver', { detail: 'mine' }));
          for (const detail of [null, 1, 'x', {}, { name: 1, url: '', blob: {} }, { name: 'x.csv', url: '', blob: { size: 1 } },
            { name: 'x.csv', url: 'javascript:alert(1)', blob: null }, { get name() { throw new Error('no'); } }])
            dispatchEvent(new CustomEvent('mine', { detail }));
        </script>`),
      ),
    );
    const tabId = await extension.tabId(page);
    // The greeting was answered before the page began: nobody says a name any more.
    expect(await page.evaluate('heard.filter(([, detail]) => detail && detail !== "mine")')).toEqual([]);
    await page.evaluate(() => {
      const a = document.createElement('a');
      a.href = URL.createObjectURL(new Blob(['\u0000\u0001<script>alert(1)</script>']));
      a.download = '../../<img src=x onerror=alert(1)>.csv';
      a.click();
    });
    await expect.poll(() => offers(remote, tabId)).toHaveLength(1);
    expect((await offers(remote, tabId))[0]?.name).toBe('<img src=x onerror=alert(1)>.csv');
    // Scripts of the page can't ask for it.
    expect(
      await page.evaluate('typeof chrome === "undefined" || !chrome.runtime || !chrome.runtime.sendMessage'),
    ).toBe(true);
  });

  test('what was taken goes the ordinary way: looked at, then kept', async ({
    extension,
    page,
    remote,
    site,
  }) => {
    await page.goto(site.put('/way', exportingPage(WAYS['blob, anchor, click and revoke at once'] ?? '')));
    const tabId = await extension.tabId(page);
    await exported(page);
    await expect.poll(() => offers(remote, tabId)).toHaveLength(1);
    const [offer] = await offers(remote, tabId);
    const workspace = await extension.open(`workspace/index.html#/data/export/${offer?.exportId}`);
    await expect(workspace.getByText('report.csv').first()).toBeVisible();
    await expect(workspace).toHaveURL(/#\/data$/);
    expect(await remote.call('inbox')).toEqual([]);
    await workspace
      .getByRole('button', { name: /^Import|^Keep/ })
      .first()
      .click();
    await expect(workspace.getByText(/2 rows/).first()).toBeVisible();
    await workspace.close();
    // The same address once more finds nothing, and says so.
    const again = await extension.open(`workspace/index.html#/data/export/${offer?.exportId}`);
    await expect(again.getByText('The page that exported the file has gone')).toBeVisible();
    await again.close();
  });

  test('an offer goes with its page', async ({ extension, page, remote, site }) => {
    await page.goto(
      site.put('/leaving', exportingPage(WAYS['blob, anchor, click and revoke at once'] ?? '')),
    );
    const tabId = await extension.tabId(page);
    await exported(page);
    await expect.poll(() => offers(remote, tabId)).toHaveLength(1);
    const [offer] = await offers(remote, tabId);
    await page.goto(site.put('/elsewhere', pageOf('<p>elsewhere</p>')));
    expect(await offers(remote, tabId)).toEqual([]);
    expect(await remote.call('takeExport', offer?.exportId ?? '')).toEqual({
      name: 'page/gone',
      bytes: null,
    });
  });
});

test('a site not allowed it is left as it is', async ({ extension, page, remote, site }) => {
  await choose(extension, { follow: true });
  await page.goto(site.put('/not', exportingPage(WAYS['blob, anchor, click and revoke at once'] ?? '')));
  const tabId = await extension.tabId(page);
  expect(await page.evaluate(() => Function.prototype.toString.call(HTMLElement.prototype.click))).toContain(
    'click',
  );
  expect(await exported(page)).toEqual(BYTES);
  expect(await offers(remote, tabId)).toEqual([]);
  await choose(extension, {});
});

test('a site that is allowed it no longer is heard no more, in pages open since before', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await choose(extension, { exports: true });
  await page.goto(
    site.put('/withdrawn', exportingPage(WAYS['blob, anchor, click and revoke at once'] ?? '')),
  );
  const tabId = await extension.tabId(page);
  await choose(extension, {});
  expect(await exported(page)).toEqual(BYTES);
  expect(await exported(page)).toEqual(BYTES);
  expect(await offers(remote, tabId)).toEqual([]);
});
