import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser, RecogniserContext } from '../export-recogniser';
import { machineName } from '../machine-name';
import { cellText } from '../page/cell-text';
import { all, attribute, closestOf, isA, isInDocument, isShown, nextOf, one, previousOf } from '../page/dom';
import type { Grid } from '../page/grid';
import { htmlGrid } from '../page/html-grid';
import { periodRange } from '../page/period-range';
import { readGrid } from '../page/read-grid';
import { statedNear } from '../page/stated-rows';
import { titlesOf } from '../page/title-of';
import type { TreeRows } from '../page/tree-rows';
import type { Page, PageReader } from '../page-reader';
import { knownMetrics, type ReportNames, reportMapping, reportNames } from '../report-mapping';

/** Machine names as they are exported untranslated, then labels: English, Polish, German, French, Spanish, Italian, Portuguese, Dutch. */
const NAMES = /* @__PURE__ */ reportNames(
  {
    date: 'date | Date | Data | Datum | Fecha',
    campaign: 'Campaign | Kampania | Kampagne | Campagne | Campaña | Campagna | Campanha',
    page: 'url | Page URL | Adres URL strony | Seiten-URL | URL de la page | URL de la página | URL pagina | URL da Página | Pagina-URL',
    pageTitle:
      'Page Name | Nazwa strony | Seitenname | Titre de la page | Nombre de página | Nome pagina | Naam pagina',
    query:
      'Keyword | Słowo kluczowe | Suchbegriff | Mot clef | Palabra clave | Parola chiave | Palavra-chave | Sleutelwoord',
    browser: 'Browser | Przeglądarka | Navigateur | Navegador',
    operatingSystem:
      "Operating system | System operacyjny | Betriebssystem | Système d'exploitation | Besturingssysteem",
    source:
      'Website | Strona WWW | Webseite | Search Engine | Wyszukiwarka | Suchmaschine | Moteur de recherche',
  },
  {
    count: {
      sessions: 'nb_visits | Visits | Odwiedziny | Besuche | Visites | Visitas | Visite | Bezoeken',
      totalUsers:
        'nb_uniq_visitors | Unique visitors | Liczba niepowtarzających się użytkowników | Eindeutige Besucher | Visiteurs uniques | Visitantes únicos | Visitatori unici | Unieke bezoekers',
      actions: 'nb_actions | Actions | Aktywność | Aktionen | Acciones | Azioni nel sito | Ações | Acties',
      hits: 'nb_hits | Hits | Trafienia | Zugriffe | Accessi | Acessos',
      screenPageViews:
        'nb_pageviews | Pageviews | Liczba odsłon | Seitenansichten | Vues de page | Páginas vistas | Visualizzazioni pagina | Visualizações de páginas | Paginaweergaven',
      uniquePageviews:
        'nb_uniq_pageviews | sum_daily_nb_uniq_visitors | Unique Pageviews | Unikalne odsłony | Eindeutige Seitenansichten | Vues de page uniques | Vistas de páginas únicas | Unieke paginaweergaven',
      bounces:
        'bounce_count | entry_bounce_count | Bounces | Porzucenia | Absprünge | Rebonds | Rebotes | Rimbalzi | Ressaltos',
      entrances:
        'entry_nb_visits | Entrances | Wejścia | Eingänge | Entrées | Entradas | Entrate | Binnenkomsten',
      exits:
        'exit_nb_visits | Exits | Wyjścia | Ausstiege | Sorties | Salidas | Uscite | Saídas | Vertrekken',
      convertedVisits:
        'nb_visits_converted | Visits with Conversions | Wizyty z konwersjami | Besuche mit Konversionen | Visites avec conversions | Visitas con conversiones | Visite con Conversioni | Bezoeken met conversies',
      conversions:
        'nb_conversions | Conversions | Konwersje | Konversionen | Conversiones | Conversioni | Conversões | Conversies',
    },
    money: {
      totalRevenue:
        'revenue | Revenue | Przychody | Umsatz | Revenu | Ingresos | Ricavo | Rendimento | Inkomsten | Overall revenue',
    },
    rate: {
      bounceRate:
        'bounce_rate | Bounce Rate | Współczynnik rezygnacji | Absprungsrate | Taux de rebond | Porcentaje de rebote | Taxa de ressalto | Bounce-ratio',
      exitRate:
        'exit_rate | Exit rate | Współczynnik wyjść | Ausstiegsrate | Taux de sortie | Porcentaje de salida | Vertrek-ratio',
      conversionRate:
        'conversion_rate | Conversion Rate | Współczynnik przetwarzania | Konversionsrate | Taux de conversion | Porcentaje de conversión | Tasso di conversione | Conversie-ratio',
    },
    seconds: {
      averageSessionDuration:
        'avg_time_on_site | Avg. Time on Website | Średni czas w serwisie | Durchschnittszeit auf der Webseite | Temps moyen sur le site web | Promedio de tiempo en el sitio | Tempo medio sul sito | Tempo Médio no Site da Web | Gemiddelde tijd op website',
      averageTimeOnPage:
        'avg_time_on_page | Avg. time on page | Średni czas odwiedzin | Durchschnittszeit pro Seite | Temps moyen sur la page | Tiempo promedio en la página | Gemiddelde tijd op pagina',
      sumVisitLength:
        'sum_visit_length | Total time spent by visitors (in seconds) | Ogólny czas spędzony przez odwiedzającego (w sekundach) | Von Besuchern verbrachte Gesamtzeit (in Sekunden)',
    },
    ratio: {
      actionsPerVisit:
        'nb_actions_per_visit | Actions per Visit | Ilość akcji przypadających na wizytę | Aktionen pro Besuch | Actions par visite | Acciones por visita | Azioni per visita | Ações por Visita | Acties per bezoek',
      maxActions:
        'max_actions | Maximum actions in one visit | Maksymalna liczba działań podczas jednej wizyty',
      revenuePerVisit: 'revenue_per_visit | Revenue per Visit | Dochód / wizyta | Umsatz pro Besuch',
    },
  },
);

const LABELS: ReportNames = {
  of: (column) => NAMES.of({ ...column, rawHeader: machineName(column.rawHeader) }) ?? NAMES.of(column),
};

/** Names nobody else writes. */
const MACHINE =
  /^(?:nb_(?:visits|uniq_visitors|actions|hits|users|visits_converted|actions_per_visit|conversions)|sum_visit_length|bounce_count|max_actions|idsubdatatable|metadata_\w+|entry_nb_visits|exit_nb_visits|sum_daily_nb_uniq_visitors|avg_time_on_site)$/;
/** First column of a report of Matomo's, in all its languages. */
const LABEL = /^(?:label|etykieta|bezeichnung|nom|etiqueta|etichetta|waarde)$/i;
/** Labels that only Matomo gives, in whatever language. */
const OWN = /* @__PURE__ */ new Set([
  'actions',
  'actionsPerVisit',
  'maxActions',
  'sumVisitLength',
  'convertedVisits',
  'averageSessionDuration',
]);

function claim(table: TableSurvey, { pageTool }: RecogniserContext): number {
  if (pageTool === 'matomo') return 1;
  const headers = table.columns.map((c) => c.rawHeader.trim());
  const machine = headers.filter((h) => MACHINE.test(machineName(h))).length;
  if (machine >= 2) return 1;
  const own = table.columns.filter((c) => OWN.has(idOf(c))).length;
  const labelled = LABEL.test(headers[0] ?? '');
  const known = knownMetrics(table, LABELS);
  if (known < 3 || own < 1) return 0;
  return labelled && own >= 2 ? 1 : own >= 2 || labelled ? 0.85 : 0;
}

const idOf = (column: TableSurvey['columns'][number]): string => LABELS.of(column)?.id ?? '';

/** Any report, with column names as the API has them or as the interface shows them. */
const report: ExportRecogniser = {
  id: 'matomo-report',
  tool: 'matomo',
  label: { en: 'Matomo report', pl: 'Raport z Matomo' },
  claim,
  map: (table) => reportMapping(table, LABELS, { tool: 'matomo', recogniser: 'matomo-report' }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [report];

/** A report's block; the table is in it, and tables opened under its rows are in blocks of their own inside. */
const BLOCK = 'div.dataTable[data-report]';
/** The share of the whole, and what shows when a row is pointed at. */
const CELL_NOISE = '.ratio,.dataTableRowActions,.columnDocumentation,.label-prefix';

const tableOf = (block: Element): Element | null =>
  all(block, 'table').find((table) => closestOf(table, BLOCK) === block) ?? null;

/** Its title with its id behind: the name it is known by in every language beside the one that is shown. */
function headName(header: Element): string | null {
  const machine = attribute(header, 'id');
  const shown = one(header, '.thDIV');
  const label = shown === null ? null : cellText(shown, { header: true });
  if (machine === null || machine === 'label' || machine === 'thDIV') return label;
  return label === null || label === '' ? machine : `${label} (${machine})`;
}

/** What the block says it was asked for, otherwise the address. */
function asked(block: Element, { url }: Page): (name: string) => string {
  let params: unknown = null;
  try {
    params = JSON.parse(attribute(block, 'data-params') ?? 'null');
  } catch {
    // The address says the same.
  }
  const said = new Map(typeof params === 'object' && params !== null ? Object.entries(params) : []);
  const hash = new URLSearchParams(url.hash.replace(/^#[?/]*/, ''));
  return (name) => {
    const own = said.get(name);
    if (typeof own === 'string' || typeof own === 'number') return String(own);
    return hash.get(name) ?? url.searchParams.get(name) ?? '';
  };
}

/** A table opened under a row is of that row: what it is called goes on. */
function titleOf(block: Element, page: Page): string {
  const title = titlesOf(page)(block);
  const holder = closestOf(block, 'tr');
  const opener = holder === null ? null : previousOf(holder);
  const label = opener === null ? null : one(opener, 'span.label .value,span.value');
  return label === null ? title : `${title} · ${cellText(label)}`;
}

/** Rows of a comparison stand under the row they are of, one a segment and period: both names side by side. */
function withComparison(grid: Grid): Grid {
  return {
    ...grid,
    placer() {
      const place = grid.placer();
      let above: Element | null = null;
      return (row) => {
        const { cells, begins } = place(row);
        const [label = null, ...values] = cells;
        const compared = isA(row.element, COMPARED);
        if (!compared) above = label;
        return {
          cells: [above, compared ? label : null, ...values],
          begins: [true, compared, ...begins.slice(1)],
        };
      };
    },
  };
}
const COMPARED = '.comparisonRow';

/** Whether a row's numbers are given again, in parts, by the rows under it. */
const isGivenInParts = (row: Element): boolean => {
  const next = nextOf(row);
  return next !== null && isA(next, COMPARED) && !isA(row, COMPARED);
};

const levelOf = (row: Element): number | null => {
  const said = /(?:^|\s)level(\d{1,2})(?=\s|$)/.exec(attribute(row, 'class') ?? '');
  return said === null ? null : Number(said[1]);
};

/** The row after those that compare it. */
function below(row: Element): Element | null {
  let next = nextOf(row);
  while (next !== null && isA(next, COMPARED)) next = nextOf(next);
  return next;
}

const HOLDS_OTHERS = 'tr.subDataTable,tr.subActionsDataTable';
/** Pressed as they are: the row of a website for the table of its pages, the row of a folder for what is in it. */
const tree: TreeRows = {
  holds: (block) => one(block, HOLDS_OTHERS) !== null,
  inner: BLOCK,
  level: levelOf,
  expander(row) {
    if (!isA(row, HOLDS_OTHERS)) return null;
    const next = below(row);
    const open =
      next !== null &&
      isShown(next) &&
      (isA(next, '.subDataTableContainer') || (levelOf(next) ?? 0) > (levelOf(row) ?? 0));
    return { press: row, open };
  },
};
/** Reports as tables, in whatever language; graphs and clouds of the same reports are drawn and not read. */
export const page: PageReader = {
  tool: 'matomo',
  label: { en: 'Matomo', pl: 'Matomo' },
  matches: ({ document }) => one(document, BLOCK) !== null,
  find: ({ document }) => all(document, BLOCK).filter((block) => tableOf(block) !== null),
  tree,

  async read(block, page, pace) {
    const table = tableOf(block);
    if (!(table instanceof HTMLTableElement) || !isInDocument(table) || !isShown(table)) return null;
    if (all(block, '.pk-emptyDataTable').some((empty) => closestOf(empty, BLOCK) === block)) return null;
    const said = asked(block, page);
    const comparing = isA(block, '.isComparing') || closestOf(block, '.isComparing') !== null;
    const grid = await htmlGrid(table, pace);
    return readGrid(
      comparing ? withComparison(grid) : grid,
      {
        title: titleOf(block, page),
        strip: CELL_NOISE,
        valueIn: 'span.value',
        headName,
        // Nothing and 0 are both printed so; which it is, is not known.
        clean: (text) => (text === '-' ? '' : text),
        isTotals: ({ element }) => isA(element, '.totalsRow'),
        isRow: ({ element }) => one(element, BLOCK) === null && !(comparing && isGivenInParts(element)),
        stated: (rows) => statedNear(table, rows),
        dateRange: periodRange(said('period'), said('date')),
        property: said('idSite') === '' ? null : `idSite ${said('idSite')}`,
      },
      pace,
    );
  },
};
