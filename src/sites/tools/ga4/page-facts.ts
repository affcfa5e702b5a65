import type { CaptureNote } from '../../../core/page-capture';
import { dateRangeIn } from '../../page/date-range';
import { all, attribute, isShown, textOf } from '../../page/dom';
import { plainText } from '../../page/plain-text';
import { titlesOf } from '../../page/title-of';
import type { Page, PageTable } from '../../page-reader';

/** Where GA4 says how whole its data is; the words are in a tooltip or a label. */
const QUALITY = '[class*="quality-icon"],vero-analysis-data-quality-icon,ga-data-quality-icon';
const SAMPLED = /(?<!un)sampl|próbk|stichprob|échantillon|muestre/i;
const NOT_SAMPLED = /unsampled|not sampled|bez próbk|niepróbk|100\s?%/i;
const THRESHOLDED = /threshold|prog(?:i|ów|owan)|próg|schwellenwert|seuil|umbral/i;

/** What GA4 shows around a report or an exploration: what it is, of which days and property, and how whole. */
export function pageFacts(
  element: Element,
  page: Page,
): Pick<PageTable, 'title' | 'dateRange' | 'account' | 'property' | 'notes'> {
  const dates = firstShown(page, '.primary-date-range-text') ?? firstShown(page, 'ga-date-range-picker-v2');
  const quality = all(page.document, QUALITY)
    .filter(isShown)
    .flatMap((e) => [textOf(e), ...['aria-label', 'title', 'mattooltip'].map((name) => attribute(e, name))])
    .join(' ');
  const notes: CaptureNote[] = [];
  if (SAMPLED.test(quality) && !NOT_SAMPLED.test(quality)) notes.push('sampled');
  if (THRESHOLDED.test(quality)) notes.push('thresholded');
  return {
    // Without a heading the document's title serves: "Analytics | Traffic acquisition".
    title: titlesOf(page)(element).replace(/^(?:Google )?Analytics\s*[|–-]\s*/, ''),
    dateRange: dates === null ? null : dateRangeIn(dates),
    account: firstShown(page, 'gmp-universal-picker [class*="secondary"]'),
    property: firstShown(page, '.gmp-text-name') ?? /^#\/[^/]*?(p\d+)/.exec(page.url.hash)?.[1] ?? null,
    notes,
  };
}

function firstShown({ document }: Page, selector: string): string | null {
  for (const element of all(document, selector)) {
    const text = isShown(element) ? plainText(textOf(element) ?? '') : '';
    if (text !== '') return text;
  }
  return null;
}
