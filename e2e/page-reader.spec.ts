import type { OfferedTable } from '../src/core/page-capture';
import type { NoOffer, TabOffer } from '../src/protocol/page-client';
import { test as base, expect, type Remote } from './extension';
import { pageOf, type Site } from './site';

interface Read {
  readonly offer: TabOffer | NoOffer;
  readonly tables: readonly (OfferedTable & {
    readonly cells: readonly (readonly string[])[];
    readonly totals: readonly (string | null)[] | null;
  })[];
}

let pages = 0;

/** Serves a body, offers and collects every table on it. */
const test = base.extend<{ read: (body: string) => Promise<Read> }>({
  read: async ({ extension, page, remote, site }, use) => {
    await use(async (body) => {
      await page.goto(served(site, body));
      const tabId = await extension.tabId(page);
      const offer = await remote.call('offer', tabId);
      if ('reason' in offer) return { offer, tables: [] };
      const tables = [];
      for (const table of offer.tables) tables.push({ ...table, ...(await kept(remote, tabId, table)) });
      return { offer, tables };
    });
  },
});

const served = (site: Site, body: string) => site.put(`/structure-${++pages}`, pageOf(body));

async function kept(remote: Remote, tabId: number, table: OfferedTable) {
  const { inboxId, error } = await remote.call('collect', tabId, table.ref);
  expect(error).toBeNull();
  const found = (await remote.call('inbox')).find((r) => r.head.captureId === inboxId);
  return { cells: found?.cells ?? [], totals: found?.head.totals ?? null };
}

const rows = (list: readonly (readonly (string | number)[])[]) =>
  list.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');

test.describe('titles', () => {
  const table = `<thead><tr><th>City<th>Orders</thead><tbody>${rows([
    ['Łódź', 3],
    ['Gdynia', 4],
  ])}</tbody>`;

  test('come from the caption, a label or the heading before', async ({ read }) => {
    const { tables } = await read(`
      <h1>Shop</h1>
      <table><caption>By city <button>?</button></caption>${table}</table>
      <table aria-label="Labelled">${table}</table>
      <p id="name">Named elsewhere</p><table aria-labelledby="name">${table}</table>
      <section><h2>Autumn</h2><p>words</p><div><table>${table}</table></div></section>
      <h2 hidden>Not shown</h2><table>${table}</table>`);
    expect(tables.map((t) => t.title)).toEqual([
      'By city',
      'Labelled',
      'Named elsewhere',
      'Autumn',
      'Autumn',
    ]);
  });

  test('fall back to the title of the page', async ({ read }) => {
    const { tables } = await read(`<table>${table}</table>`);
    expect(tables[0]?.title).toBe('A page');
  });
});

test.describe('headers', () => {
  test('stacked over spans are joined, and a row across all of them is no part of a name', async ({
    read,
  }) => {
    const { tables } = await read(`<table>
      <thead>
        <tr><th colspan="5">Sales 2026</th></tr>
        <tr><th rowspan="2">City</th><th colspan="2">Orders</th><th colspan="2">Revenue</th></tr>
        <tr><th>Q1</th><th>Q2</th><th>Q1</th><th>Q2</th></tr>
      </thead><tbody>${rows([['Łódź', 1, 2, '10,00', '20,00']])}</tbody></table>`);
    expect(tables[0]?.columns).toEqual([
      'City',
      'Orders · Q1',
      'Orders · Q2',
      'Revenue · Q1',
      'Revenue · Q2',
    ]);
    expect(tables[0]?.cells).toEqual([['Łódź', '1', '2', '10,00', '20,00']]);
  });

  test('lose sort arrows, icons and help buttons, and keep a label that is a button', async ({ read }) => {
    const { tables } = await read(`<style>.gone{display:none}</style><table><thead><tr>
      <th><button>Date <svg><title>sorted</title></svg></button></th>
      <th>Orders ▲</th>
      <th><span>Revenue</span> <button aria-label="help">?</button><i class="material-icons">arrow_upward</i></th>
      <th>AOV<span class="gone">average order value</span><span class="sr-only">, sortable</span></th>
      </tr></thead><tbody>${rows([['1.10.2026', 2, 3, 4]])}</tbody></table>`);
    expect(tables[0]?.columns).toEqual(['Date', 'Orders', 'Revenue', 'AOV']);
  });

  test('repeated or missing get names of their own', async ({ read }) => {
    const { tables } = await read(`<table><thead><tr><th>Value<th>Value<th><th>Value (2)</tr></thead>
      <tbody>${rows([
        ['a', 'b', 'c', 'd'],
        ['e', 'f', 'g', 'h'],
      ])}</tbody></table>`);
    expect(tables[0]?.columns).toEqual(['Value', 'Value (2)', 'Column 3', 'Value (2) (2)']);
    expect(new Set(tables[0]?.columns).size).toBe(4);
  });

  test('without th are the first row where it names the values below', async ({ read }) => {
    const { tables } = await read(
      `<table>${rows([
        ['City', 'Orders'],
        ['Łódź', 12],
        ['Gdynia', 40],
      ])}</table>
       <table>${rows([
         ['Łódź', 12],
         ['Gdynia', 40],
       ])}</table>`,
    );
    expect(tables[0]).toMatchObject({
      columns: ['City', 'Orders'],
      cells: [
        ['Łódź', '12'],
        ['Gdynia', '40'],
      ],
    });
    expect(tables[1]).toMatchObject({ columns: ['Column 1', 'Column 2'], rowsOnPage: 2 });
  });

  test('in a table of their own, above the scrolling body, are joined to it', async ({ read }) => {
    const { tables } = await read(`<div class="list">
      <div><table><thead><tr><th>City</th><th>Orders</th></tr></thead></table></div>
      <div><table><tbody>${rows([
        ['Łódź', 12],
        ['Gdynia', 40],
      ])}</tbody></table></div></div>`);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ columns: ['City', 'Orders'], rowsOnPage: 2 });
  });
});

test.describe('cells', () => {
  const cell = (inner: string) =>
    `<table><thead><tr><th>Id<th>Cell</tr></thead><tbody><tr><td>1<td>${inner}</tr></tbody></table>`;
  const cases: readonly [what: string, inner: string, text: string][] = [
    ['break lines into words', 'Anna<br>Nowak<div>Łódź</div>PL', 'Anna Nowak Łódź PL'],
    ['keep inline pieces together', '<b>1</b><span>2</span><i>,50</i> zł', '12,50 zł'],
    ['keep the blanks that part thousands', '1\u00a0234,56\u202fzł', '1\u00a0234,56\u202fzł'],
    [
      'leave hidden text out',
      'a<span style="display:none">b</span><span style="visibility:hidden">c</span><span hidden>d</span>',
      'a',
    ],
    [
      'leave text for screen readers out',
      '5<span style="position:absolute;clip-path:inset(50%)">five</span>',
      '5',
    ],
    [
      'leave scripts and styles out',
      'a<script>var b = 1</script><style>c{}</style><template>d</template>',
      'a',
    ],
    ['leave controls out', 'Łódź <button>Edit</button><input type="checkbox">', 'Łódź'],
    ['say what an only control says', '<button><span>Anna Nowak</span></button>', 'Anna Nowak'],
    ['take the value of a field that can be edited', '<input value="17">', '17'],
    ['take the chosen option', '<select><option>Paid<option selected>Refunded</select>', 'Refunded'],
    ['take the name of an only picture', '<img alt="Poland" src="data:,">', 'Poland'],
    [
      'part labels side by side',
      '<style>.c{display:inline-block}</style><span class="c">VIP</span><span class="c">New</span>',
      'VIP New',
    ],
    [
      'do not part the digits of an animated number',
      '<style>.c{display:inline-block}</style><span class="c">1</span><span class="c">2</span>',
      '12',
    ],
    ['keep markup as text', '&lt;b&gt;bold&lt;/b&gt; &amp;amp;', '<b>bold</b> &amp;'],
    ['keep an arrow that means something', '▲ 5%', '▲ 5%'],
  ];
  for (const [what, inner, text] of cases) {
    test(what, async ({ read }) => {
      const { tables } = await read(cell(inner));
      expect(tables[0]?.cells).toEqual([['1', text]]);
    });
  }

  test('of open shadow roots are read as they show', async ({ page, extension, remote, site }) => {
    await page.goto(served(site, cell('<x-name>slotted</x-name>')));
    await page.evaluate(() => {
      const host = document.querySelector('x-name');
      if (host) host.attachShadow({ mode: 'open' }).innerHTML = '<style>p{}</style><b>Anna</b> <slot></slot>';
    });
    const offer = (await remote.call('offer', await extension.tabId(page))) as TabOffer;
    expect(offer.tables[0]?.sample).toEqual([['1', 'Anna slotted']]);
  });
});

test.describe('rows and columns', () => {
  test('spanned by a cell all have it, and a column that only numbers rows is no data', async ({ read }) => {
    const { tables } = await read(`<table><thead><tr><th><th>Customer<th>Item<th>Price</tr></thead><tbody>
      <tr><td>1<td rowspan="2">Anna<td>Cup<td>10</tr>
      <tr><td>2<td>Pot<td>20</tr>
      <tr><td>3<td>Jan<td colspan="2">nothing</tr></tbody></table>`);
    expect(tables[0]).toMatchObject({
      columns: ['Customer', 'Item', 'Price'],
      cells: [
        ['Anna', 'Cup', '10'],
        ['Anna', 'Pot', '20'],
        ['Jan', 'nothing', ''],
      ],
    });
  });

  test('a span never leaves its section, and rowspan=0 reaches its end', async ({ read }) => {
    const { tables } = await read(`<table><thead><tr><th>A<th>B</tr></thead>
      <tbody><tr><td rowspan="9">x<td>1</tr><tr><td>2</tr></tbody>
      <tbody><tr><td rowspan="0">y<td>3</tr><tr><td>4</tr></tbody></table>`);
    expect(tables[0]?.cells).toEqual([
      ['x', '1'],
      ['x', '2'],
      ['y', '3'],
      ['y', '4'],
    ]);
  });

  test('hidden are not there', async ({ read }) => {
    const { tables } = await read(`<style>.wide{display:none}</style><table>
      <thead><tr><th>City<th class="wide">Code<th>Orders</tr></thead><tbody>
      <tr><td>Łódź<td class="wide">LD<td>1</tr>
      <tr style="display:none"><td>Opole<td class="wide">OP<td>2</tr>
      <tr hidden><td>Brzeg<td class="wide">BR<td>3</tr>
      <tr><td>Gdynia<td class="wide">GD<td>4</tr></tbody>
      <tbody style="display:none"><tr><td>Ełk<td class="wide">EL<td>5</tr></tbody></table>`);
    expect(tables[0]).toMatchObject({
      columns: ['City', 'Orders'],
      cells: [
        ['Łódź', '1'],
        ['Gdynia', '4'],
      ],
      rowsOnPage: 2,
    });
  });

  test('of totals are set apart, wherever they stand', async ({ read }) => {
    const body = [
      ['Łódź', '1 200', '10,50 zł'],
      ['Gdynia', '800', '9,50 zł'],
    ];
    const head = '<thead><tr><th>Miasto<th>Sesje<th>Przychód</tr></thead>';
    const totals = ['Razem', '2 000', '20,00 zł'];
    const { tables } = await read(`
      <table>${head}<tbody>${rows(body)}</tbody><tfoot>${rows([totals])}</tfoot></table>
      <table>${head}<tbody>${rows([...body, totals])}</tbody></table>
      <table>${head}<tbody>${rows([['Suma', '2 000', '20,00 zł'], ...body])}</tbody></table>
      <table>${head}<tbody>${rows(body)}</tbody><tfoot><tr><th>Miasto<th>Sesje<th>Przychód</tr></tfoot></table>`);
    expect(tables.map((t) => t.rowsOnPage)).toEqual([2, 2, 2, 2]);
    expect(tables.map((t) => t.totals)).toEqual([totals, totals, ['Suma', '2 000', '20,00 zł'], null]);
  });

  test('a product called Total Wine is a product', async ({ read }) => {
    const { tables } = await read(
      `<table><thead><tr><th>Campaign<th>Clicks</tr></thead><tbody>${rows([
        ['Total Wine', 5],
        ['Other', 6],
        ['Total Fitness', 7],
      ])}</tbody></table>`,
    );
    expect(tables[0]).toMatchObject({ rowsOnPage: 3, totals: null });
  });
});

test.describe('what the page says there is in all', () => {
  const list = (count: number) =>
    `<table><thead><tr><th>Id<th>Name</tr></thead><tbody>${rows(Array.from({ length: count }, (_, i) => [100 + i * 3, `n${i}`]))}</tbody></table>`;
  const cases: readonly [pager: string, stated: number | null][] = [
    ['<p>1–10 of 1,234</p>', 1234],
    ['<div><span>1</span>–<span>10</span> of <b>57</b></div>', 57],
    ['<div>Wyświetlanie <b>11</b>–<b>20</b> z <b>1 234</b> zamówień</div>', 1234],
    ['<div>Showing 1 to 10 of 535 entries</div>', 535],
    ['<div>1–25 of 100</div>', null],
    ['<div>Page 2 of 10</div>', null],
    ['', null],
  ];
  for (const [pager, stated] of cases) {
    test(`is ${stated ?? 'not known'} beside "${pager.replace(/<[^>]+>/g, '')}"`, async ({ read }) => {
      const { tables } = await read(`<div><div>${list(10)}</div>${pager}</div>`);
      expect(tables[0]?.rowsStated).toBe(stated);
    });
  }

  test('is read from the pager of the table itself, not of its neighbour', async ({ read }) => {
    const { tables } = await read(`
      <section><h2>A</h2>${list(10)}<p>1–10 of 80</p></section>
      <section><h2>B</h2>${list(10)}<p>1–10 of 90</p></section>`);
    expect(tables.map((t) => t.rowsStated)).toEqual([80, 90]);
  });
});

test.describe('grids without a table', () => {
  test('take places, totals and counts from their roles', async ({ read }) => {
    const { tables } = await read(`<div role="grid" aria-label="People" aria-rowcount="501" aria-colcount="4">
      <div role="row" aria-rowindex="1"><span role="columnheader" aria-colindex="1"></span><span role="columnheader" aria-colindex="2">Name</span><span role="columnheader" aria-colindex="3">Orders</span><span role="columnheader" aria-colindex="4">Spent</span></div>
      <div role="row" aria-rowindex="7"><span role="gridcell" aria-colindex="1"><input type="checkbox"></span><span role="rowheader" aria-colindex="2">Anna</span><span role="gridcell" aria-colindex="4">12 zł</span></div>
      <div role="row" aria-rowindex="8"><span role="gridcell" aria-colindex="1"><input type="checkbox"></span><span role="rowheader" aria-colindex="2">Jan</span><span role="gridcell" aria-colindex="3">3</span><span role="gridcell" aria-colindex="4">30 zł</span></div>
    </div>`);
    expect(tables[0]).toMatchObject({
      title: 'People',
      columns: ['Name', 'Orders', 'Spent'],
      cells: [
        ['Anna', '', '12 zł'],
        ['Jan', '3', '30 zł'],
      ],
      rowsStated: 500,
    });
  });

  test('with frozen columns have their rows put together', async ({ read }) => {
    const part = (cells: (row: number) => string) =>
      `<div role="rowgroup">${[2, 3].map((r) => `<div role="row" aria-rowindex="${r}">${cells(r)}</div>`).join('')}</div>`;
    const { tables } = await read(`<div role="treegrid">
      <div role="row" aria-rowindex="1"><i role="columnheader" aria-colindex="1">Name</i></div>
      <div role="row" aria-rowindex="1"><i role="columnheader" aria-colindex="2">Orders</i></div>
      ${part((r) => `<i role="gridcell" aria-colindex="1">n${r}</i>`)}
      ${part((r) => `<i role="gridcell" aria-colindex="2">${r * 10}</i>`)}</div>`);
    expect(tables[0]).toMatchObject({
      columns: ['Name', 'Orders'],
      cells: [
        ['n2', '20'],
        ['n3', '30'],
      ],
    });
  });
});

test.describe('passed over', () => {
  const data = `<table><thead><tr><th>City<th>Orders</tr></thead><tbody>${rows([['Łódź', 3]])}</tbody></table>`;
  const cases: readonly [what: string, body: string][] = [
    ['a page without a table', '<p>Nothing here</p>'],
    [
      'a table that lays a page out',
      `<table><tr><td><nav>menu</nav></td><td><h1>Words</h1><p>text</p></td></tr><tr><td>a</td><td>b</td></tr></table>`,
    ],
    [
      'a table that says it is presentation',
      `<table role="presentation">${rows([
        ['a', 1],
        ['b', 2],
      ])}</table>`,
    ],
    ['a header without rows', '<table><thead><tr><th>City<th>Orders</tr></thead><tbody></tbody></table>'],
    [
      'a table that says there is nothing',
      '<table><thead><tr><th>City<th>Orders</tr></thead><tbody><tr><td colspan="2">No orders yet</td></tr></tbody></table>',
    ],
    ['a hidden table', `<div style="display:none">${data}</div>`],
    ['a single row without a header', `<table>${rows([['a', 'b']])}</table>`],
    ['an empty grid', '<div role="grid"></div>'],
  ];
  for (const [what, body] of cases) {
    test(what, async ({ read }) => {
      expect((await read(body)).offer).toEqual({
        reason: 'no-table',
        tabId: expect.any(Number),
        unread: null,
      });
    });
  }

  test('is the layout around a table, not the table in it', async ({ read }) => {
    const { tables } = await read(`<table><tr><td>menu</td><td>${data}</td></tr></table>`);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ columns: ['City', 'Orders'], cells: [['Łódź', '3']] });
  });
});

test('a table in a table is one of its own, and no text of the outer one', async ({ read }) => {
  const { tables } = await read(`<table><thead><tr><th>Order<th>Lines</tr></thead><tbody>
    <tr><td>1<td>two<table><tr><th>Sku<th>Qty</tr><tr><td>A<td>1</tr><tr><td>B<td>2</tr></table></td></tr>
    <tr><td>2<td>none</td></tr></tbody></table>`);
  expect(tables.map((t) => t.cells)).toEqual([
    [
      ['1', 'two'],
      ['2', 'none'],
    ],
    [
      ['A', '1'],
      ['B', '2'],
    ],
  ]);
});

test('tables in frames of the same origin are offered, and say so', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const table = (name: string) =>
    `<table aria-label="${name}"><thead><tr><th>City<th>Orders</tr></thead><tbody>${rows([
      ['Łódź', 3],
      ['Ełk', 4],
    ])}</tbody></table>`;
  const inner = site.put('/frame-inner', pageOf(table('Inner')));
  await page.goto(
    site.put(
      '/frame-outer',
      pageOf(
        `${table('Outer')}<iframe src="${inner}"></iframe><iframe srcdoc='${table('Written in place')}'></iframe>`,
      ),
    ),
  );
  const tabId = await extension.tabId(page);
  const offer = (await remote.call('offer', tabId)) as TabOffer;
  expect(offer.tables.map((t) => [t.title, t.frame]).sort()).toEqual([
    ['Inner', 'iframe'],
    ['Outer', 'top'],
    ['Written in place', 'iframe'],
  ]);
  for (const { ref } of offer.tables) {
    expect(await remote.call('collect', tabId, ref)).toMatchObject({ rows: 2, error: null });
  }
});
