import { AppError } from '../core/app-error';
import type { Backend, CommitExtras } from './backend';
import type { Inbox } from './inbox';
import { blockKeys, type Packed, type PackedTexts, pack, unpack } from './packed';
import { keysOf, type MadeOfData, NOTHING_HELD, type RootRecord } from './root-record';
import type { SmallStore } from './small-stores';
import type { RecordParts } from './stored-records';
import { asWriter, asWriterNow, type Locks } from './writer-lock';

/**
 * Everything kept on this computer. Readers see committed data only; a writer stages blocks under keys nothing
 * points at and moves the root in one strict transaction, so that whatever dies in between leaves what was before.
 */
export interface Store {
  readonly inbox: Inbox;
  root(): Promise<RootRecord>;
  /**
   * As long as it is the same, so are the root and all small records, for every worker; null says nothing. It is read in
   * a fraction of the time that they are.
   */
  stamp(): Promise<string | null>;
  /** What `pick` names of the root, from the same moment as the root. */
  read(pick: (root: RootRecord) => readonly Packed[]): Promise<{
    readonly root: RootRecord;
    readonly values: readonly unknown[];
  }>;
  /** Runs one writer at a time; whatever it staged and did not commit is dropped. */
  write<T>(signal: AbortSignal, body: (writer: Writer) => Promise<T>): Promise<T>;
  /** Drops blocks that a writer killed in its work has left; does nothing while another one writes. */
  sweep(): Promise<number>;
  records<T>(store: SmallStore): SmallRecords<T>;
  /**
   * Everything held, as it is at one moment: nobody writes data before `body` has ended. `blocks` reads those of the
   * root by their keys.
   */
  snapshot<T>(signal: AbortSignal, body: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  /** Names of the stores of small records and of the inbox, as backups call them. */
  recordStores(): Promise<readonly string[]>;
  health(): Promise<'ok' | 'not-persistent' | 'vanished'>;
}

export interface Snapshot {
  readonly root: RootRecord;
  readonly records: RecordParts;
  blocks(keys: readonly string[]): Promise<readonly ArrayBuffer[]>;
}

/** What a commit replaces; join decisions, settings and rates stay as they are where it says nothing of them. */
export type RootChange = Pick<RootRecord, 'captures' | 'dataset' | 'summary' | 'joinDecisions'> & {
  readonly settings?: RootRecord['settings'] | undefined;
  readonly rates?: RootRecord['rates'] | undefined;
  readonly erased?: RootRecord['erased'] | undefined;
};

export interface Writer {
  readonly root: RootRecord;
  /** `onBytes` is told how many bytes are written so far. */
  stage(value: unknown, onBytes?: (bytes: number) => void): Promise<Packed>;
  /** Keeps blocks as they are; answers the key of each. */
  stageBlocks(blocks: readonly ArrayBuffer[]): Promise<readonly string[]>;
  load(packed: readonly Packed[]): Promise<readonly unknown[]>;
  commit(change: RootChange, extras?: Partial<Omit<CommitExtras, 'dropBlocks'>>): Promise<RootRecord>;
  /** Puts what was made of the committed data beside it, or takes it away; the data stays, and so does its version. */
  keepBeside(made: { readonly [K in keyof MadeOfData]: MadeOfData[K] | undefined }): Promise<void>;
}

export interface SmallRecords<T> {
  all(): Promise<ReadonlyMap<string, T>>;
  put(key: string, value: T): Promise<void>;
  drop(key: string): Promise<void>;
}

/** Remembers the data version outside the database, which can come back empty without an error. */
export interface Sentinel {
  /** The last version known to have been committed; null where none ever was. */
  last(): number | null;
  committed(dataVersion: number): void;
}

/** Blocks are written in transactions of about this many bytes, one while the next is put together. */
const BATCH_BYTES = 4 << 20;

export function createStore(deps: {
  readonly backend: Backend;
  readonly locks: Locks;
  readonly sentinel: Sentinel;
  /** Unique for ever, such as a UUID. */
  readonly newId: () => string;
}): Store {
  const { backend, locks, sentinel, newId } = deps;
  const rootOf = (root: RootRecord | null): RootRecord => root ?? NOTHING_HELD;
  const vanished = (root: RootRecord | null): boolean => rootOf(root).dataVersion < (sentinel.last() ?? 0);

  const readTexts = async (pick: Parameters<Store['read']>[0], texts?: PackedTexts) => {
    let wanted: readonly Packed[] = [];
    const found = await backend.read((root) => {
      wanted = pick(root);
      return new Set(wanted.flatMap(blockKeys));
    });
    return {
      root: rootOf(found.root),
      values: wanted.map((packed) => unpack(packed, (key) => blockOf(found.blocks, key), texts)),
    };
  };
  const read: Store['read'] = (pick) => readTexts(pick);

  return {
    inbox: backend.inbox,
    root: async () => rootOf((await backend.read(() => [])).root),
    stamp: () => backend.stamp(),
    read,

    write: (signal, body) =>
      asWriter(locks, signal, async () => {
        signal.throwIfAborted();
        const before = rootOf((await backend.read(() => [])).root);
        const staged = new Set<string>();
        const stageId = newId();
        const texts: PackedTexts = new Map();
        let open = true;
        const writer: Writer = {
          root: before,
          load: async (packed) => (await readTexts(() => packed, texts)).values,
          async stage(value, onBytes) {
            let batch = new Map<string, ArrayBuffer>();
            let bytes = 0;
            let written = 0;
            let writing = Promise.resolve();
            const flush = async () => {
              await writing;
              signal.throwIfAborted();
              const more = bytes;
              writing = backend.putBlocks(batch).then(() => {
                written += more;
                onBytes?.(written);
              });
              // Heard where it is waited for.
              writing.catch(() => {});
              batch = new Map();
              bytes = 0;
            };
            const packed = await pack(
              value,
              () => `${stageId}/${staged.size}`,
              async (key, block) => {
                staged.add(key);
                batch.set(key, block);
                bytes += block.byteLength;
                if (bytes >= BATCH_BYTES) await flush();
              },
              texts,
            );
            await flush();
            await writing;
            return packed;
          },
          async stageBlocks(blocks) {
            signal.throwIfAborted();
            const keyed = blocks.map((block) => {
              const key = `${stageId}/${staged.size}`;
              staged.add(key);
              return [key, block] as const;
            });
            await backend.putBlocks(new Map(keyed));
            return keyed.map(([key]) => key);
          },
          async commit(change, extras = {}) {
            if (!open) throw new AppError('internal');
            signal.throwIfAborted();
            // Made of the data before: in the same transaction as the data, it goes.
            const { badges: _, answers: __, ...dataBefore } = before;
            const carried: Partial<RootRecord> = extras.dropEverythingElse ? {} : dataBefore;
            const next = withoutAbsent<RootRecord>({
              joinDecisions: [],
              ...carried,
              ...change,
              format: 2,
              // Above the sentinel too, so that data kept after a loss is not taken for the lost.
              dataVersion: Math.max(before.dataVersion, sentinel.last() ?? 0) + 1,
            });
            const kept = keysOf(next);
            await backend.commit(next, {
              dropInbox: [],
              dropEverythingElse: false,
              putRecords: [],
              ...extras,
              dropBlocks: [...keysOf(before), ...staged].filter((key) => !kept.has(key)),
            });
            open = false;
            sentinel.committed(next.dataVersion);
            return next;
          },
          async keepBeside(made) {
            if (!open) throw new AppError('internal');
            signal.throwIfAborted();
            const next = withoutAbsent<RootRecord>({ ...before, ...made });
            const kept = keysOf(next);
            await backend.commit(next, {
              dropInbox: [],
              dropEverythingElse: false,
              putRecords: [],
              dropBlocks: [...keysOf(before), ...staged].filter((key) => !kept.has(key)),
            });
            open = false;
          },
        };
        try {
          return await body(writer);
        } finally {
          // If this fails too, the next sweep finds them.
          if (open && staged.size > 0) await backend.dropBlocks([...staged]).catch(() => {});
        }
      }),

    snapshot: (signal, body) =>
      asWriter(locks, signal, async () => {
        signal.throwIfAborted();
        const { root, records } = await backend.snapshot();
        return body({
          root: rootOf(root),
          records,
          async blocks(keys) {
            const found = await backend.read(() => keys);
            return keys.map((key) => blockOf(found.blocks, key));
          },
        });
      }),
    recordStores: () => backend.recordStores(),

    sweep: () =>
      asWriterNow(locks, async () => {
        // Holding the lock, no key out there is still being staged by anybody.
        const [{ root }, keys] = [await backend.read(() => []), await backend.blockKeys()];
        const kept = keysOf(rootOf(root));
        const stray = keys.filter((key) => !kept.has(key));
        if (stray.length > 0) await backend.dropBlocks(stray);
        return stray.length;
      }).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'lock/busy') return 0;
        throw error;
      }),

    records: <T>(store: SmallStore): SmallRecords<T> => ({
      all: async () => (await backend.all(store)) as ReadonlyMap<string, T>,
      put: (key, value) => backend.put(store, key, value),
      drop: (key) => backend.drop(store, key),
    }),

    async health() {
      if (vanished((await backend.read(() => [])).root)) return 'vanished';
      return (await backend.persisted()) ? 'ok' : 'not-persistent';
    },
  };
}

/** Without keys that hold nothing: IndexedDB would keep them. */
function withoutAbsent<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}

function blockOf(blocks: ReadonlyMap<string, ArrayBuffer>, key: string): ArrayBuffer {
  const block = blocks.get(key);
  if (block === undefined) throw new AppError('db/vanished');
  return block;
}
