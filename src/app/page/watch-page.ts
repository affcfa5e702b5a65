import { all, documentTitle, isInDocument, isShown, parentOf } from '../../sites/page/dom';

/** Tables beyond these are told of by the count of elements alone. */
const MAX_WATCHED = 50;
const COUNT_EVERY_MS = 2_000;
/** Fewer elements more or less are no other page: a menu, a hint, a row drawn ahead. */
const MIN_DIFFERENCE = 20;
const DIFFERENCE = 0.05;
/** Styles are asked for once things have settled. */
const LOOK_AFTER_MS = 500;

/**
 * Tells once that what was found on a page is likely to be something else by now, and ends: whoever asked looks again
 * and watches anew, when they have the time. Made to cost a busy page next to nothing:
 *
 * - what the tables stand in is watched element by element, by its own children and classes; nothing as a whole, the
 *   body least of all (who reads a table watches that table);
 * - the first change ends all of it, so that a page that writes a thousand times a second is heard once;
 * - what comes without a sign (a table where none was, a frame) is found by counting elements every two seconds.
 *
 * Nothing is read, and nothing laid out.
 * @returns ends it before it has told.
 */
export function watchPage(document: Document, tables: readonly Element[], changed: () => void): () => void {
  const watched = tables.slice(0, MAX_WATCHED);
  let settling: ReturnType<typeof setTimeout> | undefined;
  const before = countOf(document);

  const title = titleNow(document);

  const signs = new MutationObserver((records) => {
    if (records.some(({ type }) => type === 'attributes') || titleNow(document) !== title) tell();
  });
  const around = new MutationObserver((records) => {
    if (watched.some((table) => !isInDocument(table))) tell();
    else if (records.some(({ type }) => type === 'attributes')) {
      settling ??= setTimeout(() => {
        settling = undefined;
        if (watched.some((table) => !isShown(table))) tell();
      }, LOOK_AFTER_MS);
    }
  });
  const counting = setInterval(() => {
    if (document.visibilityState === 'visible' && isAnother(before, countOf(document))) tell();
  }, COUNT_EVERY_MS);
  const end = () => {
    signs.disconnect();
    around.disconnect();
    clearInterval(counting);
    clearTimeout(settling);
  };
  const tell = () => {
    end();
    changed();
  };

  for (const table of watched) {
    for (let at = surrounding(table); at !== null; at = surrounding(at))
      around.observe(at, {
        childList: true,
        attributes: true,
        attributeFilter: ['class', 'style', 'hidden'],
      });
  }
  // A page in another language, or a report of another name.
  const root = document.documentElement;
  signs.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'] });
  for (const element of all(document, 'head > title'))
    signs.observe(element, { subtree: true, childList: true, characterData: true });
  return end;
}

/** Without a count of what is unread, which says nothing of the page. */
const titleNow = (document: Document): string =>
  documentTitle(document).replace(/^\s*[([]\d+\+?[)\]]\s*/, '');

/** What an element stands in, out of a shadow root too. */
function surrounding(of: Node): Node | null {
  if (of instanceof ShadowRoot) return of.host;
  const parent = parentOf(of);
  if (parent !== null) return parent;
  const root = Node.prototype.getRootNode.call(of);
  return root instanceof ShadowRoot ? root : null;
}

interface Count {
  readonly elements: number;
  readonly frames: number;
}

const countOf = (document: Document): Count => ({
  elements: Document.prototype.getElementsByTagName.call(document, '*').length,
  frames: Document.prototype.getElementsByTagName.call(document, 'iframe').length,
});

const isAnother = (before: Count, now: Count): boolean =>
  before.frames !== now.frames ||
  Math.abs(now.elements - before.elements) > Math.max(MIN_DIFFERENCE, before.elements * DIFFERENCE);
