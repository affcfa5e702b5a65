import { cellText } from './cell-text';
import type { Grid, GridRow, PlacedRow } from './grid';
import type { GridReading } from './grid-reading';
import type { Pace } from './pace';
import { cellOptions, textIn } from './reading-text';
import { hasContent, type Kind } from './row-kinds';
import { isSummaryLabel, isTotalsLabel, isValueLike } from './value-like';

/** Rows looked at to tell an empty column from one that fills later. */
const LOOK_ROWS = 5_000;
const SAMPLE_ROWS = 20;

/** What a walk over all rows of a grid finds out before its texts are read. */
export interface Scan {
  width: number;
  headWidth: number;
  rows: number;
  loneRows: number;
  readonly heads: PlacedRow[];
  /** The first rows, for looking at. */
  readonly body: PlacedRow[];
  readonly bodyRows: GridRow[];
  readonly totals: PlacedRow[];
  /** By column: whether a cell says something, and whether it does so by more than a control. */
  readonly filled: boolean[];
  readonly worded: boolean[];
  /** By column: whether its texts count 1, 2, 3 from wherever they start. */
  readonly counts: boolean[];
  /** How often each number of cells occurs in a row. */
  readonly shapes: Map<number, number>;
  textLength: number;
}

/** Tells apart in `kinds` what only the cells can tell: totals by their label, rows without content. */
export async function scanRows(grid: Grid, kinds: Kind[], reading: GridReading, pace: Pace): Promise<Scan> {
  const scan: Scan = {
    width: 0,
    headWidth: 0,
    rows: 0,
    loneRows: 0,
    heads: [],
    body: [],
    bodyRows: [],
    totals: [],
    filled: [],
    worded: [],
    counts: [],
    shapes: new Map(),
    textLength: 0,
  };
  const place = grid.placer();
  const previous: (number | undefined)[] = [];
  for (const [index, row] of grid.rows.entries()) {
    if (pace.due()) await pace.rest();
    const placed = place(row);
    if (kinds[index] === 'head') {
      const role = scan.heads.length === 0 ? 'head' : summedUp(placed, reading);
      kinds[index] = role ?? 'head';
      if (role === 'totals') scan.totals.push(placed);
      else if (role !== 'skipped') scan.heads.push(placed);
      continue;
    }
    if (kinds[index] === 'totals') {
      scan.totals.push(placed);
      continue;
    }
    if (kinds[index] === 'skipped') continue;
    if (!hasContent(row.element)) {
      kinds[index] = 'skipped';
      continue;
    }
    if (index >= grid.rows.length - 4 && summedUp(placed, reading) === 'skipped') {
      kinds[index] = 'skipped';
      continue;
    }
    if (labelledTotals(grid, kinds, index, placed, reading)) {
      kinds[index] = 'totals';
      scan.totals.push(placed);
      continue;
    }
    scan.rows++;
    scan.width = Math.max(scan.width, placed.cells.length);
    let begun = 0;
    for (const begins of placed.begins) if (begins) begun++;
    if (begun === 1) scan.loneRows++;
    scan.shapes.set(begun, (scan.shapes.get(begun) ?? 0) + 1);
    if (scan.body.length <= SAMPLE_ROWS) {
      scan.body.push(placed);
      scan.bodyRows.push(row);
    }
    if (scan.rows <= LOOK_ROWS) look(scan, placed, previous, reading);
  }
  scan.headWidth = Math.max(0, ...scan.heads.map((head) => head.cells.length));
  // A header may name columns that no row reaches.
  if (scan.rows > scan.loneRows) scan.width = Math.max(scan.width, lastNamedColumn(scan));
  return scan;
}

/** Columns the header names by a cell of their own; `colspan=1000` names one. */
function lastNamedColumn(scan: Scan): number {
  let last = 0;
  for (const head of scan.heads) {
    for (const [column, begins] of head.begins.entries()) if (begins) last = Math.max(last, column + 1);
  }
  return last;
}

function look(scan: Scan, placed: PlacedRow, previous: (number | undefined)[], reading: GridReading): void {
  for (let column = 0; column < placed.cells.length; column++) {
    const known = scan.worded[column] === true && scan.counts[column] === false;
    if (known && scan.rows > SAMPLE_ROWS) continue;
    const cell = placed.cells[column] ?? null;
    if (cell === null) continue;
    const text = textIn(cell, reading);
    scan.textLength = Math.max(scan.textLength, text.length);
    if (text !== '') {
      scan.filled[column] = true;
      scan.worded[column] ||= cellText(cell, { ...cellOptions(reading), controls: false }) !== '';
    }
    const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
    const before = previous[column];
    const goesOn = before === undefined ? scan.rows === 1 && !Number.isNaN(value) : value === before + 1;
    scan.counts[column] = goesOn && scan.counts[column] !== false;
    previous[column] = value;
  }
}

/** A row of totals, averages or extremes, by what it says first, whatever section it stands in. */
function summedUp(placed: PlacedRow, reading: GridReading): 'totals' | 'skipped' | null {
  const texts = new Set(placed.cells.filter((cell) => cell !== null));
  const [said = '', ...rest] = [...texts].map((cell) => textIn(cell, reading)).filter((text) => text !== '');
  if (!rest.some(isValueLike)) return null;
  return isTotalsLabel(said) ? 'totals' : isSummaryLabel(said) ? 'skipped' : null;
}

/** A totals row by what it says first; only at either end of the body, where totals stand. */
function labelledTotals(
  grid: Grid,
  kinds: readonly Kind[],
  index: number,
  placed: PlacedRow,
  reading: GridReading,
): boolean {
  const next = grid.rows[index + 1];
  const last = next === undefined || next.role === 'foot';
  const first = kinds[index - 1] === undefined || kinds[index - 1] === 'head';
  if (!last && !first) return false;
  const texts = placed.cells.filter((cell) => cell !== null).map((cell) => textIn(cell, reading));
  const said = texts.find((text) => text !== '');
  return said !== undefined && isTotalsLabel(said) && texts.some(isValueLike);
}
