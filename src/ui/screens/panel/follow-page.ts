import { effect } from '@preact/signals';
import { siteGrants } from '../../state/site-grants';
import { besideOutdated, besideState, compareThisPage } from './beside-model';

/** A page that draws itself anew does so in many steps. */
const SETTLED_AFTER_MS = 400;
/** No more than a hundredth of the time is spent on looking again, however often a page changes. */
const SHARE = 0.01;
const MAX_WAIT_MS = 10_000;

type Client = typeof import('../../../protocol/follow-client');

/**
 * Follows what comes without a sign from the browser or from the table that is shown: a table taken away or coming where
 * none was, a frame, another language, a report of another name. On sites allowed it the page is read again once it has
 * settled; elsewhere what is shown is said to be of before. Only while a panel is open. The answer ends it.
 */
export function followPage(): () => void {
  let ended = false;
  let stop = () => {};
  void import('../../../protocol/follow-client').then(
    (client) => {
      if (!ended) stop = following(client);
    },
    // Outside an extension there is no page to follow.
    () => {},
  );
  return () => {
    ended = true;
    stop();
  };
}

function following(client: Client): () => void {
  let unwatch = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readUntil = 0;
  let readTookMs = 0;

  const tabShown = (): number | null => {
    const state = besideState.value;
    if (state.at === 'shown') return state.offer.tabId;
    return state.at === 'none' && state.none.reason === 'no-table' ? state.none.tabId : null;
  };
  const isFollowed = async (tabId: number): Promise<boolean> => {
    const { addressOfTab } = await import('../../../protocol/front-tab');
    const url = await addressOfTab(tabId).catch(() => null);
    const site = url === null ? null : await siteGrants.value?.at(url);
    return site?.granted === true && site.choices.follow;
  };
  const watch = () => {
    unwatch();
    const tabId = tabShown();
    unwatch = tabId === null ? () => {} : client.watchTab(tabId, () => void changed(tabId));
  };

  const changed = async (tabId: number) => {
    if (tabId !== tabShown()) return;
    if (!(await isFollowed(tabId))) {
      if (besideState.value.at === 'shown') besideOutdated.value ??= 'changed';
      else besideState.value = { at: 'unasked' };
      return;
    }
    const rest = Math.min(MAX_WAIT_MS, readTookMs / SHARE) - (performance.now() - readUntil);
    clearTimeout(timer);
    timer = setTimeout(
      async () => {
        if (document.visibilityState === 'hidden') return;
        const begun = performance.now();
        await compareThisPage();
        readUntil = performance.now();
        readTookMs = readUntil - begun;
        // What is gone is still shown, as gone; it may come back.
        watch();
      },
      Math.max(SETTLED_AFTER_MS, rest),
    );
  };

  // Every reading describes the page anew, and so begins the watching anew.
  const unsubscribe = effect(watch);
  const unhear = client.whenArrived((tabId) => void changed(tabId));
  return () => {
    clearTimeout(timer);
    unwatch();
    unsubscribe();
    unhear();
  };
}
