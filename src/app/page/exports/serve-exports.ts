import { onPageMessage, pageRuntime } from '../../../platform/page-runtime';
import { nullReply, type PageMessageKind, parsePageMessage } from '../../../protocol/page-messages';
import { type Sender, senderTrust } from '../../../protocol/sender-trust';
import { receiveExports } from './receive-exports';

/** Offers what the frame exports, and hands it to a page of ours that asks. */
export function serveExports(window: Window): void {
  const runtime = pageRuntime();
  const extension = { id: runtime.id, base: runtime.getURL('') };
  const box = receiveExports({
    window,
    newId: () => crypto.randomUUID(),
    now: Date.now,
    async offer(request) {
      const kind: PageMessageKind = 'export/offered';
      return nullReply(await runtime.sendMessage({ kind, request }))?.ok === true;
    },
  });
  onPageMessage((raw: unknown, sender: Sender) => {
    const message = parsePageMessage(raw, senderTrust(sender, extension));
    if (message?.kind === 'export/drop') {
      box.drop(message.request.exportId);
      return Promise.resolve({ ok: true, value: null });
    }
    if (message?.kind !== 'export/part') return undefined;
    return box.part(message.request.exportId, message.request.offset).then(
      (value) => (value === null ? { ok: false, code: 'page/gone' } : { ok: true, value }),
      () => ({ ok: false, code: 'page/gone' }),
    );
  });
}
