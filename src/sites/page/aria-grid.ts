import { all, attribute, closestOf, isA, isShown, nextOf, parentOf } from './dom';
import { type Grid, type GridRow, MAX_COLUMNS, type PlacedRow, type RowRole } from './grid';
import { statedRows } from './html-grid';
import type { Pace } from './pace';

/** Wider than any group of columns; more is a slip or a trap. */
const MAX_SPAN = 100;
const GRID = '[role=table],[role=grid],[role=treegrid],table';
const ROW = '[role=row]';
const CELL = '[role=cell],[role=gridcell],[role=rowheader],[role=columnheader]';

/**
 * The rows of an ARIA table, grid or treegrid made of whatever elements. `aria-colindex` places a cell where it is
 * given, its order where not. Rows split into several elements (frozen columns) are one by their `aria-rowindex`.
 */
export async function ariaGrid(grid: Element, pace: Pace): Promise<Grid> {
  const parts = new Map<string, Element[]>();
  const rows: GridRow[] = [];
  for (const element of all(grid, ROW)) {
    if (pace.due()) await pace.rest();
    if (closestOf(element, GRID) !== grid || !isShown(element)) continue;
    const at = attribute(element, 'aria-rowindex');
    const started = at === null ? undefined : parts.get(at);
    if (started !== undefined) {
      started.push(element);
      continue;
    }
    if (at !== null) parts.set(at, [element]);
    rows.push({ element, role: roleOf(element, grid), section: null });
  }
  const partsOf = (row: GridRow): readonly Element[] =>
    parts.get(attribute(row.element, 'aria-rowindex') ?? '') ?? [row.element];
  return {
    element: grid,
    rows,
    placer: () => (row) => place(partsOf(row), row),
    isHeaderCell: (cell) => attribute(cell, 'role') === 'columnheader',
    statedRows: statedRows(grid),
    // A row in several parts is told by all of the grid.
    ...([...parts.values()].some(({ length }) => length > 1) ? {} : { below: (row) => rowsBelow(row, grid) }),
  };
}

function rowsBelow(last: Element, grid: Element): readonly GridRow[] {
  const rows: GridRow[] = [];
  const take = (element: Element) => {
    if (closestOf(element, GRID) === grid && isShown(element)) {
      rows.push({ element, role: roleOf(element, grid), section: null });
    }
  };
  for (let above: Element | null = last; above !== null && above !== grid; above = parentOf(above)) {
    for (let next = nextOf(above); next !== null; next = nextOf(next)) {
      if (isA(next, ROW)) take(next);
      else for (const row of all(next, ROW)) take(row);
    }
  }
  return rows;
}

function roleOf(row: Element, grid: Element): RowRole {
  const cells = cellsOf(row);
  if (cells.length > 0 && cells.every((c) => attribute(c, 'role') === 'columnheader')) return 'head';
  const section = closestOf(row, 'thead,tfoot');
  if (section === null || section === grid) return 'body';
  return isA(section, 'thead') ? 'head' : 'foot';
}

const cellsOf = (row: Element): Element[] =>
  all(row, CELL).filter((cell) => closestOf(cell, ROW) === row && isShown(cell));

function place(parts: readonly Element[], row: GridRow): PlacedRow {
  const cells: (Element | null)[] = [];
  const begins: boolean[] = [];
  for (const cell of parts.flatMap(cellsOf)) {
    const stated = Number(attribute(cell, 'aria-colindex') ?? 0);
    const at =
      Number.isSafeInteger(stated) && stated > 0 && stated <= MAX_COLUMNS ? stated - 1 : cells.length;
    const span = Number(attribute(cell, 'aria-colspan') ?? 1);
    const columns = Number.isSafeInteger(span) && span > 0 && span <= MAX_SPAN ? span : 1;
    for (let i = at; i < Math.min(at + columns, MAX_COLUMNS); i++) {
      while (cells.length <= i) {
        cells.push(null);
        begins.push(false);
      }
      cells[i] = i === at || row.role === 'head' ? cell : null;
      begins[i] = i === at;
    }
  }
  return { cells, begins };
}
