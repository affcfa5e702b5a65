import type { Page } from '@playwright/test';

/** Blocks in the database that the root does not name: read past the engine, so that it can't hide any. */
export function strayBlocks(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('segment-lens'));
    const tx = db.transaction(['root', 'blocks']);
    const [rootRecord, keys] = await Promise.all([
      done(tx.objectStore('root').get('root')),
      done(tx.objectStore('blocks').getAllKeys()),
    ]);
    db.close();
    const named = new Set<unknown>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const item of value) walk(item);
      else if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value)) walk(item);
      else if (typeof value === 'string') named.add(value);
    };
    walk(rootRecord);
    return keys.filter((key) => !named.has(key)).length;
  });
}
