import type { TabOffer } from '../src/protocol/page-client';
import { expect, test } from './extension';
import { cellsOf, keptOf, row, scrolling, table } from './plain-tables';
import { pageOf } from './site';

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
  expect(await cellsOf(remote, tabId, offer)).toEqual([
    ['1', 'a'],
    ['1', 'a'],
  ]);
});

test('a cell of a million letters is kept whole', async ({ extension, page, remote, site }) => {
  const long = 'ż'.repeat(1_000_000);
  await page.goto(site.put('/long', pageOf(table(['Id', 'Text'], row([1, long]) + row([2, 'short'])))));
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer.tables[0]?.sample[0]?.[1]?.length).toBe(300);
  expect(await cellsOf(remote, tabId, offer)).toEqual([
    ['1', long],
    ['2', 'short'],
  ]);
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

test('fifty thousand tables are counted in bounded time', async ({ extension, page, remote, site }) => {
  test.setTimeout(120_000);
  await page.goto(site.put('/fifty', pageOf(scrolling('<table><tr><td>1<td>2</table>'.repeat(50_000)))));
  const begun = Date.now();
  const found = await remote.call('offer', await extension.tabId(page));
  // One row without a name is no table: each was looked at, and the page is told to have none.
  expect(found).toMatchObject({ reason: 'no-table' });
  expect(Date.now() - begun).toBeLessThan(60_000);
});
