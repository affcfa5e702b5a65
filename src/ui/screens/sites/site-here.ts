import { signal } from '@preact/signals';
import type { Site } from '../../../app/granted/site-grants';
import { loadSiteGrants, siteGrants } from '../../state/site-grants';

/** The site of the page in front, where the browser tells its address: it was opened to us, or is granted. */
export const siteHere = signal<Site | null>(null);

let turn = 0;

/** Follows the tab in front and its grant; the answer ends it. */
export function followSiteHere(): () => void {
  let stop = () => {};
  let ended = false;
  void loadSiteGrants().then(async () => {
    const grants = siteGrants.value;
    if (grants === null || ended) return;
    const { browser } = await import('../../../platform/browser');
    const look = async () => {
      const mine = ++turn;
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      const site = tab?.url === undefined ? null : await grants.at(tab.url);
      if (mine === turn) siteHere.value = site;
    };
    const follow = () => void look();
    const updated = (_: number, change: { url?: string; status?: string }) => {
      if (change.url !== undefined || change.status === 'complete') follow();
    };
    browser.tabs.onActivated.addListener(follow);
    browser.tabs.onUpdated.addListener(updated);
    const unfollow = grants.follow(follow);
    stop = () => {
      browser.tabs.onActivated.removeListener(follow);
      browser.tabs.onUpdated.removeListener(updated);
      unfollow();
    };
    if (ended) stop();
    else await look();
  });
  return () => {
    ended = true;
    stop();
  };
}
