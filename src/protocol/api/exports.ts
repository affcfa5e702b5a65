import type { Comparison } from '../../compare/comparison';
import type { Label } from '../../core/label';
import type { CsvFormat } from '../../export/csv-format';
import type { ExportedFile } from '../../export/exported-file';

/** What leaves for a file, when the person asks. */
export interface ExportMethods {
  exportComparison: { request: { comparison: Comparison; format: CsvFormat }; answer: ExportedFile };
  exportMembers: {
    request: { segmentId: string; asOf: number | null; format: CsvFormat };
    answer: ExportedFile;
  };
  /** The segment's rule as a query over the tables of `exportTables`, or the clause that can't be said. */
  segmentSql: {
    request: { segmentId: string; asOf: number | null; dialect: 'duckdb' | 'bigquery' };
    answer: SqlAnswer;
  };
  /** All that is held of people, orders, lines and events, a table a file. */
  exportTables: { request: undefined; answer: readonly ExportedFile[] };
  exportRefused: { request: { captureId: string; format: CsvFormat }; answer: ExportedFile };
}

export type SqlAnswer =
  | { readonly kind: 'sql'; readonly sql: string }
  | {
      readonly kind: 'unsayable';
      readonly clause: Label;
      readonly why: 'phone-list' | 'report-rule' | 'prediction';
    };
