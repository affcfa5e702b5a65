import { effect } from '@preact/signals';
import { loadSiteGrants, siteGrants } from '../../state/site-grants';
import {
  besideChanges,
  besideElsewhere,
  besideOutdated,
  besideState,
  besideWork,
  compareThisPage,
  hintedTab,
  leaveBeside,
  noteChange,
} from './beside-model';

/** A page that draws itself anew does so in many steps. */
const SETTLED_AFTER_MS = 400;
/** A page that goes on changing is read again at most so often, and for no more than this share of the time. */
const READ_EVERY_MS = 3_000;
const SHARE = 0.1;
const MAX_WAIT_MS = 15_000;
/** Another address is waited for: a person went there. */
const MOVED_WAIT_MS = 1_000;

type Follow = typeof import('../../../protocol/follow-client');
type Front = typeof import('../../../protocol/front-tab');

/**
 * Keeps what the panel shows of a page true while the panel is open. What changed is said to have changed at once. On
 * sites allowed it the page in front is then read again, by itself; on any other nothing is read before the next click.
 *
 *   heard: the table shown (its look's port) · what tables stand in, frames, language, title (`watchTab`) ·
 *          a frame loaded (`whenArrived`) · the tab loaded, at another address, in front (`onTabChange`)
 *
 * The answer ends it.
 */
export function followPage(): () => void {
  let ended = false;
  let stop = () => {};
  void Promise.all([
    import('../../../protocol/follow-client'),
    import('../../../protocol/front-tab'),
    loadSiteGrants(),
  ]).then(
    ([follow, front]) => {
      if (!ended && siteGrants.value !== null) stop = following(follow, front);
    },
    // Outside an extension there is no page to follow.
    () => {},
  );
  return () => {
    ended = true;
    stop();
    leaveBeside();
  };
}

function following(follow: Follow, front: Front): () => void {
  const own = hintedTab();
  let ended = false;
  let unwatch = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let readUntil = Number.NEGATIVE_INFINITY;
  let readTookMs = 0;
  /** It was to be read while nobody saw the panel. */
  let missed = false;
  let changes = besideChanges.peek();

  const tabInFront = async () => own ?? (await front.frontTab());
  const isFollowed = async (tabId: number): Promise<boolean> => {
    const url = await front.addressOfTab(tabId).catch(() => null);
    const site = url === null ? null : await siteGrants.value?.at(url);
    return site?.granted === true && site.choices.follow;
  };
  const watch = () => {
    const state = besideState.peek();
    unwatch();
    unwatch = () => {};
    if (state.at === 'shown') unwatch = follow.watchTab(state.offer.tabId, noteChange);
    else if (state.at === 'none' && state.none.reason === 'no-table')
      unwatch = follow.watchTab(state.none.tabId, noteChange);
  };

  const readSoon = (wait: number) => {
    const now = performance.now();
    const at = Math.max(now + SETTLED_AFTER_MS, readUntil + wait);
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => void readAgain(), at - now);
  };
  const readAgain = async () => {
    due = Number.POSITIVE_INFINITY;
    if (document.visibilityState === 'hidden') {
      missed = true;
      return;
    }
    const tabId = await tabInFront();
    if (tabId === null || !(await isFollowed(tabId)) || ended) return;
    if (besideWork.peek() !== null) return readSoon(SETTLED_AFTER_MS);
    const begun = performance.now();
    await compareThisPage();
    if (ended) return;
    readUntil = performance.now();
    readTookMs = readUntil - begun;
    // Describing a page ends the watching of what was described before, whatever came of it.
    watch();
  };
  const rest = () => Math.min(MAX_WAIT_MS, Math.max(READ_EVERY_MS, readTookMs / SHARE));

  /** What is in front is not what is shown: read again where that is allowed, taken back where it is not. */
  const attend = async (wait: number) => {
    const tabId = await tabInFront();
    const followed = tabId !== null && (await isFollowed(tabId));
    if (ended) return;
    const state = besideState.peek();
    // All rows were asked for: those shown are not put in their place unasked while their page is in front.
    const isGathered = state.at === 'shown' && state.table.gathered !== null && !besideElsewhere.peek();
    if (isGathered && besideOutdated.peek() !== 'gone') return;
    if (followed) return readSoon(wait);
    const { at } = state;
    if (at === 'none' || at === 'failed') besideState.value = { at: 'unasked' };
  };
  const moved = async (tabId: number, toFront: boolean) => {
    if (tabId !== (await tabInFront()) || ended) return;
    const state = besideState.peek();
    const isShown = state.at === 'shown' && state.offer.tabId === tabId;
    besideElsewhere.value = state.at === 'shown' && !isShown;
    if (isShown && !toFront) noteChange();
    // Nothing has become of a page while others were in front that was not heard.
    if (!isShown || besideOutdated.peek() !== null) void attend(MOVED_WAIT_MS);
  };
  /** On any other site it is our own click that brought the script. */
  const arrived = async (tabId: number) => {
    const state = besideState.peek();
    if (state.at !== 'shown' || state.offer.tabId !== tabId) return;
    if ((await isFollowed(tabId)) && !ended) noteChange();
  };
  const startAtOnce = async () => {
    if (besideState.peek().at !== 'shown') await attend(0);
  };
  const lookedAt = () => {
    if (!missed || document.visibilityState === 'hidden') return;
    missed = false;
    void attend(MOVED_WAIT_MS);
  };

  const stops = [
    // Every reading describes the page anew, and so begins the watching anew.
    effect(() => {
      void besideState.value;
      watch();
    }),
    effect(() => {
      if (besideChanges.value === changes) return;
      changes = besideChanges.value;
      if (!besideElsewhere.peek()) void attend(rest());
    }),
    follow.whenArrived((tabId) => void arrived(tabId)),
    front.onTabChange(({ tabId, front: toFront }) => void moved(tabId, toFront)),
    siteGrants.peek()?.follow(() => void startAtOnce()),
  ];
  document.addEventListener('visibilitychange', lookedAt);
  void startAtOnce();
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', lookedAt);
    unwatch();
    for (const stop of stops) stop?.();
  };
}
