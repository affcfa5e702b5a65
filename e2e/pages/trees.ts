import { pageOf } from '../site';

/** Tables whose rows hold further rows, as web applications build them; every press is counted. */

export interface TreeRow {
  readonly texts: readonly string[];
  readonly inside?: readonly TreeRow[];
}

/** Made-up: so many regions, each of so many towns; every region is the sum of its towns. */
export const regions = (n: number, towns: number): TreeRow[] =>
  Array.from({ length: n }, (_, r) => {
    const inside = Array.from({ length: towns }, (_, t) => ({
      texts: [`Town ${r}.${t}`, String(((r + 3) * (t + 7)) % 89), `${((r + 1) * (t + 2)) % 977}.25`],
    }));
    const sum = (at: number) => inside.reduce((all, { texts }) => all + Number(texts[at]), 0);
    return { texts: [`Region ${r}`, String(sum(1)), sum(2).toFixed(2)], inside };
  });

export const COLUMNS = ['Place', 'Orders', 'Revenue'] as const;

/** What is to be gathered: leaves, beside the names of what they are part of. */
export const leavesOf = (rows: readonly TreeRow[], path: readonly string[] = []): string[][] =>
  rows.flatMap(({ texts, inside }) =>
    inside === undefined ? [[...texts, ...path]] : leavesOf(inside, [...path, texts[0] ?? '']),
  );

const script = (body: string, data: unknown) =>
  `<script>const DATA = ${JSON.stringify(data).replaceAll('<', '\\u003c')};
   window.pressed = []; document.addEventListener('click', (e) => window.pressed.push(e.target.className || e.target.tagName), true);
   (() => {${body}})();</script>`;

export interface TreeOptions {
  readonly rows: readonly TreeRow[];
  /**
   * `treegrid`: ARIA rows with levels, their children fetched when opened. `ant`: buttons of a known library, levels in
   * classes. `plain`: a button that says "Expand", children without a level. `inner`: a table of the same columns
   * under the row. `details`: the same inside `<details>`.
   */
  readonly built: 'treegrid' | 'ant' | 'plain' | 'inner' | 'details';
  readonly delayMs?: number;
  readonly total?: boolean;
}

export const treeTable = ({ rows, built, delayMs = 0, total = false }: TreeOptions) =>
  pageOf(
    '<h1>Places</h1><div id="app"></div>'.concat(
      script(
        `const { rows, built, delayMs, columns, total } = DATA, app = document.getElementById('app');
         const el = (tag, attrs, ...inner) => { const e = document.createElement(tag); for (const [k, v] of Object.entries(attrs)) e.setAttribute(k, v); e.append(...inner); return e; };
         const aria = built === 'treegrid';
         const rowOf = (row, level) => {
           const holds = !!row.inside;
           const open = () => tr.dataset.open === '1';
           const button = el('button', { type: 'button', class: built === 'ant' ? 'ant-table-row-expand-icon ant-table-row-expand-icon-collapsed' : aria ? 'chevron' : 'toggle', 'aria-expanded': 'false', 'aria-label': built === 'plain' || built === 'inner' ? 'Expand row' : '' }, '');
           if (!aria && built !== 'plain' && built !== 'inner') button.removeAttribute('aria-label');
           const cells = row.texts.map((text, i) => el(aria ? 'div' : 'td', aria ? { role: 'gridcell' } : {}, ...(i === 0 && holds && built !== 'details' ? [button] : []), ...(i === 0 && holds && built === 'details' ? [] : [text])));
           const tr = el(aria ? 'div' : 'tr', aria ? { role: 'row', 'aria-level': level + 1 } : built === 'ant' ? { class: 'ant-table-row ant-table-row-level-' + level } : {}, ...cells);
           if (aria && holds) tr.setAttribute('aria-expanded', 'false');
           let drawn = [];
           const inner = () => table(row.inside);
           if (holds && built === 'details') cells[0].append(el('details', {}, el('summary', {}, row.texts[0]), inner()));
           button.onclick = (e) => {
             e.stopPropagation();
             const now = !open();
             tr.dataset.open = now ? '1' : '';
             button.setAttribute('aria-expanded', String(now));
             if (aria) tr.setAttribute('aria-expanded', String(now));
             if (built === 'ant') button.className = 'ant-table-row-expand-icon ant-table-row-expand-icon-' + (now ? 'expanded' : 'collapsed');
             if (built === 'plain') button.setAttribute('aria-label', now ? 'Collapse row' : 'Expand row');
             if (!now) { for (const d of drawn) d.remove(); drawn = []; return; }
             setTimeout(() => {
               drawn = built === 'inner' ? [el('tr', {}, el('td', { colspan: columns.length }, inner()))] : row.inside.map((child) => rowOf(child, level + 1));
               tr.after(...drawn);
             }, delayMs);
           };
           return tr;
         };
         const table = (of) => {
           const head = columns.map((c) => el(aria ? 'div' : 'th', aria ? { role: 'columnheader' } : {}, c));
           if (aria) return el('div', { role: 'treegrid' }, el('div', { role: 'row' }, ...head), ...of.map((r) => rowOf(r, 0)));
           const sum = (at) => of.reduce((all, r) => all + Number(r.texts[at]), 0);
           return el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...of.map((r) => rowOf(r, 0))), ...(total && of === rows ? [el('tfoot', {}, el('tr', {}, ...['Total', sum(1), sum(2).toFixed(2)].map((t) => el('td', {}, String(t)))))] : []));
         };
         app.append(table(rows));`,
        { rows, built, delayMs, columns: COLUMNS, total },
      ),
    ),
    'Places',
  );

/** A tree grid of which only rows in view exist: the same elements, over and over. */
export const virtualTree = (rows: readonly TreeRow[]) =>
  pageOf(
    `<style>.list{height:300px;overflow-y:auto;position:relative}.body{position:relative}.row{position:absolute;left:0;right:0;height:30px;display:flex}</style>
     <h1>Places</h1><div role="treegrid"><div role="row" aria-rowindex="1">${COLUMNS.map((c) => `<div role="columnheader">${c}</div>`).join('')}</div>
     <div class="list"><div class="body" role="presentation"></div></div></div>`.concat(
      script(
        `const H = 30, SLOTS = 16, list = document.querySelector('.list'), body = document.querySelector('.body'), grid = document.querySelector('[role=treegrid]');
         const open = new Set(); window.open_ = open;
         const flat = () => DATA.rows.flatMap((row) => [{ row, level: 1 }, ...(open.has(row) ? row.inside.map((child) => ({ row: child, level: 2 })) : [])]);
         const slots = Array.from({ length: SLOTS }, () => {
           const row = document.createElement('div'); row.className = 'row'; row.setAttribute('role', 'row');
           for (let c = 0; c < 3; c++) { const cell = document.createElement('div'); cell.setAttribute('role', 'gridcell'); row.append(cell); }
           const button = document.createElement('button'); button.className = 'expand-icon'; button.type = 'button';
           const label = document.createElement('span');
           row.firstChild.append(button, label);
           body.append(row);
           const slot = { row, button, label, of: null };
           button.onclick = () => { open.has(slot.of) ? open.delete(slot.of) : open.add(slot.of); draw(); };
           return slot;
         });
         const draw = () => {
           const all = flat();
           body.style.height = all.length * H + 'px'; grid.setAttribute('aria-rowcount', all.length + 1);
           const from = Math.max(0, Math.min(all.length - SLOTS, Math.floor(list.scrollTop / H) - 2));
           for (let at = from; at < from + SLOTS; at++) {
             const slot = slots[at % SLOTS], it = all[at];
             slot.row.style.display = it ? '' : 'none';
             if (!it) continue;
             slot.of = it.row;
             slot.row.style.transform = 'translateY(' + at * H + 'px)';
             slot.row.setAttribute('aria-rowindex', at + 2); slot.row.setAttribute('aria-level', it.level);
             slot.button.style.display = it.row.inside ? '' : 'none';
             if (it.row.inside) slot.row.setAttribute('aria-expanded', open.has(it.row)); else slot.row.removeAttribute('aria-expanded');
             it.row.texts.forEach((text, c) => { (c === 0 ? slot.label : slot.row.children[c]).textContent = text; });
           }
         };
         list.addEventListener('scroll', draw);
         draw();`,
        { rows },
      ),
    ),
    'Places',
  );
