import { signal } from '@preact/signals';
import { AppError, isAbort } from '../../../core/app-error';
import type { OfferedTable } from '../../../core/page-capture';
import type { BesideTable } from '../../../protocol/engine-api';
import type { CollectSteer, NoOffer, TabOffer } from '../../../protocol/page-client';
import type { CollectProgress } from '../../../protocol/page-messages';
import { engine } from '../../state/engine';
import { isGathering, pickedTable, showOffer } from '../popup/offer-model';
import { likeliestTable } from '../popup/page-offer-table';

/**
 * The table of the page in front, read into this panel's worker and kept by nobody.
 *
 *   unasked ─compare─▶ finding ─▶ none | failed
 *                         └──▶ reading ─▶ shown ─changed, again─▶ (still shown, `besideWork` going on) ─▶ shown | none
 *                                 └─cancel─▶ what was there before
 *
 * Once shown it is heard to have changed or to be behind another page, and says so; who reads again, and when, is
 * `follow-page`'s to say.
 */
export type BesideState =
  | { readonly at: 'unasked' | 'finding' }
  | { readonly at: 'none'; readonly none: NoOffer }
  | { readonly at: 'failed'; readonly error: AppError }
  | { readonly at: 'reading' }
  | BesideShown;

export interface BesideShown {
  readonly at: 'shown';
  readonly offer: TabOffer;
  readonly ref: string;
  readonly title: string;
  readonly table: BesideTable;
  /** Epoch ms. */
  readonly readAt: number;
}

export const besideState = signal<BesideState>({ at: 'unasked' });
/** What is under way, over nothing or over the last result. */
export const besideWork = signal<
  | { readonly rows: number; readonly total: number }
  | { readonly gathering: CollectProgress; readonly steer: CollectSteer | null }
  | 'finding'
  | 'understanding'
  | null
>(null);
/** What is shown is not what its page says any more. */
export const besideOutdated = signal<'changed' | 'gone' | null>(null);
/** Another page is in front than the one shown. */
export const besideElsewhere = signal(false);
/** How often the page was heard to change; whoever follows it reads again, where that is allowed. */
export const besideChanges = signal(0);

/** Given where the panel stands in a tab of its own and is beside another. */
export const hintedTab = (): number | null => {
  const given = new URLSearchParams(globalThis.location?.search ?? '').get('tab');
  return given !== null && /^\d+$/.test(given) ? Number(given) : null;
};

let turn: AbortController | null = null;
/** Keeps the port to the page open, over which it says that its table has changed. */
let watching: AbortController | null = null;

const newTurn = (): AbortController => {
  turn?.abort(stopped());
  turn = new AbortController();
  return turn;
};
const stopped = () => new DOMException('stopped', 'AbortError');

/** Gathers all rows of the table shown, beyond those its page shows, and compares them; nothing is kept. */
export const compareAllRows = (): Promise<void> => compareThisPage(undefined, true);

/** Reads the page in front; `ref` is another of the tables it offers. */
export async function compareThisPage(ref?: string, all = false): Promise<void> {
  const mine = newTurn();
  const changesBefore = besideChanges.peek();
  const before = besideState.peek();
  const shown = before.at === 'shown' ? before : null;
  if (shown === null) besideState.value = { at: 'finding' };
  besideWork.value = 'finding';
  try {
    const [{ offerOfTab }, { frontTab }] = await Promise.all([
      import('../../../protocol/page-client'),
      import('../../../protocol/front-tab'),
    ]);
    const tabId = hintedTab() ?? (await frontTab());
    const offer = tabId === null ? ({ reason: 'no-tab' } as const) : await offerOfTab(tabId);
    mine.signal.throwIfAborted();
    if ('reason' in offer) {
      besideWork.value = null;
      besideState.value = { at: 'none', none: offer };
      besideElsewhere.value = false;
      forget(shown);
      return;
    }
    const table = tableOf(offer, ref ?? shown?.ref, shown);
    showOffer(offer, table);
    await read(offer, table, mine, all);
    // What was heard while it was read may have come after the rows it is about.
    besideOutdated.value = besideChanges.peek() === changesBefore ? null : 'changed';
    besideElsewhere.value = false;
  } catch (error) {
    if (turn !== mine) return;
    besideWork.value = null;
    if (isAbort(error)) {
      if (shown === null) besideState.value = { at: 'unasked' };
      return;
    }
    const known = error instanceof AppError ? error : new AppError('internal', { cause: error });
    if (shown === null) besideState.value = { at: 'failed', error: known };
    else besideOutdated.value = known.code === 'page/gone' ? 'gone' : 'changed';
  }
}

async function read(
  offer: TabOffer,
  table: OfferedTable,
  mine: AbortController,
  all: boolean,
): Promise<void> {
  if (besideState.value.at !== 'shown') besideState.value = { at: 'reading' };
  const showGathering = (gathering: CollectProgress, steer: CollectSteer | null) => {
    if (turn === mine) besideWork.value = { gathering, steer };
  };
  if (all) showGathering({ rows: 0, total: table.rowsStated, page: 1, waiting: null }, null);
  else besideWork.value = { rows: 0, total: table.rowsOnPage };
  let steer: CollectSteer | null = null;
  const watch = new AbortController();
  const stopWatch = () => watch.abort(stopped());
  mine.signal.addEventListener('abort', stopWatch);
  const { lookAtTable } = await import('../../../protocol/look-client');
  try {
    const looked = await lookAtTable({
      tabId: offer.tabId,
      ref: table.ref,
      signal: watch.signal,
      ...(all && {
        all: {
          onProgress: (progress: CollectProgress) => showGathering(progress, steer),
          onStarted: (given: CollectSteer) => {
            steer = given;
          },
        },
      }),
      onProgress: (rows, total) => {
        if (turn === mine) besideWork.value = { rows, total };
      },
      onChanged: () => {
        if (!watch.signal.aborted) noteChange();
      },
    });
    besideWork.value = 'understanding';
    const readAt = Date.now();
    const found = await engine().besideTable({ ...looked, readAt }, { signal: mine.signal });
    mine.signal.throwIfAborted();
    show({ offer, ref: table.ref, title: table.title, table: found, readAt });
    watching?.abort(stopped());
    watching = watch;
  } catch (error) {
    watch.abort(stopped());
    throw error;
  } finally {
    mine.signal.removeEventListener('abort', stopWatch);
  }
}

function show(now: Omit<BesideShown, 'at'>): void {
  const last = besideState.value;
  besideState.value = { at: 'shown', ...now };
  besideWork.value = null;
  if (last.at === 'shown') forgetLook(last);
}

/** What was gathered to be kept is what the panel compares, too: it is the same table, with all its rows. */
export async function showGathered(offer: TabOffer, ref: string, surveyId: string): Promise<void> {
  const state = besideState.peek();
  if (state.at !== 'shown' || state.ref !== ref) return;
  const mine = newTurn();
  besideWork.value = 'understanding';
  try {
    const table = await engine().besideSurveyed({ surveyId }, { signal: mine.signal });
    if (turn !== mine) return;
    show({ offer, ref, title: state.title, table, readAt: Date.now() });
    besideOutdated.value = null;
  } catch (error) {
    if (turn !== mine || isAbort(error)) return;
    // What was shown before stands, as being of before.
    besideWork.value = null;
    besideOutdated.value = 'changed';
  }
}

/** The table asked for; one drawn anew is known by its title and columns. */
function tableOf(offer: TabOffer, ref: string | undefined, shown: BesideShown | null): OfferedTable {
  const same = offer.tables.find((table) => table.ref === ref);
  const like = shown && offer.tables.find((table) => table.title === shown.title && table.columns.length > 0);
  const found = same ?? like ?? likeliestTable(offer.tables);
  if (found === undefined) throw new AppError('page/gone');
  return found;
}

/** The page shown is not as it was read. */
export function noteChange(): void {
  if (isGathering.peek() || isGatheringHere()) return;
  if (besideState.peek().at === 'shown') besideOutdated.value ??= 'changed';
  besideChanges.value = besideChanges.peek() + 1;
}

const isGatheringHere = () => {
  const work = besideWork.peek();
  return work !== null && typeof work === 'object' && 'gathering' in work;
};

function forgetLook(shown: BesideShown): void {
  void engine().forgetBeside({ lookId: shown.table.lookId });
}

/** Nothing of what was shown is left to watch. */
function forget(shown: BesideShown | null): void {
  watching?.abort(stopped());
  watching = null;
  if (shown !== null) forgetLook(shown);
}

/** Stops what is under way; the last result, if there is one, stays. */
export function cancelBeside(): void {
  turn?.abort(stopped());
  turn = null;
  besideWork.value = null;
  if (besideState.value.at !== 'shown') besideState.value = { at: 'unasked' };
}

/** Another of the page's tables, where the person picked one elsewhere in the panel. */
export function followPicked(offer: TabOffer): void {
  const state = besideState.value;
  const wanted = pickedTable(offer);
  if (state.at === 'shown' && state.offer === offer && wanted !== null && wanted.ref !== state.ref)
    void compareThisPage(wanted.ref);
}

/** The panel goes: what is under way, and the port to the page. */
export function leaveBeside(): void {
  turn?.abort(stopped());
  watching?.abort(stopped());
}
