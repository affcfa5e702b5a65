import type { PageKey } from '../../core/page-key';
import { PEOPLE_LINKS, PEOPLE_ROWS } from '../people-links';
import { attribute, firstNodeOf, nextNodeOf, parentOf, shadowOf, tagOf } from './dom';

/** What an element says of who is meant, and the element. */
export interface Sign {
  readonly key: PageKey;
  readonly element: Element;
}

const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:.]{2,}/g;
/** Longer texts are prose. */
const MAX_TEXT = 400;
const MAX_VALUE = 200;
const MAX_ADDRESS = 2_000;
/** Their text is not on the page, or is still being written. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'iframe', 'svg', 'canvas']);
const LOOKED_BETWEEN = 64;

/**
 * Walks an element and the open shadow roots in it for signs of people: links to a person's page, addresses and phone
 * numbers in links, addresses in texts, ids that rows carry. Reads only, measures nothing, and can stop in between.
 */
export class SignWalk {
  readonly signs: Sign[] = [];
  readonly shadows: ShadowRoot[] = [];
  private readonly waiting: (Node | null)[];

  constructor(
    root: Element,
    private readonly base: string,
  ) {
    this.waiting = [firstNodeOf(root)];
    this.enter(root);
  }

  /** True once all has been walked; false where `due` stopped it, to be gone on with. */
  run(due: () => boolean = () => false): boolean {
    for (let n = 1; ; n++) {
      const node = this.waiting.pop();
      if (node === undefined) return true;
      if (node === null) continue;
      this.waiting.push(nextNodeOf(node));
      if (node.nodeType === Node.TEXT_NODE) this.text(node as Text);
      else if (node instanceof Element && !SILENT.has(tagOf(node))) {
        this.waiting.push(firstNodeOf(node));
        this.enter(node);
      }
      if (n % LOOKED_BETWEEN === 0 && due()) return false;
    }
  }

  private enter(element: Element): void {
    const shadow = shadowOf(element);
    if (shadow !== null) {
      this.shadows.push(shadow);
      this.waiting.push(firstNodeOf(shadow));
    }
    const key = tagOf(element) === 'a' ? linkKey(attribute(element, 'href'), this.base) : rowKey(element);
    if (key !== null) this.signs.push({ key, element });
  }

  private text(node: Text): void {
    const { data } = node;
    if (!data.includes('@') || data.length > MAX_TEXT) return;
    const element = parentOf(node) ?? hostOf(node);
    if (element === null) return;
    for (const [value] of data.matchAll(EMAIL))
      if (value.length <= MAX_VALUE) this.signs.push({ key: { kind: 'email', space: '', value }, element });
  }
}

/** What an element stands in, through the shadow roots that are open. */
export const aroundOf = (element: Element): Element | null => parentOf(element) ?? hostOf(element);

function hostOf(node: Node): Element | null {
  const root: Node = Node.prototype.getRootNode.call(node);
  return root instanceof ShadowRoot ? root.host : null;
}

function linkKey(href: string | null, base: string): PageKey | null {
  if (href === null || href === '' || href.startsWith('#') || href.length > MAX_ADDRESS) return null;
  const contact = /^(mailto|tel):([^?]{1,200})/i.exec(href);
  if (contact !== null) {
    const [, scheme = '', value = ''] = contact;
    return { kind: scheme.toLowerCase() === 'tel' ? 'phone' : 'email', space: '', value: unescaped(value) };
  }
  const address = URL.parse(href, base)?.href ?? href;
  for (const { space, link } of PEOPLE_LINKS) {
    const value = link.exec(address)?.[1];
    if (value !== undefined && value.length <= MAX_VALUE) return { kind: 'id', space, value };
  }
  return null;
}

function rowKey(row: Element): PageKey | null {
  for (const { space, attribute: name, value } of PEOPLE_ROWS) {
    const text = attribute(row, name);
    const id = text === null ? undefined : value.exec(text)?.[1];
    if (id !== undefined) return { kind: 'id', space, value: id };
  }
  return null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
