import { AppError, type ErrorCode, isAbort } from '../../core/app-error';
import type { CollectNews, CollectOrder, CollectProgress } from '../../protocol/page-messages';
import type { CaptureSink } from './capture-sender';
import { collectTable } from './collect-table';
import { collectAll } from './gather/collect-all';
import { type GatherControl, gatherControl, sightOf } from './gather/gather-control';
import { type PageSession, titleOfPage } from './page-session';

export type StartOrder = Extract<CollectOrder, { readonly kind: 'start' }>;

/** One table being collected, whoever watches it. */
export interface Collecting {
  readonly captureId: string;
  readonly ref: string;
  readonly control: GatherControl;
  cancel(): void;
  /** Tells what is known now, then whatever comes. Answers how to stop listening. */
  watch(tell: (news: CollectNews) => void): () => void;
}

/** What a frame is collecting. A popup that closes stops nothing, and the next one finds it here. */
export interface Collectings {
  start(order: StartOrder): Collecting;
  of(captureId: string): Collecting | null;
  /** The one under way, the latest first. */
  underWay(): { readonly captureId: string; readonly ref: string } | null;
}

export function collectings(session: PageSession, sink: CaptureSink, window: Window): Collectings {
  const running = new Map<string, Collecting>();
  return {
    start(order) {
      const stop = new AbortController();
      const watchers = new Set<(news: CollectNews) => void>();
      let progress: CollectProgress = { rows: 0, total: null, page: 1, waiting: null };
      const tell = (news: CollectNews) => {
        for (const watcher of watchers) watcher(news);
      };
      const onProgress = (next: CollectProgress) => {
        progress = next;
        tell({ kind: 'progress', ...progress });
      };
      const control = gatherControl(stop.signal, sightOf(window.document), (waiting) =>
        onProgress({ ...progress, waiting }),
      );
      const collecting: Collecting = {
        captureId: order.captureId,
        ref: order.ref,
        control,
        cancel: () => stop.abort(),
        watch(watcher) {
          watchers.add(watcher);
          watcher({ kind: 'progress', ...progress });
          return () => watchers.delete(watcher);
        },
      };
      const work = async (): Promise<CollectNews> => {
        const options = {
          ...order,
          pageTitle: titleOfPage({ document: window.document, url: new URL(window.location.href) }),
          url: window.location.href,
          signal: stop.signal,
          onProgress,
        };
        try {
          if (order.all) {
            return { kind: 'done', ...(await collectAll(session, sink, control, globalThis, options)) };
          }
          return { kind: 'done', rows: await collectTable(session, sink, options), gathering: null };
        } catch (error) {
          return isAbort(error) ? { kind: 'cancelled' } : { kind: 'failed', code: codeOf(error) };
        }
      };
      running.set(order.captureId, collecting);
      void work().then((news) => {
        running.delete(order.captureId);
        tell(news);
      });
      return collecting;
    },
    of: (captureId) => running.get(captureId) ?? null,
    underWay() {
      const last = [...running.values()].at(-1);
      return last === undefined ? null : { captureId: last.captureId, ref: last.ref };
    },
  };
}

const codeOf = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'internal');
