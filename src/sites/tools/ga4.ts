import type { ColumnMapping, Mapping } from '../../core/mapping';
import { headerWords } from '../../ingest/header-words';
import { asCustom, asDimension, asField, asMetric, type MetricUnit } from '../../ingest/map-column';
import type { ColumnSurvey, FileSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { ga4Label } from '../ga4-labels';

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

function mapReport(table: TableSurvey): ColumnMapping[] {
  const taken = new Set<string>();
  const labels = table.columns.map((c) => ga4Label(c.rawHeader));
  const lastKnownDimension = labels.findLastIndex((l) => l?.kind === 'dimension');
  const firstKnownMetric = labels.findIndex((l) => l?.kind === 'metric');
  return table.columns.map((column, i) => {
    const label = labels[i] ?? null;
    const id = label === null || taken.has(label.id) ? null : label.id;
    if (id !== null) taken.add(id);
    if (label?.kind === 'dimension') return asDimension(id, column);
    const unit = label?.kind === 'metric' ? label.unit : unitOf(column);
    const metric = asMetric(id, unit, column);
    if (metric === null) return asDimension(null, column);
    if (label?.kind === 'metric') return metric;
    // Dimensions stand before metrics; a column nobody knows is told by its place, then by what it holds.
    if (i <= lastKnownDimension) return asDimension(null, column);
    const measured = firstKnownMetric !== -1 && i > firstKnownMetric;
    return measured || (i > 0 && column.filled > 0) ? metric : asDimension(null, column);
  });
}

function unitOf(column: ColumnSurvey): MetricUnit {
  const words = headerWords(column.rawHeader);
  if (column.reading.kind === 'money') return 'money';
  if (column.reading.kind === 'duration') return 'seconds';
  if (column.reading.kind === 'number' && column.reading.unit === 'percent') return 'rate';
  if (/\b(rate|wspolczynnik|odsetek|rate|quote|taux|porcentaje)\b|%|rate$/.test(words)) return 'rate';
  if (/\b(revenue|przych|umsatz|revenu|ingresos|value|wartosc|cost|koszt|ar?ppu|arpu|ltv)/.test(words))
    return 'money';
  if (/\b(time|duration|czas|dauer|duree|duracion)\b|dauer$/.test(words)) return 'seconds';
  if (/\b(per|average|avg|na|srednia?|sredni|pro|par|por)\b/.test(words)) return 'ratio';
  const fractions = column.examples.filter((v) => /^0?[.,]\d+$|^[01]$/.test(v.trim()));
  const shares = fractions.length === column.examples.length && fractions.some((v) => /[.,]/.test(v));
  return shares ? 'rate' : 'count';
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
  map: (table): Mapping => reportMapping(table, 'ga4-exploration'),
};

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
    const userId = key !== null && /user|uzytkownika|nutzer/.test(headerWords(key.rawHeader));
    const stated = new Map([
      ['transactions', 'statedOrders'],
      ['ecommercePurchases', 'statedOrders'],
      ['totalRevenue', 'statedSpent'],
      ['purchaseRevenue', 'statedSpent'],
    ]);
    const taken = new Set<string>();
    const columns = table.columns.map((column) => {
      if (column === key) {
        return asField('people', userId ? 'userId' : 'clientId', column) ?? asCustom(column);
      }
      const field = stated.get(ga4Label(column.rawHeader)?.id ?? '');
      if (field === undefined || taken.has(field)) return asCustom(column);
      taken.add(field);
      return asField('people', field, column) ?? asCustom(column);
    });
    return { ...reportMapping(table, 'ga4-user-explorer'), table: 'people', columns };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [report, exploration, userExplorer];
