/**
 * Records as offsets into the bytes they were read from: no string is made until one is needed. Valid until the
 * scanner is given its next bytes; `sliceBatch` copies what must outlive that.
 */
export interface CellBatch {
  readonly bytes: Uint8Array;
  /** Of each cell, `offset * 2 + 1` where the content holds escapes, `offset * 2` otherwise. */
  readonly starts: Int32Array;
  /** One past each cell's last byte. */
  readonly ends: Int32Array;
  /** Cells of record r are `offsets[r]` up to `offsets[r + 1]`. */
  readonly offsets: Int32Array;
  readonly faults: Uint8Array;
  readonly count: number;
  /** 1-based number of the first record in the source. */
  readonly first: number;
}

export const FAULT = {
  none: 0,
  /** A quote inside an unquoted cell, or an unescaped one inside a quoted cell: kept as part of the text. */
  strayQuote: 1,
  /** An opening quote without its end, kept as part of the text; the cells are as many as expected. */
  openQuoteMended: 2,
  /** An opening quote without its end, and no way to read the line that gives the cells expected. */
  openQuote: 3,
  /** Longer than any record may be; its one cell is the beginning. */
  tooLong: 4,
} as const;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeBytes(bytes: Uint8Array, start: number, end: number): string {
  if (end - start < 24) {
    let text = '';
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(bytes.subarray(start, end));
}

/** Readers of batches that know how the dialect escapes. */
export class CellReader {
  private readonly quote: string;
  private readonly backslash: boolean;

  constructor(dialect: { readonly quote: '"' | "'" | null; readonly escape: 'double' | 'backslash' }) {
    this.quote = dialect.quote ?? '"';
    this.backslash = dialect.escape === 'backslash';
  }

  text(batch: CellBatch, cell: number): string {
    const start = batch.starts[cell]!;
    const raw = decodeBytes(batch.bytes, start >>> 1, batch.ends[cell]!);
    return (start & 1) === 0 ? raw : this.unescape(raw);
  }

  record(batch: CellBatch, record: number): string[] {
    const cells: string[] = [];
    for (let k = batch.offsets[record]!; k < batch.offsets[record + 1]!; k++) cells.push(this.text(batch, k));
    return cells;
  }

  private unescape(raw: string): string {
    if (!this.backslash) return raw.replaceAll(this.quote + this.quote, this.quote);
    // Only what could not stand otherwise is an escape: `\n` in a path stays as written.
    return raw.replace(/\\(.)/gs, (whole, next: string) =>
      next === this.quote || next === '\\' ? next : whole,
    );
  }
}

/** Records `from` up to `to` on bytes of their own. */
export function sliceBatch(batch: CellBatch, from: number, to: number): CellBatch {
  const firstCell = batch.offsets[from]!;
  const lastCell = batch.offsets[to]!;
  let low = batch.bytes.length;
  let high = 0;
  for (let k = firstCell; k < lastCell; k++) {
    low = Math.min(low, batch.starts[k]! >>> 1);
    high = Math.max(high, batch.ends[k]!);
  }
  if (high < low) low = high = 0;
  const starts = batch.starts.slice(firstCell, lastCell);
  const ends = batch.ends.slice(firstCell, lastCell);
  for (let k = 0; k < starts.length; k++) {
    starts[k]! -= low * 2;
    ends[k]! -= low;
  }
  const offsets = batch.offsets.slice(from, to + 1);
  for (let r = 0; r < offsets.length; r++) offsets[r]! -= firstCell;
  return {
    bytes: batch.bytes.slice(low, high),
    starts,
    ends,
    offsets,
    faults: batch.faults.slice(from, to),
    count: to - from,
    first: batch.first + from,
  };
}

/** Two batches that follow each other as one. */
export function joinBatches(a: CellBatch, b: CellBatch): CellBatch {
  const aCells = a.offsets[a.count]!;
  const bCells = b.offsets[b.count]!;
  const bytes = new Uint8Array(a.bytes.length + b.bytes.length);
  bytes.set(a.bytes);
  bytes.set(b.bytes, a.bytes.length);
  const starts = new Int32Array(aCells + bCells);
  starts.set(a.starts.subarray(0, aCells));
  const ends = new Int32Array(aCells + bCells);
  ends.set(a.ends.subarray(0, aCells));
  for (let k = 0; k < bCells; k++) {
    starts[aCells + k] = b.starts[k]! + a.bytes.length * 2;
    ends[aCells + k] = b.ends[k]! + a.bytes.length;
  }
  const offsets = new Int32Array(a.count + b.count + 1);
  offsets.set(a.offsets.subarray(0, a.count + 1));
  for (let r = 0; r <= b.count; r++) offsets[a.count + r] = aCells + b.offsets[r]!;
  const faults = new Uint8Array(a.count + b.count);
  faults.set(a.faults.subarray(0, a.count));
  faults.set(b.faults.subarray(0, b.count), a.count);
  return { bytes, starts, ends, offsets, faults, count: a.count + b.count, first: a.first };
}

/** One record made of texts. */
export function batchOf(cells: readonly string[], row: number): CellBatch {
  const encoded = cells.map((cell) => new TextEncoder().encode(cell));
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  const starts = new Int32Array(cells.length);
  const ends = new Int32Array(cells.length);
  let at = 0;
  encoded.forEach((cell, k) => {
    bytes.set(cell, at);
    starts[k] = at * 2;
    at += cell.length;
    ends[k] = at;
  });
  return {
    bytes,
    starts,
    ends,
    offsets: Int32Array.of(0, cells.length),
    faults: new Uint8Array(1),
    count: 1,
    first: row,
  };
}

/** A record as it stands in the source, quotes and delimiters with it. */
export function rawRecord(batch: CellBatch, record: number, quote: number): string {
  let from = batch.starts[batch.offsets[record]!]! >>> 1;
  let to = batch.ends[batch.offsets[record + 1]! - 1]!;
  if (batch.bytes[from - 1] === quote) from--;
  if (batch.bytes[to] === quote) to++;
  return decodeBytes(batch.bytes, from, to);
}
