import type { PagerStep } from '../../../sites/page/pager-button';
import { underColumns } from './drawing';
import type { GatherRun } from './gather-run';
import type { Sight } from './table-screen';

/**
 * What pressing did. `same`: the pager says another page, over rows that say the same as before. `stuck`: nothing.
 */
export type Turned = 'turned' | 'same' | 'stuck' | 'gone' | 'replaced';

/** From a page that has come to the next that is asked for, so that nobody's server is hurried. */
const POLITE_MS = 350;
const ANSWER_MS = 12_000;
/** A page that says the same as the one before has shown by then that it stays so. */
const SAME_MS = 1_500;
const SETTLED_FRAMES = 3;
/** Between two looks that say the same. */
const TWICE_MS = 80;

/** Presses a button of the pager and waits until another page is drawn. */
export async function turnPage(run: GatherRun, step: PagerStep, before: Sight): Promise<Turned> {
  const { screen } = run;
  const was = printOf(before);
  const said = screen.pagerSays();
  await screen.wait(Math.max(0, POLITE_MS - (screen.now() - run.cameAt)));
  if (!screen.press(step)) return 'stuck';
  const began = screen.now();
  let last: string | null = null;
  let found: 'gone' | 'replaced' | null = null;
  for (;;) {
    await screen.settle(SETTLED_FRAMES, 500);
    const seen = await screen.look();
    const sight = seen === null ? null : underColumns(seen, before.columns);
    const print = sight === null || sight.pending ? null : printOf(sight);
    found = seen === null ? 'gone' : sight === null ? 'replaced' : null;
    if (print !== null) {
      // Twice the same: it is drawn, and not on its way from one page to the next.
      if (print !== was && print === last) {
        run.cameAt = screen.now();
        return 'turned';
      }
      if (print === was && screen.pagerSays() !== said && screen.now() - began > SAME_MS) return 'same';
    }
    last = print;
    if (screen.now() - began > ANSWER_MS)
      return found ?? (print !== null && print !== was ? 'turned' : 'stuck');
    run.control.signal.throwIfAborted();
    await screen.changed(print !== null && print !== was ? TWICE_MS : 300);
  }
}

/** Tells one page's rows from another's. */
export const printOf = (sight: Sight): string =>
  JSON.stringify(sight.rows.map((row) => [row.key, ...row.texts]));
