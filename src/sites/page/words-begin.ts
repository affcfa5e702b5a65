import { closestOf, tagOf } from './dom';

const PRESSED = 'button,[role=button],svg';

/** Where a row's first words begin on the screen, px from the side its page is read from; null where nothing is drawn. Measures. */
export function wordsBegin(row: Element): number | null {
  const document = row.ownerDocument;
  const rightToLeft = document.defaultView?.getComputedStyle(row).direction === 'rtl';
  const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    const first = text.search(/[\p{L}\p{N}]/u);
    const around = first === -1 ? null : node.parentElement;
    if (around === null || (closestOf(around, PRESSED) !== null && tagOf(around) !== 'summary')) continue;
    range.setStart(node, first);
    range.setEnd(node, first + 1);
    const { left, right, width, height } = range.getBoundingClientRect();
    if (width === 0 && height === 0) continue;
    return rightToLeft ? -right : left;
  }
  return null;
}
