import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from 'idb';
import { AppError, isAbort } from '../core/app-error';
import type { CaptureHead } from '../core/page-capture';
import { DATABASE_NAME } from './database-name';
import type { RootRecord } from './root-record';
import { SMALL_STORES, type SmallStore } from './small-stores';

/** One upgrade step a version: `MIGRATIONS[n]` takes a database of version n to n + 1. */
const MIGRATIONS: readonly ((db: IDBPDatabase<Schema>) => void)[] = [
  (db) => {
    db.createObjectStore('root');
    db.createObjectStore('blocks');
    db.createObjectStore('segments');
    db.createObjectStore('mappings');
    db.createObjectStore('snapshots');
    db.createObjectStore('inboxHeads', { keyPath: 'head.captureId' });
    db.createObjectStore('inboxChunks');
  },
  makeSmallStores,
  makeSmallStores,
  makeSmallStores,
  // Blocks of frames: an earlier build says that the data is newer, and does not take other numbers out of them.
  () => {},
];

/** Makes the stores of kinds that were not known before. */
function makeSmallStores(db: IDBPDatabase<Schema>): void {
  for (const name of SMALL_STORES) if (!db.objectStoreNames.contains(name)) db.createObjectStore(name);
}

type SmallRecordStores = { [name in SmallStore]: { key: string; value: unknown } };

export interface Schema extends DBSchema, SmallRecordStores {
  /** `'root'`: what is committed. `'stamp'`: anything, but never twice the same, put by each write to it and to small stores. */
  root: { key: string; value: RootRecord | string };
  /** Immutable: a key is written once and never again. A block no root names is nobody's. */
  blocks: { key: string; value: ArrayBuffer };
  inboxHeads: { key: string; value: InboxHead };
  inboxChunks: { key: [captureId: string, index: number]; value: readonly (readonly string[])[] };
}

/** Stores of records that stand by themselves: all but the root and its blocks. */
export type RecordStore = Exclude<keyof Schema & StoreNames<Schema>, 'root' | 'blocks'>;

export interface InboxHead {
  readonly head: CaptureHead;
  /** Epoch ms. */
  readonly receivedAt: number;
  /** Rows of each chunk received, by its index; chunks may be sent again. */
  readonly chunkRows: readonly number[];
  readonly complete: boolean;
}

export type Database = IDBPDatabase<Schema>;

/** @throws AppError `db/newer-schema`, `db/blocked`, `db/quota`, `db/failed`. */
export async function openDatabase(onLost: () => void = () => {}): Promise<Database> {
  return dbCall(
    () =>
      new Promise<Database>((resolve, reject) => {
        let opened: Database | null = null;
        let waitedFor = true;
        openDB<Schema>(DATABASE_NAME, MIGRATIONS.length, {
          upgrade(db, from) {
            for (const migrate of MIGRATIONS.slice(from)) migrate(db);
          },
          blocked() {
            waitedFor = false;
            reject(new AppError('db/blocked'));
          },
          // A newer build in another tab wants to migrate: let it, and open again on the next call.
          blocking() {
            opened?.close();
            onLost();
          },
          terminated: onLost,
        }).then((db) => {
          // Nobody waits any more for one that was blocked: left open, it would block the next.
          if (!waitedFor) return db.close();
          opened = db;
          resolve(db);
        }, reject);
      }),
  );
}

const NO_ROOM = /quota|no.space|full disk|failed to write blobs/i;

/** Runs a database call and turns what the browser throws into codes. */
export async function dbCall<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw asAppError(cause);
  }
}

function asAppError(cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  // Of a full disk the message is all there is, in both browsers. What Chromium could not write into a file of its own
  // (a large block) it says no more of than that, and want of room is what it mostly is.
  const message = cause instanceof Error ? cause.message : '';
  if (name === 'QuotaExceededError' || NO_ROOM.test(message)) return new AppError('db/quota', { cause });
  if (name === 'VersionError') return new AppError('db/newer-schema', { cause });
  if (isAbort(cause) && !(cause instanceof DOMException && /transaction/i.test(message))) return cause;
  return new AppError('db/failed', { cause });
}
