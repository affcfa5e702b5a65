import type { ColumnDraft } from './column-draft';

export interface RepeatedRows {
  /** Rows that are the same in every cell as one before them. */
  readonly count: number;
  /** Index of the first of them. */
  readonly first: number;
}

/** So many columns, those of the most values, show of nearly all rows that they stand once. */
const TELLING = 3;

/**
 * Rows that repeat an earlier one cell by cell, as a file has them that was put together from overlapping parts. Null
 * where there are none, or where a column was not typed and so can't be compared.
 */
export function repeatedRows(drafts: readonly (ColumnDraft | null)[], rows: number): RepeatedRows | null {
  if (rows < 2 || drafts.length === 0) return null;
  const columns: ColumnDraft[] = [];
  for (const draft of drafts) {
    if (draft === null || draft.rows < rows) return null;
    // Every value stands once: so does every row.
    if (valuesOf(draft) === rows && draft.kind === 'text') return null;
    columns.push(draft);
  }
  columns.sort((a, b) => valuesOf(b) - valuesOf(a));
  const maybe = alikeRows(columns.slice(0, TELLING), rows);
  // Cells that could not be read stand as nothing, and are not the same for it.
  for (const column of columns)
    if (column.kind !== 'text') for (const { index } of column.misfits) maybe[index] = 0;

  const slots = slotsFor(rows);
  let count = 0;
  let first = -1;
  for (let row = 0; row < rows; row++) {
    if (maybe[row] === 0) continue;
    let hash = SEED;
    for (const column of columns) hash = mixed(hash, wordOf(column, row));
    let slot = hash & (slots.length - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      if (!isSame(columns, slots[slot]! - 1, row)) continue;
      count++;
      if (first === -1) first = row;
      break;
    }
    if (slots[slot] === 0) slots[slot] = row + 1;
  }
  return count === 0 ? null : { count, first };
}

/** 1 for each row whose values in these columns may stand more than once; where it is 0 they do not. */
function alikeRows(columns: readonly ColumnDraft[], rows: number): Uint8Array {
  const hashes = new Int32Array(rows).fill(SEED);
  for (const column of columns) {
    if (column.kind === 'text') {
      const { codes } = column;
      for (let row = 0; row < rows; row++) hashes[row] = mixed(hashes[row]!, codes[row]!);
    } else for (let row = 0; row < rows; row++) hashes[row] = mixed(hashes[row]!, wordOf(column, row));
  }
  const alike = new Uint8Array(rows);
  const slots = slotsFor(rows);
  for (let row = 0; row < rows; row++) {
    let slot = hashes[row]! & (slots.length - 1);
    while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== hashes[row])
      slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] === 0) slots[slot] = row + 1;
    else {
      alike[row] = 1;
      alike[slots[slot]! - 1] = 1;
    }
  }
  return alike;
}

const SEED = 0x2545f491;
const slotsFor = (rows: number): Int32Array => new Int32Array(2 ** Math.ceil(Math.log2(rows * 2)));

const valuesOf = (draft: ColumnDraft): number => (draft.kind === 'text' ? draft.dictionary.size : draft.rows);

const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

function wordOf(column: ColumnDraft, row: number): number {
  if (column.kind === 'text') return column.codes[row]!;
  float[0] = column.values[row]!;
  return halves[0]! ^ Math.imul(halves[1]!, 0x27d4eb2f);
}

/** A step of MurmurHash3 (Appleby, public domain), with its end, for the low bits pick the slot. */
function mixed(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  let h = hash ^ k;
  h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
  return h ^ (h >>> 15);
}

function isSame(columns: readonly ColumnDraft[], a: number, b: number): boolean {
  for (const column of columns) {
    if (column.kind === 'text') {
      if (column.codes[a] !== column.codes[b]) return false;
    } else if (!Object.is(column.values[a], column.values[b])) return false;
  }
  return true;
}
