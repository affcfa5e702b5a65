/** Customers as made up for pages and for the files imported: number c has ordered `ordersOf(c)` times. */
export const ordersOf = (c: number): number => 1 + (c % 3);
export const addressOf = (c: number): string => `klient${c}@poczta.example`;
export const contactIdOf = (c: number): string => String(21_000 + c * 37);
export const shopIdOf = (c: number): string => String(7_210_448_301_000 + c);
/** Of the listed, every fourth is nobody in the data. */
export const isHeld = (c: number): boolean => c % 4 !== 3;

const held = (count: number) => Array.from({ length: count }, (_, c) => c).filter(isHeld);

/** Orders known by address. */
export const ordersFile = (count: number): string =>
  [
    'Order ID,Email,Order date,Total,Currency',
    ...held(count).flatMap((c) =>
      Array.from(
        { length: ordersOf(c) },
        (_, k) => `o${c}-${k},${addressOf(c)},2025-0${1 + ((c + k) % 9)}-1${k},${20 + c},PLN`,
      ),
    ),
  ].join('\n');

/** A CRM's export, which gives the same people their numbers there. */
export const contactsFile = (count: number): string =>
  [
    'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Lifecycle Stage',
    ...held(count).map(
      (c) => `${contactIdOf(c)},Anna,Nowak${c},${addressOf(c)},,Maria Lis,NEW,2024-03-12 09:14,customer`,
    ),
  ].join('\n');

/** A shop's export of customers. */
export const customersFile = (count: number): string =>
  [
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address City,Default Address Country Code,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
    ...held(count).map((c) => `'${shopIdOf(c)},Anna,Nowak${c},${addressOf(c)},yes,,Łódź,PL,,no,10.00,1,,no,`),
  ].join('\n');

const page = (lang: string, title: string, css: string, body: string, script = '') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><style>
body{margin:0;font:14px/20px Arial,sans-serif}${css}</style></head><body>${body}<script>${script}</script></body></html>`;

const DARK = 'body{background:#101114;color:#eee}a{color:#9bf}';

/**
 * A CRM's list that draws a window of rows over all of them and gives the same elements to others as it is scrolled; in
 * an open shadow root where asked. Rows name people by the link to their record, and by nothing else.
 */
export function crmList(options: {
  count: number;
  lang?: 'en' | 'pl';
  shadow?: boolean;
  dark?: boolean;
}): string {
  const { count, lang = 'en', shadow = false, dark = false } = options;
  const names =
    lang === 'pl' ? ['Kontakty', 'Nazwa', 'Etap', 'Usuń'] : ['Contacts', 'Name', 'Stage', 'Delete'];
  const css = `.box{height:420px;width:900px;overflow-y:auto;position:relative;border:1px solid #999}
.row{position:absolute;left:0;right:0;height:40px;display:flex;align-items:center;border-bottom:1px solid #8884}
.row>div{width:280px;padding:0 8px;white-space:nowrap;overflow:hidden}.head{position:sticky;top:0;height:40px;background:#ddd;color:#000;z-index:1}`;
  return page(
    lang,
    names[0] ?? '',
    dark ? DARK : '',
    `<h1>${names[0]}</h1><button id="new">+</button><div id="list"></div><p><button id="after">${names[3]}</button></p>`,
    `
const into = ${shadow} ? document.querySelector('#list').attachShadow({ mode: 'open' }) : document.querySelector('#list');
const style = document.createElement('style'); style.textContent = ${JSON.stringify(css)}; into.append(style);
const box = document.createElement('div'); box.className = 'box';
const all = document.createElement('div'); all.setAttribute('role', 'grid'); all.style.height = ${count * 40 + 40} + 'px';
const head = document.createElement('div'); head.className = 'row head'; head.textContent = ${JSON.stringify(names[1])};
all.append(head); box.append(all); into.append(box);
const rows = Array.from({ length: 14 }, () => {
  const row = document.createElement('div'); row.className = 'row'; row.setAttribute('role', 'row');
  const name = document.createElement('div'); const link = document.createElement('a'); name.append(link);
  const stage = document.createElement('div'); const action = document.createElement('div');
  const button = document.createElement('button'); button.textContent = ${JSON.stringify(names[3])}; action.append(button);
  for (const cell of [name, stage, action]) cell.setAttribute('role', 'gridcell');
  row.append(name, stage, action); all.append(row); return row;
});
const draw = () => {
  const first = Math.floor(box.scrollTop / 40);
  rows.forEach((row, i) => {
    // The element that stood for another row a moment ago.
    const at = first + ((i - first) % 14 + 14) % 14;
    row.hidden = at >= ${count};
    if (row.hidden) return;
    row.style.top = 40 + at * 40 + 'px';
    row.dataset.customer = at;
    const link = row.querySelector('a');
    link.textContent = 'Anna Nowak' + at;
    link.setAttribute('href', '/contacts/4820193/record/0-1/' + (21000 + at * 37));
    row.children[1].textContent = ['Lead', 'Customer'][at % 2];
  });
};
box.addEventListener('scroll', draw); draw(); globalThis.box = box; globalThis.rows = rows;`,
  );
}

/** A shop's list of orders: a plain table, customers linked by their number, controls in every row. */
export function shopList(options: {
  count: number;
  lang?: 'en' | 'pl';
  dark?: boolean;
  more?: string;
  withoutEmail?: boolean;
}): string {
  const { count, lang = 'en', dark = false, more = '', withoutEmail = false } = options;
  const words =
    lang === 'pl' ? ['Zamówienia', 'Klient', 'E-mail', 'Kwota'] : ['Orders', 'Customer', 'E-mail', 'Total'];
  const rows = Array.from(
    { length: count },
    (_, c) =>
      `<tr data-customer="${c}"><td><input type="checkbox" aria-label="${c}"></td><td><a href="/store/mokka/customers/${shopIdOf(c)}">Anna Nowak${c}</a></td><td>${withoutEmail ? '' : addressOf(c)}</td><td>${20 + c},00 zł</td><td><button type="button">⋯</button></td></tr>`,
  ).join('');
  return page(
    lang,
    words[0] ?? '',
    `table{border-collapse:collapse;width:940px}td,th{padding:9px 12px;text-align:left;border-bottom:1px solid #8884}${dark ? DARK : ''}`,
    `<h1>${words[0]}</h1><table><thead><tr><th></th><th>${words[1]}</th><th>${words[2]}</th><th>${words[3]}</th><th></th></tr></thead><tbody>${rows}</tbody></table>${more}`,
  );
}
