import { cellText } from '../../page/cell-text';
import {
  all,
  attribute,
  closestOf,
  firstChildOf,
  isA,
  isInDocument,
  isShown,
  nextOf,
  one,
  textOf,
} from '../../page/dom';
import { inPolish } from '../../page/in-polish';
import { type ListRow, listGrid } from '../../page/list-grid';
import { scrollerOf } from '../../page/more-rows';
import { plainText } from '../../page/plain-text';
import { readGrid } from '../../page/read-grid';
import { recordColumn } from '../../page/record-column';
import { statedCount } from '../../page/stated-count';
import { titlesOf } from '../../page/title-of';
import type { Page, PageReader } from '../../page-reader';

const TABLE = 'table[data-test-id="framework-data-table"]';
const ROWS = 'tr[data-test-id^="row-"]';
/** Beside them stand initials, pictures and buttons. */
const NAME = 'span[data-test-id="label-cell-formatted-property-name"]';
const VALUE = `${NAME},[data-test-id="truncated-object-label"]`;
/** `/contacts/<account>/record/0-1/<record>`, or as it was before `/contacts/<account>/contact/<record>`. */
const RECORD_LINK = /\/(?:record\/\d+-\d+|contact|company|deal|ticket)\/(\d+)/;
/** What a cell shows where the record holds nothing. */
const EMPTY = '--';
const COUNT_WORDS = /^[\d\s.,]+(?:records?|rekord(?:y|ów)?|Datensätze|fiches?|registros?)$/iu;

/** The list of contacts, companies, deals or tickets: rows are drawn as one scrolls, page by page. */
export const listPage: PageReader = {
  tool: 'hubspot',
  label: { en: 'HubSpot', pl: 'HubSpot' },
  hosts: ['hubspot.com'],
  matches: ({ document, url }) => /(?:^|\.)hubspot\.com$/.test(url.hostname) || one(document, TABLE) !== null,
  find: ({ document }) => all(document, TABLE),

  async read(element, page, pace) {
    if (!(element instanceof HTMLTableElement) || !isInDocument(element) || !isShown(element)) return null;
    const { head, rows } = drawn(element);
    if (head === null) return null;
    const grid = listGrid(element, head, rows);
    const headers = head.cells.map((cell) => (cell === null ? '' : cellText(cell, { header: true })));
    return readGrid(
      grid,
      {
        title: listTitle(element, page),
        valueIn: VALUE,
        clean: (text) => (text === EMPTY ? '' : text),
        keyOf: (row) => recordOf(row) || null,
        beside: recordColumn(inPolish(page) ? 'ID rekordu' : 'Record ID', recordOf, headers),
        stated: () => statedRecords(page),
        account: /\/(\d+)\/objects\//.exec(page.url.pathname)?.[1] ?? null,
      },
      pace,
    );
  },

  more(element, { document }) {
    const next = one(document, 'button[data-next-page="true"]');
    const previous = one(document, 'button[data-previous-page="true"],button[data-prev-page="true"]');
    const pager = next === null ? null : { next, previous, first: null };
    const scroller = scrollerOf(element);
    return pager === null && scroller === null ? null : { scroller, pager };
  },

  pending: (element) => element instanceof HTMLTableElement && drawn(element).waiting,
};

/**
 * The header and the rows that are drawn. Cells are placed by the number they carry, for the one with the checkbox has
 * none. What is empty says `--`: a blank cell of a column that speaks in other rows is yet to be drawn, and its row
 * with it.
 */
function drawn(table: HTMLTableElement): {
  readonly head: ListRow | null;
  readonly rows: readonly ListRow[];
  readonly waiting: boolean;
} {
  const headRow = one(table, 'thead tr');
  const head = headRow === null ? null : { element: headRow, cells: headCells(headRow) };
  const rows = all(table, ROWS)
    .filter(isShown)
    .map((element) => ({ element, cells: numberedCells(element) }));
  const speaks: boolean[] = [];
  for (const { cells } of rows) {
    for (const [column, cell] of cells.entries()) speaks[column] ||= cell !== null && says(cell);
  }
  const whole = rows.filter(({ cells }) =>
    speaks.every((spoken, column) => {
      const cell = cells[column] ?? null;
      return !spoken || (cell !== null && says(cell));
    }),
  );
  return { head, rows: whole, waiting: whole.length < rows.length || !speaks.includes(true) };
}

const says = (cell: Element): boolean => /\S/.test(textOf(cell) ?? '');

function headCells(row: Element): (Element | null)[] {
  const cells: (Element | null)[] = [];
  for (let cell = firstChildOf(row); cell !== null; cell = nextOf(cell)) {
    const at = numberOf(cell);
    if (at !== null) cells[at] = cell;
    else if (one(cell, 'input[type=checkbox],[role=checkbox]') === null) cells.push(cell);
  }
  return Array.from(cells, (cell) => cell ?? null);
}

function numberedCells(row: Element): (Element | null)[] {
  const cells: (Element | null)[] = [];
  for (let cell = firstChildOf(row); cell !== null; cell = nextOf(cell)) {
    const at = isA(cell, 'td,th') ? numberOf(cell) : null;
    if (at !== null) cells[at] = cell;
  }
  return Array.from(cells, (cell) => cell ?? null);
}

function numberOf(cell: Element): number | null {
  const said = attribute(cell, 'data-column-index');
  return said !== null && /^\d{1,3}$/.test(said) ? Number(said) : null;
}

/** Of the link its name is; other links of a row may lead to the records it belongs to. */
function recordOf(row: Element): string {
  const named = one(row, NAME);
  const own = named === null ? null : closestOf(named, 'a[href]');
  for (const link of own === null ? all(row, 'a[href]') : [own]) {
    const record = RECORD_LINK.exec(attribute(link, 'href') ?? '')?.[1];
    if (record !== undefined) return record;
  }
  return /^row-(\d{3,})$/.exec(attribute(row, 'data-test-id') ?? '')?.[1] ?? '';
}

/** "Contacts · All contacts": what it lists and the view of it. */
function listTitle(table: Element, page: Page): string {
  const view = one(page.document, '[role=tab][aria-selected=true]');
  const name = view === null || !isShown(view) ? '' : cellText(view);
  const title = titlesOf(page)(table);
  return name === '' || name === title ? title : `${title} · ${name}`;
}

function statedRecords({ document }: Page): number | null {
  for (const element of all(document, 'span,div,p,h2,h3,h4,h5,small,i18n-string')) {
    if (firstChildOf(element) !== null) continue;
    const said = plainText(textOf(element) ?? '');
    if (said.length < 40 && COUNT_WORDS.test(said) && isShown(element)) return statedCount(said);
  }
  return null;
}
