import { onPageMessage, pageRuntime } from '../../platform/page-runtime';
import { FOLLOW_PORT } from '../../protocol/follow-messages';
import { COLLECT_PORT, LOOK_PORT, parsePageMessage } from '../../protocol/page-messages';
import { type Sender, senderTrust } from '../../protocol/sender-trust';
import { arrive } from './arrive';
import { backgroundSink } from './background-sink';
import { collectings } from './collectings';
import { pageSession } from './page-session';
import { serveCollect } from './serve-collect';
import { serveFollow } from './serve-follow';
import { serveLook } from './serve-look';

/** Everything the reader does in a frame, for pages of ours and for nobody else. */
export function servePage(window: Window): void {
  const runtime = pageRuntime();
  const extension = { id: runtime.id, base: runtime.getURL('') };
  const session = pageSession(window);
  const send = (message: unknown) => runtime.sendMessage(message);
  const work = collectings(session, backgroundSink(send), window);

  onPageMessage((raw: unknown, sender: Sender) => {
    const message = parsePageMessage(raw, senderTrust(sender, extension));
    if (message?.kind !== 'page/describe') return undefined;
    return session.describe().then(
      (value) => ({ ok: true, value: { ...value, underWay: work.underWay() } }),
      () => ({ ok: false, code: 'internal' }),
    );
  });
  runtime.onConnect.addListener((port) => {
    if (port.sender === undefined || senderTrust(port.sender, extension) !== 'extension-page') return;
    if (port.name === COLLECT_PORT) serveCollect(port, work);
    if (port.name === LOOK_PORT) serveLook(port, session, window);
    if (port.name === FOLLOW_PORT) serveFollow(port, session, window);
  });
  void arrive(send);
}
