import { browser } from '../platform/browser';
import { FOLLOW_PORT, parseFollowNews } from './follow-messages';
import { parsePageMessage } from './page-messages';
import { type Sender, senderTrust } from './sender-trust';

/**
 * Watches what was last described of a tab, in every frame, until it changes or is gone.
 * @returns ends it.
 */
export function watchTab(tabId: number, changed: () => void): () => void {
  const port = browser.tabs.connect(tabId, { name: FOLLOW_PORT });
  let told = false;
  const tell = () => {
    if (told) return;
    told = true;
    changed();
  };
  port.onMessage.addListener((raw: unknown) => {
    if (parseFollowNews(raw) !== undefined) tell();
  });
  port.onDisconnect.addListener(tell);
  return () => port.disconnect();
}

/** Calls back when a frame of a tab has loaded, on sites allowed to be followed. The answer ends it. */
export function whenArrived(arrived: (tabId: number) => void): () => void {
  const extension = { id: browser.runtime.id, base: browser.runtime.getURL('') };
  const heard = (raw: unknown, sender: Sender) => {
    const message = parsePageMessage(raw, senderTrust(sender, extension));
    if (message?.kind === 'page/arrived' && sender.tab?.id !== undefined) arrived(sender.tab.id);
    return undefined;
  };
  browser.runtime.onMessage.addListener(heard);
  return () => browser.runtime.onMessage.removeListener(heard);
}
