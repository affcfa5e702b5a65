import { signal } from '@preact/signals';
import { AppError, isAbort } from '../../../core/app-error';
import type { OfferedTable } from '../../../core/page-capture';
import type { BesideTable } from '../../../protocol/engine-api';
import type { NoOffer, TabOffer } from '../../../protocol/page-client';
import { engine } from '../../state/engine';
import { loadSiteGrants, siteGrants } from '../../state/site-grants';
import { pickedTable, showOffer } from '../popup/offer-model';
import { likeliestTable } from '../popup/page-offer-table';

/**
 * The table of the page in front, read into this panel's worker and kept by nobody.
 *
 *   unasked ─compare─▶ finding ─▶ none | failed
 *                         └──▶ reading ─▶ shown ─changed, again─▶ (still shown, `besideWork` going on) ─▶ shown
 *                                 └─cancel─▶ what was there before
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
  { readonly rows: number; readonly total: number } | 'finding' | 'understanding' | null
>(null);
/** What is shown is not what is in front any more. */
export const besideOutdated = signal<'changed' | 'elsewhere' | 'gone' | null>(null);

/** Given where the panel stands in a tab of its own and is beside another. */
const hinted = (): number | null => {
  const given = new URLSearchParams(globalThis.location?.search ?? '').get('tab');
  return given !== null && /^\d+$/.test(given) ? Number(given) : null;
};

let turn: AbortController | null = null;
/** Keeps the port to the page open, over which it says that its table has changed. */
let watching: AbortController | null = null;
/** A page that goes on changing is read again at most so often. */
const READ_EVERY_MS = 2_000;
let soon: ReturnType<typeof setTimeout> | null = null;

const newTurn = (): AbortController => {
  turn?.abort(stopped());
  turn = new AbortController();
  if (soon !== null) clearTimeout(soon);
  soon = null;
  return turn;
};
const stopped = () => new DOMException('stopped', 'AbortError');

/** Reads the page in front; `ref` is another of the tables it offers. */
export async function compareThisPage(ref?: string): Promise<void> {
  const mine = newTurn();
  const before = besideState.value;
  const shown = before.at === 'shown' ? before : null;
  if (shown === null) besideState.value = { at: 'finding' };
  besideWork.value = 'finding';
  try {
    const [{ offerOfTab }, { frontTab }] = await Promise.all([
      import('../../../protocol/page-client'),
      import('../../../protocol/front-tab'),
    ]);
    const tabId = hinted() ?? (await frontTab());
    const offer = tabId === null ? ({ reason: 'no-tab' } as const) : await offerOfTab(tabId);
    mine.signal.throwIfAborted();
    if ('reason' in offer) {
      besideWork.value = null;
      if (shown !== null && shown.offer.tabId === tabId) besideOutdated.value = 'gone';
      else besideState.value = { at: 'none', none: offer };
      return;
    }
    const table = tableOf(offer, ref ?? shown?.ref, shown);
    showOffer(offer, table);
    await read(offer, table, mine);
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

async function read(offer: TabOffer, table: OfferedTable, mine: AbortController): Promise<void> {
  if (besideState.value.at !== 'shown') besideState.value = { at: 'reading' };
  besideWork.value = { rows: 0, total: table.rowsOnPage };
  const watch = new AbortController();
  const stopWatch = () => watch.abort(stopped());
  mine.signal.addEventListener('abort', stopWatch);
  const { lookAtTable } = await import('../../../protocol/look-client');
  try {
    const looked = await lookAtTable({
      tabId: offer.tabId,
      ref: table.ref,
      signal: watch.signal,
      onProgress: (rows, total) => {
        if (turn === mine) besideWork.value = { rows, total };
      },
      onChanged: () => {
        if (watching === watch) tableChanged();
      },
    });
    besideWork.value = 'understanding';
    const readAt = Date.now();
    const found = await engine().besideTable({ ...looked, readAt }, { signal: mine.signal });
    mine.signal.throwIfAborted();
    const last = besideState.value;
    besideState.value = {
      at: 'shown',
      offer,
      ref: table.ref,
      title: table.title,
      table: found,
      readAt,
    };
    besideWork.value = null;
    besideOutdated.value = null;
    watching?.abort(stopped());
    watching = watch;
    if (last.at === 'shown') void engine().forgetBeside({ lookId: last.table.lookId });
  } catch (error) {
    watch.abort(stopped());
    throw error;
  } finally {
    mine.signal.removeEventListener('abort', stopWatch);
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

function tableChanged(): void {
  if (besideState.value.at !== 'shown') return;
  besideOutdated.value = 'changed';
  if (document.visibilityState !== 'visible') return;
  soon ??= setTimeout(() => {
    soon = null;
    void compareThisPage();
  }, READ_EVERY_MS);
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

/**
 * Reads at once what is in front on a site that is granted for it; says of any other page that it is not the one shown,
 * or has moved on.
 */
export function followFront(): () => void {
  const stops: (() => void)[] = [];
  let ended = false;
  const moved = async (tabId: number) => {
    if (await isFollowed(tabId)) {
      if (!ended) void compareThisPage();
      return;
    }
    const state = besideState.value;
    if (ended) return;
    if (state.at === 'shown') besideOutdated.value = state.offer.tabId === tabId ? 'changed' : 'elsewhere';
    else if (state.at === 'none' || state.at === 'failed') besideState.value = { at: 'unasked' };
  };
  void (async () => {
    const [{ onTabChange, frontTab }] = await Promise.all([
      import('../../../protocol/front-tab'),
      loadSiteGrants(),
    ]);
    // Outside an extension there is no tab to be beside of.
    if (ended || siteGrants.value === null) return;
    const own = hinted();
    const startAtOnce = async () => {
      const tabId = own ?? (await frontTab());
      if (tabId !== null && besideState.value.at !== 'shown' && (await isFollowed(tabId)) && !ended)
        void compareThisPage();
    };
    stops.push(
      siteGrants.value.follow(() => void startAtOnce()),
      onTabChange(({ tabId, front }) => {
        if (own !== null) {
          if (tabId === own && !front) void moved(tabId);
          return;
        }
        void frontTab().then((now) => {
          if (now !== tabId) return;
          const state = besideState.value;
          // Back at the page that is shown, nothing has become of it meanwhile that its own port does not tell.
          if (front && state.at === 'shown' && state.offer.tabId === tabId) {
            if (besideOutdated.value === 'elsewhere') besideOutdated.value = null;
          } else void moved(tabId);
        });
      }),
    );
    await startAtOnce();
  })();
  return () => {
    ended = true;
    for (const stop of stops) stop();
    turn?.abort(stopped());
    watching?.abort(stopped());
  };
}

/** Whether the person lets the panel read that site without being asked each time. */
async function isFollowed(tabId: number): Promise<boolean> {
  const { addressOfTab } = await import('../../../protocol/front-tab');
  const url = await addressOfTab(tabId).catch(() => null);
  const site = url === null ? null : await siteGrants.value?.at(url);
  return site?.granted === true && site.choices.follow;
}
