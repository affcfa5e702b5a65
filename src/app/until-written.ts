import type { Store } from '../store/store';

/** Answers what `read` gives of the store, which is read again once any worker has written to it. */
export function untilWritten<T>(store: Pick<Store, 'stamp'>, read: () => Promise<T>): () => Promise<T> {
  let last: { readonly stamp: string; readonly value: T } | null = null;
  return async () => {
    // Before the reading: what is written in between is read for an older stamp, and read again next time.
    const stamp = await store.stamp();
    if (last !== null && last.stamp === stamp) return last.value;
    const value = await read();
    last = stamp === null ? null : { stamp, value };
    return value;
  };
}
