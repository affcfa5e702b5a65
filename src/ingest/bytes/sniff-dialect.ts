import { ByteDictionary } from '../columns/byte-dictionary';
import type { Dialect } from '../survey';
import { decodeBytes } from './cell-batch';
import { RecordScanner } from './record-scanner';

/** Bytes at the beginning of a source that its dialect is judged by. */
export const HEAD_BYTES = 128 * 1024;
const MAX_RECORDS = 400;
/** Bytes scanned at once while so many records are looked for. */
const PIECE = 16 * 1024;
/** Bytes of a cell that its kind is told by. */
const MAX_CELL = 80;

const DELIMITERS: readonly (readonly [Dialect['delimiter'], number])[] = [
  // What a delimiter is worth before anything is known of the file.
  [',', 1],
  [';', 1],
  ['\t', 1],
  ['|', 0.98],
  ['~', 0.9],
  ['^', 0.9],
  ['whitespace', 0.75],
  [' ', 0.7],
  [':', 0.6],
];

/**
 * The dialect under which the head falls into the most regular rows of the most meaningful cells (after van den Burg,
 * Nazábal and Sutton, "Wrangling messy CSV files", 2019: consistency of row lengths × share of cells of a known kind).
 * What was told is taken as it is.
 */
export function sniffDialect(head: Uint8Array, whole: boolean, told: Partial<Dialect> = {}): Dialect {
  const lineEnd = told.lineEnd ?? lineEndOf(head);
  const sep = /^(?:\ufeff)?"?sep=(.)"?\r?\n/i.exec(decodeBytes(head, 0, Math.min(head.length, 16)));
  const named = DELIMITERS.find(([d]) => d === sep?.[1])?.[0];
  const delimiter = told.delimiter ?? named;
  const quotes = told.quote !== undefined ? [told.quote] : quotesOf(head);
  const escapes = quotes.map((quote) => told.escape ?? escapeOf(head, quote));
  const kinds = new CellKinds();
  let best: { readonly score: number; readonly dialect: Dialect } | null = null;
  for (const [candidate, worth] of DELIMITERS) {
    if (delimiter === undefined ? !stands(candidate, head) : candidate !== delimiter) continue;
    for (const [q, quote] of quotes.entries()) {
      const dialect: Dialect = { delimiter: candidate, quote, escape: escapes[q] ?? 'double', lineEnd };
      const { score, padded } = judge(head, whole, dialect, kinds);
      const weighed = score * worth * (quote === "'" ? 0.98 : 1);
      if (best === null || weighed > best.score) {
        best = {
          score: weighed,
          dialect: (told.padded ?? padded) ? { ...dialect, padded: true } : dialect,
        };
      }
    }
  }
  // A single column has no delimiter to show.
  if (best !== null && (best.score > 0 || delimiter !== undefined)) return best.dialect;
  return { delimiter: ',', quote: quotes[0] ?? '"', escape: told.escape ?? 'double', lineEnd };
}

/** Whether a delimiter stands in the head at all: what parts nothing gives no regular rows. */
function stands(delimiter: Dialect['delimiter'], head: Uint8Array): boolean {
  return delimiter === 'whitespace'
    ? head.includes(32) || head.includes(9)
    : head.includes(delimiter.charCodeAt(0));
}

/** Cells most records of the head have; 0 where there is no record. Equal for equal heads, however they arrived. */
export function usualWidth(head: Uint8Array, whole: boolean, dialect: Dialect): number {
  const widths = new Map<number, number>();
  const batch = new RecordScanner(dialect, 0).push(head, whole);
  for (let r = 0; r < batch.count; r++) {
    const width = batch.offsets[r + 1]! - batch.offsets[r]!;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  let usual = 0;
  let most = 0;
  for (const [width, count] of widths) {
    // Wider counts for more: blank lines and titles are many, and no table.
    const weight = width === 1 ? count * 0.2 : count;
    if (weight > most) {
      most = weight;
      usual = width;
    }
  }
  return usual;
}

function lineEndOf(head: Uint8Array): Dialect['lineEnd'] {
  if (!head.includes(13)) return 'lf';
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] === 10) lf++;
    else if (head[i] === 13) {
      if (head[i + 1] === 10) {
        crlf++;
        i++;
      } else if (i + 1 < head.length) cr++;
    }
  }
  if (cr > 0 && lf + crlf === 0) return 'cr';
  if (cr > (lf + crlf) * 0.1 && cr > 1) return 'mixed';
  if (lf > 0 && crlf > 0) return cr > 0 ? 'mixed' : lf > crlf ? 'lf' : 'crlf';
  return crlf > 0 ? 'crlf' : 'lf';
}

/** Quotes that stand where quotes stand: behind a delimiter or line end, or before one. */
function quotesOf(head: Uint8Array): Dialect['quote'][] {
  const isEdge = (byte: number | undefined) =>
    byte === undefined ||
    byte === 10 ||
    byte === 13 ||
    byte === 44 ||
    byte === 59 ||
    byte === 9 ||
    byte === 124;
  const opening = { double: 0, single: 0 };
  const closing = { double: 0, single: 0 };
  for (const kind of ['double', 'single'] as const) {
    const quote = kind === 'double' ? 34 : 39;
    for (let i = head.indexOf(quote); i !== -1; i = head.indexOf(quote, i + 1)) {
      const before = head[i - 1];
      if (isEdge(before) || (before === 32 && isEdge(head[i - 2]))) opening[kind]++;
      if (isEdge(head[i + 1])) closing[kind]++;
    }
  }
  const single = Math.min(opening.single, closing.single);
  const double = Math.max(opening.double, closing.double);
  // Shopify ids and excel texts open with an apostrophe that nothing closes.
  if (single > 1 && single > double && opening.single < closing.single * 3) return ["'", '"'];
  return ['"'];
}

/** `\"` against `""` inside quoted text. */
function escapeOf(head: Uint8Array, quote: Dialect['quote']): Dialect['escape'] {
  if (quote === null) return 'double';
  const q = quote.charCodeAt(0);
  let slashed = 0;
  let doubled = 0;
  let stray = 0;
  for (let i = head.indexOf(q, 1); i !== -1 && i + 1 < head.length; i = head.indexOf(q, i + 1)) {
    const before = head[i - 1]!;
    const after = head[i + 1]!;
    if (before === 92 && head[i - 2] !== 92) slashed++;
    else if (after === q) {
      // An empty quoted cell is no escape.
      if (!(isBreak(before) && (i + 2 >= head.length || isBreak(head[i + 2]!)))) doubled++;
      i++;
    } else if (!isBreak(before) && !isBreak(after)) stray++;
  }
  return slashed > doubled && slashed > stray ? 'backslash' : 'double';
}

function isBreak(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 44 || byte === 59 || byte === 9 || byte === 124;
}

/** What is known of cells by their bytes: most stand more than once, and the next dialect cuts many of them alike. */
class CellKinds {
  private readonly cells = new ByteDictionary();
  private readonly kinds: number[] = [];

  of(bytes: Uint8Array, start: number, end: number): number {
    const code = this.cells.code(bytes, start, end);
    const kind = this.kinds[code] ?? kindOf(decodeBytes(bytes, start, end).trim());
    this.kinds[code] = kind;
    return kind;
  }
}

function judge(
  head: Uint8Array,
  whole: boolean,
  dialect: Dialect,
  kinds: CellKinds,
): { readonly score: number; readonly padded: boolean } {
  const scanner = new RecordScanner(dialect, 0);
  const patterns = new Map<number, number>();
  let records = 0;
  let known = 0;
  let cells = 0;
  let seen = 0;
  let padded = 0;
  let inner = 0;
  for (let at = 0; at < head.length && records < MAX_RECORDS; at += PIECE) {
    const batch = scanner.push(head.subarray(at, at + PIECE), whole && at + PIECE >= head.length);
    for (let r = 0; r < batch.count && records < MAX_RECORDS; r++) {
      records++;
      const from = batch.offsets[r]!;
      const to = batch.offsets[r + 1]!;
      const width = to - from;
      const first = batch.starts[from]! >>> 1;
      if (width === 1 && (batch.ends[from] === first || batch.bytes[first] === 35)) continue;
      seen++;
      patterns.set(width, (patterns.get(width) ?? 0) + 1);
      for (let k = from; k < to; k++) {
        cells++;
        const start = batch.starts[k]! >>> 1;
        const end = batch.ends[k]!;
        if (k > from) {
          inner++;
          const before = batch.bytes[start - 1];
          if (batch.bytes[start] === 32 || (before === 34 && batch.bytes[start - 2] === 32)) padded++;
        }
        known += kinds.of(batch.bytes, start, Math.min(end, start + MAX_CELL));
      }
    }
  }
  if (seen === 0 || cells === 0) return { score: 0, padded: false };
  let pattern = 0;
  for (const [width, count] of patterns) pattern += (count * (width - 1)) / width;
  // Patterns that are but an odd line or two (titles, ragged rows) hardly count against a dialect.
  const widths = [...patterns.values()].filter((count) => count > Math.max(1, seen * 0.02)).length || 1;
  return {
    score: (pattern / seen / Math.sqrt(widths)) * Math.max(known / cells, 1e-3),
    padded: inner > 0 && padded > inner * 0.98 && dialect.delimiter !== ' ',
  };
}

/** How much a cell looks like a whole one, 0 to 1. */
function kindOf(text: string): number {
  if (text === '') return 0.8;
  if (/^[-+−(]?[$€£]?\s?\d[\d.,' \u00a0]*\)?\s?[%\p{Sc}]?$/u.test(text)) return 1;
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ]\d{1,2}:\d{2}.*)?$/.test(text)) return 1;
  if (/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return 1;
  if (/^[^\s@,;|]+@[^\s@,;|]+\.\w+$|^https?:\/\/\S+$/.test(text)) return 1;
  if (/^["'].*[,;\t|].*["']$/.test(text)) return 0;
  if (/^[\p{L}\p{N}_.-]+$/u.test(text)) return 1;
  if (/[;\t|]|,\S/.test(text)) return 0.3;
  return 0.9;
}
