import { figure, json, type Language, made, pick, WINDOWED } from './figures';

export interface LookerTable {
  readonly html: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly (string | null)[];
}

const WORDS = {
  en: {
    report: 'October campaigns',
    columns: ['Campaign', 'Device category', 'Sessions', 'Purchase revenue'],
    total: 'Grand total',
    dates: 'Oct 1, 2026 - Oct 31, 2026',
    of: '/',
  },
  pl: {
    report: 'Kampanie w październiku',
    columns: ['Kampania', 'Kategoria urządzenia', 'Sesje', 'Przychody z zakupów'],
    total: 'Suma końcowa',
    dates: '1 paź 2026 - 31 paź 2026',
    of: '/',
  },
} as const;

/**
 * A table of Looker Studio: divs in a box that scrolls, rows in blocks that come and go, pages of 100, numbers of rows
 * under no header, the first column frozen in a part of its own. `older`: the element it was before.
 */
export function lookerPage(
  language: Language,
  { count = 230, older = false, frozen = false }: { count?: number; older?: boolean; frozen?: boolean } = {},
): LookerTable {
  const words = WORDS[language];
  const next = made(11);
  const values = Array.from({ length: count }, (_, i) => ({
    name: `${pick(['Jesień', 'Black Friday', 'Remarketing', 'Marka'], next(4))} ${i + 1}`,
    device: pick(['desktop', 'mobile', 'tablet'], next(3)),
    sessions: 3 + next(90_000),
    cents: next(4_000_000),
  }));
  const shown = (sessions: number, cents: number) => [
    figure(sessions, language),
    language === 'pl'
      ? `${figure(cents / 100, language, 2)}\u00a0zł`
      : `$${figure(cents / 100, language, 2)}`,
  ];
  const rows = values.map((v) => [v.name, v.device, ...shown(v.sessions, v.cents)]);
  const totals = shown(
    values.reduce((sum, v) => sum + v.sessions, 0),
    values.reduce((sum, v) => sum + v.cents, 0),
  );
  const tag = older ? 'lego-table' : 'div';
  return {
    columns: words.columns,
    rows,
    totals: [words.total, null, ...totals],
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words.report} › Overview</title>
<style>.table{display:block;width:900px}.tableBody{position:relative;height:300px;overflow:hidden;display:flex}
.pinnedColsContainer{width:220px;overflow:hidden;height:300px}.centerColsContainer{height:300px;overflow-y:auto;flex:1}
.row{display:flex;height:26px}.cell,.colName{width:160px}.headerRow,.totalsRow,.tableFooter{display:flex}.block{position:relative}</style></head><body>
<header><button class="canvas-date-input" type="button"><span>${words.dates}</span></button></header>
<${tag} class="table"><div class="headerRow"><div class="headerCell"><div class="colName"></div></div>${words.columns
      .map(
        (name, i) =>
          `<div class="headerCell"><div class="colName">${name}</div>${i === 2 ? '<span class="sortIcon">▼</span>' : ''}</div>`,
      )
      .join('')}</div>
<div class="tableBody">${frozen ? '<div class="pinnedColsContainer"></div>' : ''}<div class="centerColsContainer"></div></div>
<div class="row totalsRow"><div class="cell"></div><div class="cell">${words.total}</div><div class="cell"></div><div class="cell">${totals[0]}</div><div class="cell">${totals[1]}</div></div>
<div class="tableFooter"><div class="pageLabel"></div><button type="button" class="pageBackward" aria-label="‹">‹</button><button type="button" class="pageForward" aria-label="›">›</button></div></${tag}>
<script>${WINDOWED}
  const rows = ${json(rows)}, frozen = ${frozen}, PAGE = 100, BLOCK = 20, HEIGHT = 26;
  const center = document.querySelector('.centerColsContainer'), pinned = document.querySelector('.pinnedColsContainer');
  let page = 0;
  const onPage = () => rows.slice(page * PAGE, page * PAGE + PAGE);
  const cell = (text, more) => make('div', { class: 'cell' + (more || '') }, make('span', { class: 'cell-value' }, text));
  const refresh = windowed(center, HEIGHT, () => onPage().length, (first, last) => {
    // Whole blocks are drawn, others are taken away.
    const from = first - (first % BLOCK), to = Math.min(onPage().length, Math.ceil(last / BLOCK) * BLOCK);
    const parts = { center: [], pinned: [] };
    for (let i = from; i < to; i++) {
      const kind = 'row block-' + (page * PAGE + i - (i % BLOCK)) / BLOCK + ' index-' + (page * PAGE + i);
      const cells = [cell(page * PAGE + i + 1 + '.', ' index'), ...onPage()[i].map((text) => cell(text))];
      if (frozen) parts.pinned.push(make('div', { class: kind }, ...cells.splice(0, 2)));
      parts.center.push(make('div', { class: kind }, ...cells));
    }
    const space = (height) => { const e = make('div', {}); e.style.height = height + 'px'; return e; };
    center.replaceChildren(space(from * HEIGHT), ...parts.center, space((onPage().length - to) * HEIGHT));
    if (pinned) pinned.replaceChildren(space(from * HEIGHT), ...parts.pinned);
  });
  const label = () => {
    const last = page * PAGE + onPage().length;
    document.querySelector('.pageLabel').textContent = page * PAGE + 1 + ' - ' + last + ' ${words.of} ' + rows.length;
    document.querySelector('.pageBackward').toggleAttribute('disabled', page === 0);
    document.querySelector('.pageForward').toggleAttribute('disabled', last === rows.length);
  };
  const turn = (by) => setTimeout(() => { page += by; center.scrollTop = 0; label(); refresh(); }, 60);
  document.querySelector('.pageForward').addEventListener('click', () => turn(1));
  document.querySelector('.pageBackward').addEventListener('click', () => turn(-1));
  label();
</script></body></html>`,
  };
}
