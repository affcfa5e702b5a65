/** Reports of Matomo as its own templates draw them, with made-up figures; the languages differ in words alone. */

export interface MatomoReport {
  readonly report: string;
  readonly title: string;
  /** Shown name and machine name; the machine's stays where the language changes. */
  readonly columns: readonly (readonly [label: string, id: string])[];
  readonly rows: readonly MatomoRow[];
  readonly totals?: readonly string[];
  readonly params?: Readonly<Record<string, string | number>>;
  readonly pages?: string;
  readonly comparing?: boolean;
}

export interface MatomoRow {
  readonly cells: readonly string[];
  readonly level?: number;
  /** Of pages. */
  readonly folder?: boolean;
  /** A table opened under the row. */
  readonly opened?: MatomoReport;
  readonly compared?: readonly (readonly string[])[];
}

export function matomoReport(report: MatomoReport): string {
  const { columns, rows } = report;
  const head = columns
    .map(
      ([label, id], i) =>
        `<th class="sortable ${i === 0 ? 'first label' : ''}" id="${id}">
          ${i === 0 ? '' : `<div class="columnDocumentation"><div class="columnDocumentationTitle">${label}</div>What ${id} means.</div>`}
          <div id="thDIV" class="thDIV">${label}</div></th>`,
    )
    .join('');
  const params = JSON.stringify({ filter_limit: 10, ...report.params }).replaceAll('"', '&quot;');
  return `<div class="card"><div class="card-content"><h2 class="card-title">${report.title}</h2>
    ${block(report, params, `<table class="dataTable"><thead><tr>${head}</tr></thead><tbody>${rows.length === 0 ? empty(columns.length) : rows.map((row) => rowOf(row)).join('')}${totals(report.totals)}</tbody></table>`)}
  </div></div>`;
}

const block = (report: MatomoReport, params: string, inner: string) =>
  `<div class="dataTable dataTableVizHtmlTable ${report.comparing ? 'isComparing' : ''}" data-table-type="DataTable" data-report="${report.report}" data-report-metadata="{}" data-params="${params}">
    <div class="dataTableWrapper"><div class="dataTableScroller">${inner}</div></div>
    <div class="dataTableFeatures"><span class="dataTablePages">${report.pages ?? ''}</span></div></div>`;

const empty = (columns: number) =>
  `<tr><td class="pk-emptyDataTable" colspan="${columns}">Brak danych w tym raporcie.</td></tr>`;

const totals = (cells: readonly string[] | undefined) =>
  cells === undefined ? '' : `<tr class="totalsRow">${cells.map((cell, i) => cellOf(cell, i)).join('')}</tr>`;

function rowOf({ cells, level = 0, opened, compared, folder = false }: MatomoRow): string {
  const own = `<tr class="level${level} ${opened ? 'subDataTable' : ''} ${folder ? 'subActionsDataTable' : ''} ${compared ? 'parentComparisonRow' : ''}">${cells.map(cellOf).join('')}</tr>`;
  const parts = (compared ?? []).map(
    (values) => `<tr class="comparisonRow">${values.map(cellOf).join('')}</tr>`,
  );
  const under =
    opened === undefined
      ? ''
      : `<tr class="subDataTableContainer"><td colspan="${cells.length}" class="cellSubDataTable">${matomoReport(opened)}</td></tr>`;
  return own + parts.join('') + under;
}

function cellOf(text: string, column: number): string {
  if (column > 0) {
    const ratio = /^\d+$/.test(text) ? '<span class="ratio" title="of all visits">&nbsp;12,5%</span>' : '';
    return `<td class="column"><span class="value">${text}</span>${ratio}</td>`;
  }
  return `<td class="label first"><div class="dataTableRowActions"><a class="actionRowEvolution">Row evolution</a></div>
    <span class="label" title=""><img width="16" src="data:," alt=""><span class="value">${text}</span></span></td>`;
}

/** `1 234` and the like as its Polish prints them, with a hard blank. */
export const websites = {
  en: {
    report: 'Referrers.getWebsites',
    title: 'Websites',
    columns: [
      ['Website', 'label'],
      ['Visits', 'nb_visits'],
      ['Actions', 'nb_actions'],
      ['Bounce Rate', 'bounce_rate'],
      ['Revenue', 'revenue'],
    ],
    rows: [
      { cells: ['kawa.example', '1,234', '5,120', '41%', '€1,530.50'] },
      { cells: ['herbata.example', '310', '702', '55%', '-'] },
      { cells: ['Total Wine & more', '12', '-', '0%', '€20'] },
    ],
    totals: ['Total', '1,556', '5,822', '44%', '€1,550.50'],
    params: { period: 'range', date: '2026-10-01,2026-10-31', idSite: 3 },
    pages: '1–3 of 57',
  },
  pl: {
    report: 'Referrers.getWebsites',
    title: 'Strony WWW',
    columns: [
      ['Strona WWW', 'label'],
      ['Odwiedziny', 'nb_visits'],
      ['Aktywność', 'nb_actions'],
      ['Współczynnik rezygnacji', 'bounce_rate'],
      ['Przychody', 'revenue'],
    ],
    rows: [
      { cells: ['kawa.example', '1\u00a0234', '5\u00a0120', '41%', '1\u00a0530,50\u00a0zł'] },
      { cells: ['herbata.example', '310', '702', '55%', '-'] },
    ],
    params: { period: 'month', date: '2026-10-05', idSite: 3 },
    pages: '1–2 z 2',
  },
} as const satisfies Record<'en' | 'pl', MatomoReport>;

/** Search engines with the words of one of them opened under it. */
export const opened: MatomoReport = {
  report: 'Referrers.getSearchEngines',
  title: 'Search Engines',
  columns: [
    ['Search Engine', 'label'],
    ['Visits', 'nb_visits'],
  ],
  rows: [
    {
      cells: ['Seznam', '40'],
      opened: {
        report: 'Referrers.getKeywordsFromSearchEngineId',
        title: '',
        columns: [
          ['Keyword', 'label'],
          ['Visits', 'nb_visits'],
        ],
        rows: [{ cells: ['kawa ziarnista', '30'] }, { cells: ['kawa mielona', '10'] }],
      },
    },
    { cells: ['Ecosia', '7'] },
  ],
};

/** Pages by folder, one of them opened: its pages stand in rows of their own under its sum. */
export const pages: MatomoReport = {
  report: 'Actions.getPageUrls',
  title: 'Page URLs',
  columns: [
    ['Page URL', 'label'],
    ['Pageviews', 'nb_hits'],
  ],
  rows: [
    { cells: ['blog', '70'], level: 0, folder: true },
    { cells: ['/blog/kawa', '50'], level: 1 },
    { cells: ['/blog/herbata', '20'], level: 1 },
    { cells: ['/index', '30'], level: 0 },
  ],
};

export const comparing: MatomoReport = {
  report: 'DevicesDetection.getType',
  title: 'Device type',
  comparing: true,
  columns: [
    ['Device type', 'label'],
    ['Visits', 'nb_visits'],
  ],
  rows: [
    {
      cells: ['Desktop', '70'],
      compared: [
        ['All visits', '70'],
        ['Returning visitors', '20'],
      ],
    },
    {
      cells: ['Smartphone', '30'],
      compared: [
        ['All visits', '30'],
        ['Returning visitors', '4'],
      ],
    },
  ],
};

export const nothing: MatomoReport = { ...opened, title: 'Empty', rows: [] };

/** What is to be read of `websites.pl`, cell by cell. */
export const websitesRead = {
  columns: [
    'Strona WWW',
    'Odwiedziny (nb_visits)',
    'Aktywność (nb_actions)',
    'Współczynnik rezygnacji (bounce_rate)',
    'Przychody (revenue)',
  ],
  cells: [
    ['kawa.example', '1\u00a0234', '5\u00a0120', '41%', '1\u00a0530,50\u00a0zł'],
    ['herbata.example', '310', '702', '55%', ''],
  ],
};
