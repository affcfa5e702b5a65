import { cellText, textPieces } from '../cell-text';
import {
  all,
  attribute,
  firstChildOf,
  firstNodeOf,
  isA,
  isInDocument,
  isShown,
  nextNodeOf,
  nextOf,
  one,
  parentOf,
  previousOf,
  tagOf,
  textOf,
} from '../dom';
import type { Grid, GridRow, PlacedRow } from '../grid';
import type { Pace } from '../pace';
import { isTotalsLabel } from '../value-like';
import { type CardShape, labelledCards } from './labelled-cards';
import { isColumnName, looksLikeRows } from './looks-like-rows';

/** A list made of whatever elements: rows of cells, or cards with labels. */
export type DivList =
  | { readonly kind: 'rows'; readonly grid: Grid; readonly header: Grid | null }
  | { readonly kind: 'cards'; readonly shape: CardShape; readonly cards: readonly Element[] };

const LEAST_ITEMS = 3;
/** So many rows tell whether the others are data. */
const LOOK_ROWS = 24;
const MOST_COLUMNS = 60;
/** How deep a row's cells may stand inside elements of their own, and how far up its header may. */
const WRAPPERS = 4;
const NO_ITEM = /^(?:script|style|template|noscript|br|hr|option)$/;
/** What an item of a list never holds. */
const PARTS_OF_A_PAGE = 'table,[role=table],[role=grid],[role=treegrid],form,nav,main,aside,iframe,h1';
const FIELDS = 'input:not([type=checkbox],[type=radio],[type=hidden]),select,textarea,[contenteditable=true]';
const PRESSED = 'button,[role=button]';
const PICTURES = 'img,picture,video';

/** What a list of repeated elements holds; null where it is none, or no data. */
export async function divList(list: Element, pace: Pace): Promise<DivList | null> {
  const items = itemsOf(list);
  if (
    items.length < LEAST_ITEMS ||
    items.slice(0, LOOK_ROWS).some((item) => one(item, PARTS_OF_A_PAGE) !== null)
  )
    return null;
  const shown: Element[] = [];
  for (const item of items) {
    if (pace.due()) await pace.rest();
    if (isShown(item)) shown.push(item);
  }
  return (await rowList(list, shown, pace)) ?? (await cardList(shown, pace));
}

function itemsOf(list: Element): Element[] {
  const items: Element[] = [];
  for (let child = firstChildOf(list); child !== null; child = nextOf(child)) {
    if (!NO_ITEM.test(tagOf(child))) items.push(child);
  }
  return items;
}

/** Whether a list is worth a closer look: most of its items have the tag of the first ones and something inside. */
export function mayBeList(list: Element): boolean {
  let items = 0;
  let tag = '';
  let alike = 0;
  for (let child = firstChildOf(list); child !== null && items < 12; child = nextOf(child)) {
    const its = tagOf(child);
    if (NO_ITEM.test(its)) continue;
    items++;
    if (items === 2) tag = its;
    if (items >= 2 && its === tag) alike++;
  }
  return items >= LEAST_ITEMS && alike * 5 >= (items - 1) * 3;
}

type Cells = readonly Element[];

/** The cells of a row, out of whatever they are wrapped in; none where words stand between them. */
function cellsOf(row: Element): Cells {
  let inner = row;
  for (let level = 0; level < WRAPPERS; level++) {
    const only = firstChildOf(inner);
    if (only === null || nextOf(only) !== null) break;
    inner = only;
  }
  for (let node = firstNodeOf(inner); node !== null; node = nextNodeOf(node)) {
    if (node.nodeType === Node.TEXT_NODE && /\S/.test(textOf(node) ?? '')) return [];
  }
  return itemsOf(inner);
}

async function rowList(list: Element, items: readonly Element[], pace: Pace): Promise<DivList | null> {
  let rows: { readonly element: Element; readonly cells: Cells }[] = [];
  const flat = flatColumns(items);
  if (flat !== null) {
    for (let i = 0; i < items.length; i += flat) {
      const cells = items.slice(i, i + flat);
      // A row has no element of its own: the first of its cells that says something stands for it.
      const element = cells.find((cell) => /\S/.test(textOf(cell) ?? '')) ?? (cells[0] as Element);
      rows.push({ element, cells });
    }
  } else {
    for (const element of items) {
      if (pace.due()) await pace.rest();
      rows.push({ element, cells: cellsOf(element) });
    }
    const width = mostCommon(rows.map(({ cells }) => cells.length));
    if (width < 2 || width > MOST_COLUMNS) return null;
    // Headings between rows have one cell, a totals row at either end as many as it likes; nothing else is put aside.
    const whole = rows.filter(
      ({ cells }, i) => cells.length === width || !(cells.length < 2 || isTotals(cells, i, rows.length)),
    );
    if (whole.some(({ cells }) => cells.length !== width) || whole.length * 10 < rows.length * 7) return null;
    rows = whole;
  }
  const texts: string[][] = [];
  for (const { cells } of rows.slice(0, LOOK_ROWS + 1)) {
    if (pace.due()) await pace.rest();
    texts.push(cells.map((cell) => cellText(cell, { controls: false })));
  }
  const [first] = texts;
  const width = rows[0]?.cells.length ?? 0;
  const outside = headerBefore(list, width);
  const heads = outside === null && first !== undefined && isHead(first, texts.slice(1));
  const named = heads || outside !== null;
  const body = rows.slice(heads ? 1 : 0, LOOK_ROWS);
  const most = (selector: string) =>
    body.filter(({ cells }) => cells.some((c) => isA(c, selector) || one(c, selector) !== null)).length * 2 >
    body.length;
  if (!named && most(FIELDS)) return null;
  const tiles = most(PICTURES) || most(PRESSED);
  if (!looksLikeRows({ rows: texts.slice(heads ? 1 : 0), named, tiles })) return null;
  const grid = gridOf(
    list,
    rows.map(({ cells, element }, i) => ({ element, cells, role: heads && i === 0 ? 'head' : 'body' })),
    flat === null ? width : null,
  );
  return {
    kind: 'rows',
    grid,
    header: outside === null ? null : gridOf(list, [{ ...outside, role: 'head' }], null),
  };
}

const isTotals = (cells: Cells, at: number, rows: number): boolean =>
  (at === 0 || at === rows - 1) && cells[0] !== undefined && isTotalsLabel(cellText(cells[0]));

function gridOf(
  element: Element,
  rows: readonly { readonly element: Element; readonly cells: Cells; readonly role: 'head' | 'body' }[],
  width: number | null,
): Grid {
  const known = new Map(rows.map((row) => [row.element, row.cells]));
  const cells = (row: Element): Cells => {
    const before = known.get(row);
    // What is drawn anew inside its row, or came after the list was read, is looked for again.
    return before?.every(isInDocument) ? before : width === null ? [] : cellsOf(row);
  };
  const place = ({ element: row }: GridRow): PlacedRow => {
    const placed = cells(row).map((cell) => (isShown(cell) ? cell : null));
    return { cells: placed, begins: placed.map(() => true) };
  };
  return {
    element,
    rows: rows.map((row) => ({ element: row.element, role: row.role, section: null })),
    placer: () => place,
    isHeaderCell: () => false,
    statedRows: null,
    ...(width === null ? {} : { below: (row) => itemsBelow(row, width) }),
  };
}

/** Headings between rows are put aside as when all is read; of what has other cells than the rows, none knows but a look at all. */
function itemsBelow(last: Element, width: number): readonly GridRow[] {
  const rows: GridRow[] = [];
  for (let item = nextOf(last); item !== null; item = nextOf(item)) {
    if (NO_ITEM.test(tagOf(item)) || !isShown(item)) continue;
    const { length } = cellsOf(item);
    if (length < 2) continue;
    rows.push({ element: item, role: length === width ? 'body' : 'head', section: null });
  }
  return rows;
}

/** Words above values, or above words where they are marked: a row of names. */
function isHead(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const names = first.filter((text) => text !== '');
  if (names.length < 2 || names.length * 2 < first.length || new Set(names).size < names.length) return false;
  if (!names.every(isColumnName)) return false;
  return first.some((name, column) => {
    const texts = below.map((row) => row[column] ?? '').filter((text) => text !== '');
    return (
      name !== '' &&
      texts.length > 0 &&
      texts.filter((text) => !isColumnName(text)).length * 5 >= texts.length * 4
    );
  });
}

/** A row of as many names before the list, or before what the list stands in. */
function headerBefore(
  list: Element,
  width: number,
): { readonly element: Element; readonly cells: Cells } | null {
  let inner: Element | null = list;
  for (let level = 0; inner !== null && level < WRAPPERS && !isA(inner, 'body,main'); level++) {
    let before = previousOf(inner);
    while (before !== null && NO_ITEM.test(tagOf(before))) before = previousOf(before);
    if (before !== null) {
      const cells = cellsOf(before);
      const names = cells.map((cell) => cellText(cell, { header: true })).filter((text) => text !== '');
      const good = cells.length === width && names.length * 2 >= width && names.length >= 2;
      const head = good && names.every(isColumnName) && isShown(before);
      return head ? { element: before, cells } : null;
    }
    inner = parentOf(inner);
  }
  return null;
}

/**
 * A grid of cells without rows: by a header whose cells are marked otherwise than all after it, or by classes that
 * come again and again. What the stylesheet says of columns is known only once laid out, and not asked.
 */
function flatColumns(items: readonly Element[]): number | null {
  if (items.length < 6 || items.some((item) => itemsOf(item).length > 1)) return null;
  const marks = items.map((item) => `${tagOf(item)} ${attribute(item, 'class') ?? ''}`);
  const heads = marks.findIndex((mark) => mark !== marks[0]);
  const after = new Set(marks.slice(heads));
  if (
    heads >= 2 &&
    heads <= MOST_COLUMNS &&
    items.length % heads === 0 &&
    !after.has(marks[0] ?? '') &&
    items.length / heads >= 3
  )
    return heads;
  for (let width = 2; width <= MOST_COLUMNS && width * 3 <= items.length; width++) {
    if (items.length % width !== 0 || new Set(marks.slice(0, width)).size !== width) continue;
    if (marks.every((mark, i) => mark === marks[i % width])) return width;
  }
  return null;
}

async function cardList(items: readonly Element[], pace: Pace): Promise<DivList | null> {
  const tag = mostCommon(items.map(tagOf));
  const kind = mostCommon(items.map((item) => (attribute(item, 'class') ?? '').split(/\s+/)[0] ?? ''));
  const cards = items.filter(
    (item) => tagOf(item) === tag && (attribute(item, 'class') ?? '').split(/\s+/)[0] === kind,
  );
  if (cards.length < LEAST_ITEMS || cards.length * 5 < items.length * 4) return null;
  const pieces: string[][] = [];
  for (const card of cards.slice(0, LOOK_ROWS * 4)) {
    if (pace.due()) await pace.rest();
    pieces.push(textPieces(card));
  }
  const shape = labelledCards(pieces);
  if (shape === null || all(cards[0] as Element, FIELDS).length > 1) return null;
  return { kind: 'cards', shape, cards };
}

function mostCommon<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [values[0] as T, 0])[0];
}
