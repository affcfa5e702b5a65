import { attribute, firstChildOf, firstNodeOf, isA, nextNodeOf, shadowOf, tagOf, textOf } from './dom';
import { fullText, isCutShort } from './full-text';
import { plainText } from './plain-text';

/** Machinery inside a cell: what it says is not what the cell says. */
const CONTROLS = 'button,[role=button],input,select,textarea,mat-checkbox,[role=checkbox],[role=combobox]';
const NOISE =
  'script,style,template,noscript,svg,canvas,img,object,video,audio,iframe,mat-icon,[hidden],' +
  '[class*="material-icons"],[class*="material-symbols"],.google-symbols,' +
  '.sr-only,[class*="sparkline"],.visually-hidden,.cdk-visually-hidden,.screen-reader-text,.mat-sort-header-arrow';
/** Deeper than any page means it; what stands below is taken as it is, shown or not. */
const MAX_DEPTH = 500;
/** A table inside a cell is read as a table of its own. */
const INNER_TABLE = 'table,[role=table],[role=grid],[role=treegrid]';

export interface CellTextOptions {
  /** Selector of further noise, known to the tool's own reader. */
  readonly strip?: string;
  /** A header may be nothing but its sort button. */
  readonly header?: boolean;
  /** False: what only a control says does not count. */
  readonly controls?: boolean;
}

/**
 * What a cell shows, as one line of text: without scripts, icons, controls and what is hidden, with a blank where
 * the page breaks a line. A cell that shows nothing but a picture or a control says what that is called.
 */
export function cellText(cell: Element, options: CellTextOptions = {}): string {
  if (firstChildOf(cell) === null && (cell instanceof HTMLTableCellElement || shadowOf(cell) === null)) {
    const text = plainText(textOf(cell) ?? '');
    return isCutShort(text) ? (fullText(text, hintsIn(cell)) ?? text) : text;
  }
  const gathered = nothingYet(options.strip ?? null, '');
  gather(cell, gathered);
  const text = plainText(gathered.text);
  const says = options.header ? /[\p{L}\p{N}%#№]/u.test(text) : text !== '';
  if (says) return isCutShort(text) ? (fullText(text, hintsIn(cell)) ?? text) : text;
  for (const control of options.controls === false ? [] : gathered.controls) {
    const said = controlText(control, gathered.strip);
    if (said !== '') return said;
  }
  for (const picture of gathered.pictures) {
    const said = pictureText(picture);
    if (said !== '') return said;
  }
  return text;
}

/** Where elements begin and end, which no page writes. */
const EDGE = '\uf8fe';

/** What an element shows, one text for each piece that stands in an element of its own, in order, blanks kept. */
export function textPieces(element: Element): string[] {
  const gathered = nothingYet(null, EDGE);
  gather(element, gathered);
  return gathered.text.split(EDGE).filter((piece) => plainText(piece) !== '');
}

/** Where pages keep what they cut short: on the cell or on something in it. */
const HINTS = [
  'title',
  'aria-label',
  'data-tooltip',
  'data-original-title',
  'data-bs-original-title',
  'data-tip',
];
const HINTED = /* @__PURE__ */ HINTS.map((name) => `[${name}]`).join();

function hintsIn(cell: Element): string[] {
  const inside = Array.from(Element.prototype.querySelectorAll.call(cell, HINTED));
  return [cell, ...inside].flatMap((element) =>
    HINTS.map((name) => plainText(attribute(element, name) ?? '')).filter((hint) => hint !== ''),
  );
}

const nothingYet = (strip: string | null, edge: string): Gathered => ({
  text: '',
  controls: [],
  pictures: [],
  strip,
  edge,
  depth: 0,
});

interface Gathered {
  text: string;
  /** Put around what each element says. */
  readonly edge: string;
  readonly controls: Element[];
  readonly pictures: Element[];
  readonly strip: string | null;
  depth: number;
}

function gather(parent: Node, into: Gathered): void {
  for (let node = firstNodeOf(parent); node !== null; node = nextNodeOf(node)) {
    if (node.nodeType === Node.TEXT_NODE) into.text += textOf(node) ?? '';
    else if (node instanceof Element) gatherElement(node, into);
  }
}

function gatherElement(element: Element, into: Gathered): void {
  const tag = tagOf(element);
  if (tag === 'br') {
    into.text += '\n';
    return;
  }
  if (into.strip !== null && isA(element, into.strip)) return;
  const noise = isA(element, NOISE);
  const control = !noise && isA(element, CONTROLS);
  if (noise && !isA(element, 'img,svg')) return;
  if (isA(element, INNER_TABLE) && Element.prototype.querySelector.call(element, 'th,[role=columnheader]'))
    return;

  const style = getComputedStyle(element);
  const { display } = style;
  // Clipped to nothing is how text is kept for screen readers alone.
  if (display === 'none' || style.visibility !== 'visible') return;
  if (/^rect\(([01]px,? ?){4}\)$/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath)) return;
  if (noise) {
    into.pictures.push(element);
    return;
  }
  if (control) {
    into.controls.push(element);
    return;
  }
  const moment = tag === 'time' ? attribute(element, 'datetime') : null;
  if (moment !== null && /^\d{4}-\d\d-\d\d/.test(moment)) {
    // "2 hours ago" is true until the next look; the moment stays.
    into.text += into.edge + moment + into.edge;
    return;
  }
  const block = !display.startsWith('inline') && display !== 'contents' && !display.startsWith('ruby');
  const chip = display.startsWith('inline-');
  if (block) into.text += '\n';
  into.text += into.edge;
  const from = into.text.length;
  gatherChildren(element, into);
  // Two labels side by side are two words; two digits of an animated number are one.
  const parted = chip && from > 0 && /\p{L}$/u.test(into.text.slice(Math.max(0, from - 2), from));
  if (parted && /^\p{L}/u.test(into.text.slice(from, from + 2))) {
    into.text = `${into.text.slice(0, from)} ${into.text.slice(from)}`;
  }
  into.text += into.edge;
  if (block) into.text += '\n';
}

function gatherChildren(element: Element, into: Gathered): void {
  if (into.depth >= MAX_DEPTH) {
    into.text += textOf(element) ?? '';
    return;
  }
  into.depth++;
  gatherInside(element, into);
  into.depth--;
}

function gatherInside(element: Element, into: Gathered): void {
  const shadow = shadowOf(element);
  if (shadow !== null) gather(shadow, into);
  else if (element instanceof HTMLSlotElement && element.assignedNodes().length > 0) {
    for (const node of element.assignedNodes()) {
      if (node.nodeType === Node.TEXT_NODE) into.text += textOf(node) ?? '';
      else if (node instanceof Element) gatherElement(node, into);
    }
  } else gather(element, into);
}

function controlText(control: Element, strip: string | null): string {
  if (control instanceof HTMLInputElement) {
    return /^(text|number|email|tel|url|date|search)$/.test(control.type) ? plainText(control.value) : '';
  }
  if (control instanceof HTMLTextAreaElement) return plainText(control.value);
  if (control instanceof HTMLSelectElement) return plainText(control.selectedOptions[0]?.text ?? '');
  const inside = nothingYet(strip, '');
  gather(control, inside);
  return plainText(inside.text);
}

function pictureText(picture: Element): string {
  const title = Element.prototype.querySelector.call(picture, 'title');
  const said =
    attribute(picture, 'alt') ?? attribute(picture, 'aria-label') ?? (title === null ? null : textOf(title));
  return plainText(said ?? '');
}
