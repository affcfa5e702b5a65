import type { Gathering } from '../src/core/page-capture';
import type { TabOffer } from '../src/protocol/page-client';
import { test as base, expect } from './extension';
import * as matomo from './pages/matomo';
import { COLUMNS, leavesOf, regions, type TreeRow, treeTable, virtualTree } from './pages/trees';
import { pageOf } from './site';

interface Taken {
  readonly offered: TabOffer['tables'][number];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly totals: readonly (string | null)[] | null;
  readonly gathering: Gathering | null;
}

let pages = 0;
const test = base.extend<{ take: (body: string, all?: boolean, leftOut?: string[]) => Promise<Taken> }>({
  take: async ({ extension, page, remote, site }, use) => {
    await use(async (body, all = true, leftOut = []) => {
      await page.goto(site.put(`/tree-${++pages}`, body));
      const tabId = await extension.tabId(page);
      const offer = (await remote.call('offer', tabId)) as TabOffer;
      const offered = offer.tables[0];
      if (offered === undefined) throw new Error('no table offered');
      const done = await remote.call('collect', tabId, offered.ref, leftOut, Infinity, all);
      expect(done.error).toBeNull();
      const record = (await remote.call('inbox')).find((r) => r.head.captureId === done.inboxId);
      if (record === undefined) throw new Error('nothing was collected');
      return {
        offered,
        columns: record.head.columns,
        cells: record.cells,
        totals: record.head.totals,
        gathering: record.head.gathering ?? null,
      };
    });
  },
});
test.describe.configure({ timeout: 120_000 });

const rows = regions(6, 4);
const DEEP: readonly TreeRow[] = [
  {
    texts: ['Europe', '9', '90.00'],
    inside: [
      {
        texts: ['Poland', '7', '70.00'],
        inside: [{ texts: ['Łódź', '4', '40.00'] }, { texts: ['Ełk', '3', '30.00'] }],
      },
      { texts: ['Malta', '2', '20.00'] },
    ],
  },
  { texts: ['Elsewhere', '1', '10.00'] },
];

const firstOpened = (built: 'ant' | 'plain' | 'inner' | 'details') =>
  treeTable({ rows, built }).replace(
    'app.append(table(rows));',
    "app.append(table(rows)); document.querySelector('#app button, #app summary').click();",
  );

test.describe('collapsed rows', () => {
  for (const built of ['treegrid', 'ant', 'plain', 'inner', 'details'] as const) {
    for (const delayMs of built === 'details' ? [0] : [0, 300]) {
      test(`built as ${built}, there after ${delayMs} ms, are opened, read and closed again`, async ({
        take,
        page,
      }) => {
        const got = await take(treeTable({ rows, built, delayMs, total: built !== 'treegrid' }));
        expect(got.offered).toMatchObject({ more: 'opens', rowsOnPage: 6, tree: { sums: 0, collapsed: 6 } });
        expect(got.columns).toEqual([...COLUMNS, 'Place · 1']);
        expect(got.cells).toEqual(leavesOf(rows));
        expect(got.gathering).toEqual({
          ended: 'whole',
          rowsStated: null,
          pages: 1,
          putBack: true,
          tree: { sums: 6, opened: 6, collapsed: 0 },
        });
        // Every row and no other: six opened, six closed.
        expect(await page.evaluate(() => (window as unknown as { pressed: string[] }).pressed.length)).toBe(
          12,
        );
        expect(await page.locator('#app [aria-expanded=true], #app details[open]').count()).toBe(0);
        if (got.totals !== null) {
          const sum = got.cells.reduce((all, cells) => all + Number(cells[1]), 0);
          expect(got.totals).toEqual(['Total', String(sum), expect.any(String), null]);
        }
      });
    }
  }

  test('are opened level by level', async ({ take }) => {
    const got = await take(treeTable({ rows: DEEP, built: 'plain' }));
    expect(got.columns).toEqual([...COLUMNS, 'Place · 1', 'Place · 2']);
    expect(got.cells).toEqual([
      ['Łódź', '4', '40.00', 'Europe', 'Poland'],
      ['Ełk', '3', '30.00', 'Europe', 'Poland'],
      ['Malta', '2', '20.00', 'Europe', ''],
      ['Elsewhere', '1', '10.00', '', ''],
    ]);
    expect(got.gathering).toMatchObject({ putBack: true, tree: { sums: 2, opened: 2, collapsed: 0 } });
  });

  test('of a list that draws only what is in view are opened as they come by, and closed on the way back', async ({
    take,
    page,
  }) => {
    const many = regions(40, 5);
    const got = await take(virtualTree(many));
    expect(got.offered).toMatchObject({ more: 'scroll' });
    expect(got.cells).toEqual(leavesOf(many));
    expect(got.gathering).toMatchObject({
      ended: 'whole',
      putBack: true,
      tree: { sums: 40, opened: 40, collapsed: 0 },
    });
    expect(await page.evaluate(() => (window as unknown as { open_: Set<unknown> }).open_.size)).toBe(0);
    expect(await page.evaluate(() => document.querySelector('.list')?.scrollTop)).toBe(0);
  });

  test('that are not asked for stay as they are, and are counted; what stands open is counted once', async ({
    take,
  }) => {
    const shut = await take(treeTable({ rows, built: 'plain' }), false);
    expect(shut.cells).toEqual(rows.map(({ texts }) => texts));
    expect(shut.offered.tree).toEqual({ sums: 0, collapsed: 6 });
    const half = await take(firstOpened('ant'), false);
    expect(half.offered.tree).toEqual({ sums: 1, collapsed: 5 });
    expect(half.cells).toHaveLength(4 + 5);
    expect(half.cells[0]?.[3]).toBe('Region 0');
  });

  test('that stand open without a level are told by how far in they are drawn, and said where nothing tells', async ({
    take,
  }) => {
    const open = (row: TreeRow, level: number, indented: boolean): string => {
      const [name = '', ...figures] = row.texts;
      const button = row.inside === undefined ? '' : '<button type="button" aria-expanded="true">▾</button> ';
      const pad = indented ? `padding-left:${level * 24 + (row.inside === undefined ? 22 : 0)}px` : '';
      const cells = figures.map((figure) => `<td>${figure}</td>`).join('');
      const inside = (row.inside ?? []).map((child) => open(child, level + 1, indented)).join('');
      return `<tr><td style="${pad}">${button}<span>${name}</span></td>${cells}</tr>${inside}`;
    };
    const table = (indented: boolean) =>
      pageOf(
        `<h1>Places</h1><style>button{width:18px;padding:0;border:0}</style><table><thead><tr>${COLUMNS.map((c) => `<th>${c}</th>`).join('')}</tr></thead><tbody>${DEEP.map((row) => open(row, 0, indented)).join('')}</tbody></table>`,
      );
    const told = await take(table(true), false);
    expect(told.offered.tree).toEqual({ sums: 2, collapsed: 0 });
    expect(told.cells).toEqual([
      ['Łódź', '4', '40.00', 'Europe', 'Poland'],
      ['Ełk', '3', '30.00', 'Europe', 'Poland'],
      ['Malta', '2', '20.00', 'Europe', ''],
      ['Elsewhere', '1', '10.00', '', ''],
    ]);
    const untold = await take(table(false), false);
    expect(untold.offered.tree).toEqual({ sums: 0, collapsed: 0, unsure: 2 });
    expect(untold.cells).toHaveLength(6);
  });

  for (const built of ['ant', 'plain', 'inner', 'details'] as const) {
    test(`that the person had opened stand open afterwards (${built})`, async ({ take, page }) => {
      const all = await take(firstOpened(built));
      expect(all.cells).toEqual(leavesOf(rows));
      expect(all.gathering).toMatchObject({ putBack: true, tree: { sums: 6, opened: 5, collapsed: 0 } });
      expect(await page.locator('#app [aria-expanded=true], #app details[open]').count()).toBe(1);
    });
  }

  test('whose name is left out do not name it beside what they hold either', async ({ take }) => {
    const got = await take(treeTable({ rows, built: 'plain' }), true, ['Place']);
    expect(got.columns).toEqual(['Orders', 'Revenue']);
    expect(JSON.stringify(got.cells)).not.toContain('Region');
  });
});

test.describe('what is pressed', () => {
  const head = '<thead><tr><th>Place<th>Orders</tr></thead>';
  const trap = (button: string, i: number) => `<tr><td>City ${i} ${button}</td><td>${i}</td></tr>`;
  const TRAPS = [
    '<button type="button" aria-expanded="false" aria-haspopup="menu">▸</button>',
    '<button type="button" aria-expanded="false" data-bs-toggle="dropdown">▸</button>',
    '<button type="button" aria-expanded="false" class="action-menu">▸</button>',
    '<button type="button" aria-expanded="false" aria-label="Row actions">▸</button>',
    '<button type="button" role="switch" aria-checked="true" class="toggle">on</button>',
    '<button type="button" aria-label="Delete">▸</button>',
    '<a href="/elsewhere" aria-expanded="false" aria-label="Expand row">▸</a>',
    '<a href="/elsewhere"><span aria-expanded="false" class="expand">▸</span></a>',
    '<button form="f" aria-expanded="false" aria-label="Expand row">▸</button>',
    '<button type="button" aria-expanded="false" aria-label="Expand and delete">▸</button>',
    '<details><summary><a href="/elsewhere">more</a></summary>x</details>',
  ];

  test('is nothing that is not plainly there to open a row; such rows are counted', async ({
    take,
    page,
  }) => {
    const body = pageOf(
      `<form id="f" action="/left"></form><h1>Places</h1><table>${head}<tbody>${TRAPS.map(trap).join('')}
       <tr><td>Free text <button type="button" aria-expanded="false" aria-label="Something">i</button></td><td>8</td></tr></tbody></table>
       <script>window.pressed = 0; document.addEventListener('click', () => { window.pressed++; }, true);</script>`,
    );
    const got = await take(body);
    const address = page.url();
    expect(await page.evaluate(() => (window as unknown as { pressed: number }).pressed)).toBe(0);
    expect(page.url()).toBe(address);
    expect(got.cells).toHaveLength(TRAPS.length + 1);
    expect(got.gathering?.tree).toEqual({ sums: 0, opened: 0, collapsed: expect.any(Number) });
    expect(got.gathering?.tree?.collapsed).toBeGreaterThanOrEqual(4);
  });

  test('is closed again where it held something else than rows, and no more of them are opened', async ({
    take,
    page,
  }) => {
    const detail = (i: number) =>
      `<tr><td><button type="button" aria-expanded="false" aria-label="Expand row" onclick="toggle(this)">▸</button>Order ${i}</td><td>${i + 1}</td></tr>`;
    const got = await take(
      pageOf(
        `<h1>Orders</h1><table>${head}<tbody>${Array.from({ length: 8 }, (_, i) => detail(i)).join('')}</tbody></table>
         <script>window.presses = 0; function toggle(b) { window.presses++; const tr = b.closest('tr'); const open = b.getAttribute('aria-expanded') !== 'true';
           b.setAttribute('aria-expanded', open); if (!open) return tr.nextSibling.remove();
           const row = document.createElement('tr'); row.innerHTML = '<td colspan="2">Delivered to the door, paid by card</td>'; tr.after(row); }</script>`,
      ),
    );
    expect(got.cells).toEqual(Array.from({ length: 8 }, (_, i) => [`Order ${i}`, String(i + 1)]));
    expect(got.gathering).toMatchObject({ putBack: true, tree: { sums: 0, opened: 0, collapsed: 8 } });
    expect(await page.evaluate(() => (window as unknown as { presses: number }).presses)).toBe(6);
    expect(await page.locator('[aria-expanded=true]').count()).toBe(0);
  });
});

test.describe('Matomo', () => {
  const live = `<script>
    for (const tr of document.querySelectorAll('tr.subDataTableContainer')) tr.style.display = 'none';
    for (const tr of document.querySelectorAll('tr.subDataTable')) tr.onclick = () => {
      const under = tr.nextElementSibling; under.style.display = under.style.display === 'none' ? '' : 'none'; };
  </script>`;

  test('rows of a search engine are opened for its words', async ({ take, page }) => {
    const got = await take(pageOf(matomo.matomoReport(matomo.opened) + live));
    expect(got.columns).toEqual(['Search Engine', 'Visits (nb_visits)', 'Search Engine · 1']);
    expect(got.cells).toEqual([
      ['kawa ziarnista', '30', 'Seznam'],
      ['kawa mielona', '10', 'Seznam'],
      ['Ecosia', '7', ''],
    ]);
    expect(got.gathering).toMatchObject({ putBack: true, tree: { sums: 1, opened: 1, collapsed: 0 } });
    expect(await page.locator('tr.subDataTableContainer').isVisible()).toBe(false);
  });
});
