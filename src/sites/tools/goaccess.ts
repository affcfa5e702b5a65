import type { ExportRecogniser } from '../export-recogniser';
import { all, isShown, one, textOf } from '../page/dom';
import { readHtmlTable } from '../page/html-tables';
import { titlesOf } from '../page/title-of';
import type { PageReader } from '../page-reader';

const PANEL = 'tbody.tbody-data';

/** Its exports are logs and JSON, which are read as any other. */
export const exportRecognisers: readonly ExportRecogniser[] = [];

/** The report GoAccess writes of a web server's log; its panels are drawn by script. */
export const page: PageReader = {
  tool: 'goaccess',
  label: { en: 'GoAccess', pl: 'GoAccess' },
  matches: ({ document }) => one(document, PANEL) !== null,
  find: ({ document }) =>
    all(document, 'table').filter((table) => isShown(table) && one(table, PANEL) !== null),

  async read(element, page, pace) {
    if (!(element instanceof HTMLTableElement)) return null;
    // Each value is followed by its share of the whole; a panel without rows says so in a row.
    const isRow = ({ element: row }: { readonly element: Element }) => one(row, 'td[colspan]') === null;
    // Rows are numbered under a name of its own.
    const headName = (header: Element) => (textOf(header) === '#' ? '' : null);
    const title = titlesOf(page)(element);
    return readHtmlTable(element, { title, valueIn: '.value', isRow, headName }, pace);
  },
};
