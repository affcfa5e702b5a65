import { AppError } from '../core/app-error';
import type { Backend } from './backend';
import { type Database, dbCall, openDatabase, type RecordStore } from './database';
import { finished } from './finished';
import { inboxOf } from './inbox';
import { NOTHING_HELD, type RootRecord } from './root-record';
import { RecordParts, recordsOf } from './stored-records';

const ROOT = 'root';
const STAMP = 'stamp';

const recordStores = (db: Database): RecordStore[] =>
  [...db.objectStoreNames].filter((name) => name !== 'root' && name !== 'blocks');

/** What stands beside each other in the store of the root: the one under `ROOT`, the other under `STAMP`. */
type RootOrStamp = RootRecord | string;
const rootIn = async (store: { get(key: string): Promise<RootOrStamp | undefined> }) =>
  ((await store.get(ROOT)) as RootRecord | undefined) ?? null;
const stamp = (store: { put(value: RootOrStamp, key: string): Promise<unknown> }) =>
  store.put(crypto.randomUUID(), STAMP);

/**
 * The backend over IndexedDB. Opens on first use, and again after the browser has closed the connection.
 * `kept`: the `unlimitedStorage` permission keeps the data by itself, as it does in Chrome, whatever
 * `storage.persisted()` answers.
 */
export function idbBackend({ kept }: { readonly kept: boolean }): Backend {
  let opening: Promise<Database> | null = null;
  const database = (): Promise<Database> => {
    if (opening === null) {
      const mine = openDatabase(() => {
        if (opening === mine) opening = null;
      });
      opening = mine;
      mine.catch(() => {
        if (opening === mine) opening = null;
      });
    }
    return opening;
  };
  const call = <T>(body: (db: Database) => Promise<T>): Promise<T> =>
    dbCall(async () => body(await database()));

  return {
    inbox: inboxOf(database),

    read: (pick) =>
      call(async (db) => {
        // One transaction: a writer that drops old blocks waits until this look is over.
        const tx = db.transaction(['root', 'blocks'], 'readonly');
        const root = await rootIn(tx.objectStore('root'));
        const keys = [...pick(root ?? NOTHING_HELD)];
        const store = tx.objectStore('blocks');
        const found = await Promise.all(keys.map((key) => store.get(key)));
        await tx.done;
        const blocks = new Map<string, ArrayBuffer>();
        keys.forEach((key, i) => {
          const block = found[i];
          if (block === undefined) throw new AppError('db/vanished');
          blocks.set(key, block);
        });
        return { root, blocks };
      }),

    putBlocks: (blocks) =>
      call(async (db) => {
        // Nothing points at them yet: it is the commit that must be durable, and it comes after in the same log.
        const tx = db.transaction('blocks', 'readwrite', { durability: 'relaxed' });
        const puts = [...blocks].map(([key, block]) => tx.store.add(block, key));
        await finished(tx, puts);
      }),

    commit: (root, { dropBlocks, dropInbox, dropEverythingElse, putRecords }) =>
      call(async (db) => {
        const others = recordStores(db);
        const tx = db.transaction(['root', 'blocks', ...others], 'readwrite', { durability: 'strict' });
        const work: Promise<unknown>[] = [];
        try {
          work.push(tx.objectStore('root').put(root, ROOT), stamp(tx.objectStore('root')));
          for (const id of dropInbox) {
            work.push(tx.objectStore('inboxHeads').delete(id));
            work.push(tx.objectStore('inboxChunks').delete(IDBKeyRange.bound([id, 0], [id, Infinity])));
          }
          if (dropEverythingElse) for (const store of others) work.push(tx.objectStore(store).clear());
          // A part at a time: whoever restores much has no room for all of it.
          for (const part of putRecords) {
            const block = await tx.objectStore('blocks').get(part);
            if (block === undefined) throw new AppError('db/vanished');
            for (const { store, key, value } of recordsOf(block)) {
              const into = tx.objectStore(store as RecordStore);
              work.push(
                into.keyPath === null ? into.put(value as never, key as never) : into.put(value as never),
              );
            }
          }
          for (const key of [...dropBlocks, ...putRecords]) work.push(tx.objectStore('blocks').delete(key));
          await finished(tx, work);
        } catch (error) {
          // What was asked for so far would be kept, if only our own part of the work has failed.
          void Promise.allSettled([...work, tx.done]);
          try {
            tx.abort();
          } catch {
            // Already aborted by the failure that brought us here.
          }
          throw error;
        }
      }),

    snapshot: () =>
      call(async (db) => {
        const others = recordStores(db);
        const tx = db.transaction(['root', ...others], 'readonly');
        const root = await rootIn(tx.objectStore('root'));
        const records = new RecordParts();
        for (const name of others) {
          // One by one: a chunk of the inbox is large, and all of them may not fit.
          for (
            let cursor = await tx.objectStore(name).openCursor();
            cursor !== null;
            cursor = await cursor.continue()
          )
            records.add({ store: name, key: cursor.key as string | [string, number], value: cursor.value });
        }
        await tx.done;
        records.flush();
        return { root, records };
      }),
    recordStores: () => call(async (db) => recordStores(db)),

    blockKeys: () => call((db) => db.getAllKeys('blocks')),

    dropBlocks: (keys) =>
      call(async (db) => {
        const tx = db.transaction('blocks', 'readwrite', { durability: 'relaxed' });
        await finished(
          tx,
          keys.map((key) => tx.store.delete(key)),
        );
      }),

    stamp: () => call(async (db) => ((await db.get('root', STAMP)) as string | undefined) ?? null),

    all: (store) =>
      call(async (db) => {
        const tx = db.transaction(store, 'readonly');
        const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
        return new Map(keys.map((key, i) => [key, values[i]]));
      }),

    put: (store, key, value) =>
      call(async (db) => {
        const tx = db.transaction([store, 'root'], 'readwrite', { durability: 'strict' });
        await finished(tx, [tx.objectStore(store).put(value, key), stamp(tx.objectStore('root'))]);
      }),

    drop: (store, key) =>
      call(async (db) => {
        const tx = db.transaction([store, 'root'], 'readwrite', { durability: 'strict' });
        await finished(tx, [tx.objectStore(store).delete(key), stamp(tx.objectStore('root'))]);
      }),

    persisted: async () => kept || navigator.storage.persisted(),
  };
}
