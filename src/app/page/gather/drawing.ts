import type { Sight, TableScreen } from './table-screen';

/** What was found after waiting for a table to be drawn. */
export type Drawn = { readonly sight: Sight } | { readonly end: 'gone' | 'replaced' };

const QUIET_MS = 60;
const SETTLE_MS = 3_000;
/** A list that is fetched shows nothing for a while; one that says it is loading is believed as long. */
const GONE_MS = 10_000;
const REPLACED_MS = 4_000;
const PENDING_MS = 15_000;
/** How long a blank cell may be one that is not drawn yet, before anything is known of the page. */
const FIRST_PATIENCE_MS = 1_200;
const LEAST_PATIENCE_MS = 120;
const MOST_PATIENCE_MS = 3_000;
/** So many times blanks stayed blank: they are empty cells. */
const STAYED_BLANK = 3;

/**
 * Waits for tables to be drawn. Blank cells may be empty or late: how long they are waited for is learnt from how
 * long they took to fill before on this page.
 */
export interface Drawing {
  /** The table once it is drawn, its rows under the columns it had at first. */
  next(): Promise<Drawn>;
  /** Cells that were taken for empty filled later. */
  wereLate(): void;
  /** Whether blank cells stayed blank so often that they are taken for empty ones. */
  blanksAreEmpty(): boolean;
}

export function drawingOf(screen: TableScreen, columns: readonly string[]): Drawing {
  let patience = FIRST_PATIENCE_MS;
  let slowest = 0;
  let stayed = 0;
  return {
    blanksAreEmpty: () => patience === LEAST_PATIENCE_MS,
    wereLate() {
      patience = MOST_PATIENCE_MS;
      stayed = 0;
    },
    async next() {
      await screen.settle(QUIET_MS, SETTLE_MS);
      const began = screen.now();
      let blanks = Infinity;
      let blanksSince = began;
      for (let pauseMs = 50; ; pauseMs = Math.min(300, pauseMs * 1.4)) {
        const seen = await screen.look();
        const sight = seen === null ? null : underColumns(seen, columns);
        const waited = screen.now() - began;
        if (sight === null) {
          if (seen === null && waited > GONE_MS) return { end: 'gone' };
          if (seen !== null && waited > REPLACED_MS) return { end: 'replaced' };
        } else if (!sight.pending || waited > PENDING_MS) {
          const now = blanksIn(sight);
          if (now < blanks) {
            if (blanks !== Infinity) {
              slowest = Math.max(slowest, waited);
              patience = Math.min(MOST_PATIENCE_MS, Math.max(400, slowest * 2.5));
              stayed = 0;
            }
            blanksSince = screen.now();
          }
          blanks = now;
          if (blanks === 0) return { sight };
          if (screen.now() - blanksSince >= patience) {
            if (slowest === 0 && ++stayed >= STAYED_BLANK) patience = LEAST_PATIENCE_MS;
            return { sight };
          }
        }
        await screen.wait(pauseMs);
      }
    },
  };
}

const blanksIn = (sight: Sight): number =>
  sight.rows.reduce((sum, row) => sum + row.texts.filter((text) => text === '').length, sight.blankRows);

/** The same columns, by name, wherever they stand now; null where one is missing, for then it is another table. */
export function underColumns(sight: Sight, columns: readonly string[]): Sight | null {
  if (sight.columns.length === columns.length && columns.every((name, i) => sight.columns[i] === name))
    return sight;
  const at = columns.map((name) => sight.columns.indexOf(name));
  if (at.includes(-1)) return null;
  return {
    ...sight,
    columns,
    rows: sight.rows.map((row) => ({ ...row, texts: at.map((i) => row.texts[i] ?? '') })),
    totals: sight.totals === null ? null : at.map((i) => sight.totals?.[i] ?? null),
  };
}
