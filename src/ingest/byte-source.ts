import { AppError } from '../core/app-error';
import type { ByteSource } from './survey';

/** A gzip that unpacks to more than this many times its size, beyond the floor, is taken for a bomb. */
const MAX_RATIO = 200;
const FLOOR = 64 * 1024 * 1024;
const MAX_UNPACKED = 8 * 1024 ** 3;

/** A picked or dropped file as bytes; `.gz` is unpacked on the way. Errors: `file/unreadable` with `reason`. */
export function byteSourceOf(file: File): ByteSource {
  if (!/\.gz$/i.test(file.name)) {
    return { name: file.name, size: file.size, stream: () => file.stream() };
  }
  const cap = Math.min(MAX_UNPACKED, Math.max(FLOOR, file.size * MAX_RATIO));
  return {
    name: file.name.replace(/\.gz$/i, ''),
    size: file.size,
    stream: () => file.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(upTo(cap)),
  };
}

function upTo(cap: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.length;
      if (seen > cap) {
        controller.error(new AppError('file/unreadable', { params: { reason: 'too-large', limit: cap } }));
      } else controller.enqueue(chunk);
    },
  });
}
