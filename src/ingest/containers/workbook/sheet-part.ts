import type { Problem } from '../../../core/problem';
import { CAPS } from '../caps';
import { ContainerFault } from '../container-fault';
import { TableSpool } from '../table-spool';
import { cellText } from './cell-text';
import type { CellStyle } from './number-format';
import { attributeOf, type XmlHandler } from './xml-tokenizer';

export interface BookFacts {
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const MAX_PROBLEMS = 1000;
const PLAIN: CellStyle = { kind: 'plain' };

/**
 * One worksheet written as rows: row numbers are the sheet's own, formulas give the values last worked out, merged
 * cells stand where they begin. What is no value (errors, formulas never worked out) is said.
 */
export class SheetPart implements XmlHandler {
  readonly spool = new TableSpool();
  readonly problems: Problem[] = [];
  /** Filled cells. */
  filled = 0;
  private row = 0;
  private blankRows = 0;
  private column = -1;
  private cells: string[] = [];
  private type = 'n';
  private style: CellStyle = PLAIN;
  private value = '';
  private collecting = false;
  private phonetic = false;
  private formula = false;
  private hiddenRows = 0;
  private merged = 0;
  private noValue = 0;

  constructor(private readonly book: BookFacts) {}

  open(name: string, attributes: string, empty: boolean): void {
    switch (name) {
      case 'c':
        this.openCell(attributes);
        if (empty) this.closeCell();
        return;
      case 'v':
        this.collecting = !empty;
        return;
      case 't':
        this.collecting = !empty && !this.phonetic && this.type === 'inlineStr';
        return;
      case 'f':
        this.formula = true;
        return;
      case 'rPh':
        this.phonetic = !empty;
        return;
      case 'row':
        this.openRow(attributes);
        if (empty) this.closeRow();
        return;
      case 'mergeCell':
        this.merged++;
    }
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.collecting = false;
        return;
      case 'c':
        this.closeCell();
        return;
      case 'rPh':
        this.phonetic = false;
        return;
      case 'row':
        this.closeRow();
        return;
      case 'worksheet':
        this.finish();
    }
  }

  text(text: string): void {
    if (this.collecting) this.value += text;
  }

  private openRow(attributes: string): void {
    const stated = attributeOf(attributes, 'r');
    const row = stated === null ? this.row + 1 : Number(stated);
    if (!Number.isInteger(row) || row <= this.row || row > MAX_ROWS) throw damaged();
    this.blankRows += row - this.row - 1;
    this.row = row;
    this.column = -1;
    this.cells = [];
    if (/^(?:1|true)$/.test(attributeOf(attributes, 'hidden') ?? '')) this.hiddenRows++;
  }

  private closeRow(): void {
    if (this.cells.every((cell) => cell === '')) {
      this.blankRows++;
      return;
    }
    for (; this.blankRows > 0; this.blankRows--) this.spool.add([]);
    this.spool.add(this.cells);
  }

  private openCell(attributes: string): void {
    const place = attributeOf(attributes, 'r');
    this.column = place === null ? this.column + 1 : columnOf(place);
    if (this.column >= MAX_COLUMNS) throw damaged();
    this.type = attributeOf(attributes, 't') ?? 'n';
    const style = attributeOf(attributes, 's');
    this.style = style === null ? PLAIN : (this.book.styles[Number(style)] ?? PLAIN);
    this.value = '';
    this.formula = false;
  }

  private closeCell(): void {
    const text = this.cell();
    if (text === '') return;
    if (++this.filled > CAPS.cells) {
      throw new ContainerFault({ code: 'workbook/too-many-cells', params: { limit: CAPS.cells } });
    }
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private cell(): string {
    const { value, type } = this;
    if (value === '') {
      if (this.formula && type !== 'str') this.noValue++;
      return '';
    }
    switch (type) {
      case 's': {
        const text = this.book.texts[Number(value)];
        if (text === undefined) throw damaged();
        return text;
      }
      case 'str':
      case 'inlineStr':
        return unescaped(value);
      case 'b':
        return value.trim() === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
        this.problem({ code: 'cell/formula-error', row: this.row, column: columnName(this.column), value });
        return value;
      case 'd':
        return value.replace('T', ' ').replace(/(?:\.\d+)?Z?$/, '');
      default:
        return cellText(value, this.style, this.book.from1904);
    }
  }

  private finish(): void {
    if (this.noValue > 0) this.note('sheet/no-value', this.noValue);
    if (this.merged > 0) this.note('sheet/merged-cells', this.merged);
    if (this.hiddenRows > 0) this.note('sheet/hidden-rows', this.hiddenRows);
  }

  /** Of the whole sheet: before what is said of single cells. */
  private note(code: Problem['code'], count: number): void {
    this.problems.unshift({ code, params: { count } });
  }

  private problem(problem: Problem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }
}

/** `BC12` → 54. */
function columnOf(place: string): number {
  let column = 0;
  let i = 0;
  for (; i < place.length; i++) {
    const letter = (place.charCodeAt(i) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MAX_COLUMNS) throw damaged();
  }
  if (i === 0) throw damaged();
  return column - 1;
}

export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** `_x000D_` stands for a character XML can't hold (ECMA-376 §22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const damaged = () => new ContainerFault({ code: 'workbook/damaged' });
