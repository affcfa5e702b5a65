import type { TableSurvey } from '../ingest/survey';

/** `Odwiedziny (nb_visits)` off a page: the name a tool gives a column in every language, after the one it shows. */
export const machineName = (header: string): string => /\((\w+)\)$/.exec(header.trim())?.[1] ?? header;

/** A table as its tool names the columns, where it does. */
export const byMachineName = (table: TableSurvey): TableSurvey => ({
  ...table,
  columns: table.columns.map((column) => ({ ...column, rawHeader: machineName(column.rawHeader) })),
});
