import { arrive } from '../app/page/arrive';
import { backgroundSink } from '../app/page/background-sink';
import { collectings } from '../app/page/collectings';
import { onlyOnce } from '../app/page/only-once';
import { pageSession } from '../app/page/page-session';
import { serveCollect } from '../app/page/serve-collect';
import { serveLook } from '../app/page/serve-look';
import { onPageMessage, pageRuntime } from '../platform/page-runtime';
import { COLLECT_PORT, LOOK_PORT, parsePageMessage } from '../protocol/page-messages';
import { type Sender, senderTrust } from '../protocol/sender-trust';

// Put into a page by `scripting.executeScript` after a click, and again after the next; into pages of a granted site
// as they load.
onlyOnce(
  globalThis,
  () => pageRuntime().id !== undefined,
  () => {
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
    });
    void arrive(send);
  },
);
