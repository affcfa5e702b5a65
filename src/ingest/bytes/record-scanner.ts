import type { Dialect } from '../survey';
import type { CellBatch } from './cell-batch';
import { FAULT } from './cell-batch';
import { mendRecord } from './mend-record';

/** No record is longer: what would be is cut, named and skipped to its line's end, so that memory stays flat. */
export const MAX_RECORD = 1024 * 1024;
/** A record with a fault in its quotes is mended looking at no more than this. */
const MEND_WINDOW = 64 * 1024;

/** Room at first; a small file needs no more. */
const START = 4096;

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const BACKSLASH = 92;

/**
 * UTF-8 bytes in, records as offsets out. What comes out does not depend on where the pieces end: an incomplete
 * record is scanned again from its start with the next piece, and nothing is decided before all it rests on is there.
 */
export class RecordScanner {
  private buffer = new Uint8Array(START);
  private words = new DataView(this.buffer.buffer);
  private length = 0;
  private starts = new Int32Array(START);
  private ends = new Int32Array(START);
  private offsets = new Int32Array(1 << 13);
  private faults = new Uint8Array(1 << 13);
  private cells = 0;
  private records = 0;
  /** Records given out before this batch. */
  private before = 0;
  /** In the middle of a line that was too long. */
  private skipping = false;
  /** Cells of the last record without a fault: what a mended one is expected to have. */
  private lastWidth = 0;
  private strayQuote = false;
  private readonly budget = { left: 100_000_000 };

  private readonly delimiter: number;
  private readonly quote: number;
  private readonly backslash: boolean;
  private readonly loneCr: boolean;
  private readonly padded: boolean;
  private readonly highest: number;
  private readonly fast: boolean;

  /** `width`: cells most records have, 0 where unknown. */
  constructor(
    private readonly dialect: Dialect,
    private readonly width: number,
  ) {
    this.delimiter = dialect.delimiter === 'whitespace' ? SPACE : dialect.delimiter.charCodeAt(0);
    this.quote = dialect.quote === null ? -1 : dialect.quote.charCodeAt(0);
    this.backslash = dialect.escape === 'backslash';
    this.loneCr = dialect.lineEnd === 'cr' || dialect.lineEnd === 'mixed';
    this.padded = dialect.padded === true;
    this.highest = Math.max(this.delimiter, CR, this.quote);
    this.fast = dialect.delimiter !== 'whitespace' && !this.padded;
  }

  /** All records that are complete with this piece; with `final`, all that are left. */
  push(piece: Uint8Array, final: boolean): CellBatch {
    this.before += this.records;
    this.records = 0;
    this.cells = 0;
    this.append(piece);
    const consumed = this.scan(final);
    const batch: CellBatch = {
      bytes: this.buffer,
      starts: this.starts,
      ends: this.ends,
      offsets: this.offsets,
      faults: this.faults,
      count: this.records,
      first: this.before + 1,
    };
    this.offsets[this.records] = this.cells;
    this.consumed = consumed;
    return batch;
  }

  private consumed = 0;

  private append(piece: Uint8Array): void {
    const left = this.length - this.consumed;
    // Room for the sentinels behind the last byte, and for a word read there.
    const need = left + piece.length + 8;
    if (need > this.buffer.length) {
      const grown = new Uint8Array(Math.max(need, this.buffer.length * 2));
      grown.set(this.buffer.subarray(this.consumed, this.length));
      this.buffer = grown;
      this.words = new DataView(grown.buffer);
      // As many cells as bytes at most, so that the loops need not look.
      this.starts = new Int32Array(grown.length);
      this.ends = new Int32Array(grown.length);
    } else this.buffer.copyWithin(0, this.consumed, this.length);
    this.buffer.set(piece, left);
    this.length = left + piece.length;
    this.consumed = 0;
  }

  private scan(final: boolean): number {
    const { buffer, length } = this;
    // The loops below look for these and so need no test for the end of the buffer.
    buffer[length] = LF;
    buffer[length + 1] = this.quote === -1 ? LF : this.quote;
    let at = 0;
    while (at < length) {
      if (this.skipping) {
        const end = this.lineEnd(at, length);
        if (end === -1) return length;
        this.skipping = false;
        at = end;
        continue;
      }
      if (this.fast) {
        at = this.cleanRecords(at);
        if (at >= length) break;
      }
      const firstCell = this.cells;
      this.strayQuote = false;
      let next = length - at > MAX_RECORD ? this.cappedRecord(at) : this.anyRecord(at, final);
      if (next === INCOMPLETE && length - at <= MAX_RECORD) {
        this.cells = firstCell;
        break;
      }
      if (next === BROKEN || (next === INCOMPLETE && this.inQuotes)) {
        this.cells = firstCell;
        if (!final && length - at < MEND_WINDOW) break;
        next = this.mend(at, final);
      } else if (next === INCOMPLETE) {
        this.cells = firstCell;
        this.cell(at, Math.min(length, at + 200), 0);
        this.endRecord(FAULT.tooLong);
        this.skipping = true;
        at = Math.min(length, at + 200);
        continue;
      } else {
        const width = this.cells - firstCell;
        if (width !== this.lastWidth && width !== this.width && this.spansLines(at, next)) {
          // It closed its quotes, but by swallowing lines: is there a reading that gives the cells expected?
          if (!final && length - at < MEND_WINDOW) {
            this.cells = firstCell;
            break;
          }
          const mended = this.tryMend(at, firstCell);
          if (mended !== null) {
            at = mended;
            continue;
          }
        }
        const torn = this.strayQuote && this.isTorn(firstCell);
        this.endRecord(torn ? FAULT.openQuote : this.strayQuote ? FAULT.strayQuote : FAULT.none);
        this.lastWidth = this.cells - firstCell;
      }
      at = next;
    }
    return at;
  }

  /**
   * The fast form of the loop in `scan` for records in which there is nothing to decide: as many cells as the one
   * before, quotes that open and close where they should, no escapes, complete. Stops before the first other one.
   */
  private cleanRecords(from: number): number {
    const { buffer, words, length, delimiter, quote, starts, ends, lastWidth } = this;
    // Four bytes at a time, of which one may be a delimiter, or as low as a line end or a quote (Mycroft's test: the
    // lowest bit it sets is right).
    const delimiters = (delimiter * 0x01010101) | 0;
    const quotes = quote * 0x01010101;
    const low = (Math.max(CR, quote) + 1) * 0x01010101;
    const blank = quote === -1 || delimiter === SPACE ? -1 : SPACE;
    const limit = Math.min(length, buffer.length);
    let recordAt = from;
    let cell = this.cells;
    let i = from;
    records: while (i < limit) {
      const firstCell = cell;
      for (;;) {
        let byte = buffer[i]!;
        if (byte === quote) {
          let end = i + 1;
          for (;;) {
            const other = words.getInt32(end, true) ^ quotes;
            const found = (other - 0x01010101) & ~other & 0x80808080;
            if (found !== 0) {
              end += (31 - Math.clz32(found & -found)) >> 3;
              break;
            }
            end += 4;
          }
          starts[cell] = (i + 1) << 1;
          ends[cell++] = end;
          i = end + 1;
          byte = buffer[i]!;
          if (i >= length || (byte !== delimiter && byte !== LF && byte !== CR)) break records;
        } else {
          if (byte === blank) break records;
          const start = i;
          for (;;) {
            const word = words.getInt32(i, true);
            const other = word ^ delimiters;
            const found = (((word - low) & ~word) | ((other - 0x01010101) & ~other)) & 0x80808080;
            if (found === 0) {
              i += 4;
              continue;
            }
            i += (31 - Math.clz32(found & -found)) >> 3;
            byte = buffer[i]!;
            if (byte === delimiter || byte === LF || byte === CR || byte === quote) break;
            i++;
          }
          if (byte === quote) break records;
          starts[cell] = start << 1;
          ends[cell++] = i;
        }
        if (byte === delimiter) {
          i++;
          continue;
        }
        if (i >= length) break records;
        if (byte === CR) {
          if (buffer[i + 1] !== LF || i + 1 >= length) break records;
          i++;
        }
        i++;
        break;
      }
      if (cell - firstCell !== lastWidth || i - recordAt > MAX_RECORD) break;
      this.cells = cell;
      this.endRecord(FAULT.none);
      recordAt = i;
    }
    return recordAt;
  }

  private inQuotes = false;

  private anyRecord(at: number, final: boolean): number {
    return this.dialect.delimiter === 'whitespace'
      ? this.whitespaceRecord(at, final)
      : this.record(at, final);
  }

  /** As though nothing were known behind the longest record there may be, however much is. */
  private cappedRecord(at: number): number {
    const { buffer, length } = this;
    const cap = at + MAX_RECORD;
    const first = buffer[cap]!;
    const second = buffer[cap + 1]!;
    buffer[cap] = LF;
    buffer[cap + 1] = this.quote === -1 ? LF : this.quote;
    this.length = cap;
    const next = this.anyRecord(at, false);
    this.length = length;
    buffer[cap] = first;
    buffer[cap + 1] = second;
    return next;
  }

  /** One record from `at`: where the next begins, INCOMPLETE, or BROKEN at a fault in the quotes. */
  private record(at: number, final: boolean): number {
    const { buffer, length, delimiter, quote, highest, loneCr } = this;
    this.inQuotes = false;
    let i = at;
    for (;;) {
      let start = i;
      let byte = buffer[i]!;
      if (byte === SPACE && quote !== -1 && delimiter !== SPACE) {
        // Blanks before an opening quote are none of the cell's.
        let j = i + 1;
        while (buffer[j] === SPACE) j++;
        if (buffer[j] === quote && j < length) {
          byte = quote;
          i = j;
        } else if (j >= length && !final) return INCOMPLETE;
        else if (this.padded) {
          start++;
          i++;
          byte = buffer[i]!;
        }
      }
      if (byte === quote && i < length) {
        start = i + 1;
        i = start;
        let escapes = 0;
        let end = -1;
        for (;;) {
          if (this.backslash) {
            while (buffer[i] !== quote && buffer[i] !== BACKSLASH) i++;
          } else while (buffer[i] !== quote) i++;
          if (i >= length) {
            this.inQuotes = true;
            return final ? BROKEN : INCOMPLETE;
          }
          if (buffer[i] === BACKSLASH && this.backslash) {
            escapes = 1;
            i += 2;
            if (i > length) {
              this.inQuotes = true;
              return final ? BROKEN : INCOMPLETE;
            }
            continue;
          }
          if (i + 1 >= length && !final) {
            this.inQuotes = true;
            return INCOMPLETE;
          }
          if (buffer[i + 1] === quote && i + 1 < length && !this.backslash) {
            escapes = 1;
            i += 2;
            continue;
          }
          end = i;
          i++;
          break;
        }
        while (buffer[i] === SPACE && delimiter !== SPACE) i++;
        byte = buffer[i]!;
        if (i < length && byte !== delimiter && byte !== LF && byte !== CR) return BROKEN;
        if (byte === CR && i < length && buffer[i + 1] !== LF && !loneCr) {
          return i + 1 < length || final ? BROKEN : INCOMPLETE;
        }
        this.cell(start, end, escapes);
      } else {
        for (;;) {
          byte = buffer[i]!;
          if (byte <= highest) {
            if (byte === delimiter || byte === LF) break;
            if (byte === CR) {
              if (buffer[i + 1] === LF && i + 1 < length) break;
              if (i + 1 >= length && !final) return INCOMPLETE;
              if (loneCr || i + 1 >= length) break;
            } else if (byte === quote) this.strayQuote = true;
          }
          i++;
        }
        this.cell(start, i, 0);
      }
      if (i >= length) return final ? length : INCOMPLETE;
      if (byte === delimiter) {
        i++;
        continue;
      }
      if (byte === LF) return i + 1;
      // CR: with its LF, alone where lines may end so, or as the last byte of all.
      if (i + 1 >= length) return final ? length : INCOMPLETE;
      return buffer[i + 1] === LF ? i + 2 : i + 1;
    }
  }

  /** Cells parted by any run of blanks; blanks at either end of the line part nothing. */
  private whitespaceRecord(at: number, final: boolean): number {
    const { buffer, length, quote } = this;
    this.inQuotes = false;
    let i = at;
    let cells = 0;
    for (;;) {
      while (buffer[i] === SPACE || buffer[i] === TAB) i++;
      let byte = buffer[i]!;
      if (i >= length) {
        if (!final) return INCOMPLETE;
        if (cells === 0) this.cell(length, length, 0);
        return length;
      }
      if (byte === CR && i + 1 >= length && !final) return INCOMPLETE;
      if (byte === LF || byte === CR) {
        if (cells === 0) this.cell(i, i, 0);
        return byte === CR && buffer[i + 1] === LF && i + 1 < length ? i + 2 : i + 1;
      }
      const start = i;
      if (byte === quote) {
        i++;
        while (buffer[i] !== quote && buffer[i] !== LF) i++;
        if (i < length && buffer[i] === quote) {
          this.cell(start + 1, i, 0);
          cells++;
          i++;
          continue;
        }
        if (i >= length && !final) return INCOMPLETE;
        i = start;
      }
      for (;;) {
        byte = buffer[i]!;
        if (byte <= SPACE && (byte === SPACE || byte === TAB || byte === LF || byte === CR)) break;
        i++;
      }
      if (i >= length && !final) return INCOMPLETE;
      this.cell(start, Math.min(i, length), 0);
      cells++;
    }
  }

  private mend(at: number, final: boolean): number {
    const firstCell = this.cells;
    const mended = this.tryMend(at, firstCell);
    if (mended !== null) return mended;
    // No reading gives the cells expected: this line alone, split as it stands.
    const limit = Math.min(this.length, at + MEND_WINDOW);
    const end = this.lineEnd(at, limit);
    if (end === -1 && !final) {
      this.cell(at, Math.min(limit, at + 200), 0);
      this.endRecord(FAULT.tooLong);
      this.skipping = true;
      return limit;
    }
    const next = end === -1 ? limit : end;
    let stop = next;
    while (stop > at && (this.buffer[stop - 1] === LF || this.buffer[stop - 1] === CR)) stop--;
    let start = at;
    for (let i = at; i <= stop; i++) {
      if (i === stop || this.buffer[i] === this.delimiter) {
        this.cell(start, i, 0);
        start = i + 1;
      }
    }
    this.endRecord(FAULT.openQuote);
    return next;
  }

  /** Puts the mended record's cells in the place of those from `firstCell` on; null where there is no mending. */
  private tryMend(at: number, firstCell: number): number | null {
    const widths = [this.lastWidth, this.width].filter((w, i, all) => w > 1 && all.indexOf(w) === i);
    for (const width of widths) {
      const mended = mendRecord(
        this.buffer,
        at,
        Math.min(this.length, at + MEND_WINDOW),
        width,
        {
          delimiter: this.delimiter,
          quote: this.quote,
          loneCr: this.loneCr,
        },
        this.budget,
      );
      if (mended === null) continue;
      this.cells = firstCell;
      for (const cell of mended.cells) this.cell(cell.start, cell.end, cell.escapes ? 1 : 0);
      this.endRecord(mended.openQuote ? FAULT.openQuoteMended : FAULT.strayQuote);
      this.lastWidth = width;
      return mended.next;
    }
    return null;
  }

  /**
   * `25"Kids' Shoes` … `Lined"`: a quoted cell that lost the delimiter before it and was cut at those inside it. Inches
   * (`10"`, `12"`) do not look so: nothing follows the one quote, a digit stands before the other.
   */
  private isTorn(firstCell: number): boolean {
    let opened = false;
    for (let k = firstCell; k < this.cells; k++) {
      const start = this.starts[k]! >>> 1;
      const end = this.ends[k]!;
      if (end <= start || this.buffer[start - 1] === this.quote) continue;
      const last = this.buffer[end - 1]!;
      const beforeLast = this.buffer[end - 2]!;
      if (opened && last === this.quote && end - start > 1 && (beforeLast < 48 || beforeLast > 57))
        return true;
      let quotes = 0;
      let at = -1;
      for (let i = start; i < end; i++) {
        if (this.buffer[i] !== this.quote) continue;
        quotes++;
        at = i;
      }
      if (quotes % 2 === 1 && at < end - 1 && this.buffer[at + 1]! > 64) opened = true;
    }
    return false;
  }

  private spansLines(from: number, to: number): boolean {
    const line = this.buffer.indexOf(LF, from);
    return line !== -1 && line < to - 1;
  }

  /** One past the end of the line that begins at `from`; -1 where it does not end before `to`. */
  private lineEnd(from: number, to: number): number {
    if (this.loneCr) {
      for (let i = from; i < to; i++) {
        if (this.buffer[i] === LF) return i + 1;
        if (this.buffer[i] === CR) return this.buffer[i + 1] === LF && i + 1 < to ? i + 2 : i + 1;
      }
      return -1;
    }
    const at = this.buffer.indexOf(LF, from);
    return at === -1 || at >= to ? -1 : at + 1;
  }

  private cell(start: number, end: number, escapes: number): void {
    this.starts[this.cells] = start * 2 + escapes;
    this.ends[this.cells] = end;
    this.cells++;
  }

  private recordStart = 0;

  private endRecord(fault: number): void {
    if (this.records + 2 > this.offsets.length) {
      const offsets = new Int32Array(this.offsets.length * 2);
      offsets.set(this.offsets);
      this.offsets = offsets;
      const faults = new Uint8Array(this.faults.length * 2);
      faults.set(this.faults);
      this.faults = faults;
    }
    if (this.records === 0) this.recordStart = 0;
    this.offsets[this.records] = this.recordStart;
    this.faults[this.records] = fault;
    this.records++;
    this.recordStart = this.cells;
  }
}

const INCOMPLETE = -1;
const BROKEN = -2;
