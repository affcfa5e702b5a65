import type { Column, TextColumn } from '../core/column';
import type { Problem, RefusedRow } from '../core/problem';
import type { Reading } from '../core/reading';

/** Which columns of a surveyed table to type, and how. */
export interface LoadPlan {
  readonly columns: readonly {
    readonly source: number;
    readonly header: string;
    readonly reading: Reading;
    /** The row is refused where this cell is empty (`filled`) or can't be read (`readable`); otherwise it is null. */
    readonly need: 'none' | 'readable' | 'filled';
    /** `again`: kept once more, as `Reshape.again` says; `apart`: only to tell rows by. Otherwise kept as mapped. */
    readonly role?: 'again' | 'apart';
  }[];
}

/**
 * A table typed whole. rowsSeen = rowsKept + refused.length; totals and blank rows are in neither.
 * `columns[i]` answers `plan.columns[i]`. Money columns hold minor units.
 */
export interface LoadedTable {
  readonly columns: readonly Column[];
  /** Currency per row where cells carry it (`12 zł`), by plan index; absent where the reading's one currency holds. */
  readonly cellCurrencies: ReadonlyMap<number, Column & { readonly type: 'text' }>;
  /** Offset from UTC per row where times carry it (`12:00+02:00`), as `+02:00`, by plan index. */
  readonly cellOffsets?: ReadonlyMap<number, TextColumn>;
  /** 1-based source record of each kept row. */
  readonly rowNumbers: Uint32Array;
  readonly rowsSeen: number;
  readonly rowsKept: number;
  readonly refused: readonly RefusedRow[];
  /** Cells that became null because they could not be read: the first 1,000, and how many in all. */
  readonly cellProblems: readonly Problem[];
  readonly cellProblemCount: number;
}
