import { AppError, isAbort } from '../../core/app-error';
import { ContentHash } from '../../core/hashing/content-hash';
import { crc32 } from '../../ingest/containers/crc32';
import {
  type BackupEnd,
  FIRST_LINE,
  FRAME,
  FRAME_HEAD,
  LONGEST_FRAME,
  MAGIC,
  VERSION,
} from './backup-format';

export interface Frame {
  readonly kind: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

/**
 * The frames of a backup in order, each held to its checksum, and the whole to its end: whoever has them all has the
 * file as it was written. `onRead` hears how many bytes of the file have been read.
 * @throws AppError `backup/*`, `file/unreadable`.
 */
export async function* readFrames(
  file: Blob,
  signal: AbortSignal,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Frame, void, undefined> {
  const source = new Unpacked(file, signal, onRead);
  const hash = new ContentHash();
  let frames = 0;
  let bytes = 0;
  const take = async (length: number) => {
    const taken = await source.take(length);
    hash.update(taken);
    bytes += taken.length;
    return taken;
  };
  try {
    await checkFirstLine(take);
    for (;;) {
      const before: BackupEnd = { frames, bytes, fingerprint: hash.digest() };
      const head = await take(FRAME_HEAD);
      const view = new DataView(head.buffer, head.byteOffset);
      const kind = view.getUint8(0);
      const length = view.getUint32(1, true);
      if (length > LONGEST_FRAME) throw new AppError('backup/damaged');
      const payload = await take(length);
      if (crc32(0, payload) !== view.getUint32(5, true)) throw new AppError('backup/damaged');
      frames++;
      if (kind === FRAME.end) {
        const said = jsonOf(payload) as Partial<BackupEnd>;
        const same =
          said.frames === before.frames &&
          said.bytes === before.bytes &&
          said.fingerprint === before.fingerprint;
        if (!same) throw new AppError('backup/damaged');
        await source.expectEnd();
        return;
      }
      yield { kind, payload };
    }
  } finally {
    await source.close();
  }
}

/** @throws AppError `backup/damaged`. */
export function jsonOf(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload));
  } catch (cause) {
    throw new AppError('backup/damaged', { cause });
  }
}

async function checkFirstLine(take: (length: number) => Promise<Uint8Array>): Promise<void> {
  const line = new TextDecoder().decode(await take(FIRST_LINE.length));
  const said = /^(.*) (\d+)(?:\n|$)/.exec(line);
  if (said === null || said[1] !== MAGIC) throw new AppError('backup/not-a-backup');
  if (Number(said[2]) > VERSION || !line.endsWith('\n')) throw new AppError('backup/newer');
}

/** Browsers have one error for a broken gzip; only its words tell an end that came too early (Chrome, Firefox, Node). */
function endsEarly(cause: unknown): boolean {
  const said = cause instanceof Error ? `${cause.message} ${String(cause.cause ?? '')}` : '';
  return /truncated|unexpected end|ended without/i.test(said);
}

/** What a gzip holds, taken in pieces of any length; what it can't give is told by its cause. */
class Unpacked {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private held: Uint8Array[] = [];
  private length = 0;
  private fed = 0;
  private seen = 0;

  constructor(
    private readonly file: Blob,
    private readonly signal: AbortSignal,
    onRead: (bytes: number) => void,
  ) {
    const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        this.fed += chunk.length;
        onRead(this.fed);
        controller.enqueue(chunk);
      },
    });
    this.reader = (file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>)
      .pipeThrough(counted)
      .pipeThrough(new DecompressionStream('gzip'))
      .getReader();
  }

  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.length < length) {
      const chunk = await this.read();
      if (chunk === null) throw new AppError(this.seen === 0 ? 'backup/not-a-backup' : 'backup/cut');
      this.held.push(chunk);
      this.length += chunk.length;
    }
    const out = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      const first = this.held[0] as Uint8Array;
      const part = first.subarray(0, length - at);
      out.set(part, at);
      at += part.length;
      if (part.length === first.length) this.held.shift();
      else this.held[0] = first.subarray(part.length);
    }
    this.length -= length;
    return out;
  }

  /** Nothing may follow, and the gzip's own checksum must hold. */
  async expectEnd(): Promise<void> {
    if (this.length > 0 || (await this.read()) !== null) throw new AppError('backup/damaged');
  }

  async close(): Promise<void> {
    await this.reader.cancel().catch(() => {});
  }

  private async read(): Promise<Uint8Array | null> {
    this.signal.throwIfAborted();
    try {
      const { done, value } = await this.reader.read();
      if (done) return null;
      this.seen += value.length;
      return value;
    } catch (cause) {
      if (isAbort(cause)) throw cause;
      if (cause instanceof DOMException && cause.name.startsWith('NotRead'))
        throw new AppError('file/unreadable', { cause });
      if (this.seen === 0 && !(await this.isGzip())) throw new AppError('backup/not-a-backup', { cause });
      throw new AppError(endsEarly(cause) ? 'backup/cut' : 'backup/damaged', { cause });
    }
  }

  private async isGzip(): Promise<boolean> {
    const head = new Uint8Array(await this.file.slice(0, 3).arrayBuffer());
    return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
  }
}
