import { proposeReport } from '../../ingest/mapping/propose-report';
import { columnViews } from '../../ingest/readings/column-view';
import type { ExportRecogniser } from '../export-recogniser';

/** Headers are whatever the report's author called its fields: a page says by itself that it is a report. */
const report: ExportRecogniser = {
  id: 'looker-studio-report',
  tool: 'looker-studio',
  label: { en: 'Looker Studio table', pl: 'Tabela z Looker Studio' },
  claim: (_, { pageTool }) => (pageTool === 'looker-studio' ? 0.6 : 0),
  map: (table) => ({
    ...proposeReport(columnViews(table)),
    tool: 'looker-studio',
    recogniser: 'looker-studio-report',
  }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [report];

export { tablePage as page } from './looker-studio/table-page';
