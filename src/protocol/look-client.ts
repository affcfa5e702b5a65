import { AppError } from '../core/app-error';
import type { CaptureHead } from '../core/page-capture';
import { browser } from '../platform/browser';
import { bringGathering } from './bring-gathering';
import { type LookOrder, parseLookNews } from './look-messages';
import type { CollectSteer } from './page-client';
import { type CollectProgress, LOOK_PORT } from './page-messages';
import { splitRef } from './table-ref';

/** One table of a page, as it was read. Nothing of it was stored. */
export interface LookedTable {
  readonly head: CaptureHead;
  readonly rows: readonly (readonly string[])[];
}

export interface LookRequest {
  readonly tabId: number;
  /** `OfferedTable.ref`, as `offerOfTab` gives it. */
  readonly ref: string;
  /** All rows are gathered, beyond those shown too; told how far that is, and given how to steer it. */
  readonly all?: {
    readonly onProgress: (progress: CollectProgress) => void;
    readonly onStarted: (steer: CollectSteer) => void;
  };
  readonly onProgress: (rows: number, total: number) => void;
  /** The table is another one now, or gone with its page; at most once a second, until `signal` is aborted. */
  readonly onChanged: () => void;
  /** Ends the reading, and afterwards the watching. */
  readonly signal: AbortSignal;
}

/**
 * Reads one table, or gathers all its rows, into this page's memory and goes on watching it.
 * @throws AppError `page/gone`, `page/no-answer`; AbortError.
 */
export async function lookAtTable(request: LookRequest): Promise<LookedTable> {
  const { tabId, signal, all, onProgress, onChanged } = request;
  const [frameId, ref] = splitRef(request.ref);
  if (all) await bringGathering(tabId, frameId);
  signal.throwIfAborted();
  return new Promise<LookedTable>((resolve, reject) => {
    const port = browser.tabs.connect(tabId, { name: LOOK_PORT, frameId });
    const rows: (readonly string[])[] = [];
    let head: CaptureHead | null = null;
    let total = 0;
    let read = false;
    const fail = (error: unknown) => {
      port.disconnect();
      reject(error);
    };
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    port.onDisconnect.addListener(() => {
      if (signal.aborted) return;
      if (read) onChanged();
      else reject(new AppError('page/gone'));
    });
    port.onMessage.addListener((raw: unknown) => {
      const news = parseLookNews(raw);
      if (news === undefined || signal.aborted) return;
      switch (news.kind) {
        case 'progress':
          all?.onProgress(news);
          break;
        case 'head':
          [head, total] = [news.head, news.total];
          break;
        case 'rows':
          for (const row of news.rows) rows.push(row);
          if (!all) onProgress(rows.length, total);
          break;
        case 'end':
          if (head === null || rows.length !== news.rows) return fail(new AppError('page/no-answer'));
          read = true;
          resolve({
            head: {
              ...head,
              notes: [...new Set([...head.notes, ...news.notes])],
              gathering: news.gathering,
            },
            rows,
          });
          break;
        case 'failed':
          return fail(new AppError(news.code));
        case 'changed':
          if (read) onChanged();
      }
    });
    const send = (order: LookOrder) => port.postMessage(order);
    send({ kind: 'look', lookId: crypto.randomUUID(), ref, all: all !== undefined });
    all?.onStarted({
      pause: () => send({ kind: 'pause' }),
      resume: () => send({ kind: 'resume' }),
      finish: () => send({ kind: 'enough' }),
    });
  });
}
