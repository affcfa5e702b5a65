import type { FollowNews } from '../../protocol/follow-messages';
import type { PageSession } from './page-session';
import { watchPage } from './watch-page';

/** The part of a port that is used. */
export interface FollowPort {
  postMessage(news: FollowNews): void;
  readonly onDisconnect: { addListener(listen: () => void): void };
}

/** Tells whoever opened the port, once, that this frame is no longer as it was described. A port that closes ends it. */
export function serveFollow(port: FollowPort, session: PageSession, window: Window): void {
  const end = watchPage(window.document, session.described(), () => port.postMessage({ kind: 'changed' }));
  port.onDisconnect.addListener(end);
}
