import type { WorkOptions } from '../survey';

const PIECE = 256 * 1024;

/**
 * A stream as UTF-8 in pieces of at most 256 kB (what fits a core's cache), without its byte order mark.
 * `onRaw` sees each piece as it came; the signal is heeded between pieces, with a real pause now and then so that
 * an abort can arrive.
 */
export async function* utf8Chunks(
  stream: ReadableStream<Uint8Array>,
  encoding: { readonly name: string; readonly skip: number },
  signal: WorkOptions['signal'],
  onRaw: (raw: Uint8Array) => void = () => {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  const decoder = encoding.name === 'utf-8' ? null : new TextDecoder(encoding.name, { ignoreBOM: true });
  const encoder = new TextEncoder();
  let skip = encoding.skip;
  let paused = performance.now();
  // A read that waits for bytes ends with the work it was for.
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      for (let from = 0; from < value.length; from += PIECE) {
        let piece = value.subarray(from, Math.min(value.length, from + PIECE));
        onRaw(piece);
        if (skip > 0) {
          const left = Math.min(skip, piece.length);
          piece = piece.subarray(left);
          skip -= left;
        }
        if (decoder !== null) piece = encoder.encode(decoder.decode(piece, { stream: true }));
        if (piece.length > 0) yield piece;
        if (performance.now() - paused > 100) {
          await new Promise((resume) => setTimeout(resume, 0));
          paused = performance.now();
        }
        signal.throwIfAborted();
      }
    }
    if (decoder !== null) {
      const rest = encoder.encode(decoder.decode());
      if (rest.length > 0) yield rest;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // Fails only where the source is gone already, which its read has said.
    await reader.cancel().catch(() => {});
  }
}
