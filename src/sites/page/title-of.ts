import type { Page } from '../page-reader';
import { cellText } from './cell-text';
import {
  all,
  attribute,
  byId,
  closestOf,
  documentTitle,
  firstChildOf,
  isShown,
  nextOf,
  one,
  order,
  parentOf,
  tagOf,
} from './dom';
import { plainText } from './plain-text';

/** Longer is no title. */
const MAX_FRAMED = 120;
const MAX_FRAMES = 4;
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Finds titles of a page's tables: its headings are looked up once. */
export function titlesOf(page: Page): (table: Element) => string {
  let headings: readonly Element[] | null = null;
  const documentSays = plainText(documentTitle(page.document));
  return (table) => {
    const own = ownTitle(table, page.document) || framedTitle(table);
    if (own !== '') return own;
    headings ??= all(page.document, HEADINGS);
    return headingBefore(table, headings) || documentSays || page.url.hostname;
  };
}

function ownTitle(table: Element, document: Document): string {
  for (let child = firstChildOf(table); child !== null; child = nextOf(child)) {
    if (tagOf(child) === 'caption') {
      const caption = cellText(child);
      if (caption !== '') return caption;
    }
  }
  const named = (attribute(table, 'aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? null : byId(document, id)))
    .map((element) => (element === null ? '' : cellText(element)))
    .filter((text) => text !== '')
    .join(' ');
  return named || plainText(attribute(table, 'aria-label') ?? '');
}

/** Old pages frame a table by another one, whose first row is the title, with further frames between. */
function framedTitle(table: Element): string {
  let inner = table;
  for (let level = 0; level < MAX_FRAMES; level++) {
    const outside = parentOf(inner);
    const cell = outside === null ? null : closestOf(outside, 'td');
    const frame = cell === null ? null : closestOf(cell, 'table');
    const row = cell === null ? null : parentOf(cell);
    const first = row === null ? null : firstChildOf(parentOf(row) ?? row);
    if (row === null || first === null || frame === null) return '';
    if (nextOf(first) === row && one(first, 'table') === null) {
      const text = loneText(first);
      return text.length <= MAX_FRAMED ? text : '';
    }
    if (first !== row) return '';
    inner = frame;
  }
  return '';
}

/** What a row says by one cell alone; one that says more is a row of data, and what stands under it is of that. */
function loneText(row: Element): string {
  let said = '';
  for (let cell = firstChildOf(row); cell !== null; cell = nextOf(cell)) {
    const text = cellText(cell);
    if (text !== '' && said !== '') return '';
    said ||= text;
  }
  return said;
}

/** The last shown heading before the table, which is also the nearest one in the tree. */
function headingBefore(table: Element, headings: readonly Element[]): string {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(headings[middle] as Element, table) === -1) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= Math.max(0, low - 10); i--) {
    const heading = headings[i] as Element;
    const text = isShown(heading) ? cellText(heading) : '';
    if (text !== '') return text;
  }
  return '';
}
