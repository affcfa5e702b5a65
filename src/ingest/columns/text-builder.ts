import type { TextColumn } from '../../core/column';
import { NULL_CODE } from '../../core/column';
import { unguardFormula } from '../../core/formula-guard';
import type { CellBatch, CellReader } from '../bytes/cell-batch';
import { ByteDictionary } from './byte-dictionary';

const encoder = new TextEncoder();

/** A text column while it grows: codes into a dictionary of bytes, strings only at the end. */
export class TextBuilder {
  codes: Int32Array;
  private readonly dictionary = new ByteDictionary();

  constructor(
    rows: number,
    private readonly reader: CellReader,
  ) {
    this.codes = new Int32Array(rows);
  }

  /** The code of a cell, empty and blank ones being null. */
  code(batch: CellBatch, cell: number): number {
    const start = batch.starts[cell]!;
    const from = start >>> 1;
    const to = batch.ends[cell]!;
    if (from === to) return NULL_CODE;
    if ((start & 1) === 1) {
      const bytes = encoder.encode(this.reader.text(batch, cell));
      return isBlankBytes(bytes, 0, bytes.length) ? NULL_CODE : this.dictionary.code(bytes, 0, bytes.length);
    }
    if (batch.bytes[from]! <= 32 && isBlankBytes(batch.bytes, from, to)) return NULL_CODE;
    return this.dictionary.code(batch.bytes, from, to);
  }

  codeOf(text: string): number {
    const bytes = encoder.encode(text);
    return this.dictionary.code(bytes, 0, bytes.length);
  }

  finish(rows: number): TextColumn {
    return { type: 'text', codes: this.codes.subarray(0, rows), dictionary: this.dictionary.strings() };
  }

  finishIds(rows: number): TextColumn {
    return asIds(this.finish(rows));
  }
}

/**
 * Identifiers as they were before a spreadsheet: without the apostrophe that kept them text, and without the `.0`
 * where every one has it.
 */
export function asIds(column: TextColumn): TextColumn {
  const pointed =
    column.dictionary.length > 0 && column.dictionary.every((id) => /^'?-?\d+\.0$/.test(id.trim()));
  if (!pointed && column.dictionary.every(standsAsItIs)) return column;
  const at = new Map<string, number>();
  const dictionary: string[] = [];
  const recoded = column.dictionary.map((id) => {
    const text = withoutApostrophe(id.trim()).slice(0, pointed ? -2 : undefined);
    let code = at.get(text);
    if (code === undefined) {
      code = dictionary.push(text) - 1;
      at.set(text, code);
    }
    return code;
  });
  const codes = column.codes.slice();
  for (let r = 0; r < codes.length; r++) {
    if (codes[r]! !== NULL_CODE) codes[r] = recoded[codes[r]!]!;
  }
  return { type: 'text', codes, dictionary };
}

function withoutApostrophe(id: string): string {
  return /^'\d/.test(id) ? id.slice(1) : unguardFormula(id);
}

/** The fast form of finding nothing to take off: no apostrophe before it, and no blank of any kind at either end. */
function standsAsItIs(id: string): boolean {
  const first = id.charCodeAt(0);
  const last = id.charCodeAt(id.length - 1);
  return first > 32 && first < 127 && first !== 39 && last > 32 && last < 127;
}

export function isBlankBytes(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 32) return false;
  return true;
}
