import type { TableSurvey } from '../survey';

const NAMED = 3;

/**
 * What a table is called: its own title; where several without one stand in a file, their first columns tell them
 * apart (`Nth day × New users`). Null for a file's only table: the file's name says as much.
 */
export function tableTitle(table: TableSurvey, tablesInFile: number): string | null {
  if (table.title !== null || tablesInFile < 2) return table.title;
  const headers = table.columns.map((column) => column.header);
  return headers.length > NAMED ? `${headers.slice(0, NAMED).join(' × ')} …` : headers.join(' × ');
}
