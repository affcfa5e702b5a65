import { json, type Language, made, pick, WINDOWED } from './figures';

export interface SalesforceList {
  readonly html: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const WORDS = {
  en: {
    title: 'All Contacts | Contacts | Salesforce',
    columns: ['Name', 'Account Name', 'Phone', 'Email', 'Mailing City'],
    id: 'Contact ID',
    counted: (n: number, all: boolean) =>
      `${all ? n : `${n}+`} items • Sorted by Name • Filtered by All contacts • Updated 3 minutes ago`,
    assist: 'Sort by:',
    number: 'Item Number',
  },
  pl: {
    title: 'Wszystkie kontakty | Kontakty | Salesforce',
    columns: ['Imię i nazwisko', 'Nazwa konta', 'Telefon', 'E-mail', 'Miasto'],
    id: 'Identyfikator kontaktu',
    counted: (n: number, all: boolean) =>
      `Elementy: ${all ? n : `${n}+`} • Posortowano według Nazwa • Zaktualizowano 3 minuty temu`,
    assist: 'Sortuj według:',
    number: 'Numer elementu',
  },
} as const;

/**
 * A list view of Lightning: components within components, each an open shadow root down to the cell, rows of 50 more
 * at a time as it is scrolled, the count not said before all are there.
 */
export function salesforcePage(language: Language, count = 130): SalesforceList {
  const words = WORDS[language];
  const next = made(3);
  const people = Array.from({ length: count }, (_, i) => ({
    id: `003Qy00000${String(i).padStart(5, '0')}IAZ`,
    texts: [
      `${pick(['Nowak', 'Kowalski', 'Wiśniewska', 'Żak'], next(4))}, ${pick(['Anna', 'Jan', 'Łucja'], next(3))} ${i + 1}`,
      pick(['Palarnia Północ', 'Kawiarnia Szlak', 'Bistro u Ani'], next(3)),
      next(5) === 0 ? '' : `(48) 22 ${100 + i} 10 ${10 + (i % 80)}`,
      `kontakt${i + 1}@firma.example`,
      pick(['Łódź', 'Gdańsk', 'Kraków', ''], next(4)),
    ],
  }));
  return {
    columns: [...words.columns, words.id],
    rows: people.map(({ id, texts }) => [...texts, id]),
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words.title}</title></head><body>
<div class="desktop oneOne"><one-app-nav-bar></one-app-nav-bar><section class="content"><lst-object-home></lst-object-home></section></div>
<div style="display:none"><table class="slds-table"><tbody><tr data-row-key-value="003Qy0000099999IAZ"><td>Another tab</td></tr></tbody></table></div>
<script>${WINDOWED}
  const people = ${json(people)}, columns = ${json(words.columns)}, STEP = 50;
  const STYLE = '.slds-assistive-text{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}.slds-scrollable_y{height:320px;overflow-y:auto}td,th{height:30px;text-align:left;white-space:nowrap}';
  const shadow = (name, attributes, ...children) => {
    const host = make(name, attributes);
    host.attachShadow({ mode: 'open' }).append(make('style', {}, STYLE), ...children);
    return host;
  };
  const assist = (text) => make('span', { class: 'slds-assistive-text' }, text);
  const cellOf = (text, column, id) => {
    const inner = column === 0 ? make('a', { href: '/lightning/r/Contact/' + id + '/view', class: 'slds-truncate' }, text) : make('span', { class: 'slds-truncate' }, text);
    const edit = make('button', { type: 'button' }, assist('Edit ' + columns[column]));
    const factory = shadow('lightning-primitive-cell-factory', {}, shadow('lightning-base-formatted-text', {}, inner), edit);
    return make(column === 0 ? 'th' : 'td', { scope: 'row', 'data-label': columns[column] }, factory);
  };
  const row = (person, i) => make('tr', { 'data-row-key-value': person.id },
    make('td', {}, make('span', {}, String(i + 1))),
    make('td', {}, shadow('lightning-primitive-cell-checkbox', {}, make('input', { type: 'checkbox' }), assist('Select item ' + (i + 1)))),
    ...person.texts.map((text, column) => cellOf(text, column, person.id)),
    make('td', {}, shadow('lightning-button-menu', {}, make('button', { type: 'button' }, assist('Show actions')))));
  const head = (name) => make('th', { 'aria-label': name }, make('a', { role: 'button' }, assist('${words.assist}'), make('span', { class: 'slds-truncate', title: name }, name), assist('Sorted: None')));
  const body = make('tbody', {});
  const table = make('table', { class: 'slds-table slds-table_header-fixed', role: 'grid' }, make('thead', {}, make('tr', {},
    make('th', {}, assist('${words.number}')), make('th', {}, assist('Select')), ...columns.map(head), make('th', {}, assist('Action')))), body);
  const scroller = make('div', { class: 'slds-scrollable_y' }, shadow('lst-list-view-table', {}, table));
  const count = make('span', { class: 'countSortedByFilteredBy' });
  document.querySelector('lst-object-home').attachShadow({ mode: 'open' }).append(make('style', {}, STYLE), shadow('lst-common-list-internal', {},
    shadow('lst-list-view-manager-header', {}, make('h1', {}, columns[0]), count), scroller));
  let loaded = 0, busy = false;
  const counted = (n, all) => ${language === 'en' ? "(all ? n : n + '+') + ' items • Sorted by Name • Filtered by All contacts • Updated 3 minutes ago'" : "'Elementy: ' + (all ? n : n + '+') + ' • Posortowano według Nazwa • Zaktualizowano 3 minuty temu'"};
  const load = () => {
    const more = people.slice(loaded, loaded + STEP);
    body.append(...more.map((person, i) => row(person, loaded + i)));
    loaded += more.length;
    count.textContent = counted(loaded, loaded === people.length);
    busy = false;
  };
  scroller.addEventListener('scroll', () => {
    if (busy || loaded === people.length || scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 60) return;
    busy = true;
    setTimeout(load, 150);
  });
  load();
</script></body></html>`,
  };
}
