import { reachesDown, reachOf } from './reach-of-rows';
import type { ScrollPlace, SeenRow, Sight, TableScreen } from './table-screen';

/** What was found after waiting for a table to be drawn. */
export type Drawn = { readonly sight: Sight } | { readonly end: 'gone' | 'replaced' };

/** Two frames without a change: what is drawn at once is drawn. What comes later shows by what is missing. */
const QUIET_FRAMES = 2;
const SETTLE_MS = 250;
/** A list that is fetched shows nothing for a while; one that says it is loading is believed as long. */
const GONE_MS = 10_000;
const REPLACED_MS = 4_000;
const PENDING_MS = 15_000;
/** How long a blank cell may be one that is not drawn yet, before anything is known of the page. */
const FIRST_PATIENCE_MS = 1_200;
const MOST_PATIENCE_MS = 3_000;
/** So many rows kept a column blank while one waited: cells of it may be empty. */
const STAYED_BLANK = 3;
/** Rows that do not reach down what is in view are waited for; in vain, half as long the next time. */
const UNCOVERED_PATIENCE_MS = 400;

/**
 * Waits for tables to be drawn: until nothing is written for two frames, and as long as rows or cells seem to be
 * missing. Blank cells may be empty or late: how long they are waited for is learnt from how long they took to fill
 * before on this page, and columns that kept cells blank beside filled ones are not waited for again.
 */
export interface Drawing {
  /** The table once it is drawn, its rows under the columns it had at first. */
  next(since?: Sight | null): Promise<Drawn>;
  /** Cells that were taken for empty filled later. */
  wereLate(): void;
  /** Whether everything drawn of it is there. */
  isWhole(sight: Sight): boolean;
}

export function drawingOf(screen: TableScreen, columns: readonly string[]): Drawing {
  let patience = FIRST_PATIENCE_MS;
  let slowest = 0;
  let uncoveredPatience = UNCOVERED_PATIENCE_MS;
  /** By column: rows that kept it blank beside filled cells. */
  const stayed: number[] = columns.map(() => 0);
  const mayBeEmpty = (column: number) => (stayed[column] ?? 0) >= STAYED_BLANK;
  const missingIn = (sight: Sight): number =>
    sight.rows.reduce(
      (sum, { texts }) => sum + (filled(texts) ? blanksOf(texts, mayBeEmpty) : texts.length),
      sight.blankRows,
    );
  const learnEmpty = (sight: Sight) => {
    for (const { texts } of sight.rows) {
      if (!filled(texts)) continue;
      for (const [column, text] of texts.entries())
        if (text === '') stayed[column] = (stayed[column] ?? 0) + 1;
    }
  };
  return {
    isWhole: (sight) => missingIn(sight) === 0,
    wereLate() {
      patience = MOST_PATIENCE_MS;
      stayed.fill(0);
    },
    async next(since = null) {
      await screen.settle(QUIET_FRAMES, SETTLE_MS);
      const began = screen.now();
      let missing = Infinity;
      let missingSince = began;
      for (let pauseMs = 50; ; pauseMs = Math.min(300, pauseMs * 1.4)) {
        const seen = await screen.look(since);
        const sight = seen === null ? null : underColumns(seen, columns);
        const waited = screen.now() - began;
        if (sight === null) {
          if (seen === null && waited > GONE_MS) return { end: 'gone' };
          if (seen !== null && waited > REPLACED_MS) return { end: 'replaced' };
        } else if (!sight.pending || waited > PENDING_MS) {
          const now = missingIn(sight);
          if (now < missing && missing !== Infinity) {
            slowest = Math.max(slowest, waited);
            patience = Math.min(MOST_PATIENCE_MS, Math.max(400, slowest * 2.5));
          }
          if (now < missing) missingSince = screen.now();
          missing = now;
          const uncovered = now === 0 && !covers(sight, screen.scroll());
          if (now === 0 && (!uncovered || waited >= uncoveredPatience)) {
            if (uncovered) uncoveredPatience /= 2;
            else if (waited > uncoveredPatience) uncoveredPatience = Math.min(MOST_PATIENCE_MS, waited * 2);
            return { sight };
          }
          if (now > 0 && screen.now() - missingSince >= patience) {
            learnEmpty(sight);
            return { sight };
          }
        }
        await screen.changed(pauseMs);
      }
    },
  };
}

const filled = (texts: readonly string[]): boolean => texts.some((text) => text !== '');

const blanksOf = (texts: readonly string[], mayBeEmpty: (column: number) => boolean): number =>
  texts.filter((text, column) => text === '' && !mayBeEmpty(column)).length;

/** Whether rows that are drawn where they are scrolled to reach down to the end of what is in view. */
function covers({ rows, kept }: Sight, at: ScrollPlace | null): boolean {
  if (at === null || (kept > 0 && rows.length === 0)) return true;
  const reach = reachOf(rows);
  if (reach === null) return true;
  return (kept > 0 || reach.first - 2 * reach.high <= at.top) && reachesDown(reach, at);
}

/** The same columns, by name, wherever they stand now; null where one is missing, for then it is another table. */
export function underColumns(sight: Sight, columns: readonly string[]): Sight | null {
  if (sight.columns.length === columns.length && columns.every((name, i) => sight.columns[i] === name))
    return sight;
  const at = columns.map((name) => sight.columns.indexOf(name));
  if (at.includes(-1)) return null;
  const placed = (row: SeenRow) => ({ ...row, texts: at.map((i) => row.texts[i] ?? '') });
  return {
    ...sight,
    columns,
    rows: sight.rows.map(placed),
    again: sight.again.map(({ at: place, row }) => ({ at: place, row: placed(row) })),
    totals: sight.totals === null ? null : at.map((i) => sight.totals?.[i] ?? null),
  };
}
