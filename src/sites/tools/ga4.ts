import type { ColumnMapping, Mapping } from '../../core/mapping';
import { rangeIn } from '../../ingest/layout/range-in';
import { headerWords } from '../../ingest/mapping/header-words';
import {
  asCustom,
  asDimension,
  asField,
  asLeftOut,
  asMetric,
  type MetricUnit,
} from '../../ingest/mapping/map-column';
import { metricUnit } from '../../ingest/mapping/metric-unit';
import type { ColumnSurvey, FileSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { ga4Label } from '../ga4-labels';
import { dateRangeIn } from '../page/date-range';
import { holdsAny } from '../page/dom';
import { moreRowsOf } from '../page/more-rows';
import type { PageReader } from '../page-reader';
import { findExplorations, moreOfExploration, readExploration } from './ga4/exploration-page';
import { findReports, readReport } from './ga4/report-page';

/** Two lines such as `Start date: 20250101`, in whatever language (reports). */
const DAY_LINE = /^\S.*: ?\d{8}$/;
/** `20241122-20260120` on a line of its own (explorations). */
const RANGE_LINE = /^\d{8}\s*-\s*\d{8}$/;

function isReport(table: TableSurvey): boolean {
  return table.preamble.filter((line) => DAY_LINE.test(line.trim())).length >= 2;
}

function isExploration(table: TableSurvey): boolean {
  return table.preamble.some((line) => RANGE_LINE.test(line.trim()));
}

/** A preamble of GA4's, here or before another table stacked in the same file. */
function hasPreamble(table: TableSurvey, file: FileSurvey): boolean {
  return [table, ...file.tables].some((t) => isReport(t) || isExploration(t));
}

const PERSON_ID =
  /^(app instance id|effective user id|user id|client id|identyfikator instancji aplikacji|efektywny identyfikator uzytkownika|identyfikator uzytkownika|identyfikator klienta|app instanz id|nutzer id)$/;

function personColumn(table: TableSurvey): ColumnSurvey | null {
  const first = table.columns[0];
  return first !== undefined && PERSON_ID.test(headerWords(first.rawHeader)) ? first : null;
}

/** Without a preamble (pasted, re-saved, read off a page) the headers must say it: most known, one of GA4's alone. */
function claimByHeaders(table: TableSurvey, pageTool: string | null): number {
  const labels = table.columns.map((c) => ga4Label(c.rawHeader));
  const known = labels.filter((l) => l !== null);
  if (pageTool === 'ga4') return 1;
  const sure = known.some((l) => l.ga4Only) && known.some((l) => l.kind === 'metric');
  return sure && known.length * 3 >= labels.length * 2 ? 0.8 : 0;
}

/** `Session Awin - CPA_Channel_Expanded_…`: a group of channels of the property's own making. */
const OWN_CHANNELS = /^(session|first user|sesja|pierwszy uzytkownik|sitzung) .*(channel|kanal|gruppe)/;

/** `0003` on an axis counted from the report's own first day, as what day (week, month) that is. */
function nthDimension(id: string, column: ColumnSurvey, table: TableSurvey): ColumnMapping | null {
  const unit = NTH.get(id);
  if (unit === undefined || table.dateRange === null) return null;
  const target = {
    kind: 'dimension',
    id: unit === 'day' ? 'date' : unit === 'hour' ? 'dateHour' : unit,
  } as const;
  const reading = { kind: 'nth', unit, from: table.dateRange.from } as const;
  return { source: column.index, header: column.header, target, reading };
}

const NTH: ReadonlyMap<string, 'hour' | 'day' | 'week' | 'month' | 'year'> = /* @__PURE__ */ new Map([
  ['nthHour', 'hour'],
  ['nthDay', 'day'],
  ['nthWeek', 'week'],
  ['nthMonth', 'month'],
  ['nthYear', 'year'],
]);

/** `Day 1`, `Dzień 7`: the share of a cohort that came back, whichever numbers happen to stand there. */
const RETURNED_ON =
  /^(day|week|month|dzien|tydzien|miesiac|tag|woche|monat|jour|semaine|mois|dia|semana|mes) \d+$/;

/** Measures of a comparison hold counts, and changes in percent between them: read as GA4 writes numbers anywhere. */
function asGa4Metric(
  id: string | null,
  unit: MetricUnit,
  column: ColumnSurvey,
  table: TableSurvey,
): ColumnMapping | null {
  const metric = asMetric(id, unit, column);
  if (metric !== null || table.part === undefined || !/^(current|previous)$/.test(table.part)) return metric;
  const reading =
    unit === 'money'
      ? ({ kind: 'money', decimal: '.', group: '', currency: null } as const)
      : ({ kind: 'number', decimal: '.', group: '', unit: 'plain' } as const);
  return { source: column.index, header: column.header, target: { kind: 'metric', id, unit }, reading };
}

function mapReport(table: TableSurvey): ColumnMapping[] {
  const taken = new Set<string>();
  const cohort = ga4Label(table.columns[0]?.rawHeader ?? '')?.id === 'cohort';
  const labels = table.columns.map((c) => ga4Label(c.rawHeader));
  const lastKnownDimension = labels.findLastIndex((l) => l?.kind === 'dimension');
  const firstKnownMetric = labels.findIndex((l) => l?.kind === 'metric');
  return table.columns.map((column, i) => {
    const label = labels[i] ?? null;
    const id = label === null || taken.has(label.id) ? null : label.id;
    if (id !== null) taken.add(id);
    if (label?.kind === 'dimension')
      return (id !== null ? nthDimension(id, column, table) : null) ?? asDimension(id, column);
    const words = headerWords(column.rawHeader);
    if (label === null && i === 0 && OWN_CHANNELS.test(words))
      return asDimension('sessionCustomChannelGroup', column);
    const returned = cohort && RETURNED_ON.test(words);
    const unit = returned ? 'rate' : label?.kind === 'metric' ? label.unit : metricUnit(column);
    const metric = asGa4Metric(returned ? null : id, unit, column, table);
    if (metric === null) return asDimension(null, column);
    if (label?.kind === 'metric') return metric;
    // Dimensions stand before metrics; a column nobody knows is told by its place, then by what it holds.
    if (i <= lastKnownDimension) return asDimension(null, column);
    const measured = firstKnownMetric !== -1 && i > firstKnownMetric;
    return measured || (i > 0 && column.filled > 0) ? metric : asDimension(null, column);
  });
}

const report: ExportRecogniser = {
  id: 'ga4-report',
  tool: 'ga4',
  label: { en: 'Google Analytics report', pl: 'Raport Google Analytics' },
  claim: (table, { file, pageTool }) => (hasPreamble(table, file) ? 0.95 : claimByHeaders(table, pageTool)),
  map: (table): Mapping => reportMapping(table, 'ga4-report'),
};

const exploration: ExportRecogniser = {
  id: 'ga4-exploration',
  tool: 'ga4',
  label: { en: 'Google Analytics exploration', pl: 'Eksploracja Google Analytics' },
  claim: (table) => (isExploration(table) ? 0.97 : 0),
  map(table): Mapping {
    const mapping = reportMapping(table, 'ga4-exploration');
    const compared = comparedPeriods(table);
    if (compared === null) return mapping;
    const { column, current, previous } = compared;
    return {
      ...mapping,
      // Which period it is, the whole part says.
      columns: mapping.columns.map((c) => (c.source === column.index ? asLeftOut(column) : c)),
      reshape: {
        fillDown: table.columns.slice(0, column.index).map((c) => c.index),
        only: { source: column.index, is: [table.part === 'previous' ? previous.words : current.words] },
      },
    };
  },
  parts(table) {
    const compared = comparedPeriods(table);
    if (compared === null) return null;
    return (['current', 'previous'] as const).map((part) => {
      const { range } = compared[part];
      const named = table.title ?? table.columns.map((c) => c.header).join(' × ');
      return { part, period: part, dateRange: range, title: `${named} · ${range.from} – ${range.to}` };
    });
  },
};

interface Period {
  readonly words: string;
  readonly range: NonNullable<TableSurvey['dateRange']>;
}

/**
 * A comparison of dates in an exploration stands in blocks of three rows: the change, then each period, told apart in
 * a column of their dates (`Apr 1 - Jun 30, 2026`), the other dimensions on the first row of each block alone.
 */
function comparedPeriods(
  table: TableSurvey,
): { readonly column: ColumnSurvey; readonly current: Period; readonly previous: Period } | null {
  if (!isExploration(table)) return null;
  for (const column of table.columns) {
    if (column.distinct !== 3 && column.distinct !== 2) continue;
    const periods = column.examples.flatMap((text): Period[] => {
      const range = dateRangeIn(text.trim()) ?? rangeIn(text.trim());
      return range === null ? [] : [{ words: text.trim(), range }];
    });
    const [a, b] = periods;
    if (a === undefined || b === undefined || periods.length !== 2) continue;
    return a.range.from > b.range.from
      ? { column, current: a, previous: b }
      : { column, current: b, previous: a };
  }
  return null;
}

function reportMapping(table: TableSurvey, recogniser: string): Mapping {
  return {
    table: 'reports',
    tool: 'ga4',
    recogniser,
    columns: mapReport(table),
    currency: null,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    idSpace: 'ga4',
  };
}

/** The one export with a row for each person: a pseudonymous id and what it did. */
const userExplorer: ExportRecogniser = {
  id: 'ga4-user-explorer',
  tool: 'ga4',
  label: { en: 'Google Analytics user explorer', pl: 'Eksplorator użytkowników Google Analytics' },
  claim(table) {
    if (personColumn(table) === null) return 0;
    const known = table.columns.filter((c) => ga4Label(c.rawHeader) !== null).length;
    return isExploration(table) ? 1 : known >= 3 ? 0.9 : 0;
  },
  map(table): Mapping {
    const key = personColumn(table);
    const happened = eventsOf(table, key);
    if (happened !== null)
      return { ...reportMapping(table, 'ga4-user-explorer'), table: 'events', columns: happened };
    const stated = new Map([
      ['transactions', 'statedOrders'],
      ['ecommercePurchases', 'statedOrders'],
      ['totalRevenue', 'statedSpent'],
      ['purchaseRevenue', 'statedSpent'],
    ]);
    const taken = new Set<string>();
    const columns = table.columns.map((column) => {
      if (column === key) {
        return asField('people', keyField(column), column) ?? asCustom(column);
      }
      const field = stated.get(ga4Label(column.rawHeader)?.id ?? '');
      if (field === undefined || taken.has(field)) return asCustom(column);
      taken.add(field);
      return asField('people', field, column) ?? asCustom(column);
    });
    return { ...reportMapping(table, 'ga4-user-explorer'), table: 'people', columns };
  },
};

/** With the event's name and its day beside the id, rows are what somebody did; null where they are sums of a person. */
function eventsOf(table: TableSurvey, key: ColumnSurvey | null): ColumnMapping[] | null {
  const at = (...ids: string[]) => table.columns.find((c) => ids.includes(ga4Label(c.rawHeader)?.id ?? ''));
  const name = at('eventName');
  const time = at('dateHour', 'date');
  const dated = time === undefined ? null : asField('events', 'time', time);
  if (key === null || name === undefined || dated === null) return null;
  return table.columns.map((column) => {
    if (column === key) return asField('events', keyField(key), column) ?? asCustom(column);
    if (column === name) return asField('events', 'kind', column) ?? asCustom(column);
    return column === time ? dated : asCustom(column);
  });
}

const keyField = (key: ColumnSurvey): 'userId' | 'clientId' =>
  /user|uzytkownika|nutzer/.test(headerWords(key.rawHeader)) ? 'userId' : 'clientId';

export const exportRecognisers: readonly ExportRecogniser[] = [report, exploration, userExplorer];

/** Standard reports are HTML tables, explorations are drawn as SVG. */
export const page: PageReader = {
  tool: 'ga4',
  label: { en: 'Google Analytics 4', pl: 'Google Analytics 4' },
  hosts: ['analytics.google.com'],
  matches: ({ document, url }) =>
    url.hostname === 'analytics.google.com' ||
    holdsAny(document, ['ga-reporting-table', '.aplos-chart-container']),
  find: (at) => [...findReports(at), ...findExplorations(at)],
  more: (element) => (element instanceof HTMLTableElement ? moreRowsOf(element) : moreOfExploration(element)),
  async read(element, at, pace) {
    return element instanceof HTMLTableElement
      ? readReport(element, at, pace)
      : readExploration(element, at, pace);
  },
};
