import { CAPS } from './caps';
import { ContainerFault } from './container-fault';

const PART = 4 * 1024 * 1024;

/** A stream as a Blob, which the browser keeps where it likes, for what has to be read out of order. */
export async function heldBlob(stream: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let pending = 0;
  let total = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      total += value.length;
      if (total > CAPS.heldBytes) {
        throw new ContainerFault({ code: 'archive/too-large', params: { limit: CAPS.heldBytes } });
      }
      pieces.push(value as Uint8Array<ArrayBuffer>);
      pending += value.length;
      if (pending >= PART) {
        parts.push(new Blob(pieces));
        pieces = [];
        pending = 0;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  return new Blob([...parts, ...pieces]);
}
