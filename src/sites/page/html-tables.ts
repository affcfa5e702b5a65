import type { PageTable } from '../page-reader';
import {
  all,
  attribute,
  closestOf,
  firstChildOf,
  firstOf,
  isInDocument,
  isShown,
  nextOf,
  one,
  parentOf,
  tagOf,
} from './dom';
import type { GridReading } from './grid-reading';
import { htmlGrid } from './html-grid';
import type { Pace } from './pace';
import { readGrid } from './read-grid';

/** An HTML table as data; null for layout, hidden and empty ones. */
export async function readHtmlTable(
  table: HTMLTableElement,
  reading: GridReading,
  pace: Pace,
): Promise<PageTable | null> {
  if (!isInDocument(table) || !isShown(table) || isLayout(table)) return null;
  const grid = await htmlGrid(table, pace);
  const header = grid.rows.some((row) => row.role === 'head') ? null : headerTable(table);
  const split = header === null ? reading : { ...reading, header: await htmlGrid(header, pace) };
  return readGrid(grid, split, pace);
}

/** Says so itself, or holds other tables or pieces of a page without naming a single column. */
function isLayout(table: HTMLTableElement): boolean {
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  return !isFormal(table) && one(table, 'table,form,nav,main,article,header,footer,iframe,h1,h2') !== null;
}

/** Nearly every table of data says so by its first children; in the others each cell is asked. */
function isFormal(table: HTMLTableElement): boolean {
  for (let part = firstChildOf(table); part !== null; part = nextOf(part)) {
    if (/^(?:thead|caption)$/.test(tagOf(part))) return true;
  }
  return all(table, 'th').some((part) => closestOf(part, 'table') === table);
}

/**
 * Lists with a fixed header are often two tables, the first of them nothing but the header: it is the table before,
 * in the same wrapper.
 */
function headerTable(table: HTMLTableElement): HTMLTableElement | null {
  let wrapper = parentOf(table);
  for (let level = 0; wrapper !== null && level < 3; level++, wrapper = parentOf(wrapper)) {
    const [first = null, , third] = firstOf(wrapper, 'table', 3);
    if (third !== undefined) return null;
    if (first !== null && first !== table && first instanceof HTMLTableElement) {
      return isHeaderOnly(first) ? first : null;
    }
  }
  return null;
}

const isHeaderOnly = (table: HTMLTableElement): boolean =>
  table.tHead !== null && Array.from(table.tBodies).every((body) => body.rows.length === 0);
