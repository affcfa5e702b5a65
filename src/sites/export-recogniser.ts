import type { Label } from '../core/label';
import type { Mapping } from '../core/mapping';
import type { FileSurvey, TableSurvey } from '../ingest/survey';

/** Where a table was found, for recognisers that need more than the table itself. */
export interface RecogniserContext {
  readonly file: FileSurvey;
  /** The tool whose page the table was taken from; null for files. */
  readonly pageTool: string | null;
}

/**
 * Knows one kind of export by its structure. Lives in `tools/<tool>.ts` under the export `exportRecognisers`;
 * a new tool is one new file there and nothing else.
 */
export interface ExportRecogniser {
  /** Unique, `<tool>-<what>`; kept in passports. */
  readonly id: string;
  /** The file's name. */
  readonly tool: string;
  readonly label: Label;
  /** How sure it is that this table is its own: 0 not at all, 1 certain. The surest recogniser maps the table. */
  claim(table: TableSurvey, context: RecogniserContext): number;
  map(table: TableSurvey, context: RecogniserContext): Mapping;
  /**
   * Where the same rows hold several tables (events and the orders among them; two periods beside each other): the
   * first describes the rows as they stand, each other becomes a table of its own. `claim` and `map` then see
   * `table.part`.
   */
  parts?(table: TableSurvey, context: RecogniserContext): readonly TablePart[] | null;
}

export interface TablePart {
  readonly part: string;
  readonly title: string | null;
  readonly dateRange?: TableSurvey['dateRange'];
  readonly period?: TableSurvey['period'];
}
