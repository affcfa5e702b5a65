import type { Problem } from '../core/problem';
import type { Reading } from '../core/reading';

/** Bytes to read: a picked file, an unpacked one, or a page capture written as CSV. May be read more than once. */
export interface ByteSource {
  readonly name: string;
  /** As stored (a packed file's packed size); 0 where not known beforehand. */
  readonly size: number;
  /** `plain`: one table with its header in the first record, nothing to be found out about its layout. */
  readonly layout?: 'plain';
  stream(): ReadableStream<Uint8Array>;
}

export interface Dialect {
  /** `whitespace`: any run of blanks parts the cells. */
  readonly delimiter: ',' | ';' | '\t' | '|' | ':' | '~' | '^' | ' ' | 'whitespace';
  readonly quote: '"' | "'" | null;
  /** `double`: `""` inside quotes; `backslash`: `\"`. */
  readonly escape: 'double' | 'backslash';
  readonly lineEnd: 'lf' | 'crlf' | 'cr' | 'mixed';
  /** A blank follows each delimiter and is no part of the cell. */
  readonly padded?: boolean;
}

/** All that was learnt of a file by reading it whole, before anything is kept. */
export interface FileSurvey {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: { readonly name: string; readonly how: 'bom' | 'valid' | 'statistics' | 'told' };
  readonly dialect: Dialect;
  /** Every table found; a GA4 snapshot stacks up to 33. */
  readonly tables: readonly TableSurvey[];
  /** Of the file as a whole. */
  readonly problems: readonly Problem[];
}

export interface TableSurvey {
  /** 0-based place among the tables of the file. */
  readonly index: number;
  readonly title: string | null;
  /** Lines before this table's header that are no data, without the `#` where there is one. */
  readonly preamble: readonly string[];
  /** From the preamble, ISO days. */
  readonly dateRange: { readonly from: string; readonly to: string } | null;
  readonly account: string | null;
  readonly property: string | null;
  /** Which of several readings of the same rows this is (`purchase` events as orders); absent for the rows themselves. */
  readonly part?: string;
  /** Of two tables of one report over different dates, which this is. */
  readonly period?: 'current' | 'previous';
  /** 1-based record number of the header; null where the file has none (headers are then `Column 1`…). */
  readonly headerRow: number | null;
  /** 1-based record numbers of the first and last record that belong to the table's body. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly ColumnSurvey[];
  /** Every body record ends after this many cells, fewer than there are columns; absent otherwise. */
  readonly shortTo?: number;
  /** Rows may end in so many empty cells beyond the columns, as most of them do; absent where they may not. */
  readonly spareCells?: number;
  /** Rows that were written otherwise than the rest and read all the same: these cells stand for what is there. */
  readonly mended?: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Body records that are neither totals nor blank. */
  readonly rows: number;
  readonly blankRows: number;
  /** Totals rows, set apart with their record number. */
  readonly totals: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Up to 20 body rows, as found. */
  readonly sample: readonly (readonly string[])[];
  /** Faults found while surveying (ragged rows, unclosed quotes), the first 1,000. */
  readonly problems: readonly Problem[];
}

export interface ColumnSurvey {
  readonly index: number;
  /** Unique and never empty: repeated headers get ` (2)`, empty ones `Column 3`. */
  readonly header: string;
  /** As found. */
  readonly rawHeader: string;
  readonly reading: Reading;
  /** Other readings that fit every value as well; asked when not empty (`01/02/2024` throughout). */
  readonly alternatives: readonly Reading[];
  readonly filled: number;
  /** Distinct values seen, counted up to 1,000. */
  readonly distinct: number;
  /** Up to 5 filled values. */
  readonly examples: readonly string[];
  readonly misfits: readonly { readonly row: number; readonly value: string }[];
  readonly misfitCount: number;
  /** Of a column read as text: what more than half of its cells could be read as, for a field that wants it. */
  readonly mostly?: Pick<ColumnSurvey, 'reading' | 'misfits' | 'misfitCount'>;
}

export interface Progress {
  readonly stage: 'reading' | 'typing' | 'joining' | 'writing' | 'measuring';
  readonly rows: number;
  /** Bytes; while joining and measuring, steps. */
  readonly bytes: number;
  /** 0 where the end is not known. */
  readonly totalBytes: number;
}

export interface WorkOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
