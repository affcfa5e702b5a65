import { headerWords } from '../../ingest/mapping/header-words';
import { asDimension, asMetric } from '../../ingest/mapping/map-column';
import { proposeReport } from '../../ingest/mapping/propose-report';
import { columnViews } from '../../ingest/readings/column-view';
import type { FileSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';

/** What the column of figures is called; Polish and the others as remembered, so the shape decides where they fail. */
const PRIMARY = /^(primary|podstawowe?|podstawowy|glowne?|glowny|primar|principal|principale|primair)$/;
/** People reached on several days are the same people. */
const NOT_ADDING = /reach|viewers|zasi[eę]g|odbiorcy|reichweite|couverture|alcance/i;

/** One card of the insights: its name above, then days and one figure. */
function claim(table: TableSurvey, file: FileSurvey): number {
  const [day, figure] = table.columns;
  if (table.columns.length !== 2 || table.title === null || day === undefined || figure === undefined)
    return 0;
  const isDay =
    day.reading.kind === 'date' && day.examples.every((v) => /^\d{4}-\d\d-\d\dT00:00:00$/.test(v.trim()));
  if (!isDay || (figure.reading.kind !== 'number' && figure.reading.kind !== 'money')) return 0;
  if (PRIMARY.test(headerWords(figure.rawHeader))) return 1;
  return file.encoding.name === 'utf-16le' ? 0.8 : 0;
}

/** Cards of Meta Business Suite, stacked in one file. */
const insights: ExportRecogniser = {
  id: 'meta-business-insights',
  tool: 'meta-business',
  label: { en: 'Meta Business Suite insights', pl: 'Statystyki z Meta Business Suite' },
  claim: (table, { file }) => claim(table, file),
  map(table) {
    const [day, figure] = table.columns;
    const name = table.title ?? figure?.header ?? '';
    const metric =
      figure === undefined ? null : asMetric(null, NOT_ADDING.test(name) ? 'ratio' : 'count', figure);
    return {
      ...proposeReport(columnViews(table)),
      tool: 'meta-business',
      recogniser: 'meta-business-insights',
      columns: [
        ...(day === undefined ? [] : [asDimension('date', day)]),
        // `Primary` is every card's: what it counts stands above the table.
        ...(metric === null ? [] : [{ ...metric, header: name }]),
      ],
    };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [insights];

/** Pages of this tool are read by the generic reader. */
export const page = null;
