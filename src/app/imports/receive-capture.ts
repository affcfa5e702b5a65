import { AppError } from '../../core/app-error';
import type { CaptureChunk, CaptureEnd, CaptureHead } from '../../core/page-capture';
import type { Inbox } from '../../store/inbox';

/** The frame a capture was asked of. */
export interface CaptureSource {
  readonly tabId: number;
  readonly frameId: number;
}

/** Captures that a person asked for and that have not ended; outlives the background between two chunks. */
export interface ExpectedCaptures {
  get(captureId: string): Promise<CaptureSource | null>;
  put(captureId: string, source: CaptureSource): Promise<void>;
  delete(captureId: string): Promise<void>;
  ids(): Promise<readonly string[]>;
}

export interface ReceiveDeps {
  readonly inbox: () => Promise<Inbox>;
  readonly expected: ExpectedCaptures;
  /** Epoch ms. */
  readonly now: () => number;
}

/** A capture begun so long ago lost its page before it could end. */
const STALE_AFTER_MS = 12 * 60 * 60 * 1000;

/**
 * Takes captures in as they come, chunk by chunk. Keeps nothing in memory: between any two calls the background
 * may have been stopped and started. A chunk is taken only from the frame a person asked.
 *
 * ```
 *  expect ──► begin ──► chunk … chunk ──► end      any of them may be sent again
 *     │          └────────────┴──► abandon: as if never begun
 *     └─ never begun: forgotten with the session
 * ```
 */
export function receiveCaptures({ inbox, expected, now }: ReceiveDeps) {
  const admit = async (captureId: string, from: CaptureSource): Promise<void> => {
    const source = await expected.get(captureId);
    if (source === null || source.tabId !== from.tabId || source.frameId !== from.frameId) {
      throw new AppError('page/not-allowed');
    }
  };

  return {
    async expect(captureId: string, source: CaptureSource): Promise<void> {
      await sweep(await inbox(), expected, now());
      await expected.put(captureId, source);
    },

    async begin(head: CaptureHead, from: CaptureSource): Promise<void> {
      await admit(head.captureId, from);
      await (await inbox()).begin(head, now());
    },

    async chunk(chunk: CaptureChunk, from: CaptureSource): Promise<void> {
      await admit(chunk.captureId, from);
      await (await inbox()).append(chunk);
    },

    /** Forgets the expectation only once the inbox holds the whole; an end that is sent again is no failure. */
    async end(end: CaptureEnd, from: CaptureSource): Promise<void> {
      if ((await expected.get(end.captureId)) === null && (await isComplete(await inbox(), end))) return;
      await admit(end.captureId, from);
      await (await inbox()).end(end);
      await expected.delete(end.captureId);
    },

    async abandon(captureId: string): Promise<void> {
      await expected.delete(captureId);
      const held = (await (await inbox()).list()).find((r) => r.head.captureId === captureId);
      // What is complete belongs to the person by now; it is discarded from the workspace, not from here.
      if (held !== undefined && !held.complete) await (await inbox()).discard(captureId);
    },
  };
}

async function isComplete(inbox: Inbox, end: CaptureEnd): Promise<boolean> {
  const held = (await inbox.list()).find((r) => r.head.captureId === end.captureId);
  return held?.complete === true && held.rows === end.rows;
}

async function sweep(inbox: Inbox, expected: ExpectedCaptures, now: number): Promise<void> {
  const waiting = new Set(await expected.ids());
  for (const { head, complete, receivedAt } of await inbox.list()) {
    if (complete) continue;
    if (!waiting.has(head.captureId) || now - receivedAt > STALE_AFTER_MS) {
      await inbox.discard(head.captureId);
      await expected.delete(head.captureId);
    }
  }
}
