import { closestOf, isA, isInDocument, isShown, one, order, parentOf } from '../../../sites/page/dom';
import type { SingleRows } from '../../../sites/page-reader';

/** Rows below those that were read, and those of them that were written into. */
export interface Grown {
  readonly fresh: readonly { readonly element: Element; readonly texts: string[] }[];
  readonly again: readonly { readonly at: number; readonly element: Element; readonly texts: string[] }[];
}

/** A table that was read whole, and what comes to it since. */
export interface Growth {
  readonly rows: number;
  /** Since it was asked last; null where more happened than that: then all is to be read again. */
  take(): Grown | null;
  stop(): void;
}

const ROW = 'tr,[role=row]';
const HEAD = 'thead,[role=columnheader]';

/**
 * Looks on as a list grows at its end, so that nobody reads it again from its top at every step: what is written is
 * told by the browser, row by row.
 * @param read the rows of data, in order
 */
export function growthOf(root: Element, read: readonly Element[], single: SingleRows): Growth | null {
  let last = read.at(-1);
  if (last === undefined) return null;
  const index = new Map(read.map((element, at) => [element, at]));
  const touched = new Set<Element>();
  let otherwise = index.size !== read.length;

  const rowAround = (node: Node): Element | null => {
    for (
      let at: Element | null = node instanceof Element ? node : parentOf(node);
      at !== null;
      at = parentOf(at)
    ) {
      if (index.has(at)) return at;
      if (at === root) return null;
    }
    return null;
  };
  const isBelow = (node: Node): boolean => last !== undefined && order(node, last) === 1;
  /** Of a list made of whatever elements, its rows are what stands where they stand. */
  const around = new Set(read.map(parentOf));
  const holdsRow = (node: Node): boolean =>
    node instanceof Element && (isA(node, ROW) || one(node, ROW) !== null);
  const note = (records: readonly MutationRecord[]) => {
    for (const { target, type, addedNodes, removedNodes } of records) {
      const row = rowAround(target);
      if (row !== null) touched.add(row);
      else if (type === 'attributes')
        otherwise ||= target instanceof Element && around.has(parentOf(target)) && !isBelow(target);
      else if (target instanceof Element && closestOf(target, HEAD) !== null) otherwise = true;
      else if (type === 'childList') {
        const isAmongRows = target instanceof Element && around.has(target);
        const isRow = (node: Node) => (isAmongRows && node instanceof Element) || holdsRow(node);
        otherwise ||= Array.from(removedNodes).some(isRow);
        otherwise ||= Array.from(addedNodes).some((node) => isRow(node) && !isBelow(node));
      } else otherwise ||= !isBelow(target);
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden'],
  });

  return {
    get rows() {
      return index.size;
    },
    stop: () => observer.disconnect(),
    take() {
      note(observer.takeRecords());
      if (otherwise || last === undefined || !isInDocument(last) || !isShown(last)) return null;
      const again: { at: number; element: Element; texts: string[] }[] = [];
      for (const element of touched) {
        const texts = isShown(element) ? single.read(element) : null;
        if (texts === null) return null;
        again.push({ at: index.get(element) ?? 0, element, texts });
      }
      touched.clear();
      const below = single.below(last);
      if (below === null) return null;
      const fresh: { element: Element; texts: string[] }[] = [];
      for (const element of below) {
        const texts = single.read(element);
        if (texts === null) return null;
        fresh.push({ element, texts });
        index.set(element, index.size);
        last = element;
      }
      return { fresh, again };
    },
  };
}
