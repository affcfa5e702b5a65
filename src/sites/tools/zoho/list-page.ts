import { cellText } from '../../page/cell-text';
import {
  all,
  closestOf,
  holdsAny,
  isA,
  isInDocument,
  isInside,
  isShown,
  one,
  parentOf,
} from '../../page/dom';
import { inPolish } from '../../page/in-polish';
import { type ListRow, listGrid } from '../../page/list-grid';
import type { Pace } from '../../page/pace';
import { readGrid } from '../../page/read-grid';
import { recordColumn } from '../../page/record-column';
import { statedNear } from '../../page/stated-rows';
import { titlesOf } from '../../page/title-of';
import type { Page, PageReader, PageTable } from '../../page-reader';
import { CARD, readCards } from './kanban-cards';
import { recordOf } from './record-of';

const TABLE = 'crux-table-component';
const HEAD = 'lyte-exptable-tr#listviewHeaderRow';
const ROW = 'lyte-exptable-tr[data-zcqa="detailView"]';

/** The list of a module as a table of components of its own, or as cards by stage. */
export const listPage: PageReader = {
  tool: 'zoho',
  label: { en: 'Zoho CRM', pl: 'Zoho CRM' },
  hosts: ['crm.zoho.com', 'crm.zoho.eu', 'crm.zoho.in', 'crm.zoho.com.au', 'crm.zoho.jp'],
  matches: ({ document, url }) =>
    /(?:^|\.)crm\.zoho\./.test(url.hostname) || holdsAny(document, [TABLE, CARD]),
  find: ({ document }) => [...all(document, TABLE), ...boards(document)],
  async read(element, page, pace) {
    if (!isInDocument(element) || !isShown(element)) return null;
    return isA(element, TABLE) ? readList(element, page, pace) : readCards(element, page, pace);
  },
};

async function readList(element: Element, page: Page, pace: Pace): Promise<PageTable | null> {
  const headRow = one(element, HEAD);
  if (headRow === null) return null;
  const headers = cellsOf(headRow, 'lyte-exptable-th');
  const named = headers.filter((cell) => cellText(cell, { header: true }) !== '');
  const rows: ListRow[] = [];
  for (const row of all(element, ROW)) {
    if (pace.due()) await pace.rest();
    if (!isShown(row)) continue;
    const cells = cellsOf(row, 'lyte-exptable-td');
    const own = ownCells(cells, headers, named);
    // Which cell is of which column can't be told.
    if (own === null) return null;
    rows.push({ element: row, cells: own });
  }
  const names = named.map((cell) => cellText(cell, { header: true }));
  return readGrid(
    listGrid(element, { element: headRow, cells: named }, rows),
    {
      title: titlesOf(page)(element),
      keyOf: (row) => recordOf(row) || null,
      beside: recordColumn(inPolish(page) ? 'ID rekordu' : 'Record Id', recordOf, names),
      stated: (count) => statedNear(element, count),
    },
    pace,
  );
}

/** The cells of the named columns: header and rows need not both have one for the checkbox. */
function ownCells(
  cells: readonly Element[],
  headers: readonly Element[],
  named: readonly Element[],
): readonly Element[] | null {
  if (cells.length === headers.length) return cells.filter((_, i) => named.includes(headers[i] as Element));
  if (cells.length === named.length) return cells;
  return cells.length === named.length + 1 ? cells.slice(1) : null;
}

function cellsOf(row: Element, tag: string): readonly Element[] {
  return all(row, tag).filter((cell) => closestOf(cell, 'lyte-exptable-tr') === row && isShown(cell));
}

/** The smallest element around all cards. */
function boards(document: Document): readonly Element[] {
  const cards = all(document, CARD);
  const [first] = cards;
  const last = cards.at(-1);
  if (first === undefined || last === undefined) return [];
  let board = parentOf(first);
  while (board !== null && !isInside(board, last)) board = parentOf(board);
  return board === null ? [] : [board];
}
