import { amountShift } from '../../core/amount-shift';
import type { Column, TextColumn } from '../../core/column';
import { FLAG_UNKNOWN, NULL_CODE } from '../../core/column';
import { minorUnits } from '../../core/minor-units';
import type { ProblemCode } from '../../core/problem';
import type { Reading } from '../../core/reading';
import type { CellBatch, CellReader } from '../bytes/cell-batch';
import { readFlag } from '../readings/flag-token';
import { nthMoment } from '../readings/nth-moment';
import { isNullToken } from '../readings/null-token';
import { readConsent } from '../readings/read-consent';
import { DMY, lastDate, MDY, NO_OFFSET, readCompactDate, readDate, YMD } from '../readings/read-date';
import { readDuration } from '../readings/read-duration';
import type { NumberStyle } from '../readings/read-number';
import { numberStyle, readDecorated, readPlain } from '../readings/read-number';
import { undecorate } from '../readings/undecorate';
import { OffsetBuilder } from './offset-builder';
import { isBlankBytes, TextBuilder } from './text-builder';

/** What became of a cell: a value, nothing there, or something that can't be read. */
export const CELL = { value: 0, empty: 1, unreadable: 2 } as const;

export interface ColumnTyper {
  /** Types one cell as row `row` of the column. */
  add(batch: CellBatch, cell: number, row: number): number;
  /** Row `row` moves to `to`, over one that was refused. */
  move(row: number, to: number): void;
  readonly misfit: ProblemCode;
  /** Where the last unreadable cell had another cause than `misfit`. */
  readonly lastProblem: ProblemCode | null;
  finish(rows: number): Column;
  /** Currency per row; null where no cell carries one, or the reading's holds for all. */
  currencies(rows: number): TextColumn | null;
  /** Offset from UTC per row, `+02:00`; null where no time carries one. */
  offsets(rows: number): TextColumn | null;
}

export function columnTyper(reading: Reading, rows: number, reader: CellReader): ColumnTyper {
  switch (reading.kind) {
    case 'text':
    case 'id':
      return new TextTyper(rows, reader, reading.kind === 'id');
    case 'number':
      return new NumberTyper('number', 'cell/not-a-number', rows, reader, plainNumbers(reading));
    case 'money':
      return new MoneyTyper(reading, rows, reader);
    case 'date':
      return new TimeTyper(rows, reader, dates(reading));
    case 'nth':
      return new NumberTyper('time', 'cell/not-a-date', rows, reader, nthMoment(reading));
    case 'duration':
      return new NumberTyper('number', 'cell/not-a-duration', rows, reader, readDuration);
    case 'flag':
      return new FlagTyper(rows, reader, flagOf);
    case 'consent':
      return new FlagTyper(rows, reader, reading.of === 'in' ? consentOf : optOutOf);
  }
}

class TextTyper implements ColumnTyper {
  readonly misfit = 'cell/not-a-number';
  readonly lastProblem = null;
  private readonly builder: TextBuilder;

  constructor(
    rows: number,
    reader: CellReader,
    private readonly ids: boolean,
  ) {
    this.builder = new TextBuilder(rows, reader);
  }

  add(batch: CellBatch, cell: number, row: number): number {
    const code = this.builder.code(batch, cell);
    this.builder.codes[row] = code;
    return code === NULL_CODE ? CELL.empty : CELL.value;
  }

  move(row: number, to: number): void {
    this.builder.codes[to] = this.builder.codes[row]!;
  }

  finish(rows: number): Column {
    return this.ids ? this.builder.finishIds(rows) : this.builder.finish(rows);
  }

  currencies(): null {
    return null;
  }

  offsets(): null {
    return null;
  }
}

type ReadCell = (bytes: Uint8Array, start: number, end: number) => number;

class NumberTyper implements ColumnTyper {
  readonly lastProblem = null;
  private readonly values: Float64Array;

  constructor(
    private readonly type: 'number' | 'time',
    readonly misfit: ProblemCode,
    rows: number,
    private readonly reader: CellReader,
    private readonly read: ReadCell,
  ) {
    this.values = new Float64Array(rows);
  }

  add(batch: CellBatch, cell: number, row: number): number {
    const { bytes } = batch;
    let start = batch.starts[cell]! >>> 1;
    let end = batch.ends[cell]!;
    while (start < end && bytes[start]! <= 32) start++;
    while (end > start && bytes[end - 1]! <= 32) end--;
    if (start === end) {
      this.values[row] = Number.NaN;
      return CELL.empty;
    }
    const value = this.read(bytes, start, end);
    this.values[row] = value;
    if (!Number.isNaN(value)) return CELL.value;
    return isNullToken(this.reader.text(batch, cell)) ? CELL.empty : CELL.unreadable;
  }

  move(row: number, to: number): void {
    this.values[to] = this.values[row]!;
  }

  finish(rows: number): Column {
    return { type: this.type, values: this.values.subarray(0, rows) };
  }

  currencies(): null {
    return null;
  }

  offsets(_rows: number): TextColumn | null {
    return null;
  }
}

/** What stands behind a time of day is kept beside it. */
class TimeTyper extends NumberTyper {
  private readonly builder: OffsetBuilder;

  constructor(rows: number, reader: CellReader, read: ReadCell) {
    super('time', 'cell/not-a-date', rows, reader, read);
    this.builder = new OffsetBuilder(rows);
  }

  override add(batch: CellBatch, cell: number, row: number): number {
    lastDate.offset = NO_OFFSET;
    const what = super.add(batch, cell, row);
    this.builder.set(row, what === CELL.value ? lastDate.offset : NO_OFFSET);
    return what;
  }

  override move(row: number, to: number): void {
    super.move(row, to);
    this.builder.move(row, to);
  }

  override offsets(rows: number): TextColumn | null {
    return this.builder.finish(rows);
  }
}

function plainNumbers(reading: Extract<Reading, { kind: 'number' }>): ReadCell {
  const style = numberStyle(reading);
  const percent = reading.unit === 'percent';
  const none = () => 0;
  return (bytes, start, end) => {
    const plain = readPlain(bytes, start, end, style, 0);
    // In a column of percentages only a nought may do without the sign.
    if (!Number.isNaN(plain)) return percent && plain !== 0 ? Number.NaN : plain;
    const decorated = readDecorated(bytes, start, end, style, none);
    return decorated === null || decorated.percent !== percent ? Number.NaN : decorated.value;
  };
}

const SERIAL_EPOCH = -25_569;
const DAY_MS = 86_400_000;

function dates(reading: Extract<Reading, { kind: 'date' }>): ReadCell {
  switch (reading.order) {
    case 'compact':
      return readCompactDate;
    case 'serial':
      return (bytes, start, end) => {
        const serial = readPlain(bytes, start, end, DOT, 0);
        // Day 60 is the 29 February 1900 that never was; before it, serials can't be told from small numbers.
        return serial > 60 && serial < 200_000 ? Math.round((serial + SERIAL_EPOCH) * DAY_MS) : Number.NaN;
      };
    case 'epoch':
      return (bytes, start, end) => {
        const moment = readPlain(bytes, start, end, DOT, 0);
        lastDate.offset = 0;
        if (moment > 3e14) return Math.floor(moment / 1000);
        if (moment > 3e11) return moment;
        return moment > 0 ? moment * 1000 : Number.NaN;
      };
    default: {
      const order = { ymd: YMD, dmy: DMY, mdy: MDY }[reading.order];
      return (bytes, start, end) => readDate(bytes, start, end, order);
    }
  }
}

const DOT: NumberStyle = { decimal: 46, group: 0 };

class MoneyTyper implements ColumnTyper {
  readonly misfit = 'cell/not-a-number';
  lastProblem: ProblemCode | null = null;
  private readonly values: Float64Array;
  private readonly style: NumberStyle;
  private readonly shift: number;
  private readonly currency: string | null;
  private shown: TextBuilder | null = null;

  constructor(
    reading: Extract<Reading, { kind: 'money' }>,
    private readonly rows: number,
    private readonly reader: CellReader,
  ) {
    this.values = new Float64Array(rows);
    this.style = numberStyle(reading);
    this.currency = reading.currency;
    this.shift = amountShift(reading);
  }

  add(batch: CellBatch, cell: number, row: number): number {
    const { bytes } = batch;
    let start = batch.starts[cell]! >>> 1;
    let end = batch.ends[cell]!;
    while (start < end && bytes[start]! <= 32) start++;
    while (end > start && bytes[end - 1]! <= 32) end--;
    this.lastProblem = null;
    this.values[row] = Number.NaN;
    if (start === end) return CELL.empty;
    const plain = readPlain(bytes, start, end, this.style, this.shift);
    if (!Number.isNaN(plain)) {
      this.values[row] = plain;
      return CELL.value;
    }
    const decorated = readDecorated(bytes, start, end, this.style, (shown) =>
      shown === null || shown === '' ? this.shift : decimals(shown),
    );
    if (decorated === null) {
      return isNullToken(this.reader.text(batch, cell)) ? CELL.empty : CELL.unreadable;
    }
    if (decorated.percent) return CELL.unreadable;
    const { currency } = decorated;
    if (currency !== null && currency !== '') {
      if (this.currency === null) {
        if (this.shown === null) {
          this.shown = new TextBuilder(this.rows, this.reader);
          this.shown.codes.fill(NULL_CODE);
        }
        this.shown.codes[row] = this.shown.codeOf(currency);
      } else if (currency !== this.currency && !this.sharesSign(batch, cell)) {
        this.lastProblem = 'cell/other-currency';
        return CELL.unreadable;
      }
    }
    this.values[row] = decorated.value;
    return CELL.value;
  }

  /** `$` in a column that the header says is CAD means Canadian dollars. */
  private sharesSign(batch: CellBatch, cell: number): boolean {
    const text = this.reader.text(batch, cell);
    if (this.currency === null) return false;
    if (/(?:^|[^A-Za-z])\$/.test(text)) return DOLLARS.has(this.currency);
    return /¥/.test(text) && this.currency === 'CNY' && undecorate(text)?.currency === 'JPY';
  }

  move(row: number, to: number): void {
    this.values[to] = this.values[row]!;
    if (this.shown !== null) this.shown.codes[to] = this.shown.codes[row]!;
  }

  finish(rows: number): Column {
    return { type: 'money', values: this.values.subarray(0, rows) };
  }

  currencies(rows: number): TextColumn | null {
    return this.shown?.finish(rows) ?? null;
  }

  offsets(): null {
    return null;
  }
}

const DOLLARS: ReadonlySet<string> = new Set(
  'USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD BRL UYU'.split(' '),
);

function decimals(currency: string | null): number {
  return Math.round(Math.log10(minorUnits(currency)));
}

const flagOf = (text: string): number | null => {
  const flag = readFlag(text);
  return flag < 0 ? null : flag;
};

const CONSENT = { yes: 1, no: 0, unknown: FLAG_UNKNOWN } as const;

const consentOf = (text: string): number | null => {
  const said = readConsent(text);
  return said === null ? null : CONSENT[said];
};

/** Who has opted out has said no; who has not has said nothing. */
const optOutOf = (text: string): number | null => {
  const said = readConsent(text);
  return said === null ? null : said === 'yes' ? CONSENT.no : FLAG_UNKNOWN;
};

class FlagTyper implements ColumnTyper {
  readonly misfit = 'cell/not-a-flag';
  readonly lastProblem = null;
  private readonly values: Uint8Array;

  constructor(
    rows: number,
    private readonly reader: CellReader,
    private readonly read: (text: string) => number | null,
  ) {
    this.values = new Uint8Array(rows);
  }

  add(batch: CellBatch, cell: number, row: number): number {
    this.values[row] = FLAG_UNKNOWN;
    if (isBlankBytes(batch.bytes, batch.starts[cell]! >>> 1, batch.ends[cell]!)) return CELL.empty;
    const text = this.reader.text(batch, cell);
    const flag = this.read(text);
    if (flag === null) return isNullToken(text) ? CELL.empty : CELL.unreadable;
    this.values[row] = flag;
    return flag === FLAG_UNKNOWN ? CELL.empty : CELL.value;
  }

  move(row: number, to: number): void {
    this.values[to] = this.values[row]!;
  }

  finish(rows: number): Column {
    return { type: 'flag', values: this.values.subarray(0, rows) };
  }

  currencies(): null {
    return null;
  }

  offsets(): null {
    return null;
  }
}
