/**
 * Reading the DOM of a page that may not want to be read: `<form><input name="parentElement">` makes a form answer
 * an input for its parent, `<img name="title">` does so for the document. What the prototypes say is always true.
 */

type Getter<T, V> = (of: T) => V;

/** Looked up when first used: tool files are also loaded where there is no DOM, for their export half. */
function getter<T extends object, V>(prototype: () => T, property: keyof T & string): Getter<T, V> {
  let get: ((this: T) => V) | undefined;
  return (of) => {
    get ??= Object.getOwnPropertyDescriptor(prototype(), property)?.get as (this: T) => V;
    return get.call(of);
  };
}

export const parentOf: Getter<Node, Element | null> = getter(() => Node.prototype, 'parentElement');
export const textOf: Getter<Node, string | null> = getter(() => Node.prototype, 'textContent');
export const firstNodeOf: Getter<Node, Node | null> = getter(() => Node.prototype, 'firstChild');
export const nextNodeOf: Getter<Node, Node | null> = getter(() => Node.prototype, 'nextSibling');
export const isInDocument: Getter<Node, boolean> = getter(() => Node.prototype, 'isConnected');
export const firstChildOf: Getter<Element, Element | null> = getter(
  () => Element.prototype,
  'firstElementChild',
);
export const nextOf: Getter<Element, Element | null> = getter(() => Element.prototype, 'nextElementSibling');
export const previousOf: Getter<Element, Element | null> = getter(
  () => Element.prototype,
  'previousElementSibling',
);
export const tagOf: Getter<Element, string> = getter(() => Element.prototype, 'localName');
export const shadowOf: Getter<Element, ShadowRoot | null> = getter(() => Element.prototype, 'shadowRoot');
const lengthOf: Getter<HTMLCollectionOf<Element>, number> = getter(
  () => HTMLCollection.prototype as HTMLCollectionOf<Element>,
  'length',
);
const titleOfDocument: Getter<Document, string> = getter(() => Document.prototype, 'title');
const bodyOf: Getter<Document, HTMLElement | null> = getter(() => Document.prototype, 'body');

export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const attributeNames = (element: Element): readonly string[] =>
  Element.prototype.getAttributeNames.call(element);

export const isA = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const closestOf = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

export const isInside = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

/** -1 where `a` stands before `b`, 1 where after, 0 where one holds the other. */
export function order(a: Node, b: Node): -1 | 0 | 1 {
  const position = Node.prototype.compareDocumentPosition.call(a, b);
  if (position & (Node.DOCUMENT_POSITION_CONTAINS | Node.DOCUMENT_POSITION_CONTAINED_BY)) return 0;
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

export function all(root: Document | Element, selector: string): readonly Element[] {
  const found =
    root instanceof Document
      ? Document.prototype.querySelectorAll.call(root, selector)
      : Element.prototype.querySelectorAll.call(root, selector);
  return Array.from(found);
}

export function one(root: Document | Element, selector: string): Element | null {
  return root instanceof Document
    ? Document.prototype.querySelector.call(root, selector)
    : Element.prototype.querySelector.call(root, selector);
}

/**
 * Whether anything is found by one of the selectors. Asked one by one: where a page holds none, a lone class or tag is
 * known to be missing at once, a list of them only after every element was asked.
 */
export const holdsAny = (root: Document | Element, selectors: readonly string[]): boolean =>
  selectors.some((selector) => one(root, selector) !== null);

/** The first few elements of a name, without a list of all: a page may hold fifty thousand. */
export function firstOf(root: Element, name: string, count: number): readonly Element[] {
  const live = Element.prototype.getElementsByTagName.call(root, name);
  const found: Element[] = [];
  for (let i = 0; i < count; i++) {
    const element = HTMLCollection.prototype.item.call(live, i);
    if (element === null) break;
    found.push(element);
  }
  return found;
}

/** The last element of a name inside, without a list of all. */
export function lastNamed(root: Element, name: string): Element | null {
  const live = Element.prototype.getElementsByTagName.call(root, name);
  return HTMLCollection.prototype.item.call(live, lengthOf(live) - 1);
}

export const byId = (document: Document, id: string): Element | null =>
  Document.prototype.getElementById.call(document, id);

export const documentTitle = (document: Document): string => titleOfDocument(document);
export const documentBody = (document: Document): HTMLElement | null => bodyOf(document);

/** Shown, as far as styles say; nothing is laid out to find out. False outside the document. */
export const isShown = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, VISIBILITY_TOO);

const VISIBILITY_TOO = { visibilityProperty: true };
