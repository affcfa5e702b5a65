import type { Gathering } from '../src/core/page-capture';
import type { TabOffer } from '../src/protocol/page-client';
import { test as base, expect, remoteIn } from './extension';
import { COLUMNS, lazyList, pagedTable, serverRows, virtualList } from './pages/lists';
import { pageOf } from './site';

interface GatheredHere {
  readonly offered: TabOffer['tables'][number];
  readonly cells: readonly (readonly string[])[];
  readonly totals: readonly (string | null)[] | null;
  readonly notes: readonly string[];
  readonly gathering: Gathering | null;
}

let pages = 0;
const test = base.extend<{ gather: (body: string) => Promise<GatheredHere> }>({
  gather: async ({ extension, page, remote, site }, use) => {
    await use(async (body) => {
      await page.goto(site.put(`/list-${++pages}`, body));
      const tabId = await extension.tabId(page);
      const offer = (await remote.call('offer', tabId)) as TabOffer;
      const offered = offer.tables[0];
      if (offered === undefined) throw new Error('no table offered');
      const done = await remote.call('collect', tabId, offered.ref, [], Infinity, true);
      expect(done.error).toBeNull();
      const record = (await remote.call('inbox')).find((r) => r.head.captureId === done.inboxId);
      expect(record?.complete).toBe(true);
      return {
        offered,
        cells: record?.cells ?? [],
        totals: record?.head.totals ?? null,
        notes: record?.head.notes ?? [],
        gathering: record?.head.gathering ?? null,
      };
    });
  },
});
test.describe.configure({ timeout: 120_000 });

const whole = (rowsStated: number | null, pagesTurned = 1) => ({
  ended: 'whole',
  rowsStated,
  pages: pagesTurned,
  putBack: true,
  tree: null,
});

test.describe('a list that draws only what is in view', () => {
  for (const names of ['aria-rowindex', 'slot', 'none'] as const) {
    test(`is gathered whole, its rows named ${names}`, async ({ gather, page }) => {
      const rows = serverRows(400);
      const got = await gather(virtualList({ rows, names }));
      expect(got.offered).toMatchObject({ more: 'scroll', rowsStated: 400, columns: COLUMNS });
      expect(got.cells).toEqual(rows);
      expect(got.gathering).toEqual(whole(400));
      expect(got.notes).toEqual([]);
      expect(await page.evaluate(() => document.querySelector('.list')?.scrollTop)).toBe(0);
    });
  }

  test('is gathered whole where its rows are filled late', async ({ gather }) => {
    const rows = serverRows(120);
    const got = await gather(virtualList({ rows, names: 'none', lateMs: 350 }));
    expect(got.cells).toEqual(rows);
  });

  test('is gathered to its end where nobody says how many there are', async ({ gather }) => {
    const rows = serverRows(150);
    const got = await gather(virtualList({ rows, names: 'none', stated: false }));
    expect(got.offered.rowsStated).toBeNull();
    expect(got.cells).toEqual(rows);
    expect(got.gathering).toEqual(whole(null));
  });

  test('whose figures move meanwhile is gathered row for row, and said to have changed', async ({
    gather,
  }) => {
    const rows = serverRows(150);
    const got = await gather(virtualList({ rows, names: 'aria-rowindex', ticking: true }));
    expect(got.cells.map((row) => [row[0], row[2]])).toEqual(rows.map((row) => [row[0], row[2]]));
    expect(got.notes).toEqual(['changed-while-reading']);
  });
});

test.describe('a list that fetches on at its end', () => {
  test('is gathered to where nothing more comes', async ({ gather }) => {
    const rows = serverRows(230);
    const got = await gather(lazyList({ rows, perLoad: 40, delayMs: 200 }));
    expect(got.offered).toMatchObject({ more: 'scroll', rowsOnPage: 40 });
    expect(got.cells).toEqual(rows);
    expect(got.gathering).toEqual(whole(null));
  });

  for (const divs of [false, true])
    test(`is read a row at a time as it grows, not from its top: four times the rows, four times the reading${divs ? ', where it is made of divs' : ''}`, async ({
      extension,
      page,
      remote,
      site,
    }) => {
      const reads = async (count: number) => {
        const rows = serverRows(count);
        await page.goto(
          site.put(
            `/long-${count}-${divs}`,
            lazyList({ rows, perLoad: 100, delayMs: 10, changedAt: 600, divs }),
          ),
        );
        const tabId = await extension.tabId(page);
        await remote.page.evaluate(countReads, { tabId, count: false });
        const offer = (await remote.call('offer', tabId)) as TabOffer;
        const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '', [], Infinity, true);
        expect(done).toMatchObject({ rows: count, error: null, gathering: { ended: 'whole' } });
        const record = (await remote.call('inbox')).find((r) => r.head.captureId === done.inboxId);
        // What was written into a row that was read long ago is noticed all the same.
        expect(record?.cells).toEqual(
          rows.map((row, i) => (i === 3 ? [row[0], '4321', row[2], row[3]] : row)),
        );
        expect(record?.head.notes).toEqual(['changed-while-reading']);
        return await remote.page.evaluate(countReads, { tabId, count: true });
      };
      const few = await reads(1_250);
      const many = await reads(5_000);
      console.info(`cells read: ${few} of 1,250 rows, ${many} of 5,000 rows`);
      expect(few).toBeGreaterThan(1_250 * 4);
      expect(many / few).toBeLessThan(5);
      expect(many / (5_000 * 4)).toBeLessThan(6);
    });
});

/** Counts, in the world of our scripts in the page, how often the text of a cell is asked for. */
async function countReads({
  tabId,
  count,
}: {
  readonly tabId: number;
  readonly count: boolean;
}): Promise<number> {
  const { scripting } = (
    globalThis as unknown as {
      chrome: { scripting: { executeScript(order: object): Promise<{ result: number }[]> } };
    }
  ).chrome;
  const [done] = await scripting.executeScript({
    target: { tabId },
    args: [count],
    func: (answer: boolean) => {
      const world = globalThis as unknown as { cellsRead?: number };
      if (answer) return world.cellsRead ?? 0;
      world.cellsRead = 0;
      const of = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent') as PropertyDescriptor;
      Object.defineProperty(Node.prototype, 'textContent', {
        ...of,
        get(this: Node) {
          if (this instanceof Element && this.matches('.cell')) world.cellsRead = (world.cellsRead ?? 0) + 1;
          return of.get?.call(this) as string;
        },
      });
      return 0;
    },
  });
  return done?.result ?? 0;
}

test.describe('a table that is drawn anew as another element', () => {
  test('is found again by its columns and its place, and gathered on', async ({ gather }) => {
    const rows = serverRows(200);
    const got = await gather(lazyList({ rows, perLoad: 40, delayMs: 100, redrawnAt: 120 }));
    expect(got.cells).toEqual(rows);
    expect(got.gathering).toEqual(whole(null));
  });

  test('on every page, under other titles, while the ones before stay there unseen', async ({ gather }) => {
    const rows = serverRows(60);
    const got = await gather(pagedTable({ rows, perPage: 20, language: 'en', keepsHidden: true }));
    expect(got.cells).toEqual(rows);
    expect(got.gathering).toEqual(whole(60, 3));
  });
});

test.describe('a table in pages', () => {
  for (const language of ['en', 'pl'] as const) {
    test(`is gathered from the first to the last (${language})`, async ({ gather, page }) => {
      const rows = serverRows(130);
      const got = await gather(pagedTable({ rows, perPage: 25, language, first: true, totals: 'all' }));
      expect(got.offered).toMatchObject({ more: 'pages', rowsOnPage: 25, rowsStated: 130 });
      expect(got.cells).toEqual(rows);
      expect(got.gathering).toEqual(whole(130, 6));
      expect(got.totals?.[1]).toBe(String(rows.reduce((sum, row) => sum + Number(row[1]), 0)));
      expect(await page.locator('tbody tr td').first().textContent()).toBe(rows[0]?.[0]);
    });
  }
});

test.describe('a table in pages, further', () => {
  const rows = serverRows(60);
  const cases = {
    'keeps rows that are equal word for word': [
      { rows: serverRows(60).map((row) => ['Guest', '1', '10.00', row[3] === '' ? '' : '600']) },
      {},
    ],
    'that was open in its middle': [{ opensAt: 2 }, {}],
    'that numbers its rows on each page anew': [{ ids: 'slot' }, {}],
    'that names its rows': [{ ids: 'own', first: true }, {}],
    'that does not say how many there are': [{ range: false }, { rowsStated: null }],
  } as const;
  for (const [what, [options, expected]] of Object.entries(cases)) {
    test(what, async ({ gather }) => {
      const all = 'rows' in options ? options.rows : rows;
      const got = await gather(
        pagedTable({ perPage: 20, language: 'pl', delayMs: 40, ...options, rows: all }),
      );
      expect(got.cells).toEqual(all);
      expect(got.gathering).toEqual({ ...whole(60, 3), ...expected });
      expect(got.notes).toEqual([]);
    });
  }

  test('with a total of each page has none over all', async ({ gather }) => {
    const got = await gather(pagedTable({ rows, perPage: 20, language: 'en', totals: 'page' }));
    expect(got.cells).toEqual(rows);
    expect(got.totals).toBeNull();
  });
});

test.describe('a pager that leads astray', () => {
  const rows = serverRows(60);
  const ways = {
    nothing: ['stuck', 40],
    wraps: ['stuck', 40],
    'other-table': ['replaced', 40],
    vanishes: ['gone', 40],
  } as const;
  for (const [next, [ended, kept]] of Object.entries(ways)) {
    test(`to ${next} ends with what was gathered, and says so`, async ({ gather }) => {
      const got = await gather(
        pagedTable({ rows, perPage: 20, language: 'en', range: false, next: next as 'nothing', nextFrom: 1 }),
      );
      expect(got.gathering).toMatchObject({ ended, rowsStated: null });
      expect(got.cells).toEqual(rows.slice(0, kept));
    });
  }

  test('to another page altogether fails, and leaves nothing behind', async ({
    extension,
    page,
    remote,
    site,
  }) => {
    const body = pagedTable({ rows, perPage: 20, language: 'en', next: 'leaves', nextFrom: 1 });
    await page.goto(site.put('/leaves', body));
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '', [], Infinity, true);
    expect(done.error).toBe('page/gone');
    expect(await remote.call('inbox')).toEqual([]);
  });
});

test('nothing is pressed that is not surely a pager', async ({ extension, page, remote, site }) => {
  const traps = [
    '<button type="submit" form="f">Next page</button>',
    '<a href="/elsewhere">Next page</a>',
    '<a href="#/elsewhere" aria-label="Next page">›</a>',
    '<a target="_blank" href="#">Next page</a>',
    '<a download href="#">Next page</a>',
    '<button class="delete-all" aria-label="Next page">›</button>',
    '<button title="Delete" aria-label="Next page">›</button>',
    '<button aria-haspopup="menu">Next page</button>',
    '<button>Next</button>',
    '<div role="dialog"><button>Next page</button></div>',
    '<div class="carousel"><button>Next page</button></div>',
    '<div role="button"><a href="/elsewhere">Next page</a></div>',
  ];
  await page.goto(
    site.put(
      '/traps',
      pageOf(
        `<form id="f" action="/left"></form><h1>Orders</h1><div><table><thead><tr><th>City<th>Orders</tr></thead>
         <tbody><tr><td>Łódź<td>3<tr><td>Ełk <button aria-label="Next page">›</button><td>4</tbody></table></div><nav>${traps.join('')}</nav>
         <script>window.pressed = 0; document.addEventListener('click', () => { window.pressed++; }, true);</script>`,
      ),
    ),
  );
  const address = page.url();
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer.tables[0]).toMatchObject({ more: null, rowsOnPage: 2 });
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '', [], Infinity, true);
  expect(done).toMatchObject({ rows: 2, error: null, gathering: { ended: 'whole', pages: 1 } });
  expect(await page.evaluate(() => (window as unknown as { pressed: number }).pressed)).toBe(0);
  expect(page.url()).toBe(address);
});

test.describe('the person', () => {
  const feed = lazyList({ rows: serverRows(40), perLoad: 20, delayMs: 60, endless: true });

  test('stops an endless list and keeps what there is; the list stands where it stood', async ({
    extension,
    page,
    remote,
    site,
  }) => {
    await page.goto(site.put('/endless', feed));
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    const collecting = remote.call('collect', tabId, offer.tables[0]?.ref ?? '', [], Infinity, true);
    await expect.poll(() => remote.call('sent'), { timeout: 30_000 }).toBeGreaterThan(60);

    await remote.call('steer', 'pause');
    await page.waitForTimeout(1_500);
    const paused = await remote.call('sent');
    await page.waitForTimeout(2_000);
    expect(await remote.call('sent')).toBe(paused);
    await remote.call('steer', 'resume');
    await expect.poll(() => remote.call('sent'), { timeout: 30_000 }).toBeGreaterThan(paused);

    await remote.call('steer', 'finish');
    const done = await collecting;
    expect(done).toMatchObject({ error: null, gathering: { ended: 'enough', rowsStated: null } });
    const record = (await remote.call('inbox')).find((r) => r.head.captureId === done.inboxId);
    expect(record?.cells).toHaveLength(done.rows);
    expect(record?.cells.map((row) => row[0]).every((name, i) => name?.endsWith(` no. ${i}`))).toBe(true);
    expect(await page.evaluate(() => document.querySelector('.scroller')?.scrollTop)).toBe(0);
  });

  test('cancels, and nothing is kept', async ({ extension, page, remote, site }) => {
    await page.goto(site.put('/endless', feed));
    const tabId = await extension.tabId(page);
    const offer = (await remote.call('offer', tabId)) as TabOffer;
    const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '', [], 60, true);
    expect(done.inboxId).toBeNull();
    await expect.poll(() => remote.call('inbox')).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.querySelector('.scroller')?.scrollTop)).toBe(0);
  });

  test('closes the popup, and the next one shows it going on', async ({
    extension,
    harness,
    page,
    remote,
    site,
  }) => {
    await page.goto(
      site.put('/paged-long', pagedTable({ rows: serverRows(160), perPage: 20, language: 'en' })),
    );
    const tabId = await extension.tabId(page);
    const first = await extension.open('popup/index.html');
    await first.evaluate(harness);
    const closing = remoteIn(first);
    const offer = (await closing.call('offer', tabId)) as TabOffer;
    void closing.call('collect', tabId, offer.tables[0]?.ref ?? '', [], Infinity, true).catch(() => {});
    await expect.poll(() => closing.call('sent'), { timeout: 20_000 }).toBeGreaterThan(20);
    await first.close();

    const again = (await remote.call('offer', tabId)) as TabOffer;
    expect(again.underWay).not.toBeNull();
    await expect
      .poll(async () => (await remote.call('inbox')).map((r) => r.complete && r.rows), { timeout: 60_000 })
      .toEqual([160]);
    expect(((await remote.call('offer', tabId)) as TabOffer).underWay).toBeNull();
  });
});
