import { proposeMapping } from '../../ingest/mapping/propose-mapping';
import type { ExportRecogniser } from '../export-recogniser';
import { ga4Label } from '../ga4-labels';
import { type ReportNames, reportMapping } from '../report-mapping';

const BY = { tool: 'looker-studio', recogniser: 'looker-studio-table' };

/** Most reports stand on Analytics, and keep its names. */
const NAMES: ReportNames = { of: ({ rawHeader }) => ga4Label(rawHeader) };

/**
 * Headers are whatever the report's author called the fields, the rows whatever stands behind it: mostly sums by
 * dimension, now and then a list of people or orders. Only the page says whose table it is.
 */
const table: ExportRecogniser = {
  id: 'looker-studio-table',
  tool: 'looker-studio',
  label: { en: 'Looker Studio table', pl: 'Tabela z Looker Studio' },
  claim: (_, { pageTool }) => (pageTool === 'looker-studio' ? 0.9 : 0),
  map(found) {
    const guessed = proposeMapping(found);
    return guessed.table === 'reports' ? reportMapping(found, NAMES, BY) : { ...guessed, ...BY };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [table];

export { tablePage as page } from './looker-studio/table-page';
