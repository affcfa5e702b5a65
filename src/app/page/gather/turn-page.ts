import type { PagerStep } from '../../../sites/page/pager-button';
import { underColumns } from './drawing';
import type { GatherRun } from './gather-run';
import type { Sight } from './table-screen';

/**
 * What pressing did. `same`: the pager says another page, over rows that say the same as before. `stuck`: nothing.
 */
export type Turned = 'turned' | 'same' | 'stuck' | 'gone' | 'replaced';

/** Between two pages, so that nobody's server is hurried. */
const POLITE_MS = 350;
const ANSWER_MS = 12_000;
/** A page that says the same as the one before has shown by then that it stays so. */
const SAME_MS = 1_500;

/** Presses a button of the pager and waits until another page is drawn. */
export async function turnPage(run: GatherRun, step: PagerStep, before: Sight): Promise<Turned> {
  const { screen } = run;
  const was = printOf(before);
  const said = screen.pagerSays();
  await screen.wait(POLITE_MS);
  if (!screen.press(step)) return 'stuck';
  const began = screen.now();
  let last: string | null = null;
  let found: 'gone' | 'replaced' | null = null;
  for (;;) {
    await screen.settle(100, 2_000);
    const seen = await screen.look();
    const sight = seen === null ? null : underColumns(seen, before.columns);
    const print = sight === null || sight.pending ? null : printOf(sight);
    found = seen === null ? 'gone' : sight === null ? 'replaced' : null;
    if (print !== null) {
      // Twice the same: it is drawn, and not on its way from one page to the next.
      if (print !== was && print === last) return 'turned';
      if (print === was && screen.pagerSays() !== said && screen.now() - began > SAME_MS) return 'same';
    }
    last = print;
    if (screen.now() - began > ANSWER_MS)
      return found ?? (print !== null && print !== was ? 'turned' : 'stuck');
    run.control.signal.throwIfAborted();
    await screen.wait(80);
  }
}

/** Tells one page's rows from another's. */
export const printOf = (sight: Sight): string =>
  JSON.stringify(sight.rows.map((row) => [row.key, ...row.texts]));
