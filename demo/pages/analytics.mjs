import { TRAFFIC } from '../data.mjs';
import { html, page } from '../html.mjs';

// The structure of a GA4 standard report: an Angular Material table under ga-reporting-table, with row numbers,
// checkboxes, sort arrows, shares of the total and sparklines among the values.

const whole = new Intl.NumberFormat('en-US');
const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'PLN', currencyDisplay: 'code' });
const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const duration = (seconds) =>
  seconds >= 60 ? `${Math.floor(seconds / 60)}m ${String(seconds % 60).padStart(2, '0')}s` : `${seconds}s`;
const inCurrency = (grosze) => `zł${money.format(grosze / 100).replace(/^PLN\s?/, '')}`;

const sum = (of) => TRAFFIC.reduce((total, row) => total + of(row), 0);

/** Name, what a row shows, whether shares of the total stand beside it. */
const METRICS = [
  ['Sessions', (r) => whole.format(r.sessions), (r) => r.sessions],
  ['Engaged sessions', (r) => whole.format(r.engagedSessions), (r) => r.engagedSessions],
  ['Engagement rate', (r) => percent.format(r.engagedSessions / r.sessions), null],
  ['Average engagement time per session', (r) => duration(r.seconds), null],
  ['Event count', (r) => whole.format(r.events), (r) => r.events],
  ['Key events', (r) => whole.format(r.keyEvents), (r) => r.keyEvents],
  ['Session key event rate', (r) => percent.format(r.keyEvents / r.sessions), null],
  ['Total revenue', (r) => inCurrency(r.revenue), (r) => r.revenue],
];

const TOTAL = {
  sessions: sum((r) => r.sessions),
  engagedSessions: sum((r) => r.engagedSessions),
  seconds: Math.round(sum((r) => r.seconds * r.sessions) / sum((r) => r.sessions)),
  events: sum((r) => r.events),
  keyEvents: sum((r) => r.keyEvents),
  revenue: sum((r) => r.revenue),
};

const header = ([name], index) => html`
  <th role="columnheader" class="mat-mdc-header-cell mdc-data-table__header-cell cdk-header-cell" aria-sort="${index === 0 ? 'descending' : 'none'}">
    <div class="mat-sort-header-container">
      <div class="header-display-labels"><xap-text-trigger>${name}</xap-text-trigger></div>
      <div class="mat-sort-header-arrow"><mat-icon class="google-symbols" aria-hidden="true">${index === 0 ? 'arrow_downward' : ''}</mat-icon></div>
    </div>
    <button class="header-menu" aria-label="Change metric"><mat-icon class="google-symbols">expand_more</mat-icon></button>
  </th>`;

const total = ([, shown, counted]) => html`
  <th class="mat-mdc-header-cell adv-table-summary-cell">
    <div class="summary-value">${shown(TOTAL)}</div>
    <div class="summary-text">${counted ? '100% of total' : 'Avg 0%'}</div>
  </th>`;

function sparkline(row, index) {
  const points = Array.from({ length: 12 }, (_, x) => {
    const wave = Math.sin((x + index) * 1.7) * 3 + Math.sin((x * (index + 3)) / 5) * 3;
    return `${x * 6},${(9 + wave).toFixed(1)}`;
  }).join(' ');
  return html`<div class="adv-table-plot-container"><ga-sparkline-svg><svg viewBox="0 0 66 18" width="66" height="18"><title>Trend</title><polyline points="${points}"/><text x="60" y="16" font-size="4">${row.sessions}</text></svg></ga-sparkline-svg></div>`;
}

const cell =
  (row, rowIndex) =>
  ([, shown, counted], index) =>
    html`
  <td class="mat-mdc-cell mdc-data-table__cell cdk-cell adv-table-data-cell">
    ${index === 0 ? sparkline(row, rowIndex) : ''}<span class="cell-value">${shown(row)}</span>${counted ? html` <span class="percent-of-total">(${percent.format(counted(row) / counted(TOTAL))})</span>` : ''}
  </td>`;

const body = (row, index) => html`
<tr class="mat-mdc-row mdc-data-table__row cdk-row">
  <td class="mat-mdc-cell select"><mat-checkbox><input type="checkbox" aria-label="Plot row ${index + 1}"${index < 5 ? ' checked' : ''}></mat-checkbox></td>
  <td class="mat-mdc-cell cdk-column-__row_index__">${index + 1}</td>
  <td class="mat-mdc-cell cdk-column-sessionSourceMedium">${row.dimension}</td>
  ${METRICS.map(cell(row, index))}
</tr>`;

export const path = '/analytics/traffic-acquisition';

export default () =>
  page({
    lang: 'en',
    title: 'Analytics | Traffic acquisition: Session source / medium',
    style: 'analytics',
    body: html`<body>
<header class="top">
  <span class="mark" aria-hidden="true"></span><span class="product">Analytics</span>
  <gmp-universal-picker><button><span class="gmp-button-text"><span class="gmp-text-secondary">All accounts › Palarnia Mokka</span><span class="gmp-text-name">mokka.example – GA4</span></span></button></gmp-universal-picker>
  <span class="search">Try searching “top pages by views”</span>
</header>
<div class="frame">
<nav><a>Home</a><a class="on">Reports</a><a>Explore</a><a>Advertising</a></nav>
<nav class="second"><strong>Life cycle</strong><a>Acquisition overview</a><a>User acquisition</a><a class="on">Traffic acquisition</a><a>Engagement</a><a>Monetization</a><a>Retention</a></nav>
<ga-report-container><report-view><ga-explorer-report>
  <div class="head">
    <h1>Traffic acquisition: Session source / medium</h1>
    <vero-analysis-data-quality-icon aria-label="This report is based on 100% of available data"></vero-analysis-data-quality-icon>
    <ga-date-range-picker-v2><button class="trigger-button"><span class="preset">Custom</span> <span class="primary-date-range-text">Oct 1 – Oct 31, 2026</span></button></ga-date-range-picker-v2>
  </div>
  <p class="chips"><span>All Users</span></p>
  <ga-card-list><ga-card>
    <ga-table-controls><div class="left-table-controls"><span class="search-rows">Search…</span><label>Rows per page <select id="rows-per-page-select"><option>250</option><option>100</option></select></label></div>
      <pagination><span class="range">1–${TRAFFIC.length} of ${TRAFFIC.length}</span><button class="page-decrement" disabled aria-label="Previous page">‹</button><button class="page-increment" disabled aria-label="Next page">›</button></pagination></ga-table-controls>
    <ga-reporting-table><div class="table-scroller"><table class="mat-mdc-table mdc-data-table__table cdk-table adv-table">
      <thead>
        <tr class="mat-mdc-header-row table-header-row">
          <th class="mat-mdc-header-cell select"><mat-checkbox><input type="checkbox" aria-label="Select all"></mat-checkbox></th>
          <th class="mat-mdc-header-cell cdk-column-__row_index__"></th>
          <th class="mat-mdc-header-cell dimension"><button class="dimension-picker">Session source / medium<mat-icon class="google-symbols">arrow_drop_down</mat-icon></button><button class="add-dimension" aria-label="Add secondary dimension"><mat-icon class="google-symbols">add</mat-icon></button></th>
          ${METRICS.map(header)}
        </tr>
        <tr class="mat-mdc-header-row summary-totals-row">
          <th class="mat-mdc-header-cell"></th><th class="mat-mdc-header-cell"></th><th class="mat-mdc-header-cell">Total</th>
          ${METRICS.map(total)}
        </tr>
      </thead>
      <tbody class="mdc-data-table__content">${TRAFFIC.map(body)}</tbody>
    </table></div></ga-reporting-table>
  </ga-card></ga-card-list>
</ga-explorer-report></report-view></ga-report-container>
</div>
</body>`,
  });
