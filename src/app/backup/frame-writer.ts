import { ContentHash } from '../../core/hashing/content-hash';
import { crc32 } from '../../ingest/containers/crc32';
import { type BackupEnd, FIRST_LINE, FRAME, FRAME_HEAD } from './backup-format';

/** Bytes of the packed file are handed over to Blobs in pieces of about this size, which need not stay in memory. */
const PIECE = 4 << 20;

/** Packs frames as they come. No more of the file is in memory than a piece. */
export class FrameWriter {
  private readonly gzip = new CompressionStream('gzip');
  private readonly writer = this.gzip.writable.getWriter();
  private readonly packed = collect(this.gzip.readable);
  private readonly hash = new ContentHash();
  private frames = 0;
  private bytes = 0;

  async begin(): Promise<void> {
    await this.write(new TextEncoder().encode(FIRST_LINE));
  }

  async json(kind: number, value: unknown): Promise<void> {
    await this.frame(kind, new TextEncoder().encode(JSON.stringify(value)));
  }

  async frame(kind: number, payload: Uint8Array): Promise<void> {
    const head = new DataView(new ArrayBuffer(FRAME_HEAD));
    head.setUint8(0, kind);
    head.setUint32(1, payload.length, true);
    head.setUint32(5, crc32(0, payload), true);
    await this.write(new Uint8Array(head.buffer));
    await this.write(payload);
    this.frames++;
  }

  /** Closes the file. */
  async end(): Promise<Blob> {
    const end: BackupEnd = { frames: this.frames, bytes: this.bytes, fingerprint: this.hash.digest() };
    await this.json(FRAME.end, end);
    await this.writer.close();
    return this.packed;
  }

  async abort(reason: unknown): Promise<void> {
    this.packed.catch(() => {});
    await this.writer.abort(reason).catch(() => {});
  }

  private async write(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    this.bytes += bytes.length;
    await this.writer.write(bytes as Uint8Array<ArrayBuffer>);
  }
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  const blobs: Blob[] = [];
  let piece: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    piece.push(value as Uint8Array<ArrayBuffer>);
    length += value.length;
    if (length < PIECE) continue;
    blobs.push(new Blob(piece));
    piece = [];
    length = 0;
  }
  return new Blob([...blobs, ...piece], { type: 'application/gzip' });
}
