/** Encodings a source is told apart into; the labels are those of the Encoding Standard. */
export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'iso-8859-2' | 'windows-1252';

export interface Encoding {
  readonly name: string;
  readonly how: 'bom' | 'valid' | 'statistics' | 'told';
  /** Bytes of byte order mark to leave out. */
  readonly skip: number;
}

/**
 * What the first bytes say: a BOM, or UTF-16 without one (mostly Latin text, so every other byte is 0).
 * Null leaves it between UTF-8 and the 8-bit encodings, which only the whole file settles.
 */
export function encodingOfHead(head: Uint8Array): Encoding | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', how: 'bom', skip: 3 };
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', how: 'bom', skip: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', how: 'bom', skip: 2 };
  const pairs = Math.min(head.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++;
    if (head[2 * i + 1] === 0) odd++;
  }
  if (pairs >= 2 && odd >= pairs * 0.4 && even <= pairs * 0.02) {
    return { name: 'utf-16le', how: 'statistics', skip: 0 };
  }
  if (pairs >= 2 && even >= pairs * 0.4 && odd <= pairs * 0.02) {
    return { name: 'utf-16be', how: 'statistics', skip: 0 };
  }
  return null;
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];

/** The kind of a file that is no text (`png`, `zip`…, or `binary`); null for text. UTF-16 must be ruled out before. */
export function notText(head: Uint8Array): string | null {
  for (const [kind, bytes] of MAGIC) {
    if (bytes.every((byte, i) => head[i] === byte)) return kind;
  }
  // Control characters that no text holds; a stray NUL or two is dirt, not proof.
  const n = Math.min(head.length, 8192);
  let control = 0;
  for (let i = 0; i < n; i++) {
    const byte = head[i] as number;
    if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127) control++;
  }
  return control > 4 && control > n * 0.02 ? 'binary' : null;
}

/** Counts over a file whose bytes are fed in order: is it UTF-8, and if not, which 8-bit encoding is likeliest? */
export class EncodingEvidence {
  /** Complete multi-byte sequences, and bytes that fit none. */
  sequences = 0;
  invalid = 0;
  private pending = 0;
  private low = 0x80;
  private high = 0xbf;
  /** High bytes that stand beside a letter, by value. */
  private readonly inWords = new Uint32Array(256);
  private readonly all = new Uint32Array(256);
  private previous = 0;

  add(bytes: Uint8Array): void {
    let i = 0;
    const n = bytes.length;
    if (n === 0) return;
    if (this.pending === 0 && this.previous < 0x80 && isAscii(bytes)) {
      this.previous = bytes[n - 1]!;
      return;
    }
    while (i < n) {
      const byte = bytes[i]!;
      if (byte < 0x80 && this.pending === 0) {
        if (this.previous >= 0x80 && isLetter(byte)) this.inWords[this.previous]!++;
        do i++;
        while (i < n && bytes[i]! < 0x80);
        this.previous = bytes[i - 1]!;
        continue;
      }
      this.step(byte);
      if (byte >= 0x80) {
        this.all[byte]!++;
        if (isLetter(this.previous)) this.inWords[byte]!++;
      }
      this.previous = byte;
      i++;
    }
  }

  private step(byte: number): void {
    if (this.pending > 0) {
      if (byte >= this.low && byte <= this.high) {
        this.low = 0x80;
        this.high = 0xbf;
        if (--this.pending === 0) this.sequences++;
        return;
      }
      this.invalid++;
      this.pending = 0;
      this.low = 0x80;
      this.high = 0xbf;
    }
    if (byte < 0x80) return;
    if (byte >= 0xc2 && byte <= 0xdf) this.pending = 1;
    else if (byte >= 0xe0 && byte <= 0xef) {
      this.pending = 2;
      if (byte === 0xe0) this.low = 0xa0;
      if (byte === 0xed) this.high = 0x9f;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      this.pending = 3;
      if (byte === 0xf0) this.low = 0x90;
      if (byte === 0xf4) this.high = 0x8f;
    } else this.invalid++;
  }

  /** A broken byte here and there does not make a UTF-8 file anything else. */
  get isUtf8(): boolean {
    return this.invalid === 0 || this.sequences > 20 * this.invalid;
  }

  /**
   * Polish letters stand at different places in Windows-1250 and ISO-8859-2 (ą ś ź), at shared ones (ł ż ę ć ń ó),
   * and are signs in Windows-1252 (¹ œ Ÿ ³ ¿): signs do not stand inside words.
   */
  eightBit(): EncodingName {
    const count = (bytes: readonly number[], of: Uint32Array) => bytes.reduce((sum, b) => sum + of[b]!, 0);
    const windows = count([0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f], this.inWords);
    const iso = count([0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac], this.inWords);
    const shared = count([0xb3, 0xbf, 0xa3, 0xaf], this.inWords);
    let high = 0;
    let controls = 0;
    for (let b = 0x80; b < 256; b++) {
      high += this.all[b]!;
      if (b < 0xa0) controls += this.all[b]!;
    }
    if (windows + iso + shared > 0.1 * high) {
      if (iso > windows && controls <= iso) return 'iso-8859-2';
      return 'windows-1250';
    }
    return 'windows-1252';
  }
}

/** Four bytes at a time. */
function isAscii(bytes: Uint8Array): boolean {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - 16;
  let i = 0;
  for (; i <= whole; i += 16) {
    const any =
      words.getInt32(i, true) |
      words.getInt32(i + 4, true) |
      words.getInt32(i + 8, true) |
      words.getInt32(i + 12, true);
    if ((any & 0x80808080) !== 0) return false;
  }
  for (; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

function isLetter(byte: number): boolean {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte >= 0x80;
}
