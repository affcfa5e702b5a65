import { ariaGrid } from './page/aria-grid';
import { all, attribute, isInDocument, isShown, one } from './page/dom';
import { readHtmlTable } from './page/html-tables';
import { readGrid } from './page/read-grid';
import { statedNear } from './page/stated-rows';
import { titlesOf } from './page/title-of';
import type { Page, PageReader } from './page-reader';

const ARIA = '[role=table],[role=grid],[role=treegrid]';

/** Titles are looked up once a page and reading; the page may have changed by the next. */
const titles = new WeakMap<Page, ReturnType<typeof titlesOf>>();

/** Reads what no tool's own reader knows: every HTML table and every ARIA table, grid or treegrid. */
export const genericPageReader: PageReader = {
  tool: 'generic',
  label: { en: 'Web page', pl: 'Strona internetowa' },
  matches: () => true,

  find: ({ document }) =>
    all(document, `table,${ARIA}`).filter(
      // A grid made around a native table is read as that table.
      (element) => element instanceof HTMLTableElement || one(element, 'table') === null,
    ),

  async read(element, page, pace) {
    const titleOf = titles.get(page) ?? titlesOf(page);
    titles.set(page, titleOf);
    const reading = { title: titleOf(element), stated: (rows: number) => statedNear(element, rows) };
    if (element instanceof HTMLTableElement) return readHtmlTable(element, reading, pace);
    if (!isInDocument(element) || !isShown(element)) return null;
    return attribute(element, 'role') === null
      ? null
      : readGrid(await ariaGrid(element, pace), reading, pace);
  },
};
