import type { Gathering } from '../src/core/page-capture';
import type { TabOffer } from '../src/protocol/page-client';
import { test as base, expect } from './extension';
import { COLUMNS, lazyList, pagedTable, serverRows, virtualList } from './pages/lists';

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
