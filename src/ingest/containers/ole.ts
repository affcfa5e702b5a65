import type { Problem } from '../../core/problem';
import type { Packed } from './packed';

/** Why an OLE file can't be read: a workbook under a password is one, and so is an old `.xls` ([MS-CFB] §2.2, §2.6). */
export async function ole(item: Packed): Promise<Problem> {
  const file = await item.blob();
  const header = new DataView(await file.slice(0, 512).arrayBuffer());
  if (header.byteLength === 512) {
    const sector = 2 ** Math.min(12, header.getUint16(30, true));
    const at = (header.getUint32(48, true) + 1) * sector;
    const directory = new Uint8Array(await file.slice(at, at + sector).arrayBuffer());
    if (new TextDecoder('utf-16le').decode(directory).includes('EncryptedPackage')) {
      return { code: 'archive/encrypted' };
    }
  }
  return { code: 'workbook/other-format' };
}
