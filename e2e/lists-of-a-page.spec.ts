import { expect, test } from './read-tables';
import { pageOf } from './site';

const people = [
  ['Anna Nowak', 'Łódź', '3', '1\u00a0204,50\u00a0zł'],
  ['Jan Kowal', 'Opole', '12', '90,00\u00a0zł'],
  ['Ola Lis', 'Ełk', '1', '9,99\u00a0zł'],
  ['Ewa Bąk', 'Brzeg', '7', '310,00\u00a0zł'],
] as const;
const names = ['Klient', 'Miasto', 'Zamówienia', 'Wydane'] as const;
const cells = (texts: readonly string[], tag = 'span') => texts.map((t) => `<${tag}>${t}</${tag}>`).join('');

test.describe('rows of any elements', () => {
  test('with their header first, in wrappers, with boxes to tick', async ({ read }) => {
    const row = (texts: readonly string[], more = '') =>
      `<div class="r ${more}"><div class="in"><label><input type="checkbox"></label>${cells(texts, 'div')}</div></div>`;
    const [table, ...more] = await read(
      `<h2>Klienci</h2><div>${row(names, 'head')}${people.map((p) => row(p)).join('')}</div><p>1–4 z 57</p>`,
    );
    expect(more).toEqual([]);
    expect(table?.offered).toMatchObject({ title: 'Klienci', columns: names, rowsOnPage: 4, rowsStated: 57 });
    expect(table?.cells).toEqual(people);
  });

  test('with their header before the list that scrolls', async ({ read }) => {
    const [table] = await read(`<h2>Klienci</h2><section><div class="hd">${cells(names)}</div>
      <div class="scroll"><ul>${people.map((p) => `<li><a href="/c">${cells(p)}</a></li>`).join('')}</ul></div></section>`);
    expect(table?.offered.columns).toEqual(names);
    expect(table?.cells).toEqual(people);
  });

  test('without a header, where they hold values enough', async ({ read }) => {
    const [table] = await read(
      `<div>${people.map((p) => `<div><b>${p[0]}</b>${cells(p.slice(1))}</div>`).join('')}</div>`,
    );
    expect(table?.offered.columns).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4']);
    expect(table?.cells).toEqual(people);
  });

  test('with headings between them and totals under them', async ({ read }) => {
    const row = (texts: readonly string[]) => `<div>${cells(texts, 'div')}</div>`;
    const [table] = await read(`<div>${row(names)}<div>Wrzesień</div>${people.slice(0, 2).map(row).join('')}
      <div>Październik</div>${people.slice(2).map(row).join('')}${row(['Razem', '', '23', '1 614,49 zł'])}</div>`);
    expect(table?.cells).toEqual(people);
  });

  test('whose cells stand in one grid without rows', async ({ read }) => {
    const flat = (mark: (i: number) => string) =>
      `<div style="display:grid;grid-template-columns:repeat(4,1fr)">${names.map((n) => `<div class="${mark(-1)}">${n}</div>`).join('')}${people
        .flat()
        .map((t, i) => `<div class="${mark(i % 4)}">${t}</div>`)
        .join('')}</div>`;
    const [marked] = await read(flat((i) => (i < 0 ? 'th' : 'td')));
    expect(marked?.offered.columns).toEqual(names);
    expect(marked?.cells).toEqual(people);
    const classes = ['n', 'c', 'o', 's'];
    const again = `<div>${[...names, ...people.flat()].map((t, i) => `<i class="${classes[i % 4]}">${t}</i>`).join('')}</div>`;
    const [periodic] = await read(again);
    expect(periodic?.offered.columns).toEqual(names);
    expect(periodic?.cells).toEqual(people);
  });

  test('say in full what they cut short, and when rather than how long ago', async ({ read }) => {
    const [table] = await read(`<table><tr><th>Item<th>Views<th>When<th>Trend</tr>
      <tr><td title="Zestaw upominkowy, duży">Zestaw upomin…<td><span data-tooltip="1,234">1.2k</span><td><time datetime="2026-10-03T09:00:00Z">2 hours ago</time><td><span class="sparkline">1,2,3</span>5%
      <tr><td><a aria-label="Kubek w kropki">Kubek w kr...</a><td title="Views">310<td><time datetime="2026-10-02">yesterday</time><td>-</tr></table>`);
    expect(table?.cells).toEqual([
      ['Zestaw upominkowy, duży', '1,234', '2026-10-03T09:00:00Z', '5%'],
      ['Kubek w kropki', '310', '2026-10-02', '-'],
    ]);
  });
});

test.describe('cards', () => {
  test('with labels are rows, whatever they are made of', async ({ read }) => {
    const card = (p: readonly string[]) =>
      `<article class="card x${p[2]}"><img alt="" src="data:,"><h3>${p[0]}</h3><p><span>Miasto</span> <b>${p[1]}</b></p><div>Zamówienia: ${p[2]}</div><p><strong>Wydane:</strong> ${p[3]}</p><button>Otwórz</button></article>`;
    const [table, ...more] = await read(
      `<h2>Klienci</h2><div class="cards">${people.map(card).join('')}</div>`,
    );
    expect(more).toEqual([]);
    expect(table?.offered).toMatchObject({
      title: 'Klienci',
      columns: ['Column 1', 'Miasto', 'Zamówienia', 'Wydane'],
      rowsOnPage: 4,
    });
    expect(table?.cells).toEqual(people);
  });

  test('with a definition list in each', async ({ read }) => {
    const card = (p: readonly string[]) =>
      `<li><h4>${p[0]}</h4><dl>${names
        .slice(1)
        .map((n, i) => `<dt>${n}</dt><dd>${p[i + 1]}</dd>`)
        .join('')}</dl></li>`;
    const [table, ...more] = await read(`<ul>${people.map(card).join('')}</ul>`);
    expect(more).toEqual([]);
    expect(table?.offered.columns).toEqual(['Column 1', ...names.slice(1)]);
    expect(table?.cells).toEqual(people);
  });
});

test('a definition list is a record, or several', async ({ read }) => {
  const record = (p: readonly string[]) => names.map((n, i) => `<dt>${n}:</dt><dd>${p[i]}</dd>`).join('');
  const tables = await read(
    `<h2>Klientka</h2><dl>${record(people[0])}</dl><h2>Wszyscy</h2><dl>${people.map(record).join('')}</dl>`,
  );
  expect(tables.map(({ offered, cells: c }) => [offered.title, offered.columns, c])).toEqual([
    ['Klientka', names, [people[0]]],
    ['Wszyscy', names, people],
  ]);
});

test('what a page publishes as JSON-LD is a table', async ({ read }) => {
  const things = [
    { '@type': 'Product', name: 'Kubek', sku: 'K-1', offers: { price: 25, priceCurrency: 'PLN' } },
    { '@type': 'Product', name: 'Czajnik', sku: 'C-1', offers: { price: '90.50', priceCurrency: 'PLN' } },
  ];
  const list = {
    '@type': 'ItemList',
    itemListElement: things.map((item) => ({ '@type': 'ListItem', item })),
  };
  const [table, ...more] = await read(
    `<h1>Sklep</h1><script type="application/ld+json">{"@type":"WebSite","name":"x","url":"y"}</script>
     <script type="application/ld+json">${JSON.stringify(list)}</script>
     <div class="grid">${things.map((t) => `<div><img src="data:,"><h3>${t.name}</h3><span>${t.offers.price} zł</span><button>Do koszyka</button></div>`).join('')}</div>`,
  );
  expect(more).toEqual([]);
  expect(table?.offered).toMatchObject({
    title: 'A page · Product',
    columns: ['name', 'sku', 'offers.price', 'offers.priceCurrency'],
  });
  expect(table?.cells).toEqual([
    ['Kubek', 'K-1', '25', 'PLN'],
    ['Czajnik', 'C-1', '90.50', 'PLN'],
  ]);
});

test.describe('is no data', () => {
  const ten = Array.from({ length: 10 }, (_, i) => i + 1);
  const prose =
    'Kupiłam to w zeszłym roku i od tamtej pory działa bez zarzutu, polecam każdemu, kto się waha';
  const noise: readonly [what: string, body: string][] = [
    ['a menu', `<nav><ul>${ten.map((n) => `<li><a href="/${n}">Dział ${n}</a></li>`).join('')}</ul></nav>`],
    [
      'a menu that is no nav',
      `<ul>${ten.map((n) => `<li><a href="/${n}">Dział ${n}</a></li>`).join('')}</ul>`,
    ],
    [
      'a menu with counts',
      `<ul>${ten.map((n) => `<li><a href="/${n}">Folder ${n}</a><span>${n * 7}</span></li>`).join('')}</ul>`,
    ],
    [
      'a menu of columns',
      `<div>${ten.map((n) => `<div><h4>Grupa ${n}</h4><a>Link a${n}</a><a>Link b${n}</a><a>Link c${n}</a></div>`).join('')}</div>`,
    ],
    [
      'a footer',
      `<footer><div>${ten.map((n) => `<div><b>Oddział ${n}</b><span>tel. 22 600 10 0${n % 10}</span><span>2026</span></div>`).join('')}</div></footer>`,
    ],
    [
      'a grid of products',
      `<div class="grid">${ten.map((n) => `<div class="tile"><a><img alt="Kubek" src="data:,"></a><h3>Kubek ${n}</h3><span>${n},99 zł</span><span>4,${n % 10}</span><button>Do koszyka</button></div>`).join('')}</div>`,
    ],
    [
      'a chat',
      `<div>${ten.map((n) => `<div><img alt="" src="data:,"><b>Osoba ${n % 3}</b><p>Wiadomość ${n}, krótka</p><span>14:${10 + n}</span></div>`).join('')}</div>`,
    ],
    [
      'a thread of comments',
      `<section>${ten.map((n) => `<article><b>Osoba ${n}</b><span>${n} h ago</span><p>${prose} ${n}</p><div><span>Lubię</span><span>${n}</span><span>Odpowiedzi</span><span>${n * 3}</span></div></article>`).join('')}</section>`,
    ],
    [
      'a form',
      `<form>${ten.map((n) => `<div><label>Pole ${n}</label><input value="${n}"><span>${n}00 zł</span></div>`).join('')}</form>`,
    ],
    [
      'settings outside a form',
      `<div>${ten.map((n) => `<div><label>Pole ${n}</label><input value="${n}"><span>${n}00 zł</span><span>${n}%</span></div>`).join('')}</div>`,
    ],
    [
      'a cookie banner',
      `<div id="cookie-banner"><ul>${ten.map((n) => `<li><b>ciastko_${n}</b><span>${n} dni</span><span>${n * 2} kB</span></li>`).join('')}</ul></div>`,
    ],
    [
      'a calendar',
      `<div>${[0, 1, 2, 3].map((w) => `<div>${[1, 2, 3, 4, 5, 6, 7].map((d) => `<span>${w * 7 + d}</span>`).join('')}</div>`).join('')}</div>`,
    ],
    [
      'answers to questions',
      `<dl>${ten.map((n) => `<dt>Pytanie ${n}?</dt><dd>${prose}</dd>`).join('')}</dl>`,
    ],
    [
      'articles',
      `<main>${ten.map((n) => `<article><h2>Wpis ${n}</h2><time datetime="2026-10-0${n % 9}">x</time><p>${prose}</p></article>`).join('')}</main>`,
    ],
    ['pages of a pager', `<div>${ten.map((n) => `<a href="?p=${n}">${n}</a>`).join('')}</div>`],
    [
      'a wizard of steps',
      `<ol>${ten.map((n) => `<li><span>${n}</span><b>Krok ${n}</b><i>gotowe</i></li>`).join('')}</ol>`,
    ],
  ];
  for (const [what, body] of noise) {
    test(what, async ({ read }) => {
      expect(await read(`<h1>Strona</h1>${body}`)).toEqual([]);
    });
  }
});

test('a page of 50,000 elements is looked through without a long task', async ({
  extension,
  page,
  remote,
  site,
}) => {
  const block = (n: number) =>
    `<div class="b"><div><div><span>a${n}</span><span>b</span></div><div><i>c</i></div><div>d</div></div></div>`;
  await page.goto(
    site.put(
      '/lists-many',
      pageOf(`${Array.from({ length: 6_300 }, (_, n) => block(n)).join('')}<p id="end">end</p>`),
    ),
  );
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeGreaterThan(50_000);
  // Drawn and at rest: its own first tasks are long.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 500))));
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  const started = Date.now();
  expect(await remote.call('offer', await extension.tabId(page))).toMatchObject({ reason: 'no-table' });
  const took = Date.now() - started;
  const longest = await page.evaluate(() =>
    Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks),
  );
  test
    .info()
    .annotations.push({ type: 'measured', description: `${took} ms in all, longest task ${longest} ms` });
  console.log(`50,000 elements: ${took} ms in all, longest task ${longest} ms`);
  expect(longest).toBeLessThan(100);
});
