import { AppError } from '../core/app-error';
import type { CallOptions, EngineClient } from './engine-api';
import { ENGINE_METHODS, fromWire, parseFromWorker, type ToWorker } from './rpc';

/** The part of `Worker` the bridge uses. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: { readonly data?: unknown; readonly message?: unknown }) => void,
  ): void;
  terminate(): void;
}

export interface Host {
  spawn(): WorkerLike;
  /** The data version remembered outside the database; null where none was. */
  lastVersion(): Promise<number | null>;
  committed(dataVersion: number): void;
}

export interface Lifetime {
  /** Has the worker load before it is asked anything; what keeps it from starting is heard by the first call. */
  readonly start: () => void;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly options: CallOptions;
}

/**
 * The engine as methods. Its worker starts with the first call, or with `start`; one that dies fails what it was asked
 * (`rpc/worker-died`) and the next call starts another.
 */
export function engineBridge(host: Host): EngineClient & Lifetime {
  let worker: Promise<WorkerLike> | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  const settle = (id: number): Waiting | undefined => {
    const call = waiting.get(id);
    waiting.delete(id);
    return call;
  };
  const failAll = (error: AppError) => {
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
  };

  const start = async (): Promise<WorkerLike> => {
    // It loads while the version is looked up.
    const mine = host.spawn();
    let dead: AppError | null = null;
    const die = (cause: unknown) => {
      dead = new AppError('rpc/worker-died', { cause });
      mine.terminate();
      worker = null;
      failAll(new AppError('rpc/worker-died', { cause }));
    };
    mine.addEventListener('error', (event) => die(event.message));
    mine.addEventListener('messageerror', () => die('messageerror'));
    mine.addEventListener('message', ({ data }) => {
      const message = parseFromWorker(data);
      switch (message.kind) {
        case 'committed':
          return host.committed(message.dataVersion);
        case 'progress':
          return waiting.get(message.id)?.options.onProgress?.(message.progress);
        case 'answer':
          return settle(message.id)?.resolve(message.answer ?? undefined);
        case 'error':
          return settle(message.id)?.reject(fromWire(message.error));
      }
    });
    try {
      mine.postMessage({ kind: 'hello', lastVersion: await host.lastVersion() });
    } catch (error) {
      mine.terminate();
      throw error;
    }
    if (dead !== null) throw dead;
    return mine;
  };

  const started = (): Promise<WorkerLike> => {
    if (worker !== null) return worker;
    const mine = start().catch((error: unknown) => {
      // Another may have been started since.
      if (worker === mine) worker = null;
      throw new AppError('rpc/worker-died', { cause: error });
    });
    worker = mine;
    return mine;
  };

  const call = async (method: keyof EngineClient, request: unknown, options: CallOptions) => {
    const { signal } = options;
    signal?.throwIfAborted();
    const mine = await started();
    signal?.throwIfAborted();
    const id = nextId++;
    // The worker settles an aborted call itself, once it has cleaned up: only then is the work really over.
    const onAbort = () => mine.postMessage({ kind: 'abort', id });
    try {
      return await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject, options });
        signal?.addEventListener('abort', onAbort, { once: true });
        mine.postMessage({ kind: 'call', id, method, request });
      });
    } finally {
      waiting.delete(id);
      signal?.removeEventListener('abort', onAbort);
    }
  };

  const methods = Object.fromEntries(
    ENGINE_METHODS.map((method) => [
      method,
      (request: unknown, options: CallOptions = {}) => call(method, request, options),
    ]),
  ) as unknown as EngineClient;
  return {
    ...methods,
    start() {
      started().catch(() => {});
    },
    close() {
      const open = worker;
      worker = null;
      failAll(new AppError('rpc/worker-died'));
      void open?.then((w) => w.terminate());
    },
  };
}
