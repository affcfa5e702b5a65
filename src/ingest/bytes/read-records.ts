import type { Dialect } from '../survey';
import type { CellBatch } from './cell-batch';
import { RecordScanner } from './record-scanner';
import { HEAD_BYTES, usualWidth } from './sniff-dialect';
import { utf8Chunks } from './utf8-chunks';

export interface RecordsRead {
  readonly batch: CellBatch;
  /** The last batch; it may be empty. */
  readonly final: boolean;
  readonly dialect: Dialect;
}

/**
 * A source's records, batch by batch. The dialect is asked for once, with the first bytes of text there are; the same
 * bytes and dialect always give the same records, whatever pieces the stream comes in.
 */
export async function* readRecords(
  stream: ReadableStream<Uint8Array>,
  encoding: { readonly name: string; readonly skip: number },
  dialectOf: (head: Uint8Array, whole: boolean) => Dialect,
  signal: AbortSignal,
  onRaw?: (raw: Uint8Array) => void,
): AsyncGenerator<RecordsRead, void, undefined> {
  let scanner: RecordScanner | null = null;
  let dialect: Dialect | null = null;
  let head: Uint8Array[] = [];
  let headLength = 0;
  const begin = (whole: boolean): { scanner: RecordScanner; dialect: Dialect; bytes: Uint8Array } => {
    const bytes = new Uint8Array(headLength);
    let at = 0;
    for (const piece of head) {
      bytes.set(piece, at);
      at += piece.length;
    }
    head = [];
    const judged = bytes.subarray(0, HEAD_BYTES);
    const all = whole && headLength <= HEAD_BYTES;
    const settled = dialectOf(judged, all);
    return {
      scanner: new RecordScanner(settled, usualWidth(judged, all, settled)),
      dialect: settled,
      bytes,
    };
  };
  for await (const piece of utf8Chunks(stream, encoding, signal, onRaw)) {
    if (scanner === null || dialect === null) {
      head.push(piece.slice());
      headLength += piece.length;
      if (headLength < HEAD_BYTES) continue;
      const begun = begin(false);
      ({ scanner, dialect } = begun);
      yield { batch: scanner.push(begun.bytes, false), final: false, dialect };
    } else yield { batch: scanner.push(piece, false), final: false, dialect };
  }
  if (scanner === null || dialect === null) {
    const begun = begin(true);
    yield { batch: begun.scanner.push(begun.bytes, true), final: true, dialect: begun.dialect };
  } else yield { batch: scanner.push(new Uint8Array(0), true), final: true, dialect };
}
