import { all, firstNodeOf, isA, isShown, nextNodeOf, shadowOf, textOf } from '../page/dom';
import type { Pace } from '../page/pace';
import { describeElement } from './describe-element';
import { maskText } from './mask-text';

/** Elements that are alike and stand in the same place, as one: 250 rows are one part seen 250 times. */
export interface Part {
  /** What it is, masked. */
  readonly says: string;
  /** How often it stands there in all, and at least and at most in one parent. */
  count: number;
  least: number;
  most: number;
  /** Shapes of its own text, at most three. */
  readonly texts: string[];
  readonly children: Part[];
  /** Kinds of children beyond those that are told apart, and elements too deep or too many to be looked at. */
  left: number;
}

export interface Outline {
  readonly root: Part;
  readonly elements: number;
  readonly shadowRoots: number;
}

const SILENT = 'script,style,link,meta,template,noscript,base,head,title';
const MAX_DEPTH = 120;
const MAX_ELEMENTS = 40_000;
const MAX_KINDS = 40;
const MAX_TEXTS = 3;

/** The elements under one, those of open shadow roots among them, with like ones put together. */
export async function outlineOf(element: Element, pace: Pace): Promise<Outline> {
  let elements = 0;
  let shadowRoots = 0;

  const partOf = async (of: Element, depth: number): Promise<Part> => {
    if (pace.due()) await pace.rest();
    elements++;
    const part = newPart(isShown(of) ? describeElement(of) : `${describeElement(of)}(hidden)`);
    const shadow = shadowOf(of);
    if (shadow !== null) {
      shadowRoots++;
      const inside = newPart('#shadow');
      await fill(inside, shadow, depth + 1);
      part.children.push(inside);
    }
    await fill(part, of, depth + 1);
    return part;
  };

  const fill = async (part: Part, parent: Node, depth: number): Promise<void> => {
    const kinds = new Map<string, Part>();
    for (let node = firstNodeOf(parent); node !== null; node = nextNodeOf(node)) {
      if (node.nodeType === Node.TEXT_NODE) addText(part, textOf(node) ?? '');
      if (!(node instanceof Element) || isA(node, SILENT)) continue;
      if (depth > MAX_DEPTH || elements >= MAX_ELEMENTS) {
        part.left += 1 + all(node, '*').length;
        continue;
      }
      const child = await partOf(node, depth);
      const alike = kinds.get(child.says);
      if (alike !== undefined) {
        merge(alike, child);
        alike.least = alike.most = alike.count;
      } else if (kinds.size < MAX_KINDS) kinds.set(child.says, child);
      else part.left++;
    }
    part.children.push(...kinds.values());
  };

  return { root: await partOf(element, 0), elements, shadowRoots };
}

const newPart = (says: string): Part => ({
  says,
  count: 1,
  least: 1,
  most: 1,
  texts: [],
  children: [],
  left: 0,
});

function addText(part: Part, text: string): void {
  if (part.texts.length >= MAX_TEXTS || !/\S/.test(text.slice(0, 1_000))) return;
  const shape = maskText(text);
  if (shape !== '' && !part.texts.includes(shape)) part.texts.push(shape);
}

/** Puts `other`, which says the same, into `part`: their children that say the same are one again. */
function merge(part: Part, other: Part): void {
  part.count += other.count;
  part.left += other.left;
  for (const text of other.texts) {
    if (part.texts.length < MAX_TEXTS && !part.texts.includes(text)) part.texts.push(text);
  }
  const met = new Set<Part>();
  for (const child of other.children) {
    const alike = part.children.find((known) => known.says === child.says);
    if (alike !== undefined) {
      alike.least = Math.min(alike.least, child.least);
      alike.most = Math.max(alike.most, child.most);
      merge(alike, child);
      met.add(alike);
    } else if (part.children.length < MAX_KINDS) {
      child.least = 0;
      part.children.push(child);
      met.add(child);
    } else part.left++;
  }
  for (const known of part.children) if (!met.has(known)) known.least = 0;
}
