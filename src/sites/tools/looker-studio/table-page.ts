import { cellText } from '../../page/cell-text';
import { dateRangeIn } from '../../page/date-range';
import { all, attribute, closestOf, isInDocument, isShown, one, textOf } from '../../page/dom';
import { type ListRow, listGrid } from '../../page/list-grid';
import type { Pace } from '../../page/pace';
import { plainText } from '../../page/plain-text';
import { readGrid } from '../../page/read-grid';
import { statedCount } from '../../page/stated-count';
import { titlesOf } from '../../page/title-of';
import type { Page, PageReader, PageTable } from '../../page-reader';

/** The chart as it is now, and as it was. */
const TABLE = 'div.table,lego-table.table';
const HEAD = '.headerRow';
const BODY = '.tableBody';

/** Tables of a report: rows scroll inside, a block of them at a time, and there may be pages of them. */
export const tablePage: PageReader = {
  tool: 'looker-studio',
  label: { en: 'Looker Studio', pl: 'Looker Studio' },
  hosts: ['lookerstudio.google.com', 'datastudio.google.com'],
  matches: ({ document, url }) =>
    /^(?:lookerstudio|datastudio)\.google\.com$/.test(url.hostname) ||
    one(document, `:is(${TABLE}) ${HEAD} .colName`) !== null,
  find: ({ document }) =>
    all(document, TABLE).filter(
      (table) =>
        one(table, `${HEAD} .colName`) !== null && one(table, BODY) !== null && one(table, TABLE) === null,
    ),

  read: (element, page, pace) =>
    isInDocument(element) && isShown(element) ? readTable(element, page, pace) : Promise.resolve(null),

  more(element) {
    const next = one(element, '.pageForward');
    return {
      scroller: one(element, `${BODY} .centerColsContainer`) ?? one(element, BODY),
      pager: next === null ? null : { next, previous: one(element, '.pageBackward'), first: null },
    };
  },
};

async function readTable(table: Element, page: Page, pace: Pace): Promise<PageTable | null> {
  const headRow = one(table, HEAD);
  // Above the numbers of rows stands nothing.
  const named = all(table, `${HEAD} .colName`).filter((cell) => cellText(cell, { header: true }) !== '');
  if (headRow === null || named.length === 0) return null;
  const rows: ListRow[] = [];
  let placed = 0;
  for (const [element, ...parts] of drawnRows(table)) {
    if (element === undefined) continue;
    if (pace.due()) await pace.rest();
    const cells = [element, ...parts].flatMap((part) => all(part, '.cell'));
    const isData = placeOf(element) !== null;
    if (isData) placed++;
    // Which columns they are of can't be told.
    if (isData && cells.length < named.length) return null;
    const missing = Array.from({ length: Math.max(0, named.length - cells.length) }, () => null);
    rows.push({ element, cells: [...missing, ...cells.slice(-named.length)] });
  }
  const label = one(table, '.pageLabel');
  return readGrid(
    listGrid(table, { element: headRow, cells: named }, rows),
    {
      title: titlesOf(page)(table),
      ...(placed === 0
        ? {}
        : { isTotals: ({ element }) => placeOf(element) === null && element !== headRow }),
      keyOf: placeOf,
      stated: () => (label === null ? null : statedCount(plainText(textOf(label) ?? ''))),
      dateRange: dateRangeOf(page),
    },
    pace,
  );
}

/** Rows in page order; the parts of one that is split by frozen columns together. */
function drawnRows(table: Element): readonly (readonly Element[])[] {
  const rows: Element[][] = [];
  const started = new Map<string, Element[]>();
  for (const row of all(table, '.row')) {
    if (closestOf(row, HEAD) !== null || one(row, '.row') !== null || one(row, '.cell') === null) continue;
    if (!isShown(row)) continue;
    const place = placeOf(row);
    const before = place === null ? undefined : started.get(place);
    if (before !== undefined) {
      before.push(row);
      continue;
    }
    const parts = [row];
    if (place !== null) started.set(place, parts);
    rows.push(parts);
  }
  return rows;
}

/** `block-2 index-57`; the row of totals has no place. */
function placeOf(row: Element): string | null {
  const [block, index] = ['block', 'index'].map(
    (name) => new RegExp(`(?:^|\\s)${name}-(\\d+)(?:\\s|$)`).exec(attribute(row, 'class') ?? '')?.[1],
  );
  return index === undefined ? null : `${block ?? ''}/${index}`;
}

/** Several controls may set the dates of several charts: which holds for this one is known where all say the same. */
function dateRangeOf({ document }: Page): PageTable['dateRange'] {
  const said = new Set(
    all(document, '.canvas-date-input')
      .filter(isShown)
      .map((control) => plainText(textOf(control) ?? '')),
  );
  const [only] = said;
  return only === undefined || said.size > 1 ? null : dateRangeIn(only);
}
