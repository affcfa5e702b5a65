import type { PageTable } from '../page-reader';
import { all, attribute, closestOf, firstOf, isInDocument, isShown, one, parentOf } from './dom';
import { htmlGrid } from './html-grid';
import type { Pace } from './pace';
import { type GridReading, readGrid } from './read-grid';

const FORMAL = 'thead,th,caption';

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
  const formal = all(table, FORMAL).some((part) => closestOf(part, 'table') === table);
  return !formal && one(table, 'table,form,nav,main,article,header,footer,iframe,h1,h2') !== null;
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
