import type { CaptureNote, GatherEnd, Gathering, RowGap } from '../../../core/page-capture';
import type { CollectProgress } from '../../../protocol/page-messages';
import { type LeafRows, leafRows } from '../../../sites/page/leaf-rows';
import { drawingOf } from './drawing';
import type { GatherControl } from './gather-control';
import { type GatherRun, gatherRun } from './gather-run';
import { pageRows } from './page-rows';
import { scrollThrough } from './scroll-through';
import type { SeenRow, Sight, TableScreen } from './table-screen';
import { printOf, turnPage } from './turn-page';

export interface Gathered {
  /** Of a tree, with columns that name what its rows are part of. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: Sight['totals'];
  readonly notes: readonly CaptureNote[];
  readonly gathering: Gathering;
  readonly partOf: LeafRows<SeenRow>['partOf'];
}

/** Said one by one; the page lets no more be said. */
const MOST_GAPS = 20;
/** Pages gone back without a button for the first one. */
const MAX_BACK = 500;
const REDRAWN_MS = 4_000;
/** Of what is in view. */
const BACK_STEP = 0.7;
/** Turned back at the end without such a button: more would be a burden on the page. */
const CHEAP_BACK = 3;

/**
 * Gathers every row of a table: scrolls where rows are drawn as one scrolls, turns pages from the first to the last,
 * both where both are. Whatever ends it early, what was gathered is answered with the reason.
 * @returns null where the table is not there to begin with
 * @throws AbortError, after putting the scrolling back.
 */
export async function gatherTable(
  screen: TableScreen,
  control: GatherControl,
  onProgress: (progress: CollectProgress) => void,
): Promise<Gathered | null> {
  const first = await screen.look();
  if (first === null) return null;
  const run = gatherRun(screen, control, drawingOf(screen, first.columns), onProgress);
  run.saw(first);
  run.progress(0);
  const scrolledTo = screen.scroll()?.top ?? null;
  const paged = screen.can('next') || screen.can('previous');
  try {
    const turnedBack = paged ? await toFirstPage(run) : 0;
    const { rows, end, gaps, back } = await pages(run, paged);
    const putBack = await back(turnedBack);
    const leaves = leafRows(first.columns, rows);
    const added = leaves.partOf?.columns ?? [];
    const short = run.stated !== null && rows.length < run.stated && leaves.top < run.stated;
    const { opened, stillOpen, collapsed } = screen.opened();
    return {
      columns: leaves.columns,
      rows: leaves.leaves.map(({ texts }) => texts),
      totals: run.totals === null ? null : [...run.totals, ...added.map(() => null)],
      notes: [...run.notes],
      partOf: leaves.partOf,
      gathering: {
        ended: end ?? (short ? 'short' : 'whole'),
        rowsStated: run.stated,
        pages: run.page,
        putBack: putBack && stillOpen === 0,
        tree: leaves.sums + opened + collapsed === 0 ? null : { sums: leaves.sums, opened, collapsed },
        ...((end !== null || short) && gaps.length > 0 ? { gaps: gaps.slice(0, MOST_GAPS) } : {}),
      },
    };
  } catch (error) {
    screen.closeNow();
    throw error;
  } finally {
    screen.end();
    if (scrolledTo !== null) screen.scrollTo(scrolledTo);
  }
}

interface Pages {
  readonly rows: readonly SeenRow[];
  readonly end: GatherEnd | null;
  readonly gaps: readonly RowGap[];
  /** Goes back where that is cheap; answers whether the page stands as it was, or at its first page. */
  back(turnedBefore: number): Promise<boolean>;
}

async function pages(run: GatherRun, paged: boolean): Promise<Pages> {
  const { screen } = run;
  const all = pageRows();
  const prints = new Set<string>();
  const gaps: RowGap[] = [];
  let scrolls = screen.scroll() !== null;
  let end: GatherEnd | null = null;
  let same = 0;
  for (;;) {
    const page = scrolls ? await scrollThrough(run, all.size, paged) : await drawnPage(run, all.size);
    for (const { after, rows } of page.gaps) gaps.push({ after: all.size + after, rows });
    const fresh = all.add(page.rows);
    if (all.moved()) run.notes.add('changed-while-reading');
    run.progress(all.size);
    // Where the first page stood whole in the document, the next ones do.
    if (paged && !page.grew) scrolls = false;
    end = page.end ?? (await run.next(all.size, false));
    if (end === null && fresh === 0 && page.rows.length > 0) end = 'stuck';
    const counted = run.isTree ? topRows(all.rows()) : all.size;
    const isAll = end !== null || (run.stated !== null && counted >= run.stated);
    const goesOn = !isAll && paged && (await canGoOn(run));
    await closeRows(run, goesOn);
    if (!goesOn) break;

    const before = await lookAgain(run);
    if (before === null) {
      end = 'gone';
      break;
    }
    prints.add(printOf(before));
    const turned = await turnPage(run, 'next', before);
    if (turned === 'stuck' || turned === 'gone' || turned === 'replaced') {
      end = turned;
      break;
    }
    // Rows that were taken before: fine where the page states that there are so many, a circle otherwise.
    const now = turned === 'same' ? before : await lookAgain(run);
    const known = now !== null && prints.has(printOf(now));
    same = known ? same + 1 : 0;
    const asStated = run.stated !== null && all.size + (now?.rows.length ?? 0) <= run.stated;
    if (known && (!asStated || same > 2)) {
      end = 'stuck';
      break;
    }
    run.page++;
  }
  const turns = run.page - 1;
  return { rows: all.rows(), end, gaps, back: (turnedBefore) => goBack(run, turns, turnedBefore) };
}

/** A page that stands in the document whole. */
async function drawnPage(run: GatherRun, before: number) {
  const stop = await run.next(before, false);
  const drawn = stop === null ? await run.drawn(before) : { end: stop };
  if ('end' in drawn) return { rows: [], end: drawn.end, grew: false, gaps: [] };
  run.saw(drawn.sight);
  return { rows: drawn.sight.rows, end: null, grew: false, gaps: [] };
}

/** A table that is being drawn anew is not there for a moment. */
async function lookAgain({ screen }: GatherRun): Promise<Sight | null> {
  const began = screen.now();
  for (let sight = await screen.look(); ; sight = await screen.look()) {
    if (sight !== null || screen.now() - began > REDRAWN_MS) return sight;
    await screen.changed(300);
  }
}

const topRows = (rows: readonly SeenRow[]): number => {
  const top = Math.min(...new Set(rows.map(({ level }) => level ?? 0)));
  return rows.filter(({ level }) => (level ?? 0) === top).length;
};

/** Closes what was opened: what is drawn, then, from below, what was scrolled out of sight. */
async function closeRows({ screen }: GatherRun, turning: boolean): Promise<void> {
  await screen.closeRows(false);
  for (
    let at = screen.scroll();
    at !== null && screen.opened().stillOpen > 0 && at.top > 0;
    at = screen.scroll()
  ) {
    screen.scrollTo(Math.max(0, at.top - Math.floor(at.view * BACK_STEP)));
    if ((screen.scroll()?.top ?? 0) >= at.top) break;
    await screen.settle(2, 250);
    await screen.closeRows(false);
  }
  if (turning) await screen.closeRows(true);
}

/** A pager that is drawn anew may be missing, or off, for a moment. */
async function canGoOn({ screen }: GatherRun): Promise<boolean> {
  for (const waitMs of [0, 200, 600]) {
    if (waitMs > 0) await screen.wait(waitMs);
    if (screen.can('next')) return true;
  }
  return false;
}

/** @returns pages turned */
async function toFirstPage(run: GatherRun): Promise<number> {
  let turned = 0;
  while (turned < MAX_BACK && (await stepBack(run))) turned++;
  return turned;
}

async function stepBack(run: GatherRun): Promise<boolean> {
  const { screen } = run;
  if ((await run.next(0, false)) !== null) return false;
  const step = screen.can('first') ? 'first' : screen.can('previous') ? 'previous' : null;
  const before = step === null ? null : await lookAgain(run);
  if (step === null || before === null) return false;
  const turned = await turnPage(run, step, before);
  return turned === 'turned' || turned === 'same';
}

async function goBack(run: GatherRun, turns: number, turnedBefore: number): Promise<boolean> {
  const { screen } = run;
  if (turns === 0) return turnedBefore === 0 || !screen.can('previous');
  // "Load more" has no way back, and leaves what was there where it was.
  if (!screen.can('first') && !screen.can('previous')) return true;
  if (!screen.can('first') && turns > CHEAP_BACK) return false;
  for (let back = 0; back < turns; back++) {
    const before = await lookAgain(run);
    const step = screen.can('first') ? 'first' : screen.can('previous') ? 'previous' : null;
    if (step === null) return true;
    if (before === null) return false;
    const turned = await turnPage(run, step, before);
    if (turned !== 'turned' && turned !== 'same') return false;
  }
  return !screen.can('previous');
}
