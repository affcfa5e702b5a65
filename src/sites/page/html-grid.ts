import { attribute, firstChildOf, isA, isShown, nextOf, parentOf, tagOf } from './dom';
import { type Grid, type GridRow, MAX_COLUMNS, type PlacedRow, type RowRole } from './grid';
import type { Pace } from './pace';

/**
 * So many rows tell which cells of a row are hidden, and one of a few later ones whether they still are: checking a
 * million would cost as much as reading them.
 */
const LEARN_ROWS = 200;
const LOOK_AGAIN = 16;

/** The rows of a `<table>`, laid out by the spans of its cells as the HTML standard does. */
export async function htmlGrid(table: HTMLTableElement, pace: Pace): Promise<Grid> {
  const rows: GridRow[] = [];
  const sections = new Map<Element | null, { readonly shown: boolean; readonly role: RowRole }>();
  // A plain array: the live collection would be counted anew after every change of the page.
  for (const element of Array.from(table.rows)) {
    if (pace.due()) await pace.rest();
    const section = parentOf(element);
    let known = sections.get(section);
    if (known === undefined) {
      known = { shown: section === null || isShown(section), role: roleOf(section) };
      sections.set(section, known);
    }
    if (known.shown && isShown(element)) rows.push({ element, role: known.role, section });
  }
  const spanned = Element.prototype.querySelector.call(table, '[rowspan],[colspan]') !== null;
  const hidden = hiddenCells();
  return {
    element: table,
    rows,
    placer: () => (spanned ? spanPlacer(hidden) : (row) => plainRow(row, hidden)),
    isHeaderCell: (cell) => tagOf(cell) === 'th',
    statedRows: statedRows(table),
    ...(spanned ? {} : { below: rowsBelow }),
  };
}

/** In the same section, then in those after it. */
function rowsBelow(last: Element): readonly GridRow[] {
  const rows: GridRow[] = [];
  const section = parentOf(last);
  const take = (first: Element | null, within: Element | null) => {
    for (let row = first; row !== null; row = nextOf(row)) {
      if (tagOf(row) === 'tr' && isShown(row))
        rows.push({ element: row, role: roleOf(within), section: within });
    }
  };
  take(nextOf(last), section);
  for (let next = section === null ? null : nextOf(section); next !== null; next = nextOf(next)) {
    if (/^t(?:body|foot|head)$/.test(tagOf(next))) take(firstChildOf(next), next);
  }
  return rows;
}

export function statedRows(element: Element): number | null {
  const stated = Number(attribute(element, 'aria-rowcount') ?? Number.NaN);
  return Number.isSafeInteger(stated) && stated > 0 ? stated : null;
}

function roleOf(section: Element | null): RowRole {
  const tag = section === null ? '' : tagOf(section);
  return tag === 'thead' ? 'head' : tag === 'tfoot' ? 'foot' : 'body';
}

/** Whether the nth cell of the row begun last is hidden. */
interface HiddenCells {
  begin(): void;
  has(cell: Element, index: number): boolean;
}

/**
 * Hidden cells take no part in the layout. Each is looked at in the first rows and in some later ones; elsewhere, places
 * that were always shown or always hidden are taken to stay so, and only places that were both are looked at.
 */
function hiddenCells(): HiddenCells {
  const shown: boolean[] = [];
  const hid: boolean[] = [];
  let rows = 0;
  let looking = true;
  return {
    begin() {
      rows++;
      looking = rows <= LEARN_ROWS || rows % LOOK_AGAIN === 0;
    },
    has(cell, index) {
      if (!looking && shown[index] !== hid[index]) return hid[index] === true;
      const hidden = !isShown(cell);
      if (hidden) hid[index] = true;
      else shown[index] = true;
      return hidden;
    },
  };
}

function shownCells(row: GridRow, hidden: HiddenCells): HTMLTableCellElement[] {
  const cells: HTMLTableCellElement[] = [];
  let index = 0;
  hidden.begin();
  for (let cell = firstChildOf(row.element); cell !== null; cell = nextOf(cell)) {
    if (!(cell instanceof HTMLTableCellElement)) continue;
    if (!hidden.has(cell, index)) cells.push(cell);
    index++;
  }
  return cells;
}

function plainRow(row: GridRow, hidden: HiddenCells): PlacedRow {
  const cells = shownCells(row, hidden);
  if (cells.length > MAX_COLUMNS) cells.length = MAX_COLUMNS;
  return { cells, begins: allBegin(cells.length) };
}

const ALL_BEGIN: (readonly boolean[])[] = [];
const allBegin = (length: number): readonly boolean[] =>
  (ALL_BEGIN[length] ??= new Array<boolean>(length).fill(true));

interface Carried {
  readonly cell: Element | null;
  left: number;
}

function spanPlacer(hidden: HiddenCells): (row: GridRow) => PlacedRow {
  let carried: (Carried | undefined)[] = [];
  let section: Element | null = null;
  return (row) => {
    if (row.section !== section) carried = [];
    section = row.section;
    const cells: (Element | null)[] = [];
    const begins: boolean[] = [];
    const next: (Carried | undefined)[] = [];
    const takeCarried = () => {
      for (let from = carried[cells.length]; from !== undefined; from = carried[cells.length]) {
        if (from.left > 1) next[cells.length] = { cell: from.cell, left: from.left - 1 };
        cells.push(from.cell);
        begins.push(false);
      }
    };
    const own = shownCells(row, hidden);
    const only = own.length === 1 && row.role !== 'head';
    for (const cell of own) {
      takeCarried();
      // A lone cell across a row is a heading or a notice: it widens no table.
      const columns = only ? 1 : Math.min(cell.colSpan, MAX_COLUMNS - cells.length);
      // `rowspan=0` reaches to the end of the section.
      const rows = cell.rowSpan === 0 ? Infinity : cell.rowSpan;
      for (let i = 0; i < columns; i++) {
        const standing = i === 0 || row.role === 'head' || isA(cell, 'th') ? cell : null;
        if (rows > 1) next[cells.length] = { cell: standing, left: rows - 1 };
        cells.push(standing);
        begins.push(i === 0);
      }
      if (cells.length >= MAX_COLUMNS) break;
    }
    takeCarried();
    // Columns to the right that a cell from above still reaches, with a gap between.
    for (let column = cells.length; column < carried.length; column++) {
      const from = carried[column];
      if (from === undefined) continue;
      while (cells.length < column) {
        cells.push(null);
        begins.push(false);
      }
      if (from.left > 1) next[column] = { cell: from.cell, left: from.left - 1 };
      cells.push(from.cell);
      begins.push(false);
    }
    carried = next;
    return { cells, begins };
  };
}
