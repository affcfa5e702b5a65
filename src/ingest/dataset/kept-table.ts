import type { Column, TextColumn } from '../../core/column';
import type { ColumnMapping, Mapping } from '../../core/mapping';
import type { Passport } from '../../core/passport';

/** A source table as it is kept: typed, in the source's row order. Captures are the truth; the Dataset follows. */
export interface KeptTable {
  readonly id: string;
  /** As it was agreed; `columns` say what became of each. */
  readonly mapping: Mapping;
  readonly passport: Passport;
  /** Kept rows; more than the source's where each names several lines. */
  readonly rows: number;
  readonly columns: readonly KeptColumn[];
  /** 1-based source record of each row. */
  readonly rowNumbers: Uint32Array;
  /** Ids of what earlier captures of this export hold and is to be left out, because it is not in this one any more. */
  readonly leavesOut?: readonly string[];
}

export interface KeptColumn {
  readonly mapping: ColumnMapping;
  readonly column: Column;
  /** Where cells carry their own currency; null where the reading's or mapping's one holds. */
  readonly cellCurrency: TextColumn | null;
  /** `+02:00` by row, where times say how far they are from UTC. */
  readonly cellOffset?: TextColumn | null;
}
