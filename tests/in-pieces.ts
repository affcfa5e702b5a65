import type { ByteSource } from '../src/ingest/survey';

/** A source whose stream comes in pieces of these lengths, over and over. */
export function inPieces(bytes: Uint8Array, lengths: readonly number[]): ByteSource {
  return {
    name: 'test.csv',
    size: bytes.length,
    stream() {
      let at = 0;
      let n = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          const length = lengths[n++ % lengths.length] as number;
          controller.enqueue(bytes.slice(at, at + length));
          at += length;
        },
      });
    },
  };
}
