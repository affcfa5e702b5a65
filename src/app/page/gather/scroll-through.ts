import type { GatherEnd, RowGap } from '../../../core/page-capture';
import type { Drawing } from './drawing';
import type { GatherRun } from './gather-run';
import { type RowPile, rowPile, type ToldApartBy, toldApartBy } from './row-pile';
import type { SeenRow, Sight } from './table-screen';

export interface ScrolledRows {
  readonly rows: readonly SeenRow[];
  /** Null where everything that can be scrolled to was seen. */
  readonly end: GatherEnd | null;
  /** Whether scrolling brought rows beyond the first ones. */
  readonly grew: boolean;
  /** Rows known to be missing between those taken. */
  readonly gaps: readonly RowGap[];
}

/** Of what is in view; the rest stays in view, to be seen twice. */
const STEP = 0.6;
const CAREFUL_STEP = 0.3;
/** At the end of a list, for the next rows of it to be fetched. */
const DRY_WAITS_MS = [250, 500, 1_000, 2_000];
const DRY_WAITS_STATED_MS = [...DRY_WAITS_MS, 4_000];
const DRY_WAITS_PAGED_MS = [150, 400];

/**
 * Scrolls a list from its top to its end and takes each row once, as it comes by; a second time, in smaller steps,
 * where rows are missing afterwards.
 * @param before rows of the pages before
 * @param paged whether a pager follows: then the list itself need not be expected to grow at its end
 */
export async function scrollThrough(run: GatherRun, before: number, paged: boolean): Promise<ScrolledRows> {
  const failed = new Set<ToldApartBy>();
  let pile: RowPile | null = null;
  let grew = false;
  let recycles = false;
  /** What was taken last; null to look at all of it. */
  let since: Sight | null = null;
  // What a page states may count the rows of a tree or only those at its top.
  const expected = () => (run.stated === null || paged || run.isTree ? null : run.stated - before);

  const ended = (end: GatherEnd | null): ScrolledRows => ({
    rows: pile?.rows() ?? [],
    end,
    grew,
    gaps: pile?.gaps() ?? [],
  });

  for (const step of [STEP, CAREFUL_STEP]) {
    run.screen.scrollTo(0);
    let dry = 0;
    for (;;) {
      const stop = await run.next(before + (pile?.size ?? 0), true);
      if (stop !== null) return ended(stop);
      const wasOutOfSight = run.control.outOfSight();
      const drawn = await run.drawn(before + (pile?.size ?? 0), since);
      const unseen = wasOutOfSight();
      if ('end' in drawn) return ended(drawn.end);
      const partly = drawn.sight.kept > 0;
      since = drawn.sight;
      const sight = downwards(drawn.sight);
      run.saw(sight);

      pile ??= rowPile(toldApartBy(sight.rows, failed));
      const added = pile.add(sight);
      if (added.unreliable && !failed.has('place')) {
        failed.add(pile.by);
        pile = null;
        since = null;
        run.screen.scrollTo(0);
        continue;
      }
      if (added.filled > 0) run.drawing.wereLate();
      if (added.changed > 0) run.notes.add('changed-while-reading');
      if (pile.size > sight.kept + sight.rows.length) recycles = true;
      if (added.fresh > 0 && added.fresh < pile.size) grew = true;
      run.progress(before + pile.size);
      const enough = expected();
      if (enough !== null && pile.size >= enough) return ended(null);

      // A page out of sight draws late, or nothing: nothing is passed over before it was seen here.
      if (unseen) {
        since = null;
        continue;
      }
      const at = run.screen.scroll();
      if (at === null) return ended(null);
      if (at.top + at.view < at.height - 2) {
        const to = nextTop(sight, at.top, at.view, step, run.drawing);
        run.screen.scrollTo(to);
        // What is scrolled no further, though it should be, ends here.
        if ((run.screen.scroll()?.top ?? at.top) > at.top) {
          dry = 0;
          continue;
        }
      }
      if (added.fresh > 0) dry = 0;
      const waits = paged ? DRY_WAITS_PAGED_MS : enough === null ? DRY_WAITS_MS : DRY_WAITS_STATED_MS;
      const waitMs = waits[dry++];
      if (waitMs === undefined) {
        if (!partly) break;
        // All of it once more, for what nobody told.
        since = null;
        continue;
      }
      await nudge(run, at.top, at.view, at.height, waitMs);
    }
    const short = expected() !== null && (pile?.size ?? 0) < (expected() ?? 0);
    // A list that keeps what it has drawn has shown it all.
    if (!recycles || (!short && !misses(pile))) break;
  }
  return ended(null);
}

/** Rows that their page counts, and of which some are not there. */
const misses = (pile: RowPile | null): boolean => pile?.by === 'key' && pile.gaps().length > 0;

/** Elements that rows pass through stand in any order; on the screen they stand in the list's. */
function downwards(sight: Sight): Sight {
  if (sight.rows.some((row) => row.top === null)) return sight;
  return { ...sight, rows: [...sight.rows].sort((a, b) => (a.top ?? 0) - (b.top ?? 0)) };
}

/** On by a step; further, to the last row drawn, where that lies below and everything above it is there. */
function nextTop(sight: Sight, top: number, view: number, step: number, drawing: Drawing): number {
  const last = sight.rows.at(-1)?.top ?? null;
  const on = top + Math.max(1, Math.floor(view * step));
  return last === null || !drawing.isWhole(sight) ? on : Math.max(on, Math.floor(last - view * (1 - step)));
}

/** Lists fetch on when their end comes into view: it leaves and comes again. */
async function nudge(
  run: GatherRun,
  top: number,
  view: number,
  height: number,
  waitMs: number,
): Promise<void> {
  run.screen.scrollTo(Math.max(0, top - Math.floor(view / 2)));
  await run.screen.wait(50);
  run.screen.scrollTo(height);
  await run.screen.changed(waitMs);
}
