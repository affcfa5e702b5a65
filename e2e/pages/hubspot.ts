import { json, type Language, made, pick, WINDOWED } from './figures';

export interface HubspotList {
  readonly html: string;
  /** Where the app would serve it. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const WORDS = {
  en: {
    title: 'Contacts',
    view: 'All contacts',
    columns: ['Name', 'Email', 'Phone Number', 'Contact owner', 'Lead Status', 'Create Date (GMT+1)'],
    record: 'Record ID',
    count: (n: number) => `${n} records`,
    none: 'No owner',
    day: (d: number, m: number) => `${pick(['Jan', 'Feb', 'Mar', 'Apr', 'May'], m)} ${d}, 2026 9:14 AM GMT+1`,
    status: ['New', 'Open', 'In Progress', '--'],
  },
  pl: {
    title: 'Kontakty',
    view: 'Wszystkie kontakty',
    columns: [
      'Nazwa',
      'E-mail',
      'Numer telefonu',
      'Właściciel kontaktu',
      'Status leada',
      'Data utworzenia (GMT+1)',
    ],
    record: 'ID rekordu',
    count: (n: number) =>
      `${n} ${n % 10 > 1 && n % 10 < 5 && (n % 100 < 12 || n % 100 > 14) ? 'rekordy' : 'rekordów'}`,
    none: 'Brak właściciela',
    day: (d: number, m: number) => `${d} ${pick(['sty', 'lut', 'mar', 'kwi', 'maj'], m)} 2026 09:14 GMT+1`,
    status: ['Nowy', 'Otwarty', 'W toku', '--'],
  },
} as const;

const FIRST = ['Anna', 'Jan', 'Łucja', 'Michał', 'Zofia', 'Piotr', 'Ewa'];
const LAST = ['Nowak', 'Kowalski', 'Wiśniewska', 'Zieliński', 'Dąbrowska', 'Żak'];

/**
 * A list of contacts as HubSpot draws it: pages of 25, rows beyond the window without their cells' texts or not there
 * at all, the checkbox cell without a number, columns in the order of the view, initials and buttons beside the values.
 */
export function hubspotPage(language: Language, count = 60): HubspotList {
  const words = WORDS[language];
  const next = made(5);
  const people = Array.from({ length: count }, (_, i) => {
    const name = `${pick(FIRST, next(7))} ${pick(LAST, next(6))}`;
    const owner = next(3) === 0 ? words.none : 'Maria Lis (maria.lis@mokka.example)';
    return {
      id: String(21_400 + i * 37),
      name,
      texts: [
        name,
        `klient${i + 1}@poczta.example`,
        next(4) === 0 ? '--' : `+48 600 ${100 + i} 1${10 + (i % 80)}`,
        owner,
        pick(words.status, next(4)),
        words.day(1 + next(27), next(5)),
      ],
    };
  });
  return {
    path: '/contacts/4820193/objects/0-1/views/all/list',
    columns: [...words.columns, words.record],
    // Two dashes are how it shows that there is nothing.
    rows: people.map(({ id, texts }) => [...texts.map((text) => (text === '--' ? '' : text)), id]),
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words.title}</title>
<style>.box{height:340px;overflow-y:auto;width:1100px}tr{height:34px}td,th{white-space:nowrap;text-align:left;padding:0 6px}</style></head><body>
<header><h1>${words.title}</h1><span data-test-id="count">${words.count(count)}</span></header>
<div role="tablist"><button role="tab" aria-selected="true" type="button">${words.view}</button><button role="tab" aria-selected="false" type="button">VIP</button></div>
<div class="box"><table data-test-id="framework-data-table"><thead><tr><th><input type="checkbox" aria-label="Select all"></th>${words.columns
      .map(
        (name) =>
          `<th><div role="button" tabindex="0"><span>${name}</span><svg aria-hidden="true"></svg></div></th>`,
      )
      .join('')}</tr></thead><tbody></tbody></table></div>
<nav><button type="button" data-prev-page="true" aria-disabled="true">‹</button><span class="page">1</span><button type="button" data-next-page="true">›</button></nav>
<script>${WINDOWED}
  const people = ${json(people)}, PAGE = 25, HEIGHT = 34;
  const box = document.querySelector('.box'), body = document.querySelector('tbody');
  const [back, forth] = document.querySelectorAll('nav button');
  let page = 0;
  const onPage = () => people.slice(page * PAGE, page * PAGE + PAGE);
  const value = (text, column, person) => {
    if (column === 0) {
      const name = make('span', { 'data-test-id': 'label-cell-formatted-property-name' }, text);
      const link = make('a', { href: '/contacts/4820193/record/0-1/' + person.id }, name);
      return [make('div', { class: 'avatar' }, text[0]), link, make('button', { type: 'button' }, 'Preview')];
    }
    if (column === 3) return [make('div', { class: 'avatar' }, 'ML'), make('span', { 'data-test-id': 'truncated-object-label' }, text)];
    if (column === 1) return [make('a', { href: 'mailto:' + text }, text), make('button', { type: 'button' }, 'Copy')];
    return [make('span', {}, text)];
  };
  const row = (person, filled) => make('tr', { 'data-test-id': 'row-' + person.id },
    make('td', {}, make('input', { type: 'checkbox' })),
    ...person.texts.map((text, column) => make('td', { 'data-column-index': column, 'data-test-id': 'cell-0-1-property' + column + '-' + person.id },
      ...(filled ? value(text, column, person) : []))));
  const space = (height) => { const tr = make('tr', {}); const td = make('td', { colspan: 7 }); td.style.height = height + 'px'; tr.append(td); return tr; };
  const refresh = windowed(box, HEIGHT, () => onPage().length, (first, last) => {
    const all = onPage();
    // The last one in sight is laid out before its texts come.
    const drawn = all.slice(first, last).map((person, i) => row(person, first + i < last - 1 || last === all.length));
    body.replaceChildren(...(first > 0 ? [space(first * HEIGHT)] : []), ...drawn, ...(last < all.length ? [space((all.length - last) * HEIGHT)] : []));
    clearTimeout(window.filling);
    window.filling = setTimeout(() => {
      const late = body.querySelector('[data-test-id="row-' + (all[last - 1] || {}).id + '"]');
      if (late) late.replaceWith(row(all[last - 1], true));
    }, 120);
  });
  const turn = (by) => {
    if ((by > 0 ? forth : back).getAttribute('aria-disabled') === 'true') return;
    body.replaceChildren();
    setTimeout(() => {
      page += by; box.scrollTop = 0; refresh();
      document.querySelector('.page').textContent = page + 1;
      back.setAttribute('aria-disabled', page === 0);
      forth.setAttribute('aria-disabled', (page + 1) * PAGE >= people.length);
    }, 90);
  };
  back.addEventListener('click', () => turn(-1));
  forth.addEventListener('click', () => turn(1));
  forth.setAttribute('aria-disabled', PAGE >= people.length);
</script></body></html>`,
  };
}
