import { ContentHash } from '../core/content-hash';
import type { ByteSource } from '../ingest/survey';

export interface HashingSource {
  /** The same bytes; whoever reads them to the end leaves their fingerprint behind. */
  readonly source: ByteSource;
  hash(signal: AbortSignal): Promise<string>;
}

/** A source that is fingerprinted in passing, so that knowing it again costs no reading of its own. */
export function hashingSource(source: ByteSource): HashingSource {
  let digest: string | null = null;
  const hashed = (): ReadableStream<Uint8Array> => {
    const hash = new ContentHash();
    return source.stream().pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          hash.update(chunk);
          controller.enqueue(chunk);
        },
        flush() {
          digest = hash.digest();
        },
      }),
    );
  };
  return {
    source: { ...source, stream: () => (digest === null ? hashed() : source.stream()) },
    async hash(signal) {
      if (digest === null) await hashed().pipeTo(new WritableStream(), { signal });
      return digest ?? new ContentHash().digest();
    },
  };
}
