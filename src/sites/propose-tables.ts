import type { Mapping } from '../core/mapping';
import { checkMapping } from '../ingest/mapping/check-mapping';
import { applyRemembered, tableSignature } from '../ingest/mapping/mapping-memory';
import { proposeMapping } from '../ingest/mapping/propose-mapping';
import type { FileSurvey, TableSurvey } from '../ingest/survey';
import type { RecogniserContext } from './export-recogniser';
import { isNarrowerCopy } from './narrower-copy';
import type { ProposedTable } from './proposed-table';
import { surestRecogniser } from './surest-recogniser';

/**
 * How each table of a file would be kept: as remembered for its shape, else as the surest recogniser reads it, else
 * as its headers and values suggest. `pageTool` names the tool whose page the table was taken from.
 */
export function proposeTables(
  survey: FileSurvey,
  remembered: (signature: string) => Mapping | null,
  pageTool: string | null = null,
): ProposedTable[] {
  const context: RecogniserContext = { file: survey, pageTool };
  return survey.tables.map((table): ProposedTable => {
    const { recogniser, sure } = surestRecogniser(table, context);
    const proposed = recogniser?.map(table, context) ?? proposeMapping(table);
    const memory = remembered(tableSignature(table, proposed.tool));
    const applied = memory && applyRemembered(memory, table, proposed);
    const mapping = applied?.mapping ?? proposed;
    const why = whyNot(table, survey);
    return {
      tableIndex: table.index,
      mapping,
      how: applied ? (applied.fits ? 'remembered' : 'guessed') : sure ? 'recognised' : 'guessed',
      recognisedAs: recogniser?.label ?? null,
      keep: why === null && checkMapping(mapping, table).every((fault) => fault.level !== 'error'),
      why,
    };
  });
}

function whyNot(table: TableSurvey, survey: FileSurvey): ProposedTable['why'] {
  if (table.rows === 0) return 'empty';
  return survey.tables.some((other) => isNarrowerCopy(table, other)) ? 'narrower-copy' : null;
}
