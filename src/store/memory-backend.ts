import { AppError } from '../core/app-error';
import type { CaptureHead } from '../core/page-capture';
import type { Backend } from './backend';
import type { InboxHead } from './database';
import type { Inbox } from './inbox';
import { NOTHING_HELD, type RootRecord } from './root-record';
import { SMALL_STORES, type SmallStore } from './small-stores';
import { compareKeys, RecordParts, recordsOf, type StoredRecord } from './stored-records';

/** The backend of unit tests: keeps to the contract, structured clones included, and nothing outlives it. */
export function memoryBackend(): Backend & { readonly blocks: Map<string, ArrayBuffer> } {
  let root: RootRecord | null = null;
  let writes = 0;
  const blocks = new Map<string, ArrayBuffer>();
  const small = Object.fromEntries(SMALL_STORES.map((name) => [name, new Map()])) as Record<
    SmallStore,
    Map<string, unknown>
  >;
  const { inbox, captures } = memoryInbox();
  const stores: readonly string[] = ['inboxChunks', 'inboxHeads', ...SMALL_STORES];

  return {
    blocks,
    inbox,
    async read(pick) {
      const found = new Map<string, ArrayBuffer>();
      for (const key of pick(root ?? NOTHING_HELD)) {
        const block = blocks.get(key);
        if (block === undefined) throw new AppError('db/vanished');
        found.set(key, block.slice(0));
      }
      return { root: structuredClone(root), blocks: found };
    },
    async putBlocks(more) {
      for (const [key, block] of more) {
        if (blocks.has(key)) throw new AppError('db/failed');
        blocks.set(key, block.slice(0));
      }
    },
    async commit(next, { dropBlocks, dropInbox, dropEverythingElse, putRecords }) {
      // Read before anything changes: what can't be read leaves all as it was.
      const put = putRecords.flatMap((part) => recordsOf(blocks.get(part) ?? new ArrayBuffer()));
      if (put.some(({ store }) => !stores.includes(store))) throw new AppError('db/failed');
      root = structuredClone(next);
      writes++;
      for (const key of dropBlocks) blocks.delete(key);
      for (const id of dropInbox) captures.delete(id);
      if (dropEverythingElse) for (const map of [captures, ...Object.values(small)]) map.clear();
      for (const record of put) {
        if (!inboxPut(captures, record))
          small[record.store as SmallStore].set(record.key as string, record.value);
      }
      for (const key of putRecords) blocks.delete(key);
    },
    async snapshot() {
      const records = new RecordParts();
      const all = [
        ...SMALL_STORES.flatMap((store) =>
          [...small[store]].map(([key, value]): StoredRecord => ({ store, key, value })),
        ),
        ...inboxRecords(captures),
      ];
      const order = (a: StoredRecord, b: StoredRecord) =>
        compareKeys(a.store, b.store) || compareKeys(a.key, b.key);
      for (const record of all.sort(order)) records.add(record);
      records.flush();
      return { root: structuredClone(root), records };
    },
    recordStores: async () => stores,
    blockKeys: async () => [...blocks.keys()],
    async dropBlocks(keys) {
      for (const key of keys) blocks.delete(key);
    },
    stamp: async () => (writes === 0 ? null : String(writes)),
    all: async (store) => structuredClone(small[store]),
    async put(store, key, value) {
      small[store].set(key, structuredClone(value));
      writes++;
    },
    async drop(store, key) {
      small[store].delete(key);
      writes++;
    },
    persisted: async () => true,
  };
}

interface Held {
  readonly head: CaptureHead;
  readonly receivedAt: number;
  readonly chunks: Map<number, readonly (readonly string[])[]>;
  readonly complete: boolean;
}

/** The inbox as IndexedDB holds it. */
function inboxRecords(captures: ReadonlyMap<string, Held>): readonly StoredRecord[] {
  return [...captures].flatMap(([id, { chunks, ...held }]): StoredRecord[] => {
    const indices = [...chunks.keys()].sort((a, b) => a - b);
    const chunkRows = Array.from(
      { length: (indices.at(-1) ?? -1) + 1 },
      (_, i) => chunks.get(i)?.length ?? -1,
    );
    const { head, receivedAt, complete } = held;
    return [
      { store: 'inboxHeads', key: id, value: { head, receivedAt, chunkRows, complete } satisfies InboxHead },
      ...indices.map((i): StoredRecord => ({ store: 'inboxChunks', key: [id, i], value: chunks.get(i) })),
    ];
  });
}

/** False for a record of another store. */
function inboxPut(captures: Map<string, Held>, { store, key, value }: StoredRecord): boolean {
  if (store === 'inboxHeads') {
    const { head, receivedAt, complete } = value as InboxHead;
    const chunks = captures.get(head.captureId)?.chunks ?? new Map();
    captures.set(head.captureId, { head, receivedAt, complete, chunks });
    return true;
  }
  if (store !== 'inboxChunks') return false;
  const [id, index] = key as [string, number];
  const held = captures.get(id) ?? {
    head: {} as CaptureHead,
    receivedAt: 0,
    complete: false,
    chunks: new Map(),
  };
  held.chunks.set(index, value as readonly (readonly string[])[]);
  captures.set(id, held);
  return true;
}

function memoryInbox(): { inbox: Inbox; captures: Map<string, Held> } {
  const captures = new Map<string, Held>();
  const rowsOf = (held: Held) => [...held.chunks.values()].reduce((sum, rows) => sum + rows.length, 0);
  const inbox: Inbox = {
    async begin(head, now) {
      captures.set(head.captureId, { head, receivedAt: now, chunks: new Map(), complete: false });
    },
    async append({ captureId, index, rows }) {
      const held = captures.get(captureId);
      if (held === undefined || held.complete) throw new AppError('rpc/bad-message');
      held.chunks.set(index, rows);
    },
    async end({ captureId, rows, notes, gathering }) {
      const held = captures.get(captureId);
      if (held === undefined || rowsOf(held) !== rows) throw new AppError('rpc/bad-message');
      const head = { ...held.head, notes: [...new Set([...held.head.notes, ...notes])], gathering };
      captures.set(captureId, { ...held, head, complete: true });
    },
    list: async () =>
      [...captures.values()]
        .map((held) => ({
          head: held.head,
          receivedAt: held.receivedAt,
          rows: rowsOf(held),
          complete: held.complete,
        }))
        .sort((a, b) => a.receivedAt - b.receivedAt),
    async *rows(captureId) {
      const held = captures.get(captureId);
      for (const index of [...(held?.chunks.keys() ?? [])].sort((a, b) => a - b)) {
        yield held?.chunks.get(index) ?? [];
      }
    },
    async discard(captureId) {
      captures.delete(captureId);
    },
  };
  return { inbox, captures };
}
