import { ContentHash } from '../../core/hashing/content-hash';
import type { ByteSource } from '../../ingest/survey';

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
    const reader = source.stream().getReader();
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const { done, value } = await reader.read();
          if (done) {
            digest = hash.digest();
            controller.close();
          } else {
            hash.update(value);
            controller.enqueue(value);
          }
        },
        cancel: (reason) => reader.cancel(reason),
      },
      // Nothing is read before it is asked for.
      { highWaterMark: 0 },
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
