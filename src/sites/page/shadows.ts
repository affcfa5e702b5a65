import { parentOf, shadowOf } from './dom';
import type { Pace } from './pace';

type Root = Document | Element | ShadowRoot;

const selectAll = (root: Root, selector: string): readonly Element[] => {
  const from = root instanceof Document ? Document : root instanceof Element ? Element : DocumentFragment;
  return Array.from(from.prototype.querySelectorAll.call(root, selector));
};

/** Components nested deeper than any page nests them. */
const MAX_DEPTH = 60;

/** Every element a selector finds, in open shadow roots too; those nearer to the root first. */
export async function allInShadows(
  root: Document | Element,
  selector: string,
  pace: Pace,
): Promise<readonly Element[]> {
  const found: Element[] = [];
  let level: Root[] = [root];
  for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth++) {
    const inner: Root[] = [];
    for (const around of level) {
      found.push(...selectAll(around, selector));
      for (const element of selectAll(around, '*')) {
        if (pace.due()) await pace.rest();
        const shadow = shadowOf(element);
        if (shadow !== null) inner.push(shadow);
      }
    }
    level = inner;
  }
  return found;
}

/** The element around another, out of a shadow root to its host. */
export function aroundOf(element: Element): Element | null {
  const parent = parentOf(element);
  if (parent !== null) return parent;
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : null;
}
