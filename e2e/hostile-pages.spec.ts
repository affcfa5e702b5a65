import type { TabOffer } from '../src/protocol/page-client';
import { expect, type Remote, test } from './extension';
import { pageOf } from './site';

const row = (cells: readonly (string | number)[]) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`;
/** Long tables stand in a box that scrolls, as they do on real pages: nobody draws 10,000 rows at once. */
const scrolling = (inner: string) =>
  `<style>table{table-layout:fixed;width:100%}</style><div id="here" style="height:400px;overflow:auto;contain:strict">${inner}</div>`;
const table = (headers: readonly string[], body: string, attributes = '') =>
  `<table ${attributes}><thead><tr>${headers.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table>`;

async function keptOf(remote: Remote, inboxId: string | null) {
  return (await remote.call('inbox')).find((r) => r.head.captureId === inboxId);
}

test('a hundred tables are all offered, and the hundredth is the one collected', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const body = Array.from({ length: 100 }, (_, i) =>
    table(['City', 'Orders'], row([`t${i}`, i]) + row(['Łódź', 7]), `aria-label="Table ${i}"`),
  ).join('');
  await page.goto(site.put('/hundred', pageOf(body)));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer.tables.map((t) => t.title)).toEqual(Array.from({ length: 100 }, (_, i) => `Table ${i}`));
  expect(offer.tablesBeyond).toBe(0);
  const done = await remote.call('collect', tabId, offer.tables[99]?.ref ?? '');
  expect((await keptOf(remote, done.inboxId))?.cells).toEqual([
    ['t99', '99'],
    ['Łódź', '7'],
  ]);
});

test('beyond two hundred tables the rest are counted', async ({ extension, page, remote, site }) => {
  const one = table(['City', 'Orders'], row(['Łódź', 7]));
  await page.goto(site.put('/many', pageOf(one.repeat(5_000))));
  const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
  expect(offer.tables).toHaveLength(200);
  expect(offer.tablesBeyond).toBe(4_800);
});

test('a table of 100,000 rows is read whole, with the page at ease', async ({
  extension,
  page,
  remote,
  site,
}) => {
  test.setTimeout(300_000);
  await page.goto(site.put('/large', pageOf(scrolling(''))));
  await page.evaluate(() => {
    const made = document.createElement('table');
    made
      .createTHead()
      .insertRow()
      .append(
        ...['Order', 'Customer', 'City', 'Total'].map((name) => {
          const th = document.createElement('th');
          th.textContent = name;
          return th;
        }),
      );
    const body = made.createTBody();
    for (let i = 0; i < 100_000; i++) {
      const tr = document.createElement('tr');
      for (const text of [`#${i}`, `customer ${i % 997}`, 'Łódź', `${i},50 zł`]) {
        const td = document.createElement('td');
        td.textContent = text;
        tr.append(td);
      }
      body.append(tr);
    }
    document.querySelector('#here')?.append(made);
    // The longest stretch the page could do nothing: its own frames, measured by itself.
    const gaps: number[] = [];
    let last = 0;
    const tick = () => {
      const now = performance.now();
      if (last > 0) gaps.push(now - last);
      last = now;
      port2.postMessage(null);
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = tick;
    Object.assign(globalThis, { startTicking: tick, gaps });
  });
  await page.evaluate(() => document.body.offsetHeight);
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer.tables[0]).toMatchObject({
    rowsOnPage: 100_000,
    columns: ['Order', 'Customer', 'City', 'Total'],
  });

  await page.evaluate(() => (globalThis as unknown as { startTicking(): void }).startTicking());
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  const gaps = await page.evaluate(() => (globalThis as unknown as { gaps: number[] }).gaps);
  expect(done).toMatchObject({ rows: 100_000, error: null });
  // Whoever watches is told at once where it stands, then after each chunk.
  expect(done.progress).toEqual(Array.from({ length: 21 }, (_, i) => i * 5_000));
  const kept = await keptOf(remote, done.inboxId);
  expect(kept?.cells).toHaveLength(100_000);
  expect(kept?.cells.every((cells, i) => cells[0] === `#${i}` && cells[3] === `${i},50 zł`)).toBe(true);
  expect(kept?.head.notes).toEqual([]);
  // Reading hands the page its turn thousands of times; a shared machine may well stop us all now and then.
  gaps.sort((a, b) => a - b);
  test.info().annotations.push({ type: 'longest', description: `${gaps.at(-1)} ms of ${gaps.length} turns` });
  expect(gaps.length).toBeGreaterThan(100);
  expect(gaps[Math.floor(gaps.length * 0.99)]).toBeLessThan(50);
});

test('a table that changes while it is read is kept, and said to have changed', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const body = Array.from({ length: 12_000 }, (_, i) => row([i, `v${i}`])).join('');
  await page.goto(site.put('/changing', pageOf(scrolling(table(['Id', 'Value'], body)))));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  await page.evaluate(() => {
    const last = document.querySelector('tbody')?.lastElementChild?.lastElementChild;
    let n = 0;
    setInterval(() => {
      if (last) last.textContent = `changed ${n++}`;
    }, 5);
  });
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  expect(done).toMatchObject({ rows: 12_000, error: null });
  expect((await keptOf(remote, done.inboxId))?.head.notes).toEqual(['changed-while-reading']);
});

test('rows added while it is read are told, and a hover that writes nothing new is not', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const body = Array.from({ length: 11_000 }, (_, i) => row([i, `v${i}`])).join('');
  const address = site.put('/growing', pageOf(scrolling(table(['Id', 'Value'], body))));
  for (const [grows, notes] of [
    [true, ['changed-while-reading']],
    [false, []],
  ] as const) {
    await page.goto(address);
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    await page.evaluate((grows) => {
      const tbody = document.querySelector('tbody');
      setInterval(() => {
        if (grows) {
          const tr = document.createElement('tr');
          tr.append(document.createElement('td'), document.createElement('td'));
          for (const td of tr.children) td.textContent = 'new';
          tbody?.append(tr);
        } else tbody?.firstElementChild?.classList.toggle('hover');
      }, 5);
    }, grows);
    const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
    expect((await keptOf(remote, done.inboxId))?.head.notes).toEqual(notes);
  }
});

test('a table that vanished is gone, and nothing of it is kept', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const body = Array.from({ length: 40_000 }, (_, i) => row([i, `v${i}`])).join('');
  const address = site.put('/vanishing', pageOf(scrolling(table(['Id', 'Value'], body))));
  const gone = () => page.evaluate(() => document.querySelector('table')?.remove());
  for (const when of ['before', 'while'] as const) {
    await page.goto(address);
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    if (when === 'before') await gone();
    const collecting = remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
    if (when === 'while') {
      await expect.poll(() => remote.call('sent'), { intervals: [5], timeout: 40_000 }).toBeGreaterThan(0);
      await gone();
    }
    expect((await collecting).error).toBe('page/gone');
    expect(await remote.call('inbox')).toEqual([]);
  }
});

test('a page left while it is read is gone, and nothing of it is kept', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const body = Array.from({ length: 40_000 }, (_, i) => row([i, `v${i}`])).join('');
  await page.goto(site.put('/left', pageOf(scrolling(table(['Id', 'Value'], body)))));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  const collecting = remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  await expect.poll(() => remote.call('sent'), { intervals: [5], timeout: 40_000 }).toBeGreaterThan(0);
  await page.goto('about:blank');
  expect((await collecting).error).toBe('page/gone');
  expect(await remote.call('inbox')).toEqual([]);
});

test('a cancelled capture is as if never begun', async ({ extension, page, remote, site }) => {
  const body = Array.from({ length: 40_000 }, (_, i) => row([i, `v${i}`])).join('');
  await page.goto(site.put('/cancelled', pageOf(scrolling(table(['Id', 'Value'], body)))));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '', [], 5_000);
  expect(done.error).toMatch(/abort/i);
  await expect.poll(() => remote.call('inbox')).toEqual([]);
  expect(await remote.call('collect', tabId, offer.tables[0]?.ref ?? '')).toMatchObject({ rows: 40_000 });
});

test('a list drawn anew between the look and the click is found again', async ({
  extension,
  page,
  remote,
  site,
}) => {
  await page.goto(
    site.put('/redrawn', pageOf(`<h1>Orders</h1><div>${table(['Id', 'Value'], row([1, 'a']))}</div>`)),
  );
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  await page.evaluate(() => {
    const old = document.querySelector('table');
    const drawn = old?.cloneNode(true) as HTMLTableElement;
    drawn.tBodies[0]?.append(...[drawn.tBodies[0].rows[0]?.cloneNode(true)].filter((n) => n !== undefined));
    old?.replaceWith(drawn);
  });
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  expect((await keptOf(remote, done.inboxId))?.cells).toEqual([
    ['1', 'a'],
    ['1', 'a'],
  ]);
});

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

test('a cell of a million letters is kept whole', async ({ extension, page, remote, site }) => {
  const long = 'ż'.repeat(1_000_000);
  await page.goto(site.put('/long', pageOf(table(['Id', 'Text'], row([1, long]) + row([2, 'short'])))));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer.tables[0]?.sample[0]?.[1]?.length).toBe(300);
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  expect((await keptOf(remote, done.inboxId))?.cells).toEqual([
    ['1', long],
    ['2', 'short'],
  ]);
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

test('a hundred thousand elements nested in a cell end in a reading', async ({
  extension,
  page,
  remote,
  site,
}) => {
  test.setTimeout(120_000);
  await page.goto(site.put('/deep', pageOf(table(['Id', 'Value'], row([1, 'a']) + row([2, 'b'])))));
  await page.evaluate(() => {
    // Not shown, or the browser itself would give up laying it out; put together from pieces, for time's sake.
    let below: Node = document.createTextNode('hidden secret');
    for (let piece = 0; piece < 100; piece++) {
      const top = document.createElement('div');
      let deepest: Node = top;
      for (let i = 1; i < 1_000; i++) deepest = deepest.appendChild(document.createElement('div'));
      deepest.appendChild(below);
      below = top;
    }
    (below as HTMLElement).style.display = 'none';
    document.querySelector('td:last-child')?.append(below);
  });
  const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
  expect(offer.tables[0]).toMatchObject({
    columns: ['Id', 'Value'],
    sample: [
      ['1', 'a'],
      ['2', 'b'],
    ],
  });
});

test('a cell of elements nested beyond reason is read', async ({ extension, page, remote, site }) => {
  await page.goto(site.put('/deep-cell', pageOf(table(['Id', 'Value'], row([1, '<i class="here"></i>'])))));
  await page.evaluate(() => {
    let deepest: Node = document.querySelector('.here') as Element;
    for (let i = 0; i < 3_000; i++) deepest = deepest.appendChild(document.createElement('span'));
    deepest.appendChild(document.createTextNode('42'));
  });
  const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
  expect(offer.tables[0]?.sample).toEqual([['1', '42']]);
});

test('a cell of fifty million letters is read or refused, and the page goes on', async ({
  extension,
  page,
  remote,
  site,
}) => {
  test.setTimeout(180_000);
  await page.goto(
    site.put('/endless', pageOf(scrolling(table(['Id', 'Value'], row([1, 'a']) + row([2, 'b']))))),
  );
  await page.evaluate(() => {
    const cell = document.querySelector('td:last-child');
    if (cell) cell.textContent = 'endless '.repeat(6_250_000);
  });
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer.tables[0]?.rowsOnPage).toBe(2);
  expect(offer.tables[0]?.sample[0]?.[1]).toHaveLength(300);
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '', ['Value']);
  expect(done).toMatchObject({ rows: 2, error: null });
  const kept = await keptOf(remote, done.inboxId);
  expect(kept?.cells).toEqual([['1'], ['2']]);
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
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  expect((await keptOf(remote, done.inboxId))?.cells).toEqual([
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
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  expect((await keptOf(remote, done.inboxId))?.cells).toEqual([
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

test('a table that grows as it is read comes to an end', async ({ extension, page, remote, site }) => {
  test.setTimeout(120_000);
  const body = Array.from({ length: 6_000 }, (_, i) => row([i, `v${i}`])).join('');
  await page.goto(site.put('/endless-rows', pageOf(scrolling(table(['Id', 'Value'], body)))));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  await page.evaluate(() => {
    const tbody = document.querySelector('tbody');
    let n = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const tr = tbody?.insertRow();
      for (const text of [`new ${n++}`, 'grown'])
        tr?.append(Object.assign(document.createElement('td'), { textContent: text }));
      if (n < 200_000) port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  expect(done.error).toBeNull();
  expect(done.rows).toBeGreaterThanOrEqual(6_000);
  const kept = await keptOf(remote, done.inboxId);
  expect(kept?.cells).toHaveLength(done.rows);
  expect(kept?.head.notes).toEqual(['changed-while-reading']);
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

test('fifty thousand tables are counted in bounded time', async ({ extension, page, remote, site }) => {
  test.setTimeout(120_000);
  await page.goto(site.put('/fifty', pageOf(scrolling('<table><tr><td>1<td>2</table>'.repeat(50_000)))));
  const begun = Date.now();
  const found = await remote.call('offer', await extension.tabId(page));
  // One row without a name is no table: each was looked at, and the page is told to have none.
  expect(found).toMatchObject({ reason: 'no-table' });
  expect(Date.now() - begun).toBeLessThan(60_000);
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
