import { CAPS } from './caps';
import { ContainerFault } from './container-fault';
import { damagedBy } from './damaged-by';
import { guardedStream } from './guarded-stream';

/** A gzip unpacked as it is read. Errors: ContainerFault `archive/damaged`, `archive/ratio`, `archive/too-large`. */
export function gunzipStream(packedBytes: number, open: () => ReadableStream<Uint8Array>) {
  const byRatio = Math.max(CAPS.ratioFloorBytes, packedBytes * CAPS.ratio);
  let seen = 0;
  return guardedStream(
    async () =>
      (open() as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new DecompressionStream('gzip')),
    {
      see(bytes) {
        seen += bytes.length;
        if (seen > CAPS.unpackedBytes) {
          throw new ContainerFault({ code: 'archive/too-large', params: { limit: CAPS.unpackedBytes } });
        }
        if (seen > byRatio)
          throw new ContainerFault({ code: 'archive/ratio', params: { limit: CAPS.ratio } });
      },
      fault: damagedBy,
    },
  );
}
