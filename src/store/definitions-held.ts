import { DATABASE_NAME } from './database-name';
import type { RootRecord } from './root-record';

/** What decides how segments come out: the version of the data, and what was saved of segments and occasions. */
export interface DefinitionsHeld {
  readonly dataVersion: number;
  /** As they stand in their records. */
  readonly segments: readonly unknown[];
  readonly occasions: unknown;
}

/**
 * Read in one look and without the code of the store, for a page that is drawn before any of it is loaded. Null where
 * there is no database; none is made. @throws DOMException
 */
export async function definitionsHeld(): Promise<DefinitionsHeld | null> {
  const db = await opened();
  if (db === null) return null;
  try {
    const tx = db.transaction(['root', 'segments', 'segmentSettings'], 'readonly');
    const [root, segments, occasions] = await Promise.all([
      answered<RootRecord | undefined>(tx.objectStore('root').get('root')),
      answered<unknown[]>(tx.objectStore('segments').getAll()),
      answered<unknown>(tx.objectStore('segmentSettings').get('occasions')),
    ]);
    return { dataVersion: root?.dataVersion ?? 0, segments, occasions: occasions ?? null };
  } finally {
    db.close();
  }
}

function opened(): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME);
    let made = false;
    request.onupgradeneeded = () => {
      // There was none: the store makes it, in its own form.
      made = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (made ? resolve(null) : reject(request.error));
  });
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
