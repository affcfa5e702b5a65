import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
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

/** Any of the tables in the archive: chart, queries, pages, countries, devices, search appearance. */
const results: ExportRecogniser = {
  id: 'search-console-table',
  tool: 'search-console',
  label: { en: 'Google Search Console', pl: 'Google Search Console' },
  claim,
  map: (table) => reportMapping(table, NAMES, { tool: 'search-console', recogniser: 'search-console-table' }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [results];

/** Pages of this tool are read by the generic reader. */
export const page = null;
