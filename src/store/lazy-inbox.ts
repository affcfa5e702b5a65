import { type Inbox, openInbox } from './inbox';

/** The inbox, opened when it is first needed, and again where that failed. */
export function lazyInbox(): () => Promise<Inbox> {
  let inbox: Promise<Inbox> | undefined;
  return () => {
    inbox ??= openInbox().catch((error: unknown) => {
      inbox = undefined;
      throw error;
    });
    return inbox;
  };
}
