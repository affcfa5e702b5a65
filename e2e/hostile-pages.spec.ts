import type { TabOffer } from '../src/protocol/page-client';
import { expect, test } from './extension';
import { cellsOf, keptOf, row, table } from './plain-tables';
import { pageOf } from './site';

test('names and cells that look like code are words', async ({ extension, page, remote, site }) => {
  const script = '&lt;script&gt;alert(1)&lt;/script&gt;';
  const headers = ['__proto__', 'constructor', script, 'toString', '__proto__', '=cmd()'];
  await page.goto(
    site.put(
      '/code',
      pageOf(
        table(
          headers,
          row(['x', '__proto__', `${script}<script>window.ran = 1</script>`, '{}', '[]', '=1+1']),
        ),
        '&lt;img src=x onerror=alert(1)&gt;',
      ),
    ),
  );
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  const columns = [
    '__proto__',
    'constructor',
    '<script>alert(1)</script>',
    'toString',
    '__proto__ (2)',
    '=cmd()',
  ];
  expect(offer.tables[0]?.columns).toEqual(columns);
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '', ['__proto__', 'toString']);
  const kept = await keptOf(remote, done.inboxId);
  expect(kept?.head.columns).toEqual(['constructor', '<script>alert(1)</script>', '__proto__ (2)', '=cmd()']);
  expect(kept?.head.columnsLeftOut).toEqual(['__proto__', 'toString']);
  expect(kept?.cells).toEqual([['__proto__', '<script>alert(1)</script>', '[]', '=1+1']]);
  expect(kept?.head.pageTitle).toBe('<img src=x onerror=alert(1)>');
});

test('a page that hides behind names of its own is read all the same', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(
    site.put(
      '/clobbered',
      pageOf(`<img name="title"><img name="querySelectorAll"><img name="body"><img name="getElementById">
      <form name="rows"><input name="parentElement"><input name="childNodes"><input name="textContent">
      <input name="getAttribute"><input name="matches"><input name="querySelectorAll"><input name="firstChild">
      <table id="rows"><caption>Orders</caption><thead><tr><th>Id<th>Value</tr></thead><tbody>
      <tr><td>1<td><form><input name="firstChild"><input name="nextSibling"><input name="localName">a</form></tr></tbody></table></form>`),
    ),
  );
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer).toMatchObject({ title: 'A page' });
  expect(offer.tables[0]).toMatchObject({ title: 'Orders', columns: ['Id', 'Value'], sample: [['1', 'a']] });
});

test('spans beyond reason widen nothing', async ({ extension, page, remote, site }) => {
  await page.goto(
    site.put(
      '/spans',
      pageOf(`<table><thead><tr><th colspan="1000000000">Everything</th></tr><tr><th>A<th>B</tr></thead>
      <tbody><tr><td rowspan="1000000000">x<td>1</tr><tr><td>2</tr></tbody></table>
      <div role="grid"><div role="row"><i role="columnheader" aria-colindex="999999999">A</i><i role="columnheader">B</i></div>
      <div role="row"><i role="gridcell" aria-colspan="1e9">1</i><i role="gridcell" aria-colindex="-4">2</i></div></div>`),
    ),
  );
  const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
  expect(offer.tables[0]).toMatchObject({
    columns: ['A', 'B'],
    sample: [
      ['x', '1'],
      ['x', '2'],
    ],
  });
  expect(offer.tables[1]?.columns.length).toBeLessThan(1_001);
});

test('without a table it says why', async ({ extension, page, remote, site }) => {
  await page.goto(site.put('/nothing', pageOf('<p>Only words.</p>')));
  expect(await remote.call('offer', await extension.tabId(page))).toMatchObject({
    reason: 'no-table',
    unread: null,
  });
  await page.goto('data:text/html,<table><tr><th>a<th>b<tr><td>1<td>2</table>');
  expect(await remote.call('offer', await extension.tabId(page))).toEqual({ reason: 'no-permission' });
  await page.goto('chrome://version');
  expect(await remote.call('offer', await extension.tabId(page))).toEqual({ reason: 'browser-page' });
  const own = await extension.open('workspace/index.html');
  expect(await remote.call('offer', await extension.tabId(own))).toEqual({ reason: 'browser-page' });
  await own.close();
});

test('messages of a page’s own making move nothing', async ({ extension, page, remote, site }) => {
  await page.goto(site.put('/forged', pageOf(table(['Id', 'Value'], row([1, 'true'])))));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  const before = await remote.call('inbox');
  const answered = await page.evaluate(async () => {
    const forged = [
      { kind: 'page/describe', request: null },
      { kind: 'capture/begin', request: { captureId: 'x', url: 'https://bank.example', pageTitle: 'x' } },
      { kind: 'capture/chunk', request: { captureId: 'x', index: 0, rows: [['forged']] } },
      { kind: 'capture/end', request: { captureId: 'x', rows: 1, notes: [] } },
      { kind: 'workspace/open', request: { hash: '' } },
    ];
    const answers: unknown[] = [];
    const listen = (event: MessageEvent) => {
      if (event.source !== window) answers.push(event.data);
    };
    addEventListener('message', listen);
    const fake = { id: 'x', sendMessage: async () => ({ ok: true }), onMessage: { addListener: () => {} } };
    Object.assign(globalThis, { browser: { runtime: fake } });
    for (let i = 0; i < 20_000; i++) {
      const message = forged[i % forged.length];
      window.postMessage(message, '*');
      document.dispatchEvent(new CustomEvent('segment-lens', { detail: message ?? null }));
      window.dispatchEvent(new CustomEvent('segment-lens/page', { detail: message ?? null }));
    }
    const symbol = Symbol.for('segment-lens/page');
    Object.assign(globalThis, {
      [symbol]: () => true,
      [Symbol.for('segment-lens/structure')]: () => 'forged',
    });
    await new Promise((done) => setTimeout(done, 500));
    removeEventListener('message', listen);
    return answers;
  });
  expect(answered).toEqual([]);
  expect(await remote.call('inbox')).toEqual(before);
  const again = (await remote.call('offer', tabId)) as TabOffer;
  expect(again.tables).toEqual(offer.tables);
  expect(await remote.call('collect', tabId, again.tables[0]?.ref ?? '')).toMatchObject({
    rows: 1,
    error: null,
  });
});

test('a page that floods itself with messages and changes is read all the same', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(
    site.put('/flood', pageOf(`<p></p>${table(['Id', 'Value'], row([1, 'a']) + row([2, 'b']))}`)),
  );
  await page.evaluate(() => {
    // Each change asks for the next: an observer that never comes to rest, a turn at a time, and a flood beside it.
    const p = document.querySelector('p');
    let n = 0;
    const observer = new MutationObserver(() => setTimeout(() => p?.replaceChildren(String(n++)), 0));
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    p?.append('go');
    setInterval(() => {
      for (let i = 0; i < 500; i++) window.postMessage({ kind: 'capture/end', request: { rows: i } }, '*');
    }, 4);
  });
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(await cellsOf(remote, tabId, offer)).toEqual([
    ['1', 'a'],
    ['2', 'b'],
  ]);
});

test('prototypes the page has changed are not those the reader calls', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(site.put('/patched', pageOf(table(['Id', 'Value'], row([1, 'a']) + row([2, 'b'])))));
  await page.evaluate(() => {
    const lie = () => {
      throw new Error('patched');
    };
    for (const [prototype, names] of [
      [
        Element.prototype,
        ['querySelectorAll', 'querySelector', 'getAttribute', 'matches', 'closest', 'checkVisibility'],
      ],
      [Document.prototype, ['querySelectorAll', 'querySelector', 'getElementById']],
      [Node.prototype, ['contains', 'compareDocumentPosition']],
      [Array.prototype, ['map', 'push', 'filter']],
      [Map.prototype, ['get', 'set']],
    ] as const)
      for (const name of names) Object.defineProperty(prototype, name, { value: lie });
    Object.defineProperty(Node.prototype, 'textContent', { get: lie });
    Object.defineProperty(Object.prototype, 'toJSON', { value: lie });
    window.getComputedStyle = lie;
    window.MutationObserver = lie as never;
    window.Promise = lie as never;
  });
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(await cellsOf(remote, tabId, offer)).toEqual([
    ['1', 'a'],
    ['2', 'b'],
  ]);
});

test('custom elements that throw and getters that lie, in open shadow roots, cost nothing', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(
    site.put(
      '/throwing',
      pageOf(table(['Id', 'Value'], row([1, '<x-bad>inner</x-bad>']) + row([2, '<x-good>b</x-good>']))),
    ),
  );
  await page.evaluate(() => {
    class Bad extends HTMLElement {
      constructor() {
        super();
        throw new Error('never made');
      }
    }
    class Good extends HTMLElement {
      constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.append('shown ', document.createElement('slot'));
        for (const name of ['firstChild', 'textContent', 'childNodes'])
          Object.defineProperty(root, name, {
            get() {
              throw new Error('a getter that throws');
            },
          });
        Object.defineProperty(this, 'shadowRoot', { get: () => document });
      }
      override get localName(): string {
        throw new Error('a name that throws');
      }
      attributeChangedCallback(): never {
        throw new Error('never');
      }
    }
    addEventListener('error', (event) => event.preventDefault());
    customElements.define('x-good', Good);
    customElements.define('x-bad', Bad);
  });
  const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
  expect(offer.tables[0]?.sample).toEqual([
    ['1', 'inner'],
    ['2', 'shown b'],
  ]);
});

test('names that turn the text round, hide in it or are names of code stay as they are', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const headers = [
    '\u202eeulaV',
    'Na\u200bme',
    'Na\u200cme',
    '__proto__',
    'hasOwnProperty',
    '\ufeffId',
    '👩‍👩‍👧',
  ];
  await page.goto(site.put('/naughty', pageOf(table(headers, row(headers.map((_, i) => `c${i}`))))));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  const columns = offer.tables[0]?.columns ?? [];
  expect(columns).toHaveLength(headers.length);
  expect(new Set(columns).size).toBe(headers.length);
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '', ['__proto__']);
  const kept = await keptOf(remote, done.inboxId);
  expect(kept?.cells).toEqual([['c0', 'c1', 'c2', 'c4', 'c5', 'c6']]);
});

test('a page that frames the extension’s own pages gets none of their trust', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const framed = ['popup', 'panel', 'workspace'].map(
    (name) => `<iframe src="${extension.origin}/${name}/index.html"></iframe>`,
  );
  await page.goto(site.put('/framed', pageOf(framed.join('') + table(['Id', 'Value'], row([1, 'a'])))));
  const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
  expect(offer.tables).toHaveLength(1);
  // What is not for the web is not shown in it.
  const ours = page.frames().filter((frame) => frame.url().startsWith(extension.origin));
  for (const frame of ours) expect(await frame.locator('main').count()).toBe(0);
});
