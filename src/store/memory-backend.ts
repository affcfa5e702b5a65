import { AppError } from '../core/app-error';
import type { CaptureHead } from '../core/page-capture';
import type { Backend } from './backend';
import type { Inbox } from './inbox';
import type { RootRecord } from './root-record';
import { SMALL_STORES, type SmallStore } from './small-stores';

/** The backend of unit tests: keeps to the contract, structured clones included, and nothing outlives it. */
export function memoryBackend(): Backend & { readonly blocks: Map<string, ArrayBuffer> } {
  let root: RootRecord | null = null;
  const blocks = new Map<string, ArrayBuffer>();
  const small = Object.fromEntries(SMALL_STORES.map((name) => [name, new Map()])) as Record<
    SmallStore,
    Map<string, unknown>
  >;
  const { inbox, captures } = memoryInbox();

  return {
    blocks,
    inbox,
    async read(pick) {
      const found = new Map<string, ArrayBuffer>();
      for (const key of root === null ? [] : pick(root)) {
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
    async commit(next, { dropBlocks, dropInbox, dropEverythingElse }) {
      root = structuredClone(next);
      for (const key of dropBlocks) blocks.delete(key);
      for (const id of dropInbox) captures.delete(id);
      if (dropEverythingElse) for (const map of [captures, ...Object.values(small)]) map.clear();
    },
    blockKeys: async () => [...blocks.keys()],
    async dropBlocks(keys) {
      for (const key of keys) blocks.delete(key);
    },
    all: async (store) => structuredClone(small[store]),
    async put(store, key, value) {
      small[store].set(key, structuredClone(value));
    },
    async drop(store, key) {
      small[store].delete(key);
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
    async end({ captureId, rows, notes }) {
      const held = captures.get(captureId);
      if (held === undefined || rowsOf(held) !== rows) throw new AppError('rpc/bad-message');
      const head = { ...held.head, notes: [...new Set([...held.head.notes, ...notes])] };
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
