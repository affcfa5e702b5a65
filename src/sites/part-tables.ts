import { draftOf, keepDraft } from '../ingest/layout/table-draft';
import type { FileSurvey, TableSurvey } from '../ingest/survey';
import type { TablePart } from './export-recogniser';
import { surestRecogniser } from './surest-recogniser';

/**
 * The survey with each table that holds several laid out as them: the rows stay where they are, and each further part
 * stands behind all tables under an index of its own, to be mapped, kept or left like any other.
 */
export function partTables(survey: FileSurvey, pageTool: string | null = null): FileSurvey {
  const context = { file: survey, pageTool };
  const others: TableSurvey[] = [];
  const tables = survey.tables.map((table): TableSurvey => {
    if (table.part !== undefined || table.rows === 0) return table;
    const [first, ...rest] = surestRecogniser(table, context).recogniser?.parts?.(table, context) ?? [];
    if (first === undefined) return table;
    for (const part of rest) others.push(asPart(table, part, survey.tables.length + others.length));
    return asPart(table, first, table.index);
  });
  return others.length === 0 ? survey : { ...survey, tables: [...tables, ...others] };
}

function asPart(
  table: TableSurvey,
  { part, title, dateRange, period }: TablePart,
  index: number,
): TableSurvey {
  const made: TableSurvey = {
    ...table,
    index,
    title,
    part,
    dateRange: dateRange ?? table.dateRange,
    ...(period === undefined ? {} : { period }),
  };
  const draft = draftOf(table);
  if (draft !== null) keepDraft(made, draft);
  return made;
}
