import { all, attribute, firstChildOf, isA, nextOf, one, parentOf } from '../../page/dom';
import type { GridReading } from '../../page/grid-reading';
import { readHtmlTable } from '../../page/html-tables';
import type { Pace } from '../../page/pace';
import { statedNear } from '../../page/stated-rows';
import type { Page, PageTable } from '../../page-reader';
import { OTHER_ROW } from './other-row';
import { pageFacts } from './page-facts';

/** What GA4 puts into cells beside the value. */
const CELL_NOISE =
  '[class*="percent-of-total"],[class*="summary-text"],ga-sparkline-svg,.report-table-sparkline,' +
  '.adv-table-plot-container';
/** "1,234 (45.2%)": the share is the page's own sum, not the metric. */
const SHARE = /^([^\p{L}()]*\d[^\p{L}()]*\p{L}{0,3})\s*\(\s*[<>~]?\s*\d+(?:[.,]\d+)?\s*%\s*\)$/u;

/** A standard report, an HTML table of Angular Material. */
export async function readReport(table: HTMLTableElement, page: Page, pace: Pace): Promise<PageTable | null> {
  const reading: GridReading = {
    ...pageFacts(table, page),
    strip: CELL_NOISE,
    isTotals: ({ element }) => isA(element, '[class*="summary-totals"],[class*="totals-row"]'),
    clean: (text) => text.replace(SHARE, '$1').trim(),
    fillsDown: columnsCompared(table),
    stated: (rows) => statedNear(table, rows),
  };
  const read = await readHtmlTable(table, reading, pace);
  if (read === null) return null;
  // A report shows 250 rows at most; "(other)" is one that stands for many.
  const pass = read.pass();
  for (let row = pass.next(); row !== null; row = pass.next()) {
    if (pace.due()) await pace.rest();
    if (row.some((text) => OTHER_ROW.test(text))) return { ...read, notes: [...read.notes, 'other-row'] };
  }
  return read;
}

/** With a comparison on, only the first row of each group names it: so many columns stand before the compared ones. */
function columnsCompared(table: HTMLTableElement): number {
  const compared = one(table, 'th.adv-table-comparison-column-header-cell');
  const row = compared === null ? null : parentOf(compared);
  let before = 0;
  for (
    let cell = row === null ? null : firstChildOf(row);
    cell !== null && cell !== compared;
    cell = nextOf(cell)
  ) {
    before += Number(attribute(cell, 'colspan') ?? 1) || 1;
  }
  return before;
}

export const findReports = ({ document }: Page): readonly Element[] =>
  all(document, 'ga-reporting-table table');
