import { effect } from '@preact/signals';
import { onDataChanged } from '../../protocol/data-changed';
import { engine } from './engine';
import { locale } from './locale';
import { loadSiteGrants, siteGrants } from './site-grants';

/** What the page was opened for comes first. */
const PAUSE_MS = 1_500;

/**
 * Has the engine keep what names people on pages in step with the data, the segments and the sites it is wanted on, as
 * long as one of our pages is open; the returned function ends it. Only they have a worker that can make it.
 */
export function keepBadges(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), asked ? PAUSE_MS / 5 : PAUSE_MS);
    asked = true;
  };
  const refresh = async () => {
    const sites = (await siteGrants.value?.granted()) ?? [];
    const wanted = sites.some(({ choices }) => choices.badges);
    // Asked again at the next change or opening; until then pages say that they wait.
    await engine()
      .refreshBadges({ wanted, locale: locale.value })
      .catch(() => undefined);
  };
  void loadSiteGrants();
  const stopChanges = onDataChanged(soon);
  const stopFollowing = effect(() => {
    locale.value;
    const grants = siteGrants.value;
    if (grants === null) return undefined;
    soon();
    return grants.follow(soon);
  });
  return () => {
    clearTimeout(timer);
    stopChanges();
    stopFollowing();
  };
}
