import type { CaptureNote } from '../../core/page-capture';
import type { PageTable, RowPass } from '../page-reader';
import { cellText } from './cell-text';
import { firstChildOf, firstNodeOf, nextOf, one, textOf } from './dom';
import type { Grid, GridRow, PlacedRow } from './grid';
import type { Pace } from './pace';
import { rowKey } from './row-key';
import { uniqueNames } from './unique-names';
import { isSummaryLabel, isTotalsLabel, isValueLike } from './value-like';

/** What a reader knows of the table besides its cells. */
export interface GridReading {
  readonly title: string;
  /** Selector of further noise in cells. */
  readonly strip?: string;
  /** Rows known to hold totals; others are known by their label. */
  readonly isTotals?: (row: GridRow) => boolean;
  /** False for rows that are no data of this table, such as one that holds a table opened under the row above. */
  readonly isRow?: (row: GridRow) => boolean;
  /** Where in a cell its value stands; the whole cell where nothing is found by it. */
  readonly valueIn?: string;
  /** What a header cell names its column, where that is more or less than it shows. */
  readonly headName?: (header: Element) => string | null;
  /** Columns after the others, of what a row says elsewhere than in its cells; left out where no row says it. */
  readonly beside?: readonly RowColumn[];
  /** Takes away what a tool adds to a value. */
  readonly clean?: (text: string) => string;
  /** What tells a row from the others, where the tool names them in its own way; null as `rowKey` does. */
  readonly keyOf?: (row: Element) => string | null;
  /** So many columns from the left say what the row above says where they are blank (comparison rows). */
  readonly fillsDown?: number;
  /** Names for a table whose header stands in another one. */
  readonly header?: Grid;
  /** What the page says there is in all, given the rows it shows. */
  readonly stated?: (rows: number) => number | null;
  readonly dateRange?: PageTable['dateRange'];
  readonly account?: string | null;
  readonly property?: string | null;
  readonly notes?: readonly CaptureNote[];
}

/** What the whole row says, such as the number of the record it links to. */
export interface RowColumn {
  readonly name: string;
  /** Blank where the row does not say it. */
  readonly of: (row: Element) => string;
}

/** Rows looked at to tell an empty column from one that fills later. */
const LOOK_ROWS = 5_000;
const SAMPLE_ROWS = 20;

type Kind = 'head' | 'body' | 'totals' | 'skipped';

/** The rows and columns of a grid as a table of texts; null where it holds no data. */
export async function readGrid(grid: Grid, reading: GridReading, pace: Pace): Promise<PageTable | null> {
  const kinds = rowKinds(grid, reading);
  const scan = await scanRows(grid, kinds, reading, pace);
  if (reading.header !== undefined && scan.heads.length === 0) {
    const place = reading.header.placer();
    const heads = reading.header.rows.map(place).filter((row) => row.cells.length === scan.width);
    scan.heads.push(...heads);
  }
  if (scan.heads.length === 0) {
    if (!looksLikeData(scan)) return null;
    const first = scan.body[0];
    if (first !== undefined && isHeader(first, scan.body.slice(1), reading)) {
      scan.heads.push(first);
      kinds[grid.rows.indexOf(scan.bodyRows[0] as GridRow)] = 'head';
      scan.body.shift();
      scan.rows--;
    }
  }
  // A lone cell across a table is where it says that there is nothing.
  const notice = scan.rows === 1 && scan.loneRows === 1 && Math.max(scan.width, scan.headWidth) > 1;
  if (scan.rows === 0 || notice) return null;

  const names = headerNames(scan, reading);
  const kept = keptColumns(scan, names);
  if (kept.length === 0) return null;
  const beside = (reading.beside ?? []).filter(({ of }) =>
    scan.bodyRows.some(({ element }) => of(element) !== ''),
  );
  const columns = uniqueNames([
    ...kept.map((column) => names[column] ?? ''),
    ...beside.map((column) => column.name),
  ]);
  const texts = rowTexts(grid, kinds, kept, beside, reading);
  const totals = totalsOf(scan, kept, reading);
  const fixed = kinds.filter((kind) => kind === 'head' || kind === 'totals').length;
  const fromMarkup = grid.statedRows === null ? null : grid.statedRows - fixed;
  const stated =
    reading.stated?.(scan.rows) ?? (fromMarkup !== null && fromMarkup >= scan.rows ? fromMarkup : null);
  return {
    element: grid.element,
    title: reading.title,
    columns,
    rowCount: scan.rows,
    rowsStated: stated,
    totals: totals === null ? null : [...totals, ...beside.map(() => null)],
    dateRange: reading.dateRange ?? null,
    account: reading.account ?? null,
    property: reading.property ?? null,
    notes: reading.notes ?? [],
    pass: texts,
  };
}

/** Header rows as marked, or the first rows that are header cells throughout. */
function rowKinds(grid: Grid, reading: GridReading): Kind[] {
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
function hasContent(row: Element): boolean {
  // Nearly every row has a word in its first cells: no need to gather the text of the others.
  for (let cell = firstChildOf(row); cell !== null; cell = nextOf(cell)) {
    const first = firstNodeOf(cell);
    if (first !== null && first.nodeType === Node.TEXT_NODE && /\S/.test(textOf(first) ?? '')) return true;
  }
  if (/\S/.test(textOf(row) ?? '') || one(row, 'img,svg,input,select,textarea') !== null) return true;
  // Components keep their words in shadow roots, where the row's text does not reach.
  return cellText(row) !== '';
}

interface Scan {
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

async function scanRows(grid: Grid, kinds: Kind[], reading: GridReading, pace: Pace): Promise<Scan> {
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

const cellOptions = ({ strip }: GridReading) => (strip === undefined ? {} : { strip });

const textIn = (cell: Element, reading: GridReading): string => {
  const inner = reading.valueIn === undefined ? null : one(cell, reading.valueIn);
  const text = cellText(inner ?? cell, cellOptions(reading));
  return reading.clean === undefined ? text : reading.clean(text);
};

const headerText = (cell: Element, reading: GridReading): string =>
  reading.headName?.(cell) ??
  cellText(cell, { header: true, ...cellOptions(reading) })
    .replace(/^[▲▼△▽▴▾▵▿↑↓↕⇅⇵⬍⌃⌄\s]+|[▲▼△▽▴▾▵▿↑↓↕⇅⇵⬍⌃⌄\s]+$/gu, '')
    .trim();

/** Without a header a table may be mere layout: data has rows of one shape, several columns and short texts. */
function looksLikeData(scan: Scan): boolean {
  const most = Math.max(0, ...scan.shapes.values());
  return scan.width >= 2 && scan.rows >= 2 && most / scan.rows >= 0.6 && scan.textLength <= 400;
}

/** Words above values, or the first row in bold: names. */
function isHeader(first: PlacedRow, rest: readonly PlacedRow[], reading: GridReading): boolean {
  const names = first.cells.map((cell) => (cell === null ? '' : textIn(cell, reading)));
  if (rest.length === 0 || names.some((n) => n === '') || new Set(names).size < names.length) return false;
  if (names.some(isValueLike)) return false;
  if (first.cells.every((cell) => cell !== null && one(cell, 'b,strong') !== null)) {
    return rest.some((row) => row.cells.some((cell) => cell !== null && one(cell, 'b,strong') === null));
  }
  return names.some((_, column) => {
    const below = rest
      .map((row) => row.cells[column])
      .map((cell) => (cell === null || cell === undefined ? '' : textIn(cell, reading)))
      .filter((text) => text !== '');
    return below.length > 0 && below.filter(isValueLike).length / below.length >= 0.8;
  });
}

/** By column: the header cells above it, top down, joined; what heads every column alike is a title. */
function headerNames(scan: Scan, reading: GridReading): string[] {
  return Array.from({ length: scan.width }, (_, column) => {
    const parts: string[] = [];
    let above: Element | null = null;
    for (const head of scan.heads) {
      const cell = head.cells[column] ?? null;
      if (cell === null || cell === above) continue;
      above = cell;
      const alone = scan.width > 1 && head.cells.length >= scan.width && head.cells.every((c) => c === cell);
      const text = alone && scan.heads.length > 1 ? '' : headerText(cell, reading);
      if (text !== '' && parts.at(-1) !== text) parts.push(text);
    }
    return parts.join(' · ');
  });
}

/**
 * Not kept: columns without a name that are blank, hold nothing but controls or only number the rows, and blank ones
 * under a shared header.
 */
function keptColumns(scan: Scan, names: readonly string[]): number[] {
  const lowest = scan.heads.at(-1);
  return names.flatMap((name, column) => {
    const filled = scan.filled[column] === true;
    const shares =
      lowest?.begins[column] === false || (lowest !== undefined && lowest.begins[column + 1] === false);
    if (filled && name !== '') return [column];
    if (filled)
      return scan.worded[column] === true && !(scan.rows > 1 && scan.counts[column]) ? [column] : [];
    return name === '' || shares ? [] : [column];
  });
}

/** Of several, the one with most values; a footer that repeats the header has none. */
function totalsOf(scan: Scan, kept: readonly number[], reading: GridReading): (string | null)[] | null {
  let best: (string | null)[] | null = null;
  let bestValues = 0;
  for (const row of scan.totals) {
    const texts = kept.map((column) => {
      const cell = row.cells[column];
      return cell === null || cell === undefined ? null : textIn(cell, reading) || null;
    });
    const values = texts.filter((text) => text !== null && isValueLike(text)).length;
    if (values > 0 && values >= bestValues) {
      best = texts;
      bestValues = values;
    }
  }
  return best;
}

function rowTexts(
  grid: Grid,
  kinds: readonly Kind[],
  kept: readonly number[],
  beside: readonly RowColumn[],
  reading: GridReading,
): () => RowPass {
  return () => {
    const place = grid.placer();
    let index = 0;
    let before: { readonly cells: PlacedRow['cells']; readonly texts: readonly string[] } | null = null;
    let given: Element | null = null;
    return {
      key: () => (given === null ? null : (reading.keyOf?.(given) ?? rowKey(given))),
      element: () => given,
      next() {
        while (index < grid.rows.length) {
          const row = grid.rows[index] as GridRow;
          const placed = place(row);
          if (kinds[index++] !== 'body') continue;
          const texts = kept.map((column, at) => {
            const cell = placed.cells[column] ?? null;
            // The text of a cell that reaches down is the row's above.
            const same = cell !== null && before !== null && before.cells[column] === cell;
            const text = same ? (before?.texts[at] ?? '') : cell === null ? '' : textIn(cell, reading);
            const blank = text === '' && column < (reading.fillsDown ?? 0);
            return blank ? (before?.texts[at] ?? '') : text;
          });
          before = { cells: placed.cells, texts };
          given = row.element;
          return beside.length === 0 ? texts : [...texts, ...beside.map(({ of }) => of(row.element))];
        }
        return null;
      },
    };
  };
}
