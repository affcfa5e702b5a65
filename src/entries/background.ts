import { answerPages } from '../app/answer-pages';
import { openWorkspace } from '../app/open-workspace';
import { receiveCaptures } from '../app/receive-capture';
import { sessionExpectedCaptures } from '../app/session-expected-captures';
import { browser } from '../platform/browser';
import { parsePageMessage } from '../protocol/page-messages';
import { type Sender, senderTrust } from '../protocol/sender-trust';
import { type Inbox, openInbox } from '../store/inbox';

// Listeners are registered synchronously: a worker started for a message must hear it.
const extension = { id: browser.runtime.id, base: browser.runtime.getURL('') };
let inbox: Promise<Inbox> | undefined;

const work = {
  captures: receiveCaptures({
    inbox: () => {
      inbox ??= openInbox().catch((error: unknown) => {
        inbox = undefined;
        throw error;
      });
      return inbox;
    },
    expected: sessionExpectedCaptures(browser.storage.session),
    now: Date.now,
  }),
  openWorkspace: (hash: string) =>
    openWorkspace(browser, browser.runtime.getURL('workspace/index.html'), hash),
};

browser.runtime.onMessage.addListener((raw: unknown, sender: Sender) => {
  const message = parsePageMessage(raw, senderTrust(sender, extension));
  if (message === null) return undefined;
  return answerPages(message, { tabId: sender.tab?.id ?? -1, frameId: sender.frameId ?? -1 }, work);
});
