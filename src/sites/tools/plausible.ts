import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { reportMapping, reportNames } from '../report-mapping';

const NAMES = /* @__PURE__ */ reportNames(
  {
    date: 'date',
    source: 'source',
    referrer: 'referrer',
    medium: 'utm_medium',
    utmSource: 'utm_source',
    campaign: 'utm_campaign',
    utmContent: 'utm_content',
    utmTerm: 'utm_term',
    hostname: 'hostname',
    page: 'page',
    landingPage: 'entry_page',
    exitPage: 'exit_page',
    country: 'country',
    region: 'region',
    city: 'city',
    deviceCategory: 'device',
    browser: 'browser',
    operatingSystem: 'operating_system',
    eventName: 'name',
  },
  {
    count: {
      totalUsers: 'visitors | unique_visitors',
      sessions: 'visits',
      screenPageViews: 'pageviews',
      bounces: 'bounces',
      entrances: 'entrances | unique_entrances',
      exits: 'exits | unique_exits',
      eventCount: 'events | total_events',
      conversions: 'conversions | uniques',
    },
    seconds: { sumVisitLength: 'visit_duration', timeOnPage: 'time_on_page' },
    ratio: { pagesPerSession: 'views_per_visit', scrollDepth: 'scroll_depth' },
  },
);
/** On the dashboard a duration is a visit's mean, where the archive sums all visits; shares are of a hundred, without a sign. */
const DASHBOARD = /* @__PURE__ */ reportNames(
  { date: 'date' },
  {
    seconds: { averageSessionDuration: 'visit_duration', averageTimeOnPage: 'time_on_page' },
    ratio: {
      bouncePercent: 'bounce_rate',
      exitPercent: 'exit_rate',
      conversionPercent: 'conversion_rate',
    },
  },
);

/** Lower-case names of the archive, the same in every language. */
function claim(table: TableSurvey): number {
  const headers = new Set(table.columns.map((c) => c.rawHeader.trim()));
  const has = (...names: string[]) => names.every((name) => headers.has(name));
  if (has('visitors', 'visit_duration') && (has('bounces') || has('bounce_rate'))) return 1;
  if (has('date', 'visitors', 'visits') || has('date', 'visitors', 'pageviews')) return 0.8;
  return has('date', 'name', 'visitors', 'events') ? 1 : 0;
}

const isSummed = (table: TableSurvey): boolean => table.columns.some((c) => c.rawHeader.trim() === 'bounces');

/** Any table of the archive, or of the dashboard. */
const report: ExportRecogniser = {
  id: 'plausible-table',
  tool: 'plausible',
  label: { en: 'Plausible statistics', pl: 'Statystyki z Plausible' },
  claim,
  map: (table) => {
    const own = isSummed(table)
      ? NAMES
      : { of: (c: Parameters<typeof NAMES.of>[0]) => DASHBOARD.of(c) ?? NAMES.of(c) };
    return reportMapping(table, own, { tool: 'plausible', recogniser: 'plausible-table' });
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [report];

/** Pages of this tool are read by the generic reader. */
export const page = null;
