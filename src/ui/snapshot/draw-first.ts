import type { Locale } from '../../core/label';
import { first as firstEn } from '../../i18n/en/popup';
import { first as firstPl } from '../../i18n/pl/popup';
import { dotIntervalPicture } from '../charts/dot-interval-picture';
import { canvasMeasure } from '../charts/fit-text';
import { svgElement } from '../charts/svg-element';
import { readSnapshot } from './snapshot';

/**
 * The popup as it will look, drawn at once from what localStorage holds: screens/popup/popup-screen.tsx then stands in
 * the same places, and the two must be changed together.
 */
export function drawFirst(root: HTMLElement, locale: Locale): void {
  const words = locale === 'pl' ? firstPl : firstEn;
  const head = add(root, 'header', 'popup-head');
  add(head, 'p', 'popup-name', 'Segment Lens');
  const page = add(root, 'section', 'popup-page');
  add(page, 'p', 'popup-title', words.onThisPage);
  add(page, 'p', 'offer ink-soft', words.looking);
  const now = add(root, 'section', 'popup-now');
  const heading = add(now, 'div', 'popup-heading');
  add(heading, 'p', 'popup-title', words.now);
  add(root, 'footer', 'popup-foot');

  const said = readSnapshot()?.said[locale];
  if (!said) return;
  add(heading, 'p', 'ink-soft text-s', [said.label, said.asOf].filter(Boolean).join(' · '));
  const picture = add(now, 'div', 'now-picture');
  const { node } = dotIntervalPicture(said.picture, {
    width: picture.clientWidth,
    family: getComputedStyle(document.body).fontFamily,
    measure: canvasMeasure,
    density: 'compact',
  });
  picture.append(svgElement(node));
  // What the benchmark times the picture by.
  performance.mark('snapshot-drawn');
  const list = add(now, 'ul', 'now-sentences');
  for (const sentence of said.sentences) add(list, 'li', '', sentence);
}

function add(parent: HTMLElement, tag: string, name: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  if (name !== '') element.className = name;
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}
