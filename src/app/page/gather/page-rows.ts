import type { SeenRow } from './table-screen';

/** Rows of page after page. */
export interface PageRows {
  readonly size: number;
  /** Takes the rows of a further page; answers how many were new. */
  add(rows: readonly SeenRow[]): number;
  /** Whether a row that was on an earlier page came again: the list moved while its pages were turned. */
  moved(): boolean;
  rows(): readonly SeenRow[];
}

/**
 * Pages are put one after the other, equal rows and all. Two things are no further rows: a page that begins with all
 * of the page before ("load more"), and rows whose name was on an earlier page over the same texts, for they moved on
 * while pages were turned. Names that come again over other texts are names of places, and not asked again.
 */
export function pageRows(): PageRows {
  const held: SeenRow[] = [];
  let known: Map<string, string> | null = new Map();
  let previous = 0;
  let moved = false;
  const textsOf = (row: SeenRow) => JSON.stringify(row.texts);
  return {
    get size() {
      return held.length;
    },
    add(rows) {
      const page = held.slice(held.length - previous);
      const goesOn =
        page.length > 0 &&
        rows.length > page.length &&
        page.every((row, i) => textsOf(row) === textsOf(rows[i] ?? row) && row.key === rows[i]?.key);
      const beyond = goesOn ? rows.slice(page.length) : rows;
      const again = beyond.filter((row) => isName(row.key) && known?.has(row.key) === true);
      if (again.some((row) => known?.get(row.key ?? '') !== textsOf(row))) known = null;
      const names = known;
      const fresh = names === null ? beyond : beyond.filter((row) => !isName(row.key) || !names.has(row.key));
      if (fresh.length < beyond.length) moved = true;
      if (names !== null) for (const row of fresh) if (isName(row.key)) names.set(row.key, textsOf(row));
      held.push(...fresh);
      previous = goesOn ? page.length + fresh.length : fresh.length;
      return fresh.length;
    },
    moved: () => moved,
    rows: () => held,
  };
}

/** Counted rows are often counted on each page anew. */
const isName = (key: string | null): key is string => key !== null && !/^\d+$/.test(key);
