import type { ColumnMapping } from '../../core/mapping';
import { asDimension, asMetric } from '../../ingest/mapping/map-column';
import { proposeReport } from '../../ingest/mapping/propose-report';
import { columnViews } from '../../ingest/readings/column-view';
import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';

/** What a file of the archive counts, by its name; the columns are always `x` and `y`. */
const FILES: Readonly<Record<string, string>> = {
  events: 'eventName',
  pages: 'page',
  referrers: 'referrer',
  browsers: 'browser',
  os: 'operatingSystem',
  devices: 'deviceCategory',
  countries: 'country',
};

const nameOf = (file: string): string => (/([a-z]+)\.csv$/i.exec(file)?.[1] ?? '').toLowerCase();

function isPair(table: TableSurvey): boolean {
  const [x, y] = table.columns;
  if (table.columns.length !== 2 || x?.rawHeader.trim() !== 'x' || y?.rawHeader.trim() !== 'y') return false;
  return y.reading.kind === 'number' && y.reading.unit === 'plain';
}

/** A table of the archive: what was counted, and how often. */
const table: ExportRecogniser = {
  id: 'umami-table',
  tool: 'umami',
  label: { en: 'Umami statistics', pl: 'Statystyki z Umami' },
  // The two letters could be anybody's; with the archive's own names beside them they are not.
  claim: (table, { file }) => (isPair(table) && Object.hasOwn(FILES, nameOf(file.name)) ? 0.9 : 0),
  map(table, { file }) {
    const name = nameOf(file.name);
    const columns = table.columns.map((column, i): ColumnMapping => {
      if (i === 0) return asDimension(FILES[name] ?? null, column);
      return asMetric(name === 'events' ? 'eventCount' : null, 'count', column) ?? asDimension(null, column);
    });
    return { ...proposeReport(columnViews(table)), tool: 'umami', recogniser: 'umami-table', columns };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [table];

/** Pages of this tool are read by the generic reader. */
export const page = null;
