import type { ColumnType } from '../core/column';
import type { Mapping } from '../core/mapping';
import type { Passport } from '../core/passport';

/** The one record that says what is held. Whoever reads it and the blocks it names sees committed data only. */
export interface RootRecord {
  readonly format: 1;
  /** Goes up by at least one with each commit, never down, also when everything is deleted. */
  readonly dataVersion: number;
  readonly captures: readonly CaptureRecord[];
  /** Null until there is a capture. */
  readonly dataset: DatasetRecord | null;
}

/** A table kept: columns in the source's row order, with the mapping that made them. */
export interface CaptureRecord {
  readonly id: string;
  readonly name: string;
  /** Of source bytes and table, to know a second import of the same. */
  readonly contentHash: string;
  readonly mapping: Mapping;
  readonly passport: Passport;
  readonly rows: number;
  /** Answering `mapping.columns` that are not left out, in that order. */
  readonly columns: readonly StoredColumn[];
  /** By index into `columns`: the currency each cell carries. */
  readonly cellCurrencies: readonly { readonly column: number; readonly stored: StoredColumn }[];
  /** JSON of `RefusedRow[]`; null where none was refused. */
  readonly refused: StoredBytes | null;
}

export interface DatasetRecord {
  /** Arrays by path (`orders.gross`), read back into a Dataset by `dataset-codec`. */
  readonly columns: readonly { readonly path: string; readonly stored: StoredColumn }[];
  readonly arrays: readonly {
    readonly path: string;
    readonly kind: ArrayKind;
    readonly bytes: StoredBytes;
  }[];
  /** Everything of the dataset that is no array. */
  readonly plain: unknown;
}

export type ArrayKind = 'u8' | 'u32' | 'i32' | 'f64';

export interface StoredBytes {
  /** Block keys in order. */
  readonly keys: readonly string[];
  readonly bytes: number;
}

export interface StoredColumn {
  readonly type: ColumnType;
  readonly rows: number;
  readonly values: StoredBytes;
  /** Text columns: the dictionary as one run of UTF-8 and its offsets (Uint32, entries + 1). */
  readonly dictionary: { readonly utf8: StoredBytes; readonly offsets: StoredBytes } | null;
}
