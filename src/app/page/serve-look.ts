import { AppError, isAbort } from '../../core/app-error';
import { type LookNews, parseLookOrder } from '../../protocol/look-messages';
import { collectTable } from './collect-table';
import { type PageSession, titleOfPage } from './page-session';
import { watchTable } from './watch-table';

/** The part of a port that is used. */
export interface LookPort {
  postMessage(news: LookNews): void;
  readonly onMessage: { addListener(listen: (raw: unknown) => void): void };
  readonly onDisconnect: { addListener(listen: () => void): void };
}

/**
 * Reads one table for whoever opened the port, who keeps it or not; a port that closes stops the reading. Afterwards
 * it says, once, that the page wrote into the table or took it away.
 */
export function serveLook(port: LookPort, session: PageSession, window: Window): void {
  const stop = new AbortController();
  let started = false;
  const tell = (news: LookNews) => {
    if (!stop.signal.aborted) port.postMessage(news);
  };
  port.onDisconnect.addListener(() => stop.abort());
  port.onMessage.addListener((raw) => {
    const order = parseLookOrder(raw);
    if (order === undefined || started) return;
    started = true;
    void run(order.lookId, order.ref);
  });

  async function run(lookId: string, ref: string): Promise<void> {
    try {
      await collectTable(
        session,
        {
          begin: async (head) => tell({ kind: 'head', head, total: head.table.rowsOnPage }),
          chunk: async ({ rows }) => tell({ kind: 'rows', rows }),
          end: async ({ rows, notes }) => tell({ kind: 'end', rows, notes }),
        },
        {
          captureId: lookId,
          ref,
          columnsLeftOut: [],
          pageTitle: titleOfPage({ document: window.document, url: new URL(window.location.href) }),
          url: window.location.href,
          signal: stop.signal,
          onProgress: () => {},
        },
      );
      const found = await session.tableOf(ref, stop.signal);
      if (found === null) tell({ kind: 'changed' });
      else {
        const unwatch = watchTable(found.table.element, () => tell({ kind: 'changed' }));
        stop.signal.addEventListener('abort', unwatch);
      }
    } catch (error) {
      if (!isAbort(error))
        tell({ kind: 'failed', code: error instanceof AppError ? error.code : 'internal' });
    }
  }
}
