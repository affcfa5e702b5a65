import { json, type Language, made, pick, WINDOWED } from './figures';

export interface ZohoList {
  readonly html: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const WORDS = {
  en: {
    title: 'All Leads',
    columns: ['Lead Name', 'Company', 'Email', 'Phone', 'Lead Source', 'Lead Owner'],
    id: 'Record Id',
    board: ['Name', '', '', 'Stage', 'Record Id'],
    stages: ['Qualification', 'Negotiation', 'Closed Won'],
    of: 'of',
  },
  pl: {
    title: 'Wszystkie leady',
    columns: ['Nazwa leada', 'Firma', 'E-mail', 'Telefon', 'Źródło leada', 'Właściciel leada'],
    id: 'ID rekordu',
    board: ['Nazwa', '', '', 'Etap', 'ID rekordu'],
    stages: ['Kwalifikacja', 'Negocjacje', 'Wygrana'],
    of: 'z',
  },
} as const;

const recordId = (i: number) => `55400000012${String(30017 + i * 13)}`;

/** A list of leads in Zoho's own elements, ten a page. `boxes`: whether header and rows have a cell for the checkbox. */
export function zohoPage(
  language: Language,
  { count = 24, boxes = 'rows' }: { count?: number; boxes?: 'rows' | 'both' | 'none' } = {},
): ZohoList {
  const words = WORDS[language];
  const next = made(23);
  const leads = Array.from({ length: count }, (_, i) => ({
    id: recordId(i),
    texts: [
      `${pick(['Anna', 'Jan', 'Łucja'], next(3))} ${pick(['Nowak', 'Żak', 'Lis'], next(3))} ${i + 1}`,
      pick(['Palarnia Północ', 'Bistro', 'Młyn'], next(3)),
      `lead${i + 1}@firma.example`,
      next(3) === 0 ? '' : `+48 601 ${200 + i} 300`,
      pick(['Google AdWords', 'Trade Show', 'Newsletter'], next(3)),
      'Maria Lis',
    ],
  }));
  return {
    columns: [...words.columns, words.id],
    rows: leads.map(({ id, texts }) => [...texts, id]),
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words.title} - Zoho CRM</title>
<style>lyte-exptable-tr{display:flex}lyte-exptable-th,lyte-exptable-td{display:block;width:150px}lyte-text{display:inline}crux-table-component{display:block}</style></head><body>
<h2>${words.title}</h2>
<div><crux-table-component cx-prop-module="Leads"><lyte-exptable><lyte-exptable-tr id="listviewHeaderRow">${boxes === 'both' ? '<lyte-exptable-th><input type="checkbox"></lyte-exptable-th>' : ''}${words.columns
      .map(
        (name) =>
          `<lyte-exptable-th><lyte-text>${name}</lyte-text><span class="sort"><svg></svg></span></lyte-exptable-th>`,
      )
      .join('')}</lyte-exptable-tr><div class="rows"></div></lyte-exptable></crux-table-component>
<div class="pagination"><span class="range"></span><button type="button" aria-label="${language === 'pl' ? 'Poprzednia strona' : 'Previous page'}">‹</button><button type="button" aria-label="${language === 'pl' ? 'Następna strona' : 'Next page'}">›</button></div></div>
<script>${WINDOWED}
  const leads = ${json(leads)}, PAGE = 10, boxes = ${json(boxes)};
  const [back, forth] = document.querySelectorAll('.pagination button');
  let page = 0;
  const cell = (text, column, lead) => make('lyte-exptable-td', {}, column === 0
    ? make('a', { id: 'listView_' + lead.id, href: '#' }, make('lyte-text', {}, text))
    : make('lyte-text', {}, text));
  const draw = () => {
    document.querySelector('.rows').replaceChildren(...leads.slice(page * PAGE, page * PAGE + PAGE).map((lead) =>
      make('lyte-exptable-tr', { 'data-zcqa': 'detailView' },
        ...(boxes === 'none' ? [] : [make('lyte-exptable-td', {}, make('input', { type: 'checkbox' }))]),
        ...lead.texts.map((text, column) => cell(text, column, lead)))));
    const last = Math.min(leads.length, page * PAGE + PAGE);
    document.querySelector('.range').textContent = page * PAGE + 1 + ' - ' + last + ' ${words.of} ' + leads.length;
    back.disabled = page === 0;
    forth.disabled = last === leads.length;
  };
  back.addEventListener('click', () => setTimeout(() => { page--; draw(); }, 50));
  forth.addEventListener('click', () => setTimeout(() => { page++; draw(); }, 50));
  draw();
</script></body></html>`,
  };
}

/** Deals as cards under their stages. `uneven`: cards leave out what they do not know. */
export function zohoBoard(language: Language, uneven = false): ZohoList {
  const words = WORDS[language];
  const deals = Array.from({ length: 7 }, (_, i) => ({
    id: recordId(i),
    name: `Espresso bar ${i + 1}`,
    company: uneven && i % 3 === 0 ? '' : pick(['Palarnia Północ', 'Bistro'], i),
    amount: `PLN ${1000 + i * 250},00`,
    stage: i % 3,
  }));
  const card = (deal: (typeof deals)[number]) =>
    `<lyte-card class="crm-kv-card"><lyte-card-content><a id="kanbanView_${deal.id}" href="#"><lyte-text>${deal.name}</lyte-text></a>${[
      deal.company,
      deal.amount,
    ]
      .filter((text) => text !== '')
      .map((text) => `<div><lyte-text>${text}</lyte-text></div>`)
      .join('')}</lyte-card-content></lyte-card>`;
  const column = (name: string, stage: number) => {
    const own = deals.filter((deal) => deal.stage === stage);
    return `<div class="kanban-column"><div class="kanban-head"><lyte-text>${name}</lyte-text> <span>${own.length}</span></div><div class="kanban-body">${own.map(card).join('')}</div></div>`;
  };
  const ordered = [0, 1, 2].flatMap((stage) => deals.filter((deal) => deal.stage === stage));
  const [name, , , stage, id] = words.board;
  return {
    columns: uneven
      ? [name, language === 'pl' ? 'Szczegóły' : 'Details', stage, id]
      : [name, 'Column 2', 'Column 3', stage, id],
    rows: ordered.map((deal) => [
      deal.name,
      ...(uneven
        ? [[deal.company, deal.amount].filter((text) => text !== '').join(' · ')]
        : [deal.company, deal.amount]),
      words.stages[deal.stage] ?? '',
      deal.id,
    ]),
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Deals - Zoho CRM</title><style>lyte-card{display:block}.board{display:flex}</style></head><body><h2>Deals</h2><div class="board">${words.stages.map(column).join('')}</div></body></html>`,
  };
}
