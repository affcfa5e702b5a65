import { rangeIn } from '../../ingest/layout/range-in';
import { asLeftOut } from '../../ingest/mapping/map-column';
import type { ColumnSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { dateRangeIn } from '../page/date-range';
import { reportMapping, reportNames } from '../report-mapping';

const NAMES = /* @__PURE__ */ reportNames(
  {
    date: 'Date | Data | Datum | Fecha',
    query:
      'Top queries | Query | Queries | Najczęstsze zapytania | Zapytania | Zapytanie | Häufigste Suchanfragen | Suchanfragen | Requêtes les plus fréquentes | Requêtes | Consultas principales | Consultas',
    page: 'Top pages | Page | Pages | Najpopularniejsze strony | Strony | Strona | Häufigste Seiten | Seiten | Pages les plus populaires | Páginas principales | Páginas',
    country: 'Country | Countries | Kraj | Kraje | Land | Länder | Pays | País | Países',
    deviceCategory: 'Device | Devices | Urządzenie | Urządzenia | Gerät | Geräte | Appareil | Dispositivo',
  },
  {
    count: {
      clicks: 'Clicks | Kliknięcia | Klicks | Clics | Cliques | Clic | Klikken',
      impressions:
        'Impressions | Wyświetlenia | Impressionen | Impresiones | Impressões | Impressioni | Vertoningen',
    },
    rate: { clickThroughRate: 'CTR' },
    ratio: { position: 'Position | Pozycja | Średnia pozycja | Posición | Posição | Posizione | Positie' },
  },
);

const METRICS = ['clicks', 'impressions', 'clickThroughRate', 'position'];

/** One dimension, then the same four figures each time, whatever they are called. */
function claim(table: TableSurvey): number {
  const [dimension, ...figures] = table.columns;
  if (dimension === undefined || figures.length !== 4 || table.preamble.length > 0) return 0;
  const [clicks, impressions, rate, position] = figures.map((c) => c.reading);
  const numbers = [clicks, impressions, position].every((r) => r?.kind === 'number' && r.unit === 'plain');
  const percent = rate?.kind === 'number' && rate.unit === 'percent';
  const named = figures.filter((c, i) => {
    const known = NAMES.of(c);
    return known !== null && known.id === METRICS[i];
  }).length;
  if (named === 4) return numbers && percent ? 1 : 0.9;
  return named >= 2 &&
    NAMES.of(figures[2] as typeof dimension)?.id === 'clickThroughRate' &&
    numbers &&
    percent
    ? 0.8
    : 0;
}

/** `Last 28 days Clicks` beside `Previous 28 days Clicks`: each figure twice, its period before its name. */
interface Compared {
  readonly current: string;
  readonly previous: string;
  /** By column: the period's words and the figure's name alone. */
  readonly of: ReadonlyMap<number, { readonly period: string; readonly column: ColumnSurvey }>;
}

function compared(table: TableSurvey): Compared | null {
  const [, ...figures] = table.columns;
  if (figures.length < 2 || figures.length % 2 !== 0 || table.preamble.length > 0) return null;
  const of = new Map<number, { period: string; column: ColumnSurvey }>();
  for (const column of figures) {
    const header = column.rawHeader.trim();
    // The figure's name is the shortest end of the header that is one.
    const name = [...header.matchAll(/\s/g)]
      .map((blank) => header.slice(blank.index + 1))
      .findLast((end) => NAMES.of({ ...column, rawHeader: end })?.kind === 'metric');
    if (name === undefined) return null;
    const period = header.slice(0, -name.length).trim();
    of.set(column.index, { period, column: { ...column, rawHeader: name } });
  }
  const periods = [...new Set([...of.values()].map(({ period }) => period))];
  const [current, previous] = periods;
  if (current === undefined || previous === undefined || periods.length !== 2) return null;
  const counts = periods.map((p) => [...of.values()].filter(({ period }) => period === p).length);
  return counts[0] === counts[1] ? { current, previous, of } : null;
}

/** A table of two periods side by side, of which a part is one. */
const comparison: ExportRecogniser = {
  id: 'search-console-comparison',
  tool: 'search-console',
  label: { en: 'Google Search Console', pl: 'Google Search Console' },
  claim: (table) => (compared(table) === null ? 0 : 0.95),
  map(table) {
    const by = { tool: 'search-console', recogniser: 'search-console-comparison' };
    const found = compared(table);
    const named = {
      ...table,
      columns: table.columns.map((c) => found?.of.get(c.index)?.column ?? c),
    };
    const wanted = table.part === 'previous' ? found?.previous : found?.current;
    const own = new Set(
      [...(found?.of ?? [])].flatMap(([index, { period }]) => (period === wanted ? [index] : [])),
    );
    const [dimension, ...figures] = named.columns;
    const part = {
      ...named,
      columns: [...(dimension === undefined ? [] : [dimension]), ...figures.filter((c) => own.has(c.index))],
    };
    const mapping = reportMapping(part, NAMES, by);
    const other = table.columns.filter((c) => c !== table.columns[0] && !own.has(c.index)).map(asLeftOut);
    return { ...mapping, columns: [...mapping.columns, ...other].sort((a, b) => a.source - b.source) };
  },
  parts(table) {
    const found = compared(table);
    if (found === null) return null;
    const first = table.columns[0]?.header ?? '';
    return (['current', 'previous'] as const).map((part) => {
      const range = dateRangeIn(found[part]) ?? rangeIn(found[part]);
      return {
        part,
        period: part,
        title: `${first} · ${found[part]}`,
        ...(range === null ? {} : { dateRange: range }),
      };
    });
  },
};

/** Any of the tables in the archive: chart, queries, pages, countries, devices, search appearance. */
const results: ExportRecogniser = {
  id: 'search-console-table',
  tool: 'search-console',
  label: { en: 'Google Search Console', pl: 'Google Search Console' },
  claim,
  map: (table) => reportMapping(table, NAMES, { tool: 'search-console', recogniser: 'search-console-table' }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [results, comparison];

/** Pages of this tool are read by the generic reader. */
export const page = null;
