import type { Inbox } from '../../store/inbox';

const DAY_MS = 86_400_000;

/** Drops captures that broke off: a page that was closed while it was read sends no more after a day. */
export async function tidyInbox(inbox: Inbox, now: number): Promise<void> {
  for (const { head, complete, receivedAt } of await inbox.list()) {
    if (!complete && now - receivedAt > DAY_MS) await inbox.discard(head.captureId);
  }
}
