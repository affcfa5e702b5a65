import type { CellBatch, CellReader } from '../bytes/cell-batch';
import { decodeBytes } from '../bytes/cell-batch';
import { type RowForecast, roomFor } from '../bytes/row-forecast';
import { ByteDictionary } from '../columns/byte-dictionary';
import type { ColumnDraft, DraftMisfit } from '../columns/column-draft';
import {
  cellShape,
  DATE_SHIFT,
  DATE_TIME,
  KIND,
  KIND_MASK,
  NUMBER,
  PLAIN_COMMA,
  PLAIN_DOT,
  PLAIN_INTEGER,
} from './cell-shape';
import { likelyMode, type ValueMode } from './likely-mode';
import type { ProfileState } from './profile-state';
import { lastDate, NO_OFFSET, readCompactDate, readDate, readIsoDate, YMD } from './read-date';
import { POW10, readPlain } from './read-number';
import { ShapeTallies, type ShapeTally } from './shape-tallies';
import { undecorate } from './undecorate';

const MAX_DISTINCT = 1000;
const MAX_EXAMPLES = 20;
/** A draft with more misfits than this is not worth keeping: the column is hardly what it was taken for. */
const MAX_MISFITS = 5000;

const encoder = new TextEncoder();

/** Four noughts, and as many bytes as must stand before a number for words to be read from before it. */
const ZEROS = 0x30303030;
const BEFORE = 8;

/** Four digits (not their characters), the first in the lowest byte. */
function fourDigits(digits: number): number {
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) & 0x00ff00ff;
  return (pairs & 0xff) * 100 + (pairs >>> 16);
}

/**
 * How a column's cells are written, counted over all of it, and the column itself, typed in passing as what its first
 * values were. Cells are coded by a dictionary, each distinct value being looked at once; a column of very many
 * distinct numbers or dates is read cell by cell instead.
 */
export class ColumnProfile {
  private mode: { readonly kind: 'coded' } | ValueMode = { kind: 'coded' };
  private rows = 0;
  private empty = 0;
  private readonly tallies = new ShapeTallies();
  /** ISO code or '' → cells. */
  readonly currencies = new Map<string, number>();
  readonly examples: string[] = [];

  private dictionary = new ByteDictionary();
  private codes = new Int32Array(1024);
  private codeCounts = new Uint32Array(256);
  private codeShapes = new Int32Array(256);
  /** Past this many distinct values the column's mode is decided; then they are without limit. */
  private limit = MAX_DISTINCT;
  private manyDistinct = false;
  /** Words came first, and no month among them: what begins with a letter is text. */
  private wordsAreText = false;

  private counted: { readonly rows: number; readonly shapes: readonly ShapeTally[] } | null = null;

  private values = new Float64Array(0);
  private misfits: DraftMisfit[] = [];
  private readonly offsets: number[] = [];
  private offset = NO_OFFSET;
  /** Cells that the draft can't hold as they were meant (currencies, percentages). */
  private impure = false;
  private fractions = false;

  constructor(
    private readonly reader: CellReader,
    private readonly header: string,
    private readonly forecast: RowForecast,
  ) {}

  static of(state: ProfileState, reader: CellReader, forecast: RowForecast): ColumnProfile {
    const { header, tallies, currencies, examples, dictionary, offsets, ...rest } = state;
    const profile = new ColumnProfile(reader, header, forecast);
    profile.tallies.all.push(...tallies);
    for (const [currency, cells] of currencies) profile.currencies.set(currency, cells);
    profile.examples.push(...examples);
    profile.offsets.push(...offsets);
    Object.assign(profile, rest, { dictionary: ByteDictionary.of(dictionary) });
    return profile;
  }

  /** All there is to it; what is typed on from it is not to be typed on here. */
  state(): ProfileState {
    const { header, mode, rows, empty, examples, codes, codeCounts, codeShapes, limit, manyDistinct } = this;
    const { wordsAreText, values, misfits, offsets, offset, impure, fractions } = this;
    return {
      header,
      mode,
      rows,
      empty,
      tallies: this.tallies.all,
      currencies: [...this.currencies],
      examples,
      dictionary: this.dictionary.state(),
      codes,
      codeCounts,
      codeShapes,
      limit,
      manyDistinct,
      wordsAreText,
      values,
      misfits,
      offsets,
      offset,
      impure,
      fractions,
    };
  }

  get distinct(): number {
    return this.manyDistinct ? MAX_DISTINCT : Math.min(MAX_DISTINCT, this.dictionary.size);
  }

  /** Cell `column` of the records `from` up to `to`, all of which have it. */
  addRange(batch: CellBatch, from: number, to: number, column: number): void {
    this.reserve(this.rows + to - from);
    let r = from;
    if (this.mode.kind === 'coded') r = this.addCoded(batch, r, to, column);
    if (r === to) return;
    if (this.mode.kind === 'number') this.addNumbers(batch, r, to, column, this.mode);
    else if (this.mode.kind === 'date') this.addDates(batch, r, to, column, this.mode);
  }

  /** Distinct values with how many cells hold each; null where there are more than are kept. */
  valueCounts(): readonly { readonly value: string; readonly count: number }[] | null {
    if (this.manyDistinct || this.dictionary.size > MAX_DISTINCT) return null;
    return this.dictionary.strings().map((value, code) => ({ value, count: this.codeCounts[code]! }));
  }

  /** All counts so far, by shape. */
  shapes(): readonly ShapeTally[] {
    if (this.counted?.rows !== this.rows) this.counted = { rows: this.rows, shapes: this.countShapes() };
    return this.counted.shapes;
  }

  private countShapes(): readonly ShapeTally[] {
    const counts = new Map<number, number>();
    for (const { shape, count } of this.tallies.all) counts.set(shape, count);
    if (this.mode.kind === 'coded') {
      // Neighbours are mostly of one shape.
      let shape = 0;
      let cells = 0;
      for (let code = 0; code < this.dictionary.size; code++) {
        if (this.codeShapes[code] !== shape) {
          if (cells > 0) counts.set(shape, (counts.get(shape) ?? 0) + cells);
          shape = this.codeShapes[code]!;
          cells = 0;
        }
        cells += this.codeCounts[code]!;
      }
      if (cells > 0) counts.set(shape, (counts.get(shape) ?? 0) + cells);
      this.countCodedCurrencies();
    }
    const empty = this.mode.kind === 'coded' ? this.codedEmpty() : this.empty;
    if (empty > 0) counts.set(KIND.empty, (counts.get(KIND.empty) ?? 0) + empty);
    return [...counts].map(([shape, count]) => ({
      shape,
      count,
      examples: this.tallies.all.find((t) => t.shape === shape)?.examples ?? [],
    }));
  }

  /** Numbers, dates or durations in more than half of the cells so far. */
  isMostlyValues(): boolean {
    let values = 0;
    let filled = 0;
    for (const { shape, count } of this.shapes()) {
      const kind = shape & KIND_MASK;
      if (kind !== KIND.empty && kind !== KIND.none) filled += count;
      if (kind === KIND.number || kind === KIND.date || kind === KIND.duration) values += count;
    }
    return values * 2 > filled;
  }

  /** The column as typed in passing; null where that is of no use. */
  draft(): ColumnDraft | null {
    const { rows, mode } = this;
    if (mode.kind === 'coded') {
      return { kind: 'text', rows, codes: this.codes, dictionary: this.dictionary };
    }
    if (this.impure || this.misfits.length > MAX_MISFITS) return null;
    const { values, misfits } = this;
    return mode.kind === 'number'
      ? { kind: 'number', rows, values, style: mode.style, shift: mode.shift, whole: this.isWhole(), misfits }
      : { kind: 'date', rows, values, order: mode.order, offsets: this.offsets, misfits };
  }

  /** Nothing but digits: a decimal sign would make no difference. */
  private isWhole(): boolean {
    return (
      !this.fractions &&
      this.tallies.all.every(
        ({ shape, count }) =>
          count === 0 || (shape & KIND_MASK) !== KIND.number || (shape & NUMBER.integer) !== 0,
      )
    );
  }

  private reserve(rows: number): void {
    if (this.mode.kind === 'coded') {
      if (rows <= this.codes.length) return;
      const codes = new Int32Array(roomFor(rows, this.codes.length, this.forecast));
      codes.set(this.codes);
      this.codes = codes;
      return;
    }
    if (rows <= this.values.length) return;
    const values = new Float64Array(roomFor(rows, this.values.length, this.forecast));
    values.set(this.values);
    this.values = values;
  }

  /** Where it stopped: at `to`, or behind the row whose value was one too many to go on so. */
  private addCoded(batch: CellBatch, from: number, to: number, column: number): number {
    const { bytes, starts, ends, offsets } = batch;
    const { dictionary, codes } = this;
    let row = this.rows;
    let r = from;
    while (r < to) {
      const known = dictionary.codeKnown(batch, column, r, to, codes, row, this.codeCounts);
      row += known - r;
      r = known;
      if (r === to) break;
      const cell = offsets[r]! + column;
      const start = starts[cell]!;
      const end = ends[cell]!;
      r++;
      if (start >>> 1 === end) {
        codes[row++] = -1;
        continue;
      }
      const size = dictionary.size;
      let code: number;
      if ((start & 1) === 0) code = dictionary.code(bytes, start >>> 1, end);
      else {
        const text = encoder.encode(this.reader.text(batch, cell));
        code = dictionary.code(text, 0, text.length);
      }
      codes[row++] = code;
      if (code === size) this.newCode(batch, r - 1, cell, code);
      this.codeCounts[code]!++;
      if (dictionary.size > this.limit) {
        this.rows = row;
        this.settleMode(to - r);
        return this.mode.kind === 'coded' ? this.addCoded(batch, r, to, column) : r;
      }
    }
    this.rows = row;
    return to;
  }

  /** Cells without a code: none of them is counted by any. */
  private codedEmpty(): number {
    let filled = 0;
    for (let code = 0; code < this.dictionary.size; code++) filled += this.codeCounts[code]!;
    return this.rows - filled;
  }

  private newCode(batch: CellBatch, record: number, cell: number, code: number): void {
    if (code === this.codeCounts.length) {
      const counts = new Uint32Array(code * 2);
      counts.set(this.codeCounts);
      this.codeCounts = counts;
      const shapes = new Int32Array(code * 2);
      shapes.set(this.codeShapes);
      this.codeShapes = shapes;
    }
    const shape = this.shapeOf(batch, cell);
    this.codeShapes[code] = shape;
    const tally = this.tallies.of(shape);
    if (tally.examples.length < MAX_EXAMPLES) {
      tally.examples.push({ row: batch.first + record, value: this.reader.text(batch, cell) });
    }
    if (this.examples.length < 5 && shape !== KIND.empty) this.examples.push(this.reader.text(batch, cell));
  }

  private shapeOf(batch: CellBatch, cell: number): number {
    const start = batch.starts[cell]!;
    if ((start & 1) === 1) return KIND.text;
    if (this.wordsAreText) {
      const first = batch.bytes[start >>> 1]! | 32;
      if ((first >= 97 && first <= 122) || first >= 0xe0 || batch.bytes[start >>> 1] === 35) return KIND.text;
    }
    return cellShape(batch.bytes, start >>> 1, batch.ends[cell]!);
  }

  /** Very many values: are they numbers, dates, or words? */
  private settleMode(ahead: number): void {
    this.limit = Number.POSITIVE_INFINITY;
    const likely = likelyMode(this.codeShapes.subarray(0, this.dictionary.size), this.header);
    if (likely.kind === 'coded') this.wordsAreText = likely.wordsAreText;
    else this.become(likely, ahead);
  }

  /** From codes to values: what was coded so far is read once for each distinct value. */
  private become(mode: ValueMode, ahead: number): void {
    this.countCodedCurrencies();
    this.empty = this.codedEmpty();
    this.mode = mode;
    const { bytes, starts, ends } = this.dictionary.entries();
    const texts = this.dictionary.strings();
    const values = new Float64Array(roomFor(this.rows + ahead, 2048, this.forecast));
    const perCode = new Float64Array(texts.length);
    const offsetOfCode = new Int16Array(texts.length);
    for (let code = 0; code < texts.length; code++) {
      perCode[code] = this.readValue(bytes, starts[code]! >>> 1, ends[code]!, mode);
      offsetOfCode[code] = mode.kind === 'date' ? lastDate.offset : NO_OFFSET;
      this.tallies.of(this.codeShapes[code]!).count += this.codeCounts[code]!;
    }
    for (let row = 0; row < this.rows; row++) {
      const code = this.codes[row]!;
      const value = code < 0 ? Number.NaN : perCode[code]!;
      values[row] = value;
      if (code >= 0 && offsetOfCode[code] !== this.offset) this.offsetFrom(row, offsetOfCode[code]!);
      if (code >= 0 && Number.isNaN(value)) this.misfit(row, texts[code] as string, this.codeShapes[code]!);
    }
    this.values = values;
    this.manyDistinct = true;
    this.dictionary = new ByteDictionary();
    this.codes = new Int32Array(0);
    this.codeCounts = new Uint32Array(0);
    this.codeShapes = new Int32Array(0);
  }

  private readValue(bytes: Uint8Array, from: number, to: number, mode: ValueMode): number {
    let start = from;
    let end = to;
    while (start < end && bytes[start]! <= 32) start++;
    while (end > start && bytes[end - 1]! <= 32) end--;
    if (mode.kind === 'number') return readPlain(bytes, start, end, mode.style, mode.shift);
    return mode.order === 'compact'
      ? readCompactDate(bytes, start, end)
      : readDate(bytes, start, end, mode.bit);
  }

  /** From this row on dates are written with this offset: it changes twice a year, if at all. */
  private offsetFrom(row: number, offset: number): void {
    this.offset = offset;
    this.offsets.push(row, offset);
  }

  private misfit(index: number, value: string, shape: number): void {
    const kind = shape & KIND_MASK;
    if (kind === KIND.empty || kind === KIND.none) return;
    // A number all the same, with a sign to it that the values alone would lose.
    if (kind === KIND.number && (shape & (NUMBER.currency | NUMBER.percent | NUMBER.exponent)) !== 0)
      this.impure = true;
    if (kind === KIND.number && this.mode.kind === 'number') this.impure = true;
    if (this.misfits.length <= MAX_MISFITS) this.misfits.push({ index, value });
  }

  /** The fast form of `readPlain` and `cellShape` together, for numbers as they mostly are. */
  private addNumbers(
    batch: CellBatch,
    from: number,
    to: number,
    column: number,
    mode: Extract<ValueMode, { kind: 'number' }>,
  ): void {
    const { bytes, starts, ends, offsets } = batch;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { values } = this;
    const { shift } = mode;
    const { decimal } = mode.style;
    const wholeScale = POW10[shift]!;
    let row = this.rows;
    let integers = 0;
    let fractions = 0;
    for (let r = from; r < to; r++, row++) {
      const cell = offsets[r]! + column;
      const end = ends[cell]!;
      let i = starts[cell]! >>> 1;
      if (i === end) {
        values[row] = Number.NaN;
        this.empty++;
        continue;
      }
      const negative = bytes[i] === 45;
      if (negative) i++;
      const firstDigit = i;
      // Up to seven digits and two behind the sign, as money mostly is: eight digits at a time, side by side.
      const digitsBefore = end - 3 - i;
      if (digitsBefore > 0 && digitsBefore < 8 && bytes[end - 3] === decimal && i >= BEFORE) {
        let low = view.getInt32(end - 7, true) ^ ZEROS;
        let high = 0;
        if (digitsBefore < 4) low &= -1 << ((4 - digitsBefore) << 3);
        else if (digitsBefore > 4)
          high = (view.getInt32(end - 11, true) ^ ZEROS) & (-1 << ((8 - digitsBefore) << 3));
        const tenths = bytes[end - 2]! - 48;
        const hundredths = bytes[end - 1]! - 48;
        const other =
          (((low + 0x76767676) | low | (high + 0x76767676) | high) & 0x80808080) |
          ((tenths | hundredths | (9 - tenths) | (9 - hundredths)) & -0x80000000);
        if (other === 0 && (digitsBefore === 1 || bytes[i] !== 48)) {
          const whole = (fourDigits(high) * 10_000 + fourDigits(low)) * 100 + tenths * 10 + hundredths;
          const value =
            shift === 2 ? whole : shift < 2 ? whole / POW10[2 - shift]! : whole * POW10[shift - 2]!;
          values[row] = negative ? -value : value;
          fractions++;
          continue;
        }
      }
      let mantissa = 0;
      let digit = bytes[i]! - 48;
      while (i < end && digit >= 0 && digit <= 9) {
        mantissa = (mantissa * 10 + digit) | 0;
        digit = bytes[++i]! - 48;
      }
      const digits = i - firstDigit;
      // Digits that may be a date, a moment or an identifier as well are looked at more closely.
      if (digits > 0 && digits < 8 && (digits === 1 || bytes[firstDigit] !== 48)) {
        if (i === end) {
          if (digits !== 5 && mantissa > 1) {
            const value = mantissa * wholeScale;
            values[row] = negative ? -value : value;
            integers++;
            continue;
          }
        } else if (bytes[i] === decimal && end - i < 10) {
          const point = i++;
          let whole: number = mantissa;
          digit = bytes[i]! - 48;
          while (i < end && digit >= 0 && digit <= 9) {
            whole = whole * 10 + digit;
            digit = bytes[++i]! - 48;
          }
          const places = i - point - 1;
          // `46083.4201` may be a spreadsheet's moment.
          const money = digits !== 5 || places < 3;
          if (i === end && money && places > 0 && places !== 3 && (places > 1 || bytes[i - 1] !== 48)) {
            const power = places - shift;
            const value = power > 0 ? whole / POW10[power]! : power === 0 ? whole : whole * POW10[-power]!;
            values[row] = negative ? -value : value;
            fractions++;
            continue;
          }
        }
      }
      this.addOne(batch, r, cell, row, mode);
    }
    this.rows = row;
    if (integers > 0) this.tallies.of(PLAIN_INTEGER).count += integers;
    if (fractions > 0) this.fractions = true;
    if (fractions > 0) this.tallies.of(decimal === 46 ? PLAIN_DOT : PLAIN_COMMA).count += fractions;
  }

  private addDates(
    batch: CellBatch,
    from: number,
    to: number,
    column: number,
    mode: Extract<ValueMode, { kind: 'date' }>,
  ): void {
    const { bytes, starts, ends, offsets } = batch;
    const { values } = this;
    const iso = mode.order === 'ymd';
    let row = this.rows;
    let days = 0;
    let times = 0;
    for (let r = from; r < to; r++, row++) {
      const cell = offsets[r]! + column;
      const end = ends[cell]!;
      const start = starts[cell]! >>> 1;
      if (start === end) {
        values[row] = Number.NaN;
        this.empty++;
        continue;
      }
      if (iso) {
        const value = readIsoDate(bytes, start, end);
        if (!Number.isNaN(value)) {
          values[row] = value;
          if (lastDate.offset !== this.offset) this.offsetFrom(row, lastDate.offset);
          if (end - start > 10) times++;
          else days++;
          continue;
        }
      }
      this.addOne(batch, r, cell, row, mode);
    }
    this.rows = row;
    const shape = KIND.date | (YMD << DATE_SHIFT);
    if (days > 0) this.tallies.of(shape).count += days;
    if (times > 0) this.tallies.of(shape | DATE_TIME).count += times;
  }

  private addOne(batch: CellBatch, record: number, cell: number, row: number, mode: ValueMode): void {
    const { bytes } = batch;
    const start = batch.starts[cell]! >>> 1;
    const end = batch.ends[cell]!;
    let shape: number;
    let value: number;
    if (mode.kind === 'date' && mode.order !== 'compact') {
      value = this.readValue(bytes, start, end, mode);
      if (!Number.isNaN(value) && lastDate.offset !== this.offset) this.offsetFrom(row, lastDate.offset);
      shape = Number.isNaN(value)
        ? this.shapeOf(batch, cell)
        : KIND.date | (lastDate.orders << DATE_SHIFT) | (lastDate.time ? DATE_TIME : 0);
    } else {
      shape = this.shapeOf(batch, cell);
      value = this.readValue(bytes, start, end, mode);
    }
    this.values[row] = value;
    const tally = this.tallies.of(shape);
    tally.count++;
    if (tally.examples.length < MAX_EXAMPLES && shape !== KIND.empty) {
      tally.examples.push({ row: batch.first + record, value: decodeBytes(bytes, start, end) });
    }
    if ((shape & KIND_MASK) === KIND.number && (shape & NUMBER.currency) !== 0) {
      this.countCurrency(decodeBytes(bytes, start, end), 1);
    }
    if (Number.isNaN(value)) this.misfit(row, this.reader.text(batch, cell), shape);
  }

  /** Currencies of coded cells are counted when they are asked for, from the distinct values. */
  private countCodedCurrencies(): void {
    this.currencies.clear();
    let texts: string[] | null = null;
    for (let code = 0; code < this.dictionary.size; code++) {
      const shape = this.codeShapes[code]!;
      if ((shape & KIND_MASK) !== KIND.number || (shape & NUMBER.currency) === 0) continue;
      texts ??= this.dictionary.strings();
      this.countCurrency(texts[code] as string, this.codeCounts[code]!);
    }
  }

  private countCurrency(text: string, times: number): void {
    const currency = undecorate(text.trim())?.currency ?? '';
    this.currencies.set(currency, (this.currencies.get(currency) ?? 0) + times);
  }
}
