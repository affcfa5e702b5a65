import type { TableSurvey } from '../ingest/survey';
import type { ExportRecogniser, RecogniserContext } from './export-recogniser';
import { EXPORT_RECOGNISERS } from './export-recognisers';

/** Below this a claim is a guess that a person has to look at. */
const SURE = 0.5;

/** Whose export a table is, and whether that is more than a guess; null where nobody claims it at all. */
export function surestRecogniser(
  table: TableSurvey,
  context: RecogniserContext,
): { readonly recogniser: ExportRecogniser | null; readonly sure: boolean } {
  let best: ExportRecogniser | null = null;
  let highest = 0;
  for (const recogniser of EXPORT_RECOGNISERS) {
    const claim = recogniser.claim(table, context);
    if (claim > highest) {
      best = recogniser;
      highest = claim;
    }
  }
  return { recogniser: best, sure: highest >= SURE };
}
