import { pageOf } from '../site';

/** Lists as web applications draw them, with the list itself given: what is gathered is held against it. */

export type Row = readonly string[];

export const COLUMNS = ['Customer', 'Orders', 'Revenue', 'Phone'] as const;

/** So many made-up rows; some are equal word for word, some have an empty cell. */
export const serverRows = (n: number): Row[] =>
  Array.from({ length: n }, (_, i) =>
    i % 17 === 5
      ? ['Guest', '1', '10.00', '']
      : [
          `Customer ${(i * 7919) % 10_007}`,
          String((i * 31) % 97),
          `${(i * 13) % 9_001}.50`,
          i % 5 === 0 ? '' : `+48 ${600_100_000 + i}`,
        ],
  );

const script = (body: string, data: unknown) =>
  `<script>const DATA = ${JSON.stringify(data).replaceAll('<', '\\u003c')};\n(() => {${body}})();</script>`;

const HEAD = `<div role="row" aria-rowindex="1" class="head">${COLUMNS.map((c) => `<div role="columnheader">${c}</div>`).join('')}</div>`;

export interface VirtualOptions {
  readonly rows: readonly Row[];
  /** How rows are named: by their place in the list, by the slot they pass through, or not at all. */
  readonly names: 'aria-rowindex' | 'slot' | 'none';
  /** Ms until the cells of a row that came into view are filled. */
  readonly lateMs?: number;
  /** Whether the page says how many there are. */
  readonly stated?: boolean;
  /** Figures that change while one looks. */
  readonly ticking?: boolean;
}

/** A list of which only the rows in view, and some beside, exist: the same elements, over and over. */
export const virtualList = ({ rows, names, lateMs = 0, stated = true, ticking = false }: VirtualOptions) =>
  pageOf(
    `<style>.list{height:300px;overflow-y:auto;position:relative;scroll-behavior:smooth}.body{position:relative}
     .row{position:absolute;left:0;right:0;height:30px;display:flex}.row>div,.head>div{width:150px}.head{display:flex}</style>
     <h1>Customers</h1>
     <div role="grid" ${stated ? `aria-rowcount="${rows.length + 1}"` : ''}>${HEAD}<div class="list"><div class="body" role="presentation"></div></div></div>`.concat(
      script(
        `const H = 30, SLOTS = 16, list = document.querySelector('.list'), body = document.querySelector('.body');
         body.style.height = DATA.rows.length * H + 'px';
         const slots = Array.from({ length: SLOTS }, (_, s) => {
           const row = document.createElement('div');
           row.className = 'row'; row.setAttribute('role', 'row');
           if (DATA.names === 'slot') row.id = 'row-' + s;
           for (let c = 0; c < 4; c++) { const cell = document.createElement('div'); cell.setAttribute('role', 'gridcell'); row.append(cell); }
           body.append(row);
           return { row, at: -1 };
         });
         let ticks = 0;
         const fill = (slot, at) => {
           const texts = DATA.rows[at];
           [...slot.row.children].forEach((cell, c) => {
             cell.textContent = DATA.ticking && c === 1 ? String(Number(texts[c]) + ticks) : texts[c];
           });
         };
         const draw = () => {
           const from = Math.max(0, Math.min(DATA.rows.length - SLOTS, Math.floor(list.scrollTop / H) - 2));
           for (let at = from; at < from + SLOTS; at++) {
             const slot = slots[at % SLOTS];
             if (at >= DATA.rows.length) { slot.row.style.display = 'none'; continue; }
             if (slot.at === at) continue;
             slot.at = at;
             slot.row.style.transform = 'translateY(' + at * H + 'px)';
             if (DATA.names === 'aria-rowindex') slot.row.setAttribute('aria-rowindex', at + 2);
             if (DATA.lateMs === 0 || list.scrollTop === 0) fill(slot, at);
             else {
               for (const cell of slot.row.children) cell.textContent = '';
               setTimeout(() => { if (slot.at === at) fill(slot, at); }, DATA.lateMs);
             }
           }
         };
         list.addEventListener('scroll', draw);
         if (DATA.ticking) setInterval(() => { ticks++; for (const slot of slots) if (slot.at >= 0) fill(slot, slot.at); }, 150);
         draw();`,
        { rows, names, lateMs, ticking },
      ),
    ),
    'Customers',
  );

export interface LazyOptions {
  readonly rows: readonly Row[];
  readonly perLoad: number;
  readonly delayMs: number;
  readonly says?: string;
  /** Begins again from the first row when it is through, for ever. */
  readonly endless?: boolean;
  /** Ms after so many rows, the list is drawn anew as other elements under another title; `gone` in between. */
  readonly redrawnAt?: number;
  /** After so many rows, the orders of the fourth one are another number. */
  readonly changedAt?: number;
  /** Made of elements that say nothing, instead of a table. */
  readonly divs?: boolean;
}

const divsOf = (columns: readonly string[]) =>
  `<style>.list>div,.names{display:grid;grid-template-columns:repeat(4,150px);min-height:22px}</style>
   <div class="names">${columns.map((c) => `<b>${c}</b>`).join('')}</div><div class="list"></div>`;

/** A list that fetches on when its end comes into view, and keeps what it has drawn. */
export const lazyList = ({
  rows,
  perLoad,
  delayMs,
  says = '',
  endless = false,
  redrawnAt = 0,
  changedAt = 0,
  divs = false,
}: LazyOptions) =>
  pageOf(
    `<h1>Orders</h1><p>${says}</p><div style="height:320px;overflow:auto" class="scroller">${
      divs
        ? divsOf(COLUMNS)
        : `<table>
     <thead><tr>${COLUMNS.map((c) => `<th>${c}</th>`).join('')}</tr></thead><tbody></tbody></table>`
    }<div class="sentinel" style="height:4px"></div></div>`.concat(
      script(
        `let body = document.querySelector(DATA.divs ? '.list' : 'tbody'), redrawnAt = DATA.redrawnAt; let shown = 0, busy = false;
         const load = () => {
           for (let i = 0; i < DATA.perLoad; i++) {
             const texts = DATA.endless ? DATA.rows[shown % DATA.rows.length].map((t, c) => c === 0 ? t + ' no. ' + shown : t) : DATA.rows[shown];
             if (!texts) return;
             const tr = document.createElement(DATA.divs ? 'div' : 'tr');
             for (const text of texts) {
               const cell = document.createElement(DATA.divs ? 'span' : 'td');
               cell.className = 'cell';
               cell.textContent = text;
               tr.append(cell);
             }
             body.append(tr);
             shown++;
           }
           if (DATA.changedAt && shown >= DATA.changedAt) body.children[3].children[1].textContent = '4321';
           if (redrawnAt && shown >= redrawnAt) { redrawnAt = 0; setTimeout(redraw, 60); }
         };
         const redraw = () => {
           const list = document.querySelector('.scroller'), other = list.cloneNode(true);
           list.remove();
           body = other.querySelector('tbody');
           setTimeout(() => {
             document.querySelector('h1').textContent = 'Orders of today';
             document.querySelector('p').after(other);
             watch();
           }, 700);
         };
         load();
         const watch = () => new IntersectionObserver((seen) => {
           if (busy || !seen.some((s) => s.isIntersecting)) return;
           busy = true;
           setTimeout(() => { busy = false; load(); }, DATA.delayMs);
         }, { root: document.querySelector('.scroller') }).observe(document.querySelector('.sentinel'));
         watch();`,
        { rows, perLoad, delayMs, endless, redrawnAt, changedAt, divs },
      ),
    ),
    'Orders',
  );

export interface PagedOptions {
  readonly rows: readonly Row[];
  readonly columns?: readonly string[];
  readonly perPage: number;
  readonly language: 'en' | 'pl';
  readonly delayMs?: number;
  /** Where it opens; 0 is the first page. */
  readonly opensAt?: number;
  /** Whether it says how many rows there are, and has a button for the first page. */
  readonly range?: boolean;
  readonly first?: boolean;
  /** Row ids of their own, or numbered on each page anew. */
  readonly ids?: 'own' | 'slot' | 'none';
  /** A totals row over all pages, or one on each page over its own rows. */
  readonly totals?: 'all' | 'page';
  /** What its next button does in place of turning the page, from some page on. */
  /** Each page is a table of its own under a title of its own; those before are hidden, not taken away. */
  readonly keepsHidden?: boolean;
  readonly next?: 'nothing' | 'wraps' | 'other-table' | 'vanishes' | 'leaves';
  readonly nextFrom?: number;
}

const WORDS = {
  en: { next: 'Next page', previous: 'Previous page', first: 'First page', of: 'of', total: 'Total' },
  pl: {
    next: 'Następna strona',
    previous: 'Poprzednia strona',
    first: 'Pierwsza strona',
    of: 'z',
    total: 'Razem',
  },
};

/** A table drawn anew for each page, with a pager below it. */
export const pagedTable = (options: PagedOptions) => {
  const w = WORDS[options.language];
  return pageOf(
    `<h1>${options.language === 'pl' ? 'Zamówienia' : 'Orders'}</h1><div id="app"></div>
     <form action="/left" method="get"><button>Next</button></form>`.concat(
      script(
        `const { rows, perPage, range, first, ids, totals, next, nextFrom, delayMs, columns, w } = DATA;
         const app = document.getElementById('app'), pages = Math.ceil(rows.length / perPage);
         window.presses = 0;
         const cell = (tag, text) => { const td = document.createElement(tag); td.textContent = text; return td; };
         const line = (tag, texts) => { const tr = document.createElement('tr'); tr.append(...texts.map((t) => cell(tag, t))); return tr; };
         const sum = (of) => ['', w.total, of.reduce((s, r) => s + Number(r[1]), 0), of.reduce((s, r) => s + Number(r[2]), 0).toFixed(2), ''].slice(1);
         const draw = (page) => {
           const shown = rows.slice(page * perPage, (page + 1) * perPage);
           const table = document.createElement('table');
           table.createTHead().append(line('th', columns));
           const body = table.createTBody();
           shown.forEach((texts, i) => {
             const tr = line('td', texts);
             if (ids === 'own') tr.dataset.rowKey = 'r' + (page * perPage + i);
             if (ids === 'slot') tr.id = 'row-' + i;
             body.append(tr);
           });
           if (totals) table.createTFoot().append(line('td', sum(totals === 'all' ? rows : shown)));
           const pager = document.createElement('div');
           const button = (label, off, go) => {
             const b = document.createElement('button');
             b.type = 'button'; b.setAttribute('aria-label', label); b.textContent = '•'; b.disabled = off;
             b.onclick = () => { window.presses++; setTimeout(go, delayMs); };
             pager.append(b);
           };
           if (first) button(w.first, page === 0, () => draw(0));
           button(w.previous, page === 0, () => draw(page - 1));
           if (range) pager.append(' ' + (page * perPage + 1) + '–' + (page * perPage + shown.length) + ' ' + w.of + ' ' + rows.length.toLocaleString(w.of === 'z' ? 'pl' : 'en') + ' ');
           const odd = next && page >= nextFrom;
           button(w.next, !odd && page === pages - 1, () => {
             if (!odd) return draw(page + 1);
             if (next === 'nothing') return;
             if (next === 'wraps') return draw(0);
             if (next === 'vanishes') return app.replaceChildren('Session expired');
             if (next === 'leaves') return (location.href = '/left');
             const other = document.querySelector('table');
             other.replaceChildren();
             other.createTHead().append(line('th', ['Campaign', 'Clicks']));
             const b = other.createTBody();
             b.append(line('td', ['Spring', '3']), line('td', ['Autumn', '4']));
           });
           if (DATA.keepsHidden) {
             document.querySelector('h1').textContent = 'Page ' + (page + 1);
             for (const old of app.querySelectorAll('table')) old.style.display = 'none';
             app.querySelector('.pager')?.remove();
             pager.className = 'pager';
             app.append(table, pager);
             return;
           }
           app.replaceChildren(table, pager);
         };
         draw(DATA.opensAt);`,
        {
          perPage: options.perPage,
          rows: options.rows,
          range: options.range ?? true,
          first: options.first ?? false,
          ids: options.ids ?? 'none',
          totals: options.totals ?? null,
          keepsHidden: options.keepsHidden ?? false,
          next: options.next ?? null,
          nextFrom: options.nextFrom ?? 0,
          delayMs: options.delayMs ?? 60,
          opensAt: options.opensAt ?? 0,
          columns: options.columns ?? COLUMNS,
          w,
        },
      ),
    ),
    'Orders',
  );
};
