import type { FileSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { reportMapping, reportNames } from '../report-mapping';

const NAMES = /* @__PURE__ */ reportNames(
  {
    date: 'Day Index | Date | Dzień | Data | Tag | Datum',
    sessionDefaultChannelGroup:
      'Default Channel Grouping | Domyślna grupa kanałów | Standard-Channelgruppierung',
    sessionSourceMedium: 'Source / Medium | Źródło/medium | Źródło / medium | Quelle/Medium',
    query: 'Keyword | Słowo kluczowe | Keyword / Search Query',
    campaign: 'Campaign | Kampania | Kampagne',
    page: 'Page | Strona | Seite',
    landingPage: 'Landing Page | Strona docelowa | Zielseite',
    country: 'Country | Kraj | Land',
    deviceCategory: 'Device Category | Kategoria urządzenia | Gerätekategorie',
  },
  {
    count: {
      clicks: 'Clicks | Kliknięcia | Klicks',
      totalUsers: 'Users | Użytkownicy | Nutzer',
      newUsers: 'New Users | Nowi użytkownicy | Neue Nutzer',
      sessions: 'Sessions | Sesje | Sitzungen',
      screenPageViews: 'Pageviews | Odsłony | Seitenaufrufe',
      uniquePageviews: 'Unique Pageviews | Niepowtarzalne odsłony | Einzelne Seitenaufrufe',
      entrances: 'Entrances | Wejścia | Einstiege',
      transactions: 'Transactions | Transakcje | Transaktionen',
      keyEvents: 'Goal Completions | Realizacje celów | Zielvorhaben-Abschlüsse',
    },
    money: {
      cost: 'Cost | Koszt | Kosten',
      totalRevenue: 'Revenue | Przychody | Umsatz',
      goalValue: 'Goal Value | Wartość celu | Zielwert',
    },
    rate: {
      bounceRate: 'Bounce Rate | Współczynnik odrzuceń | Absprungrate',
      newSessionsRate: '% New Sessions | % nowych sesji | % neue Sitzungen',
      exitRate: '% Exit | % wyjść | % Ausstiege',
      purchaseRate:
        'Ecommerce Conversion Rate | Współczynnik konwersji e-commerce | E-Commerce-Conversion-Rate',
      goalRate: 'Goal Conversion Rate | Współczynnik konwersji celu',
    },
    seconds: {
      averageSessionDuration:
        'Avg. Session Duration | Śr. czas trwania sesji | Średni czas trwania sesji | Durchschn. Sitzungsdauer',
      averageTimeOnPage: 'Avg. Time on Page | Śr. czas spędzony na stronie | Durchschn. Zeit auf der Seite',
    },
    ratio: {
      averageCostPerClick: 'CPC',
      pagesPerSession: 'Pages / Session | Strony / sesja | Strony/sesja | Seiten/Sitzung',
      averagePageValue: 'Page Value | Wartość strony | Seitenwert',
    },
  },
);

const RANGE_LINE = /^\d{8}\s*-\s*\d{8}$/;

/** Figures as they were shown: with a percent sign, a currency or as hh:mm:ss, where GA4 writes bare fractions. */
function isFormatted(table: TableSurvey): boolean {
  return table.columns.some(({ reading, filled }) => {
    if (filled === 0) return false;
    return (
      reading.kind === 'duration' ||
      (reading.kind === 'number' && reading.unit === 'percent') ||
      (reading.kind === 'money' && reading.currency !== null)
    );
  });
}

const isDetail = (table: TableSurvey): boolean =>
  table.preamble.some((line) => RANGE_LINE.test(line.trim())) && isFormatted(table);

/** Days under the report: two columns, a day and a count, in a file of the same report. */
function isDays(table: TableSurvey, file: FileSurvey): boolean {
  if (table.columns.length !== 2 || !file.tables.some((other) => other !== table && isDetail(other)))
    return false;
  const [day, count] = table.columns;
  return (
    day?.reading.kind === 'date' && (count?.reading.kind === 'number' || count?.reading.kind === 'money')
  );
}

/** Of the analytics that GA4 took the place of: old files only. */
const report: ExportRecogniser = {
  id: 'universal-analytics-report',
  tool: 'universal-analytics',
  label: { en: 'Universal Analytics report', pl: 'Raport Universal Analytics' },
  claim: (table, { file }) => (isDetail(table) ? 0.99 : isDays(table, file) ? 0.98 : 0),
  map: (table) =>
    reportMapping(table, NAMES, { tool: 'universal-analytics', recogniser: 'universal-analytics-report' }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [report];

/** Pages of this tool are read by the generic reader. */
export const page = null;
