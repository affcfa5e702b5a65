import type { CellBatch, CellReader } from '../bytes/cell-batch';
import { FAULT, joinBatches, rawRecord, sliceBatch } from '../bytes/cell-batch';
import type { RowForecast } from '../bytes/row-forecast';
import { TableBuilder } from '../columns/table-builder';
import type { Dialect } from '../survey';
import type { FoundTable } from './find-table';
import { filledCells, findTable, isBlank, isHashLine, looksLikeNames, sameCells } from './find-table';
import type { PreambleFacts } from './preamble';
import { preambleFacts } from './preamble';
import { isTotalsLabel } from './totals-label';

/** Records looked at to find a table, and to tell what an odd one in a table is. */
const LOOK_AHEAD = 60;
const MAX_PREAMBLE = 200;
const MAX_COLUMNS = 4096;

/**
 * Tells records apart into tables, preamble, totals, blank and faulty rows, in one pass. What it decides rests on a
 * record and at most LOOK_AHEAD that follow, never on how they were batched.
 */
export class Layout {
  readonly tables: TableBuilder[] = [];
  /** Lines that belong to no table so far. */
  readonly loose: string[] = [];
  tooLong: number | null = null;
  tooManyColumns: { readonly row: number; readonly columns: number } | null = null;
  private table: TableBuilder | null = null;
  private held: CellBatch | null = null;
  private headerCells: readonly string[] = [];
  private inherited: PreambleFacts = { title: null, dateRange: null, account: null, property: null };

  constructor(
    private readonly reader: CellReader,
    private readonly plain: boolean,
    private readonly dialect: Dialect,
    private readonly forecast: RowForecast,
  ) {}

  /** The table that the last record belongs to. */
  get current(): TableBuilder | null {
    return this.table;
  }

  push(next: CellBatch, final: boolean): void {
    const batch = this.held === null ? next : joinBatches(this.held, next);
    this.held = null;
    let r = 0;
    while (r < batch.count) {
      const then =
        this.table === null ? this.seek(batch, r, final) : this.inTable(batch, r, final, this.table);
      if (then < 0) {
        this.held = sliceBatch(batch, ~then, batch.count);
        return;
      }
      r = then;
    }
    if (final) this.close();
  }

  private close(): void {
    const last = this.tables.at(-1);
    if (last !== undefined && this.table === null && this.loose.length > 0) {
      last.note(this.loose);
      this.loose.length = 0;
    }
  }

  /** Where reading goes on; `~r` where more records are needed to decide at r. */
  private seek(batch: CellBatch, r: number, final: boolean): number {
    const whole = final && batch.count - r <= LOOK_AHEAD;
    if (!final && batch.count - r < LOOK_AHEAD) return ~r;
    const to = Math.min(batch.count, r + LOOK_AHEAD);
    const records: string[][] = [];
    for (let i = r; i < to; i++) {
      if (batch.faults[i] === FAULT.tooLong) this.tooLong ??= batch.first + i;
      records.push(batch.faults[i] === FAULT.tooLong ? [''] : this.reader.record(batch, i));
    }
    const found = this.plain
      ? plainTable(records)
      : findTable(records, whole, this.tables.length > 0, this.dialect.delimiter);
    if (found === null) {
      this.keepLoose(records);
      return to;
    }
    if (found.width > MAX_COLUMNS) {
      this.tooManyColumns ??= { row: batch.first + r + found.above, columns: found.width };
      return to;
    }
    this.keepLoose(records.slice(0, found.above));
    this.open(found, batch.first + r);
    this.headerCells = found.header < 0 ? [] : (records[found.header] as string[]);
    return r + found.body;
  }

  private keepLoose(records: readonly (readonly string[])[]): void {
    for (const cells of records) {
      if (isBlank(cells) || this.loose.length >= MAX_PREAMBLE) continue;
      if (this.tables.length === 0 && /^sep=.?$/i.test((cells[0] ?? '').trim())) continue;
      const hash = isHashLine(cells, false);
      const line = cells.join(', ').replace(/(, )+$/, '');
      this.loose.push(hash ? line.replace(/^#\s?/, '').trim() : line.trim());
    }
  }

  private open(found: FoundTable, first: number): void {
    const preamble = this.loose.splice(0);
    const own = preambleFacts(preamble);
    const said = preamble.length > 0;
    const facts: PreambleFacts = {
      title: own.title,
      dateRange: own.dateRange ?? (said ? null : this.inherited.dateRange),
      account: own.account ?? this.inherited.account,
      property: own.property ?? this.inherited.property,
    };
    this.inherited = facts;
    this.table = new TableBuilder(
      this.reader,
      found,
      preamble,
      facts,
      found.header < 0 ? null : first + found.header,
      first + found.body,
      this.dialect.delimiter,
      this.forecast,
    );
    this.tables.push(this.table);
  }

  private inTable(batch: CellBatch, from: number, final: boolean, table: TableBuilder): number {
    const { offsets, starts, ends, bytes, faults } = batch;
    const width = this.shortTo ?? table.width;
    let run = from;
    let r = from;
    for (; r < batch.count; r++) {
      const cell = offsets[r]!;
      const start = starts[cell]! >>> 1;
      if (offsets[r + 1]! - cell === width && faults[r] === FAULT.none && ends[cell]! > start) {
        const byte = bytes[start]!;
        if (this.plain || !this.mayBeOdd(byte, bytes, start, ends[cell]!)) continue;
      }
      const then = this.odd(batch, r, final, table);
      if (then === BODY) continue;
      table.body(batch, run, r);
      if (then < 0) return then;
      run = then;
      if (this.table !== table) return then;
      r = then - 1;
    }
    table.body(batch, run, r);
    return r;
  }

  private get shortTo(): number | null {
    return this.table?.shortTo ?? null;
  }

  /** A cheap look at the first cell: could this be a comment, totals or the header again? */
  private mayBeOdd(byte: number, bytes: Uint8Array, start: number, end: number): boolean {
    // `# …`, and not the order #1001.
    if (byte === 35) return end - start === 1 || bytes[start + 1] === 32 || bytes[start + 1] === 45;
    const header = this.headerCells[0];
    if (
      header !== undefined &&
      header.length > 0 &&
      header.charCodeAt(0) === byte &&
      end - start >= header.length
    ) {
      return true;
    }
    if (end - start > 60 || end - start < 3) return false;
    const a = byte | 32;
    const b = bytes[start + 1]! | 32;
    // to(tal), ra(zem), su(ma), gr(and), ge(samt), og(ółem), in(sgesamt), po(dsumowanie), łą(cznie)
    return (
      (a === 116 && b === 111) ||
      (a === 114 && b === 97) ||
      (a === 115 && b === 117) ||
      (a === 103 && (b === 114 || b === 101)) ||
      (a === 111 && (b === 103 || b === 118)) ||
      (a === 105 && b === 110) ||
      (a === 112 && b === 111) ||
      byte === 0xc5
    );
  }

  /** What an odd record is: BODY where it is a row after all, otherwise where reading goes on (`~r`: needs more). */
  private odd(batch: CellBatch, r: number, final: boolean, table: TableBuilder): number {
    const row = batch.first + r;
    const width = this.shortTo ?? table.width;
    const fault = batch.faults[r];
    if (fault === FAULT.tooLong) {
      table.faulty(row, { code: 'row/too-long', row });
      return r + 1;
    }
    const cells = batch.offsets[r + 1]! - batch.offsets[r]!;
    if (isBlankRecord(batch, r)) {
      // A table of one column may hold empty values; told apart from blank lines they can't be.
      return this.plain
        ? cells === width
          ? BODY
          : this.ragged(batch, r, table)
        : this.blank(batch, r, final, table);
    }
    const texts = this.reader.record(batch, r);
    if (!this.plain) {
      if (isHashLine(texts, true) && (cells !== width || table.width === 1)) return this.leave(r);
      if (cells === this.headerCells.length && sameCells(texts, this.headerCells)) return this.leave(r);
      if (table.width > 1 && this.isTotals(texts, width)) {
        table.total(row, texts);
        return r + 1;
      }
    }
    if (fault !== FAULT.none) {
      if (fault === FAULT.openQuote) {
        const value = texts.join(' ').slice(0, 80);
        table.faulty(row, { code: 'row/unclosed-quote', row, value }, this.rawLine(batch, r));
        return r + 1;
      }
      if (fault === FAULT.openQuoteMended)
        table.problem({ code: 'row/unclosed-quote', row, params: { mended: 1 } });
      else if (cells === width) table.strayQuote(row);
    }
    if (cells === width) return BODY;
    if (!this.plain && looksLikeNames(texts) && filledCells(texts) >= 2) {
      if (!final && batch.count - r < 5) return ~r;
      if (this.startsTable(batch, r, texts, table)) return this.leave(r);
    }
    if (cells > width && cells <= width + table.spareCells && filledCells(texts.slice(width)) === 0)
      return BODY;
    return this.ragged(batch, r, table);
  }

  private isTotals(texts: readonly string[], width: number): boolean {
    const first = texts.findIndex((cell) => cell.trim() !== '');
    if (first < 0) return false;
    if (first <= 2 && first < texts.length - 1 && isTotalsLabel(texts[first] as string)) return true;
    // Explorations: dimensions empty, and the label in one cell more than there are columns.
    return texts.length === width + 1 && isTotalsLabel(texts[width] as string);
  }

  private ragged(batch: CellBatch, r: number, table: TableBuilder): number {
    const row = batch.first + r;
    const found = batch.offsets[r + 1]! - batch.offsets[r]!;
    const expected = this.shortTo ?? table.width;
    const code = found > expected ? 'row/too-many-cells' : 'row/too-few-cells';
    table.faulty(row, { code, row, params: { expected, found } }, this.rawLine(batch, r));
    return r + 1;
  }

  /** Only a line of its own can have been written with another delimiter. */
  private rawLine(batch: CellBatch, r: number): string | null {
    if (this.plain) return null;
    const line = rawRecord(batch, r, this.dialect.quote?.charCodeAt(0) ?? -1);
    return line.includes('\n') ? null : line;
  }

  private startsTable(batch: CellBatch, r: number, texts: readonly string[], table: TableBuilder): boolean {
    const names = new Set(table.names.map(({ raw }) => raw.trim()));
    const shared = texts.filter((cell) => names.has(cell.trim())).length;
    if (shared >= 2 && shared >= texts.length * 0.5) return true;
    const width = texts.length;
    for (let i = r + 1; i < Math.min(batch.count, r + 4); i++) {
      if (batch.offsets[i + 1]! - batch.offsets[i]! !== width) return false;
    }
    return batch.count - r >= 4;
  }

  private blank(batch: CellBatch, r: number, final: boolean, table: TableBuilder): number {
    let next = r + 1;
    while (next < batch.count && isBlankRecord(batch, next) && next - r < LOOK_AHEAD) next++;
    if (next - r < LOOK_AHEAD && batch.count - next < 5 && !final) return ~r;
    table.blankRows += next - r;
    if (next >= batch.count || next - r >= LOOK_AHEAD) return next;
    const texts = this.reader.record(batch, next);
    const width = this.shortTo ?? table.width;
    const leaves =
      isHashLine(texts, true) ||
      sameCells(texts, this.headerCells) ||
      (table.width > 1 && filledCells(texts) === 1 && texts.length !== width) ||
      (table.width > 1 &&
        filledCells(texts) === 1 &&
        !isTotalsLabel(texts.find((t) => t.trim() !== '') ?? '')) ||
      (table.width === 1 && texts.length > 1 && filledCells(texts) > 1) ||
      (filledCells(texts) >= 2 &&
        looksLikeNames(texts) &&
        (texts.length !== width || table.rows === 0 || this.isUnlike(batch, next, table)));
    if (leaves) return this.leave(next);
    return next;
  }

  /** Words where the table has numbers. */
  private isUnlike(batch: CellBatch, r: number, table: TableBuilder): boolean {
    const texts = this.reader.record(batch, r);
    return table.numericColumns().some((c) => (texts[c] ?? '').trim() !== '');
  }

  private leave(r: number): number {
    this.table = null;
    this.headerCells = [];
    return r;
  }
}

const BODY = Number.MAX_SAFE_INTEGER;

function isBlankRecord(batch: CellBatch, r: number): boolean {
  for (let k = batch.offsets[r]!; k < batch.offsets[r + 1]!; k++) {
    const end = batch.ends[k]!;
    for (let i = batch.starts[k]! >>> 1; i < end; i++) if (batch.bytes[i]! > 32) return false;
  }
  return true;
}

/** The first record is the header and all others are rows. */
function plainTable(records: readonly (readonly string[])[]): FoundTable {
  const headers = records[0] ?? [];
  return {
    header: 0,
    headerRows: 1,
    body: 1,
    width: headers.length,
    headers,
    headerFault: null,
    shortTo: null,
    spareCells: 0,
    above: 0,
  };
}
