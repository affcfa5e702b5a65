import type { ColumnDraft } from '../columns/column-draft';
import type { TableSurvey } from '../survey';

/** A table's columns as the survey typed them in passing; null for those it could not. */
export interface TableDraft {
  readonly columns: readonly (ColumnDraft | null)[];
  /** First record and number of records of each stretch of body rows, in turn. */
  readonly runs: readonly number[];
  /** Records that do not have the table's cells. */
  readonly faulty: readonly number[];
}

/** Beside the survey, not in it: the survey is plain data that crosses to pages, the draft lives as long as it does here. */
const drafts = new WeakMap<TableSurvey, TableDraft>();

export function keepDraft(table: TableSurvey, draft: TableDraft): void {
  drafts.set(table, draft);
}

export function draftOf(table: TableSurvey): TableDraft | null {
  return drafts.get(table) ?? null;
}

/** What is loaded after this reads the source again. */
export function dropDraft(table: TableSurvey): void {
  drafts.delete(table);
}
