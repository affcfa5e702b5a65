import { resplit } from '../bytes/resplit';
import { cellShape, KIND, KIND_MASK } from '../readings/cell-shape';
import { isTotalsLabel } from './totals-label';

export interface FoundTable {
  /** Index of the header among the records given; -1 where there is none. */
  readonly header: number;
  /** Further header rows right under it. */
  readonly headerRows: number;
  /** Index of the first body record. */
  readonly body: number;
  readonly width: number;
  readonly headers: readonly string[];
  /** The header has a cell too many or too few for the rows under it, so its names can't be told apart. */
  readonly headerFault: 'many' | 'few' | null;
  /** Every row seen ends after so many cells, fewer than there are headers. */
  readonly shortTo: number | null;
  /** Rows usually end in so many empty cells beyond the header. */
  readonly spareCells: number;
  /** Records above the header that are no data. */
  readonly above: number;
}

const encoder = new TextEncoder();

export function shapeOfText(text: string): number {
  const bytes = encoder.encode(text);
  return cellShape(bytes, 0, bytes.length);
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
export const filledCells = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== '').length;

/** `# …` alone on its line; `#1001` is an order's name. */
export function isHashLine(cells: readonly string[], strict: boolean): boolean {
  const first = cells[0] ?? '';
  if (!first.startsWith('#')) return false;
  if (/^#\s*$|^#\s*-{3,}/.test(first)) return true;
  if (!/^#\s/.test(first)) return false;
  return !strict || filledCells(cells) === 1;
}

/** Whether a row reads as names of columns rather than as values: words only, each its own. */
export function looksLikeNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || new Set(filled).size < filled.length * 0.8) return false;
  if (filled.some((cell) => cell.length > 120 || isTotalsLabel(cell))) return false;
  return filled.every((cell) => {
    const kind = shapeOfText(cell) & KIND_MASK;
    return kind === KIND.text;
  });
}

/**
 * The next table among records that follow each other: lines of title or notes, a header or none, and how wide it is.
 * Null where there is no table among them. `afterTable`: one was found before, so that bare lines are its footer.
 */
export function findTable(
  records: readonly (readonly string[])[],
  whole: boolean,
  afterTable: boolean,
  delimiter: string,
): FoundTable | null {
  let from = 0;
  let hashed = false;
  for (;;) {
    while (from < records.length) {
      const cells = records[from] as readonly string[];
      if (isHashLine(cells, false)) hashed = true;
      else if (!isBlank(cells) && !/^sep=.?$/i.test((cells[0] ?? '').trim())) break;
      from++;
    }
    if (from >= records.length) return null;
    let to = from;
    while (
      to < records.length &&
      !isBlank(records[to] as string[]) &&
      !isHashLine(records[to] as string[], true)
    )
      to++;
    const section = records.slice(from, to);
    const wide = section.filter((cells) => filledCells(cells) >= 2);
    if (wide.length === 0) {
      const wideLater = records.slice(to).some((cells) => filledCells(cells) >= 2);
      const titles = section.every((cells) => cells.length > 1) || (wideLater && !hashed);
      if (titles || (afterTable && !hashed)) {
        from = to;
        continue;
      }
      if (!whole && to === records.length && !hashed && section.length < 8) return null;
      return single(section, from);
    }
    return tableIn(section, from, delimiter);
  }
}

function single(section: readonly (readonly string[])[], at: number): FoundTable {
  const names = looksLikeNames(section[0] as string[]) && noneRepeats(section, 0);
  return {
    header: names ? at : -1,
    headerRows: names ? 1 : 0,
    body: names ? at + 1 : at,
    width: 1,
    headers: names ? [section[0]?.[0] ?? ''] : [],
    headerFault: null,
    shortTo: null,
    spareCells: 0,
    above: at,
  };
}

function tableIn(section: readonly (readonly string[])[], at: number, delimiter: string): FoundTable {
  const widths = new Map<number, number>();
  for (const cells of section) {
    if (filledCells(cells) >= 2) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  let width = 0;
  let most = 0;
  for (const [w, n] of widths) {
    if (n > most || (n === most && width === 0)) {
      most = n;
      width = w;
    }
  }
  const h = section.findIndex((cells) => filledCells(cells) >= 2 && filledCells(cells) >= width * 0.5);
  const head = section[h < 0 ? 0 : h] as readonly string[];
  const first = h < 0 ? 0 : h;
  const body = section.slice(first + 1);
  // Where counts tie (a header and one row), the header is the table's measure.
  if (most === 1) width = head.length;
  const atHead = at + first;
  if (!isHeader(head, body, width)) {
    // A header may have been written with another delimiter than the rows under it.
    const above = section[first - 1];
    const names = above?.length === 1 ? resplit(above[0] as string, width, delimiter) : null;
    const named = names !== null && looksLikeNames(names) && isHeader(names, [head, ...body], width);
    return {
      header: named ? atHead - 1 : -1,
      headerRows: named ? 1 : 0,
      body: atHead,
      width,
      headers: named ? names : [],
      headerFault: null,
      shortTo: null,
      spareCells: spareCells(body, width),
      above: named ? atHead - 1 : atHead,
    };
  }
  const extra = furtherHeaders(head, body, width);
  const headers = joinHeaders([head, ...body.slice(0, extra)]);
  const rows = body.slice(extra).filter((cells) => filledCells(cells) >= 1 && !isTotalsLabel(cells[0] ?? ''));
  const found = {
    header: atHead,
    headerRows: 1 + extra,
    body: atHead + 1 + extra,
    above: atHead,
  };
  const trimmed = withoutTrailingEmpty(headers);
  const settled = { ...found, headerFault: null, shortTo: null };
  if (headers.length === width || rows.length === 0) {
    const wide = rows.length === 0 ? trimmed.length : width;
    return { ...settled, width: wide, headers, spareCells: spareCells(rows, wide) };
  }
  if (trimmed.length === width)
    return { ...settled, width, headers: trimmed, spareCells: spareCells(rows, width) };
  const usual = rows.filter((cells) => cells.length === width).length;
  if (rows.length < 3 || usual < rows.length * 0.9) {
    const wide = headers.length;
    return { ...settled, width: wide, headers, spareCells: spareCells(rows, wide) };
  }
  if (trimmed.length > width) {
    const named = filledCells(trimmed);
    if (named < trimmed.length) return { ...settled, width, headers: [], headerFault: 'many', spareCells: 0 };
    return { ...settled, width: trimmed.length, headers: trimmed, shortTo: width, spareCells: 0 };
  }
  // Values beyond the header: which of them lacks its name can't be told. With nothing beyond it, names may stand.
  const beyond = rows.some((cells) => filledCells(cells.slice(trimmed.length)) > 0);
  return { ...settled, width, headers: beyond ? [] : trimmed, headerFault: 'few', spareCells: 0 };
}

/** Empty cells that rows end in beyond the table, where that is their habit and not one row's fault. */
function spareCells(rows: readonly (readonly string[])[], width: number): number {
  const spare = rows.filter((cells) => cells.length > width && filledCells(cells.slice(width)) === 0);
  if (spare.length < 3 || spare.length < rows.length * 0.2) return 0;
  return Math.max(...spare.map((cells) => cells.length - width));
}

function withoutTrailingEmpty(cells: readonly string[]): readonly string[] {
  let n = cells.length;
  while (n > 0 && (cells[n - 1] as string).trim() === '') n--;
  return cells.slice(0, n);
}

function isHeader(head: readonly string[], body: readonly (readonly string[])[], width: number): boolean {
  const rows = body.filter((cells) => cells.length === width);
  let namesOverValues = 0;
  let valuesOverValues = 0;
  let years = 0;
  for (let c = 0; c < head.length; c++) {
    const cell = (head[c] ?? '').trim();
    if (cell === '') continue;
    const shape = shapeOfText(cell);
    const kind = shape & KIND_MASK;
    const valued = kind === KIND.number || kind === KIND.date || kind === KIND.duration;
    if (valued) {
      // Pivoted reports head their columns with years or days.
      if (/^(19|20)\d\d$/.test(cell)) years++;
      const same = rows.filter((cells) => (shapeOfText(cells[c] ?? '') & KIND_MASK) === kind).length;
      if (same > rows.length * 0.6 || rows.length === 0) valuesOverValues++;
      continue;
    }
    const values = rows.filter((cells) => {
      const k = shapeOfText(cells[c] ?? '') & KIND_MASK;
      return k === KIND.number || k === KIND.date || k === KIND.duration;
    }).length;
    const filled = rows.filter((cells) => (cells[c] ?? '').trim() !== '').length;
    if (filled > 0 && values >= filled * 0.6) namesOverValues++;
  }
  if (valuesOverValues > 0 && valuesOverValues === years && namesOverValues === 0)
    return !/^\d/.test(head[0] ?? '');
  if (valuesOverValues > 0) return namesOverValues > valuesOverValues * 2;
  if (namesOverValues > 0) return true;
  if (rows.length === 0) return true;
  return noneRepeats([head, ...rows], Math.floor(head.length / 2));
}

/** A header's names are not values of their own columns, save a few. */
function noneRepeats(rows: readonly (readonly string[])[], allowed: number): boolean {
  const head = rows[0] as readonly string[];
  let repeats = 0;
  for (let c = 0; c < head.length; c++) {
    const name = (head[c] ?? '').trim();
    if (name === '') continue;
    // A second header right below is none of the values.
    if (rows.slice(2).some((cells) => (cells[c] ?? '').trim() === name)) repeats++;
  }
  return repeats <= allowed;
}

/** Header rows that follow the first: the same again, or names over columns whose values are none. */
function furtherHeaders(
  head: readonly string[],
  body: readonly (readonly string[])[],
  width: number,
): number {
  let extra = 0;
  while (extra < 3 && extra + 1 < body.length) {
    const cells = body[extra] as readonly string[];
    if (cells.length !== head.length) break;
    if (sameCells(cells, head)) {
      extra++;
      continue;
    }
    // Merged cells leave gaps in the upper row that the lower one fills.
    const gaps = head.filter((cell) => cell.trim() === '').length;
    const rows = body.slice(extra + 1).filter((row) => row.length === width);
    if (
      gaps === 0 ||
      filledCells(cells) <= filledCells(head) ||
      !looksLikeNamesRepeated(cells) ||
      rows.length < 2
    )
      break;
    const typed = cells.some((_, c) => {
      const values = rows.filter((row) => (shapeOfText(row[c] ?? '') & KIND_MASK) === KIND.number).length;
      return values >= rows.length * 0.8;
    });
    if (!typed) break;
    extra++;
  }
  return extra;
}

function looksLikeNamesRepeated(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.every((cell) => (shapeOfText(cell) & KIND_MASK) === KIND.text);
}

export function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, c) => cell.trim() === (b[c] as string).trim());
}

function joinHeaders(rows: readonly (readonly string[])[]): readonly string[] {
  const [first, ...rest] = rows as readonly [readonly string[], ...(readonly string[])[]];
  const differing = rest.filter((cells) => !sameCells(cells, first));
  if (differing.length === 0) return first;
  // The upper name reaches over the gaps to its right.
  let upper = '';
  const reaching = first.map((cell) => {
    upper = cell.trim() === '' ? upper : cell.trim();
    return upper;
  });
  return reaching.map((cell, c) => {
    const below = differing
      .map((cells) => (cells[c] ?? '').trim())
      .filter((name) => name !== '' && name !== cell);
    return [cell, ...below].filter((name) => name !== '').join(' ');
  });
}
