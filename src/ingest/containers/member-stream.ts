import { CAPS } from './caps';
import { ContainerFault } from './container-fault';
import { crc32 } from './crc32';
import { damagedBy } from './damaged-by';
import { guardedStream } from './guarded-stream';
import type { ZipMember } from './zip-directory';

const LOCAL = 0x04034b50;

/** Why a member can't be unpacked, as far as the directory tells; null where it can. */
export function memberFault(member: ZipMember): ContainerFault | null {
  if (member.encrypted) return new ContainerFault({ code: 'archive/encrypted' });
  if (member.method !== 0 && member.method !== 8) {
    return new ContainerFault({ code: 'archive/method', params: { method: member.method } });
  }
  if (member.method === 0 && member.packed !== member.size) {
    return new ContainerFault({ code: 'archive/damaged' });
  }
  if (member.size > Math.max(CAPS.ratioFloorBytes, member.packed * CAPS.ratio)) {
    return new ContainerFault({ code: 'archive/ratio', params: { limit: CAPS.ratio } });
  }
  return null;
}

/**
 * One member unpacked as it is read: never more than the directory states, and held to its checksum.
 * Errors: ContainerFault `archive/damaged` and those of `memberFault`.
 */
export function memberStream(archive: Blob, member: ZipMember): ReadableStream<Uint8Array> {
  let seen = 0;
  let crc = 0;
  const open = async () => {
    const fault = memberFault(member);
    if (fault !== null) throw fault;
    const header = new DataView(await archive.slice(member.at, member.at + 30).arrayBuffer());
    if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) throw damaged();
    const from = member.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
    const packed = archive.slice(from, from + member.packed).stream() as ReadableStream<
      Uint8Array<ArrayBuffer>
    >;
    if (member.method === 0) return packed;
    return packed.pipeThrough(new DecompressionStream('deflate-raw'));
  };
  return guardedStream(open, {
    see(bytes) {
      seen += bytes.length;
      if (seen > member.size) throw damaged();
      crc = crc32(crc, bytes);
    },
    end() {
      if (seen !== member.size || crc !== member.crc) throw damaged();
    },
    fault: damagedBy,
  });
}

const damaged = () => new ContainerFault({ code: 'archive/damaged' });
