import { cellText } from './cell-text';
import { firstChildOf, firstNodeOf, nextOf, one, textOf } from './dom';
import type { Grid, GridRow } from './grid';
import type { GridReading } from './grid-reading';

/** What a row is to the table it stands in. */
export type Kind = 'head' | 'body' | 'totals' | 'skipped';

/** Header rows as marked, or the first rows that are header cells throughout. */
export function rowKinds(grid: Grid, reading: GridReading): Kind[] {
  const marked = grid.rows.some((row) => row.role === 'head');
  let leading = !marked;
  let heads = 0;
  return grid.rows.map((row) => {
    if (reading.isTotals?.(row)) return 'totals';
    if (row.role === 'head') return 'head';
    if (reading.isRow?.(row) === false) return 'skipped';
    if (leading && allHeaderCells(grid, row)) {
      heads++;
      return 'head';
    }
    leading &&= heads === 0 && !hasContent(row.element);
    return row.role === 'foot' ? 'totals' : 'body';
  });
}

function allHeaderCells(grid: Grid, row: GridRow): boolean {
  const cells = grid
    .placer()(row)
    .cells.filter((cell) => cell !== null);
  return cells.length > 1 && cells.every((cell) => grid.isHeaderCell(cell));
}

/** Something to read in it, if only a picture's name. */
export function hasContent(row: Element): boolean {
  // Nearly every row has a word in its first cells: no need to gather the text of the others.
  for (let cell = firstChildOf(row); cell !== null; cell = nextOf(cell)) {
    const first = firstNodeOf(cell);
    if (first !== null && first.nodeType === Node.TEXT_NODE && /\S/.test(textOf(first) ?? '')) return true;
  }
  if (/\S/.test(textOf(row) ?? '') || one(row, 'img,svg,input,select,textarea') !== null) return true;
  // Components keep their words in shadow roots, where the row's text does not reach.
  return cellText(row) !== '';
}
