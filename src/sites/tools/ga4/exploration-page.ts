import { all, attribute, isInDocument, isShown, one, textOf } from '../../page/dom';
import { MAX_COLUMNS } from '../../page/grid';
import type { Pace } from '../../page/pace';
import { plainText } from '../../page/plain-text';
import { uniqueNames } from '../../page/unique-names';
import type { MoreRows, Page, PageTable, RowPass } from '../../page-reader';
import { drawnText } from './drawn-text';
import { OTHER_ROW } from './other-row';
import { pageFacts } from './page-facts';

const CHART = '.aplos-chart-container';
const VALUES = '.cells-wrapper g.cell';
const ROW_NAMES = '.row-headers-wrapper g.header-value';
const COLUMN_NAMES = '.column-headers-wrapper g.header-value';
const ROW_LABELS = '.labels-wrapper g.row-label';
const MAX_ROWS = 100_000;
/** Dimensions spread over columns, and the metrics. */
const MAX_LEVELS = 10;
const ARROWS = /^[↑↓▲▼\s]+|[↑↓▲▼\s]+$/gu;

/** A row as drawn: its dimensions from the left, its values by column. */
interface DrawnRow {
  readonly index: number;
  readonly names: (Element | undefined)[];
  readonly values: (Element | undefined)[];
}

export const findExplorations = ({ document }: Page): readonly Element[] =>
  all(document, CHART).filter((chart) => one(chart, VALUES) !== null);

/** An exploration: a table drawn in SVG, of which only what is scrolled to is in the document. */
export async function readExploration(chart: Element, page: Page, pace: Pace): Promise<PageTable | null> {
  if (!isInDocument(chart) || !isShown(chart)) return null;
  const measures = measureNames(chart);
  const rows = drawnRows(chart);
  const labels = all(chart, ROW_LABELS).map(drawnText);
  const dimensions = Math.max(labels.length, ...rows.map((row) => row.names.length));
  const width = Math.max(measures.length, ...rows.map((row) => row.values.length));
  if (rows.length === 0 || measures.every((name) => name === '')) return null;
  const names = Array.from({ length: dimensions }, (_, i) => labels[i] ?? '');
  const columns = uniqueNames([...names, ...Array.from({ length: width }, (_, i) => measures[i] ?? '')]);
  const pass = () => passOver(drawnRows(chart), dimensions, width);

  let rowCount = 0;
  let other = false;
  const counted = pass();
  for (let row = counted.next(); row !== null; row = counted.next()) {
    if (pace.due()) await pace.rest();
    rowCount++;
    other ||= row.some((text) => OTHER_ROW.test(text));
  }
  if (rowCount === 0) return null;
  const facts = pageFacts(chart, page);
  return {
    ...facts,
    notes: other ? [...facts.notes, 'other-row'] : facts.notes,
    element: chart,
    columns,
    rowCount,
    rowsStated: null,
    totals: totalsOf(rows, dimensions, width),
    pass,
  };
}

export function moreOfExploration(chart: Element): MoreRows | null {
  const scroller = one(chart, '.scroll-div');
  return scroller === null ? null : { scroller, pager: null };
}

/** By column of values: what stands above it, level under level where a dimension is spread over columns. */
function measureNames(chart: Element): string[] {
  const levels: string[][] = [];
  const drawn = new Map<number, number>();
  for (const header of all(chart, COLUMN_NAMES)) {
    const column = placeOf(header, 'column-header-column-index', MAX_COLUMNS);
    if (column === null) continue;
    const level = placeOf(header, 'column-header-row-index', MAX_LEVELS) ?? drawn.get(column) ?? 0;
    drawn.set(column, level + 1);
    for (let i = levels.length; i <= level; i++) levels.push([]);
    const names = levels[level];
    if (names !== undefined) names[column] = drawnText(header).replace(ARROWS, '');
  }
  const lowest = levels.at(-1) ?? [];
  return Array.from(lowest, (_, column) =>
    levels
      // A name above reaches over the columns after it, up to the next.
      .map((names, level) => {
        let at = column;
        while (level < levels.length - 1 && at > 0 && names[at] === undefined) at--;
        return names[at] ?? '';
      })
      .filter((name) => name !== '')
      .join(' · '),
  );
}

/** In order of their places. Which of the two wrappers counts the totals row is told by where their last rows are. */
function drawnRows(chart: Element): DrawnRow[] {
  const values = placed(all(chart, VALUES), 'row-index', 'column-index');
  const names = placed(all(chart, ROW_NAMES), 'row-header-row-index', 'row-header-column-index');
  const last = (of: ReadonlyMap<number, unknown>) => Math.max(-1, ...of.keys());
  const shift = names.size > 0 && last(values) - last(names) === 1 ? 1 : 0;
  return [...values]
    .sort(([a], [b]) => a - b)
    .map(([index, cells]) => ({ index, names: names.get(index - shift) ?? [], values: cells }));
}

function placed(
  elements: readonly Element[],
  rowName: string,
  columnName: string,
): Map<number, (Element | undefined)[]> {
  const rows = new Map<number, (Element | undefined)[]>();
  for (const element of elements) {
    const row = placeOf(element, rowName, MAX_ROWS);
    const column = placeOf(element, columnName, MAX_COLUMNS);
    if (row === null || column === null) continue;
    const cells = rows.get(row) ?? [];
    cells[column] = element;
    rows.set(row, cells);
  }
  return rows;
}

/** Places beyond any exploration's are a slip or a trap. */
function placeOf(element: Element, name: string, beyond: number): number | null {
  const said = attribute(element, name);
  return said !== null && /^\d{1,6}$/.test(said) && Number(said) < beyond ? Number(said) : null;
}

const TOTALS_ROW = 0;

function totalsOf(rows: readonly DrawnRow[], dimensions: number, width: number): (string | null)[] | null {
  const totals = rows.find((row) => row.index === TOTALS_ROW);
  if (totals === undefined) return null;
  const said = (cell: Element | undefined, read: (cell: Element) => string) =>
    cell === undefined ? null : read(cell) || null;
  return [
    ...Array.from({ length: dimensions }, (_, i) => said(totals.names[i], drawnText)),
    ...Array.from({ length: width }, (_, i) => said(totals.values[i], valueText)),
  ];
}

/** The value alone, without its share of the whole. */
function valueText(cell: Element): string {
  const text = all(cell, 'text:not(.percent-of-total)').at(-1);
  return text === undefined ? '' : plainText(textOf(text) ?? '');
}

function passOver(rows: readonly DrawnRow[], dimensions: number, width: number): RowPass {
  let at = 0;
  let given: DrawnRow | null = null;
  let above: readonly string[] = [];
  return {
    next() {
      while (at < rows.length) {
        const row = rows[at++] as DrawnRow;
        // Named on a later drawing.
        if (row.index === TOTALS_ROW || (dimensions > 0 && row.names.length === 0)) continue;
        const follows = given !== null && given.index === row.index - 1;
        const names = Array.from({ length: dimensions }, (_, i) => {
          const name = row.names[i];
          if (name !== undefined) return drawnText(name);
          // Nested rows name the outer dimension once.
          return follows && i < dimensions - 1 ? (above[i] ?? '') : '';
        });
        given = row;
        above = names;
        return [
          ...names,
          ...Array.from({ length: width }, (_, i) => (row.values[i] ? valueText(row.values[i]) : '')),
        ];
      }
      return null;
    },
    key: () => (given === null ? null : String(given.index)),
    element: () => given?.values.find((cell) => cell !== undefined) ?? null,
  };
}
