import { cellText } from '../../page/cell-text';
import {
  all,
  attribute,
  documentTitle,
  holdsAny,
  isA,
  isInDocument,
  isShown,
  one,
  textOf,
} from '../../page/dom';
import { readHtmlTable } from '../../page/html-tables';
import { inPolish } from '../../page/in-polish';
import type { Pace } from '../../page/pace';
import { plainText } from '../../page/plain-text';
import { recordColumn } from '../../page/record-column';
import { allInShadows, aroundOf } from '../../page/shadows';
import { statedCount } from '../../page/stated-count';
import { titlesOf } from '../../page/title-of';
import type { Page, PageReader } from '../../page-reader';

const ROW = 'tr[data-row-key-value]';
const SHELL = [
  'lst-object-home',
  'lst-common-list',
  'lst-common-list-internal',
  'lst-list-view-manager-header',
  'one-app-nav-bar',
];
const COUNT = '.countSortedByFilteredBy';
const SCROLLS = '.slds-scrollable_y,.slds-scrollable,.uiScroller';
const ASSISTIVE = '.slds-assistive-text,lightning-icon,lightning-primitive-icon,lightning-button-menu';

/** What the first letters of an id say it is the id of, as reports head that column. */
const IDS: Readonly<Record<string, readonly [en: string, pl: string]>> = {
  '001': ['Account ID', 'Identyfikator konta'],
  '003': ['Contact ID', 'Identyfikator kontaktu'],
  '006': ['Opportunity ID', 'Identyfikator szansy sprzedaży'],
  '00Q': ['Lead ID', 'Identyfikator leada'],
};
const OTHER_ID = ['Record ID', 'Identyfikator rekordu'] as const;

/** A list view of Lightning: a table in shadow roots, which grows as it is scrolled. */
export const listPage: PageReader = {
  tool: 'salesforce',
  label: { en: 'Salesforce', pl: 'Salesforce' },
  hosts: ['lightning.force.com', 'salesforce.com'],
  matches: ({ document, url }) =>
    /\.(?:lightning\.force|salesforce)\.com$/.test(url.hostname) || holdsAny(document, SHELL),
  async find({ document }, pace) {
    const tables = await allInShadows(document, 'table.slds-table', pace);
    return tables.filter((table) => one(table, ROW) !== null);
  },

  async read(element, page, pace) {
    if (!(element instanceof HTMLTableElement) || !isInDocument(element)) return null;
    const headers = all(element, 'thead th').map((th) => cellText(th, { header: true, strip: ASSISTIVE }));
    const [first] = all(element, ROW);
    const kind = first === undefined ? '' : recordOf(first).slice(0, 3);
    const stated = await countShown(page, pace);
    const [en, pl] = IDS[kind] ?? OTHER_ID;
    return readHtmlTable(
      element,
      {
        title:
          plainText(documentTitle(page.document)).replace(/\s*\|\s*Salesforce$/, '') ||
          titlesOf(page)(element),
        strip: ASSISTIVE,
        isRow: (row) => isA(row.element, ROW),
        keyOf: (row) => recordOf(row) || null,
        beside: recordColumn(inPolish(page) ? pl : en, recordOf, headers),
        stated: () => stated,
        account: /^([^.]+)\.(?:[^.]+\.)*lightning\.force\.com$/.exec(page.url.hostname)?.[1] ?? null,
      },
      pace,
    );
  },

  more(element) {
    for (let around = aroundOf(element); around !== null; around = aroundOf(around)) {
      if (isA(around, SCROLLS)) return { scroller: around, pager: null };
    }
    return null;
  },
};

const recordOf = (row: Element): string => {
  const key = attribute(row, 'data-row-key-value') ?? '';
  return /^[A-Za-z0-9]{15,18}$/.test(key) ? key : '';
};

/** What the list's header counts; lists in other tabs of a console are hidden, of two shown nobody knows whose it is. */
async function countShown({ document }: Page, pace: Pace): Promise<number | null> {
  const [said, another] = (await allInShadows(document, COUNT, pace)).filter(isShown);
  return said === undefined || another !== undefined ? null : statedCount(plainText(textOf(said) ?? ''));
}
