/** What can be wrong with a source. A code here, a sentence in `i18n/<locale>/problems.ts`. */
export type ProblemCode =
  | 'file/empty'
  | 'file/header-only'
  | 'file/not-text'
  | 'file/too-large'
  | 'file/unreadable'
  | 'file/no-table'
  | 'file/unknown-encoding'
  | 'file/cut-off'
  | 'archive/encrypted'
  | 'archive/damaged'
  | 'archive/method'
  | 'archive/too-large'
  | 'archive/ratio'
  | 'archive/too-many-members'
  | 'archive/too-deep'
  | 'archive/no-table'
  | 'workbook/other-format'
  | 'workbook/damaged'
  | 'workbook/too-many-sheets'
  | 'workbook/too-many-cells'
  | 'sheet/hidden'
  | 'sheet/hidden-rows'
  | 'sheet/merged-cells'
  | 'sheet/no-value'
  | 'json/broken'
  | 'json/cut-off'
  | 'json/too-deep'
  | 'json/too-large'
  | 'table/empty'
  | 'table/too-many-columns'
  | 'header/empty'
  | 'header/duplicate'
  | 'row/too-many-cells'
  | 'row/too-few-cells'
  | 'row/too-long'
  | 'row/unclosed-quote'
  | 'row/stray-quote'
  | 'row/other-delimiter'
  | 'row/required-missing'
  | 'row/required-unreadable'
  | 'row/duplicate'
  | 'cell/not-a-number'
  | 'cell/not-a-date'
  | 'cell/not-a-flag'
  | 'cell/not-a-duration'
  | 'cell/other-currency'
  | 'cell/formula-error'
  | 'column/ambiguous-date-order'
  | 'column/ambiguous-decimal'
  | 'column/ambiguous-scale'
  | 'column/told-date-order'
  | 'column/told-decimal'
  | 'column/told-scale'
  | 'column/mixed-currencies'
  | 'column/collapsed-ids'
  | 'table/row-limit'
  | 'totals/mismatch'
  | 'page/changed-while-reading'
  | 'page/too-large'
  | 'page/no-table';

export interface Problem {
  readonly code: ProblemCode;
  /** 1-based record in the source, the header being counted, as a spreadsheet shows it. */
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A row that was seen and not kept, with every cell as found. */
export interface RefusedRow {
  readonly row: number;
  readonly problem: Problem;
  readonly cells: readonly string[];
}
