import { answerPages } from '../app/answer-pages';
import { answerBadges } from '../app/badges/answer-badges';
import { watchExports } from '../app/exports/watch-exports';
import { keptChoices } from '../app/granted/kept-choices';
import { siteChoices } from '../app/granted/site-choices';
import { watchGrants } from '../app/granted/watch-grants';
import { receiveCaptures } from '../app/imports/receive-capture';
import { openWorkspace } from '../app/open-workspace';
import { sessionExpectedCaptures } from '../app/session-expected-captures';
import { browser } from '../platform/browser';
import { openPanelOf } from '../platform/side-panel';
import { parsePageMessage } from '../protocol/page-messages';
import { type Sender, senderTrust } from '../protocol/sender-trust';
import { idbBackend } from '../store/idb-backend';
import { lazyInbox } from '../store/lazy-inbox';

// Listeners are registered synchronously: a worker started for an event must hear it.
const extension = { id: browser.runtime.id, base: browser.runtime.getURL('') };
const choices = keptChoices(browser.storage.local);
const choicesOf = siteChoices((asked) => browser.permissions.contains(asked), choices);
watchGrants(browser, choices);

const work = {
  captures: receiveCaptures({
    inbox: lazyInbox(),
    expected: sessionExpectedCaptures(browser.storage.session),
    now: Date.now,
  }),
  openWorkspace: (hash: string) => openWorkspace(browser, `${extension.base}workspace/index.html`, hash),
  openPanel: openPanelOf,
  choicesOf,
  badges: answerBadges(idbBackend({ kept: true }), choices, choicesOf, browser.storage.session, Date.now),
  exports: watchExports(browser, choicesOf, Date.now),
};

browser.runtime.onMessage.addListener((raw: unknown, sender: Sender) => {
  const message = parsePageMessage(raw, senderTrust(sender, extension));
  return message === null ? undefined : answerPages(message, sender, work);
});
