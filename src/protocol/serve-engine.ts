import { AppError } from '../core/app-error';
import type { Progress } from '../ingest/survey';
import type { EngineClient } from './engine-api';
import { type FromWorker, parseToWorker, toWire } from './rpc';

/** The worker's own global scope, or one end of a MessageChannel in tests. */
export interface Port {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Progress within a stage goes out at most this often; its last may be skipped, a new stage never is. */
const PROGRESS_EVERY_MS = 50;

/**
 * Answers calls that come over a port. `start` is given what the page knows from outside the database, before the
 * first call is answered, and tells of each commit through `committed`.
 */
export function serveEngine(
  port: Port,
  now: () => number,
  start: (lastVersion: number | null, committed: (dataVersion: number) => void) => EngineClient,
): void {
  let engine: EngineClient | null = null;
  const running = new Map<number, AbortController>();
  const post = (message: FromWorker, transfer: Transferable[] = []) => port.postMessage(message, transfer);

  const answer = async (id: number, method: keyof EngineClient, request: unknown) => {
    const abort = new AbortController();
    running.set(id, abort);
    let last = Number.NEGATIVE_INFINITY;
    let stage: Progress['stage'] | null = null;
    const onProgress = (progress: Progress) => {
      if (progress.stage === stage && now() - last < PROGRESS_EVERY_MS) return;
      last = now();
      stage = progress.stage;
      post({ kind: 'progress', id, progress });
    };
    try {
      if (engine === null) throw new AppError('rpc/bad-message');
      // The request was typed on the other side by the same method's entry in EngineMethods.
      const call = engine[method] as (request: unknown, options: object) => Promise<unknown>;
      const result = await call(request, { signal: abort.signal, onProgress });
      post({ kind: 'answer', id, answer: result }, buffersOf(result));
    } catch (error) {
      post({ kind: 'error', id, error: toWire(error) });
    } finally {
      running.delete(id);
    }
  };

  port.addEventListener('message', ({ data }) => {
    const message = parseToWorker(data);
    switch (message.kind) {
      case 'hello':
        engine = start(message.lastVersion, (dataVersion) => post({ kind: 'committed', dataVersion }));
        return;
      case 'call':
        void answer(message.id, message.method, message.request);
        return;
      case 'abort':
        running.get(message.id)?.abort();
    }
  });
}

/** A file made for export is handed over, not copied. */
function buffersOf(answer: unknown): Transferable[] {
  const bytes = typeof answer === 'object' && answer !== null && 'bytes' in answer ? answer.bytes : null;
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
