import { ariaGrid } from './page/aria-grid';
import { cellText, textPieces } from './page/cell-text';
import {
  all,
  attribute,
  closestOf,
  documentBody,
  isInDocument,
  isShown,
  one,
  parentOf,
  tagOf,
  textOf,
} from './page/dom';
import { readHtmlTable } from './page/html-tables';
import { type Definition, definedRecords } from './page/lists/definition-list';
import { divList } from './page/lists/div-list';
import { findLists, isPassedOver } from './page/lists/find-lists';
import { jsonLdRecords } from './page/lists/json-ld';
import { textTable } from './page/lists/text-table';
import type { Pace } from './page/pace';
import { readGrid } from './page/read-grid';
import { statedNear } from './page/stated-rows';
import { titlesOf } from './page/title-of';
import type { Page, PageReader, PageTable } from './page-reader';

const ARIA = '[role=table],[role=grid],[role=treegrid]';
const JSON_LD = 'script[type="application/ld+json"]';

/** Titles are looked up once a page and reading; the page may have changed by the next. */
const titles = new WeakMap<Page, ReturnType<typeof titlesOf>>();

/**
 * Reads what no tool's own reader knows: every HTML table and every ARIA table, grid or treegrid; then lists made of
 * any elements, definition lists, and what the page publishes as JSON-LD, where they are data.
 */
export const genericPageReader: PageReader = {
  tool: 'generic',
  label: { en: 'Web page', pl: 'Strona internetowa' },
  matches: () => true,

  async find({ document }, pace) {
    const tables = all(document, `table,${ARIA}`).filter(
      // A grid made around a native table is read as that table.
      (element) => element instanceof HTMLTableElement || one(element, 'table') === null,
    );
    const lists = await findLists(document, pace);
    const defined = all(document, 'dl').filter(
      (element) => !isPassedOver(element) && !lists.some((list) => list.contains(element)),
    );
    return [...tables, ...lists, ...defined, ...linkedBlocks(document).keys()];
  },

  async read(element, page, pace) {
    const titleOf = titles.get(page) ?? titlesOf(page);
    titles.set(page, titleOf);
    if (tagOf(element) === 'script') return linkedTable(element, page);
    const reading = { title: titleOf(element), stated: (rows: number) => statedNear(element, rows) };
    if (element instanceof HTMLTableElement) return readHtmlTable(element, reading, pace);
    if (!isInDocument(element) || !isShown(element)) return null;
    if (tagOf(element) === 'dl') return definitionTable(element, reading.title);
    const role = attribute(element, 'role') ?? '';
    if (/^(?:table|grid|treegrid)$/.test(role)) return readGrid(await ariaGrid(element, pace), reading, pace);
    return listTable(element, reading, pace);
  },
};

async function listTable(
  element: Element,
  reading: { readonly title: string; readonly stated: (rows: number) => number | null },
  pace: Pace,
): Promise<PageTable | null> {
  const list = await divList(element, pace);
  if (list === null) return null;
  if (list.kind === 'rows') {
    return readGrid(
      list.grid,
      { ...reading, ...(list.header === null ? {} : { header: list.header }) },
      pace,
    );
  }
  const { shape, cards } = list;
  return textTable({
    element,
    title: reading.title,
    columns: shape.columns,
    rows: cards.length,
    stated: reading.stated(cards.length),
    at: (row) => {
      const card = cards[row] as Element;
      return { texts: shape.row(textPieces(card)), element: card };
    },
  });
}

function definitionTable(element: Element, title: string): PageTable | null {
  const pairs: Definition[] = [];
  let label = '';
  for (const part of all(element, 'dt,dd')) {
    if (closestOf(part, 'dl') !== element || !isShown(part)) continue;
    const text = cellText(part);
    const last = pairs.at(-1);
    if (tagOf(part) === 'dt') label = text;
    // Several values of one label.
    else if (last !== undefined && label === '')
      pairs[pairs.length - 1] = { ...last, value: `${last.value}, ${text}` };
    else {
      pairs.push({ label, value: text });
      label = '';
    }
  }
  const records = definedRecords(pairs);
  if (records === null) return null;
  return textTable({
    element,
    title,
    columns: records.columns,
    rows: records.rows.length,
    at: (row) => ({ texts: [...(records.rows[row] ?? [])], element: null }),
  });
}

/** By the first block that holds some: things of one type, wherever on the page they are published. */
function linkedBlocks(document: Document) {
  const scripts = all(document, JSON_LD);
  const found = jsonLdRecords(scripts.map((script) => textOf(script) ?? ''));
  const taken = new Map<Element, (typeof found)[number]>();
  for (const records of found) {
    const holder = scripts.find((s) => !taken.has(s) && (textOf(s) ?? '').includes(records.type));
    if (holder !== undefined) taken.set(holder, records);
  }
  return taken;
}

function linkedTable(script: Element, page: Page): PageTable | null {
  const records = linkedBlocks(page.document).get(script);
  const around = parentOf(script);
  // What the head holds is shown nowhere: it is there as long as the page is.
  const element = around !== null && isShown(around) ? around : documentBody(page.document);
  if (records === undefined || element === null) return null;
  return textTable({
    element,
    title: `${titlesOf(page)(element)} · ${records.type}`,
    columns: records.columns,
    rows: records.rows.length,
    at: (row) => ({ texts: [...(records.rows[row] ?? [])], element: null }),
  });
}
