import { AppError, type ErrorCode, isAbort } from '../../core/app-error';
import { type CollectNews, type CollectOrder, parseCollectOrder } from '../../protocol/page-messages';
import { type CaptureSink, collectTable } from './collect-table';
import { type PageSession, titleOfPage } from './page-session';

/** The part of a port that is used. */
export interface CollectPort {
  postMessage(news: CollectNews): void;
  readonly onMessage: { addListener(listen: (raw: unknown) => void): void };
  readonly onDisconnect: { addListener(listen: () => void): void };
}

/**
 * Collects one table for whoever opened the port. A port that closes stops nothing: the popup closes when the
 * person clicks elsewhere, and the capture they asked for goes on into the inbox.
 */
export function serveCollect(
  port: CollectPort,
  session: PageSession,
  sink: CaptureSink,
  window: Window,
): void {
  const stop = new AbortController();
  let listening = true;
  let started = false;
  const tell = (news: CollectNews) => {
    if (listening) port.postMessage(news);
  };
  port.onDisconnect.addListener(() => {
    listening = false;
  });
  port.onMessage.addListener((raw) => {
    const order = parseCollectOrder(raw);
    if (order?.kind === 'cancel') stop.abort();
    if (order?.kind !== 'start' || started) return;
    started = true;
    void run(order);
  });

  async function run(order: Extract<CollectOrder, { kind: 'start' }>): Promise<void> {
    try {
      const rows = await collectTable(session, sink, {
        ...order,
        pageTitle: titleOfPage({ document: window.document, url: new URL(window.location.href) }),
        url: window.location.href,
        signal: stop.signal,
        onProgress: (progress) => tell({ kind: 'progress', ...progress }),
      });
      tell({ kind: 'done', rows, gathering: null });
    } catch (error) {
      if (!isAbort(error)) tell({ kind: 'failed', code: codeOf(error) });
    }
  }
}

const codeOf = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'internal');
