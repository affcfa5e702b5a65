import { AppError } from '../core/app-error';
import type { CaptureChunk, CaptureEnd, CaptureHead } from '../core/page-capture';
import { type Database, dbCall, type InboxHead, openDatabase } from './database';

/** A page capture waiting to be looked at and kept. */
export interface InboxRecord {
  readonly head: CaptureHead;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly rows: number;
  /** False while chunks are still coming in. */
  readonly complete: boolean;
}

/**
 * Captures as the background receives them, strings only, kept outside the committed data.
 * Calls reject with AppError `db/*`; `rpc/bad-message` where a chunk or an end fits no capture that was begun.
 */
export interface Inbox {
  /** Begins a capture, or begins it again from nothing. */
  begin(head: CaptureHead, now: number): Promise<void>;
  /** The same index sent twice replaces itself: a background killed in between may be sent it again. */
  append(chunk: CaptureChunk): Promise<void>;
  /** Makes it complete and durable, its notes added to the head's; refuses where chunks are missing. */
  end(end: CaptureEnd): Promise<void>;
  /** Oldest first. */
  list(): Promise<readonly InboxRecord[]>;
  /** Chunk by chunk, in order. */
  rows(captureId: string): AsyncIterable<readonly (readonly string[])[]>;
  discard(captureId: string): Promise<void>;
}

export async function openInbox(): Promise<Inbox> {
  let lost = false;
  const open = () =>
    openDatabase(() => {
      lost = true;
    });
  let db = open();
  await db;
  return inboxOf(() => {
    if (lost) {
      lost = false;
      db = open();
    }
    return db;
  });
}

/** The inbox over a connection that someone else keeps. */
export function inboxOf(database: () => Promise<Database>): Inbox {
  const write = <T>(
    durability: IDBTransactionDurability,
    body: (tx: ReturnType<typeof begin>) => Promise<T>,
  ): Promise<T> =>
    dbCall(async () => {
      const tx = begin(await database(), durability);
      try {
        const result = await body(tx);
        await tx.done;
        return result;
      } catch (error) {
        tx.done.catch(() => {});
        try {
          tx.abort();
        } catch {
          // Already aborted by the failure that brought us here.
        }
        throw error;
      }
    });

  return {
    begin: (head, now) =>
      write('relaxed', async (tx) => {
        await tx.objectStore('inboxChunks').delete(chunksOf(head.captureId));
        await tx.objectStore('inboxHeads').put({ head, receivedAt: now, chunkRows: [], complete: false });
      }),

    append: (chunk) =>
      write('relaxed', async (tx) => {
        const held = await tx.objectStore('inboxHeads').get(chunk.captureId);
        if (held === undefined || held.complete) throw new AppError('rpc/bad-message');
        const chunkRows = [...held.chunkRows];
        while (chunkRows.length < chunk.index) chunkRows.push(NOT_RECEIVED);
        chunkRows[chunk.index] = chunk.rows.length;
        await tx.objectStore('inboxChunks').put(chunk.rows, [chunk.captureId, chunk.index]);
        await tx.objectStore('inboxHeads').put({ ...held, chunkRows });
      }),

    end: (end) =>
      write('strict', async (tx) => {
        const held = await tx.objectStore('inboxHeads').get(end.captureId);
        const whole =
          held !== undefined && !held.chunkRows.includes(NOT_RECEIVED) && rowsOf(held) === end.rows;
        if (!whole) throw new AppError('rpc/bad-message');
        const notes = [...new Set([...held.head.notes, ...end.notes])];
        await tx
          .objectStore('inboxHeads')
          .put({ ...held, head: { ...held.head, notes, gathering: end.gathering }, complete: true });
      }),

    list: () =>
      dbCall(async () => {
        const heads = await (await database()).getAll('inboxHeads');
        return heads
          .map((h) => ({
            head: h.head,
            receivedAt: h.receivedAt,
            rows: rowsOf(h),
            complete: h.complete,
          }))
          .sort((a, b) => a.receivedAt - b.receivedAt);
      }),

    async *rows(captureId) {
      const db = await database();
      const held = await dbCall(() => db.get('inboxHeads', captureId));
      for (let index = 0; index < (held?.chunkRows.length ?? 0); index++) {
        const rows = await dbCall(() => db.get('inboxChunks', [captureId, index]));
        if (rows === undefined) throw new AppError('import/source-gone');
        yield rows;
      }
    },

    discard: (captureId) =>
      write('strict', async (tx) => {
        await tx.objectStore('inboxHeads').delete(captureId);
        await tx.objectStore('inboxChunks').delete(chunksOf(captureId));
      }),
  };
}

const NOT_RECEIVED = -1;

const begin = (db: Database, durability: IDBTransactionDurability) =>
  db.transaction(['inboxHeads', 'inboxChunks'], 'readwrite', { durability });

const rowsOf = (held: InboxHead): number => held.chunkRows.reduce((sum, n) => sum + Math.max(0, n), 0);

const chunksOf = (captureId: string): IDBKeyRange => IDBKeyRange.bound([captureId, 0], [captureId, Infinity]);
