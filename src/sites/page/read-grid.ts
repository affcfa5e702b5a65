import type { PageTable, RowPass, SingleRows } from '../page-reader';
import { cellText } from './cell-text';
import { one, parentOf } from './dom';
import type { Grid, GridRow, PlacedRow } from './grid';
import type { GridReading, RowColumn } from './grid-reading';
import type { Pace } from './pace';
import { cellOptions, textIn } from './reading-text';
import { rowKey } from './row-key';
import { hasContent, type Kind, rowKinds } from './row-kinds';
import { type Scan, scanRows } from './scan-rows';
import { uniqueNames } from './unique-names';
import { isTotalsLabel, isValueLike } from './value-like';

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
    ...singleRows(grid, kept, beside, reading),
  };
}

/** Nothing where a row says what those above it leave out. */
function singleRows(
  grid: Grid,
  kept: readonly number[],
  beside: readonly RowColumn[],
  reading: GridReading,
): { readonly single?: SingleRows } {
  const { below } = grid;
  if (below === undefined || (reading.fillsDown ?? 0) > 0) return {};
  const textsOf = (row: GridRow): string[] => {
    const { cells } = grid.placer()(row);
    const texts = kept.map((column) => {
      const cell = cells[column] ?? null;
      return cell === null ? '' : textIn(cell, reading);
    });
    return [...texts, ...beside.map(({ of }) => of(row.element))];
  };
  const isData = (row: GridRow) => reading.isRow?.(row) !== false && hasContent(row.element);
  const asRow = (element: Element): GridRow => ({ element, role: 'body', section: parentOf(element) });
  return {
    single: {
      key: (row) => reading.keyOf?.(row) ?? rowKey(row),
      read: (element) => (isData(asRow(element)) ? textsOf(asRow(element)) : null),
      below(last) {
        const rows = below(last).filter((row) => row.role !== 'foot');
        if (rows.some((row) => row.role === 'head' || reading.isTotals?.(row) === true)) return null;
        const data = rows.filter(isData);
        const lowest = data.at(-1);
        const said = lowest === undefined ? undefined : textsOf(lowest).find((text) => text !== '');
        return said !== undefined && isTotalsLabel(said) ? null : data.map(({ element }) => element);
      },
    },
  };
}

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
