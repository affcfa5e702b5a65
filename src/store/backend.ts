import type { Inbox } from './inbox';
import type { RootRecord } from './root-record';
import type { SmallStore } from './small-stores';
import type { RecordParts } from './stored-records';

/** What a commit does besides moving the root, in the same transaction. */
export interface CommitExtras {
  /** Blocks that the new root no longer names. */
  readonly dropBlocks: readonly string[];
  readonly dropInbox: readonly string[];
  /** All small records and the inbox go as well. */
  readonly dropEverythingElse: boolean;
  /** Blocks that hold `StoredRecord`s to put, once all others are gone; they are dropped with it. */
  readonly putRecords: readonly string[];
}

/** The database as the store sees it: IndexedDB, or memory in unit tests. */
export interface Backend {
  readonly inbox: Inbox;
  /** The root, or null where there is none, and the blocks `pick` asks of it (of nothing), all from one moment. */
  read(pick: (root: RootRecord) => Iterable<string>): Promise<{
    readonly root: RootRecord | null;
    readonly blocks: ReadonlyMap<string, ArrayBuffer>;
  }>;
  /** Writes blocks under keys never used before. */
  putBlocks(blocks: ReadonlyMap<string, ArrayBuffer>): Promise<void>;
  /** Moves the root in one durable transaction, or leaves everything as it was. */
  commit(root: RootRecord, extras: CommitExtras): Promise<void>;
  blockKeys(): Promise<readonly string[]>;
  dropBlocks(keys: readonly string[]): Promise<void>;
  /** Another one after each write to the root or a small store, whoever made it; null where there was none. */
  stamp(): Promise<string | null>;
  all(store: SmallStore): Promise<ReadonlyMap<string, unknown>>;
  put(store: SmallStore, key: string, value: unknown): Promise<void>;
  drop(store: SmallStore, key: string): Promise<void>;
  /** The root and every record that is not a block, in order of store and key, all from one moment. */
  snapshot(): Promise<{ readonly root: RootRecord | null; readonly records: RecordParts }>;
  /** Names of the stores that hold records. */
  recordStores(): Promise<readonly string[]>;
  /** Whether the browser has promised not to throw the data away by itself. */
  persisted(): Promise<boolean>;
}
