import { CAPS } from './caps';
import { ContainerFault } from './container-fault';

export interface ZipMember {
  /** As stored: it names what is read and is never used as a path. */
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const NOT_HERE = 0xffffffff;

/**
 * The files of a ZIP by its central directory (PKWARE APPNOTE 6.3.10, §4.3 and §4.5.3 for ZIP64); folders are left out.
 * @throws ContainerFault `archive/damaged`, `archive/too-many-members`
 */
export async function readZipDirectory(archive: Blob, signal: AbortSignal): Promise<readonly ZipMember[]> {
  const { at, size, count, shift } = await findDirectory(archive);
  if (size > CAPS.directoryBytes) {
    throw new ContainerFault({ code: 'archive/too-many-members', params: { limit: CAPS.members } });
  }
  signal.throwIfAborted();
  const view = await bytesOf(archive, at + shift, size);
  const members: ZipMember[] = [];
  let p = 0;
  for (let i = 0; i < count; i++) {
    if (p + 46 > view.byteLength || view.getUint32(p, true) !== ENTRY) throw damaged();
    const nameLength = view.getUint16(p + 28, true);
    const extraLength = view.getUint16(p + 30, true);
    const commentLength = view.getUint16(p + 32, true);
    const extraAt = p + 46 + nameLength;
    const next = extraAt + extraLength + commentLength;
    if (next > view.byteLength) throw damaged();
    const flags = view.getUint16(p + 8, true);
    const [unpacked, packed, header] = wide(view, extraAt, extraLength, [
      view.getUint32(p + 24, true),
      view.getUint32(p + 20, true),
      view.getUint32(p + 42, true),
    ]);
    const name = decodeName(new Uint8Array(view.buffer, view.byteOffset + p + 46, nameLength));
    const member: ZipMember = {
      name,
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(p + 10, true),
      packed,
      size: unpacked,
      crc: view.getUint32(p + 16, true),
      at: header + shift,
    };
    if (member.at + 30 + packed > archive.size) throw damaged();
    if (!/[/\\]$/.test(name)) members.push(member);
    p = next;
  }
  // Members that share bytes unpack to more than there is (Fifield, "A better zip bomb", 2019).
  const inPlace = members.toSorted((a, b) => a.at - b.at);
  for (let i = 1; i < inPlace.length; i++) {
    const before = inPlace[i - 1] as ZipMember;
    if (before.at + 30 + before.packed > (inPlace[i] as ZipMember).at) throw damaged();
  }
  return members;
}

interface Directory {
  readonly at: number;
  readonly size: number;
  readonly count: number;
  /** Bytes that stand before the archive proper (a self-extracting one). */
  readonly shift: number;
}

async function findDirectory(archive: Blob): Promise<Directory> {
  const length = Math.min(archive.size, 22 + 0xffff);
  const from = archive.size - length;
  const tail = await bytesOf(archive, from, length);
  for (let p = length - 22; p >= 0; p--) {
    if (tail.getUint32(p, true) !== END) continue;
    if (p + 22 + tail.getUint16(p + 20, true) > length) continue;
    const count = tail.getUint16(p + 10, true);
    const size = tail.getUint32(p + 12, true);
    const at = tail.getUint32(p + 16, true);
    if (count === 0xffff || size === NOT_HERE || at === NOT_HERE) {
      const found = await findDirectory64(archive, from + p);
      if (found !== null) return found;
    }
    const shift = from + p - size - at;
    if (shift >= 0) return { at, size, count, shift };
  }
  throw damaged();
}

async function findDirectory64(archive: Blob, endAt: number): Promise<Directory | null> {
  if (endAt < 20 + 56) return null;
  const locator = await bytesOf(archive, endAt - 20, 20);
  if (locator.getUint32(0, true) !== LOCATOR_64) return null;
  const stated = Number(locator.getBigUint64(8, true));
  // A shifted archive's record is found just before its locator, where writers put it.
  for (const at of [stated, endAt - 20 - 56]) {
    if (at + 56 > archive.size) continue;
    const end = await bytesOf(archive, at, 56);
    if (end.getUint32(0, true) !== END_64) continue;
    const count = Number(end.getBigUint64(32, true));
    const size = Number(end.getBigUint64(40, true));
    const start = Number(end.getBigUint64(48, true));
    const shift = at - size - start;
    if (shift < 0 || count > size / 46) throw damaged();
    return { at: start, size, count, shift };
  }
  return null;
}

/** Sizes and offset as the ZIP64 field gives them, for those that did not fit into 32 bits. */
function wide(
  view: DataView,
  at: number,
  length: number,
  narrow: readonly [number, number, number],
): readonly [number, number, number] {
  if (!narrow.includes(NOT_HERE)) return narrow;
  for (let p = at; p + 4 <= at + length; ) {
    const id = view.getUint16(p, true);
    const size = view.getUint16(p + 2, true);
    if (p + 4 + size > at + length) break;
    if (id === 1) {
      let q = p + 4;
      const read = (value: number) => {
        if (value !== NOT_HERE) return value;
        if (q + 8 > p + 4 + size) throw damaged();
        const found = Number(view.getBigUint64(q, true));
        q += 8;
        if (!Number.isSafeInteger(found)) throw damaged();
        return found;
      };
      return [read(narrow[0]), read(narrow[1]), read(narrow[2])];
    }
    p += 4 + size;
  }
  throw damaged();
}

/** Code page 852, what Polish Windows writes where a name is not UTF-8; its letters for German are those of 437. */
const UPPER_852 =
  'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0';

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (b) => (b < 128 ? String.fromCharCode(b) : (UPPER_852[b - 128] as string))).join(
      '',
    );
  }
}

async function bytesOf(archive: Blob, at: number, length: number): Promise<DataView> {
  const bytes = await archive.slice(at, at + length).arrayBuffer();
  if (bytes.byteLength < length) throw damaged();
  return new DataView(bytes);
}

const damaged = () => new ContainerFault({ code: 'archive/damaged' });
