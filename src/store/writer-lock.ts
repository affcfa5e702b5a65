import { AppError } from '../core/app-error';

export const WRITER_LOCK = 'segment-lens-write';

/** The part of `navigator.locks` that writers need; unit tests give their own. */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly signal?: AbortSignal; readonly ifAvailable?: boolean },
    body: (lock: unknown) => Promise<T>,
  ): Promise<T>;
}

/** One writer among all pages and workers. Waits for the one before it; the signal ends the waiting. */
export function asWriter<T>(locks: Locks, signal: AbortSignal, body: () => Promise<T>): Promise<T> {
  return locks.request(WRITER_LOCK, { signal }, body);
}

/** As `asWriter`, but at once or not at all. @throws AppError `lock/busy`. */
export function asWriterNow<T>(locks: Locks, body: () => Promise<T>): Promise<T> {
  return locks.request(WRITER_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) throw new AppError('lock/busy');
    return body();
  });
}

/** Locks within one process, first come first served. */
export function memoryLocks(): Locks {
  const queues = new Map<string, Promise<unknown>>();
  return {
    async request(name, { signal, ifAvailable }, body) {
      signal?.throwIfAborted();
      const before = queues.get(name);
      if (before !== undefined && ifAvailable === true) return body(null);
      let release = () => {};
      const mine = new Promise<void>((resolve) => {
        release = resolve;
      });
      const tail = (before ?? Promise.resolve()).then(() => mine);
      queues.set(name, tail);
      try {
        await before;
        signal?.throwIfAborted();
        return await body({ name });
      } finally {
        release();
        if (queues.get(name) === tail) queues.delete(name);
      }
    },
  };
}
