import { AppError, isAbort } from '../../core/app-error';
import { type LookNews, type LookOrder, parseLookOrder } from '../../protocol/look-messages';
import type { CollectProgress } from '../../protocol/page-messages';
import type { CaptureSink } from './capture-sender';
import { collectTable } from './collect-table';
import { collectAll } from './gather/collect-all';
import { gatherControl, sightOf } from './gather/gather-control';
import { type PageSession, titleOfPage } from './page-session';
import { watchTable } from './watch-table';

const PUT_BACK_MS = 500;

/** The part of a port that is used. */
export interface LookPort {
  postMessage(news: LookNews): void;
  readonly onMessage: { addListener(listen: (raw: unknown) => void): void };
  readonly onDisconnect: { addListener(listen: () => void): void };
}

/**
 * Reads one table, or gathers all rows of it, for whoever opened the port, who keeps it or not; a port that closes
 * stops it. Afterwards it says, once, that the page wrote into the table or took it away.
 */
export function serveLook(port: LookPort, session: PageSession, window: Window): void {
  const stop = new AbortController();
  let started = false;
  let progress: CollectProgress = { rows: 0, total: null, page: 1, waiting: null };
  const tell = (news: LookNews) => {
    if (!stop.signal.aborted) port.postMessage(news);
  };
  const onProgress = (next: CollectProgress) => {
    progress = next;
    tell({ kind: 'progress', ...progress });
  };
  const control = gatherControl(stop.signal, sightOf(window.document), (waiting) =>
    onProgress({ ...progress, waiting }),
  );
  const sink: CaptureSink = {
    begin: async (head) => tell({ kind: 'head', head, total: head.table.rowsOnPage }),
    chunk: async ({ rows }) => tell({ kind: 'rows', rows }),
    end: async ({ rows, notes, gathering }) => tell({ kind: 'end', rows, notes, gathering }),
  };
  port.onDisconnect.addListener(() => stop.abort());
  port.onMessage.addListener((raw) => {
    const order = parseLookOrder(raw);
    if (order === undefined) return;
    if (order.kind === 'pause') control.pause();
    else if (order.kind === 'resume') control.resume();
    else if (order.kind === 'enough') control.finish();
    else if (!started) {
      started = true;
      void run(order);
    }
  });

  async function run({ lookId, ref, all }: Extract<LookOrder, { kind: 'look' }>): Promise<void> {
    const options = {
      captureId: lookId,
      ref,
      columnsLeftOut: [],
      pageTitle: titleOfPage({ document: window.document, url: new URL(window.location.href) }),
      url: window.location.href,
      signal: stop.signal,
    };
    try {
      if (all) await collectAll(session, sink, control, globalThis, { ...options, onProgress });
      else await collectTable(session, sink, { ...options, onProgress: () => {} });
      // What was scrolled and turned back is drawn anew a moment later: that is our doing, and no change.
      if (all) await new Promise((done) => setTimeout(done, PUT_BACK_MS));
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
