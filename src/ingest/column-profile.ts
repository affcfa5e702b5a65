import { ByteDictionary } from './byte-dictionary';
import type { CellBatch, CellReader } from './cell-batch';
import { decodeBytes } from './cell-batch';
import { cellShape, KIND, KIND_MASK, NUMBER } from './cell-shape';
import { undecorate } from './undecorate';

const MAX_DISTINCT = 1000;
const MAX_EXAMPLES = 20;

export interface ShapeTally {
  readonly shape: number;
  count: number;
  readonly examples: { readonly row: number; readonly value: string }[];
}

/**
 * How a column's cells are written, counted over all of it. While a column has few distinct values each is looked at
 * once and counted by its code; past that, every cell is.
 */
export class ColumnProfile {
  distinct = 0;
  private readonly tallies: ShapeTally[] = [];
  private last: ShapeTally | null = null;
  /** ISO code or '' → cells. */
  readonly currencies = new Map<string, number>();
  readonly examples: string[] = [];
  private dictionary: ByteDictionary | null = new ByteDictionary(MAX_DISTINCT);
  private codeShapes = new Int32Array(MAX_DISTINCT);
  private codeCounts = new Uint32Array(MAX_DISTINCT);
  private codeRows = new Uint32Array(MAX_DISTINCT);

  constructor(private readonly reader: CellReader) {}

  /** Cell `column` of the records `from` up to `to`, all of which have it. */
  addRange(batch: CellBatch, from: number, to: number, column: number): void {
    for (let r = from; r < to; r++) this.add(batch, r, batch.offsets[r]! + column);
  }

  add(batch: CellBatch, record: number, cell: number): void {
    const start = batch.starts[cell]!;
    const end = batch.ends[cell]!;
    if (start >>> 1 === end) {
      this.tally(KIND.empty, batch, record, cell, 1);
      return;
    }
    if (this.dictionary !== null) {
      const code = this.dictionary.code(batch.bytes, start >>> 1, end);
      if (code >= 0) {
        if (code === this.distinct) {
          this.distinct++;
          this.codeShapes[code] = this.shapeOf(batch, cell);
          this.codeRows[code] = batch.first + record;
          if (this.examples.length < 5 && this.codeShapes[code] !== KIND.empty) {
            this.examples.push(this.reader.text(batch, cell));
          }
        }
        this.codeCounts[code]!++;
        return;
      }
      this.flush();
    }
    const shape = this.shapeOf(batch, cell);
    this.tally(shape, batch, record, cell, 1);
    if ((shape & KIND_MASK) === KIND.number && (shape & NUMBER.currency) !== 0) {
      this.countCurrency(this.reader.text(batch, cell), 1);
    }
  }

  /** Distinct values with how many cells hold each; null where there are more than are kept. */
  values(): { readonly value: string; readonly count: number }[] | null {
    if (this.dictionary === null) return null;
    return this.dictionary.strings().map((value, code) => ({ value, count: this.codeCounts[code]! }));
  }

  /** All counts so far, by shape. */
  shapes(): readonly ShapeTally[] {
    if (this.dictionary === null) return this.tallies;
    const copy = new ColumnProfile(this.reader);
    for (const t of this.tallies) copy.tallies.push({ ...t, examples: [...t.examples] });
    copy.mergeCodes(this);
    this.currencies.clear();
    for (const [code, count] of copy.currencies) this.currencies.set(code, count);
    return copy.tallies;
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

  private shapeOf(batch: CellBatch, cell: number): number {
    const start = batch.starts[cell]!;
    return (start & 1) === 1 ? KIND.text : cellShape(batch.bytes, start >>> 1, batch.ends[cell]!);
  }

  /** Too many distinct values to code: from here on cells are counted one by one. */
  private flush(): void {
    this.mergeCodes(this);
    this.dictionary = null;
    this.distinct = MAX_DISTINCT;
    this.codeShapes = new Int32Array(0);
    this.codeCounts = new Uint32Array(0);
    this.codeRows = new Uint32Array(0);
  }

  private mergeCodes(from: ColumnProfile): void {
    const texts = from.dictionary?.strings() ?? [];
    for (let code = 0; code < texts.length; code++) {
      const value = texts[code] as string;
      const tally = this.find(from.codeShapes[code]!);
      tally.count += from.codeCounts[code]!;
      if (tally.examples.length < MAX_EXAMPLES) tally.examples.push({ row: from.codeRows[code]!, value });
      if ((tally.shape & KIND_MASK) === KIND.number && (tally.shape & NUMBER.currency) !== 0) {
        this.countCurrency(value, from.codeCounts[code]!);
      }
    }
  }

  private countCurrency(text: string, times: number): void {
    const currency = undecorate(text.trim())?.currency ?? '';
    this.currencies.set(currency, (this.currencies.get(currency) ?? 0) + times);
  }

  private tally(shape: number, batch: CellBatch, record: number, cell: number, times: number): void {
    const tally = this.last !== null && this.last.shape === shape ? this.last : this.find(shape);
    this.last = tally;
    tally.count += times;
    if (tally.examples.length < MAX_EXAMPLES && shape !== KIND.empty) {
      tally.examples.push({
        row: batch.first + record,
        value: decodeBytes(batch.bytes, batch.starts[cell]! >>> 1, batch.ends[cell]!),
      });
    }
  }

  private find(shape: number): ShapeTally {
    for (const tally of this.tallies) if (tally.shape === shape) return tally;
    const tally: ShapeTally = { shape, count: 0, examples: [] };
    this.tallies.push(tally);
    return tally;
  }
}
