import type { PageKey } from '../../core/page-key';
import { closestOf, isA } from './dom';
import { aroundOf, type Sign } from './row-people';

/** What of a list is about one person. */
export interface PersonRow {
  readonly element: Element;
  /** What names them best: the link to their page, or their address. */
  readonly anchor: Element;
  readonly keys: readonly PageKey[];
  /** What the rows of the list stand in. */
  readonly list: Element;
}

/** Whether the markup itself says that it is a row. */
export const isMarkedRow = (element: Element): boolean => isA(element, ROW);

const ROW = 'tr,[role=row],[role=listitem],li,article,lyte-exptable-tr,[data-row-key-value]';
const MAX_KEYS = 8;
/** An address of theirs, and one of whoever looks after them. */
const MAX_CONTACTS = 2;
const MANY = Symbol('several people');

/**
 * Signs of people, gathered into the rows they stand in: rows as the markup says, or, where it says nothing or a row of
 * the markup holds a whole list, the largest element that is about one person only. What is about several is no row.
 */
export function personRows(signs: readonly Sign[]): readonly PersonRow[] {
  const marked = grouped(signs, ({ element }) => closestThrough(element, ROW));
  const rows: PersonRow[] = [];
  const loose: Sign[] = [...(marked.get(null) ?? [])];
  for (const [element, group] of marked) {
    if (element === null) continue;
    const row = personRow(element, group);
    if (row === null) loose.push(...group);
    else rows.push(row);
  }
  const widest = widestAlone(loose);
  for (const [element, group] of grouped(loose, widest)) {
    const row = element === null ? null : personRow(element, group);
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** Null where the signs are of several people. */
function personRow(element: Element, signs: readonly Sign[]): PersonRow | null {
  const texts = (kind: PageKey['kind']) =>
    new Set(
      signs
        .filter(({ key }) => key.kind === kind)
        .map(({ key }) => `${key.space} ${key.value.toLowerCase()}`),
    );
  const [ids, emails, phones] = [texts('id').size, texts('email').size, texts('phone').size];
  if (ids > 1 || emails > MAX_CONTACTS || phones > MAX_CONTACTS) return null;
  const kind = ids > 0 ? 'id' : emails > 0 ? 'email' : 'phone';
  const anchors = signs.filter(({ key, element: of }) => key.kind === kind && of !== element);
  const anchor = (anchors[0] ?? signs.find((s) => s.element !== element))?.element ?? element;
  const list = aroundOf(element);
  if (list === null) return null;
  const keys = new Map(signs.map(({ key }) => [`${key.kind} ${key.space} ${key.value}`, key]));
  return { element, anchor, keys: [...keys.values()].slice(0, MAX_KEYS), list };
}

/** For each sign the largest element around it without another of its kind; its own where it is the only one there is. */
function widestAlone(signs: readonly Sign[]): (sign: Sign) => Element | null {
  const within = new Map<PageKey['kind'], Map<Element, string | typeof MANY>>();
  const seenIn = (kind: PageKey['kind']) => {
    const seen = within.get(kind) ?? new Map<Element, string | typeof MANY>();
    within.set(kind, seen);
    return seen;
  };
  for (const { key, element } of signs) {
    const seen = seenIn(key.kind);
    for (let at: Element | null = element; at !== null; at = aroundOf(at)) {
      const before = seen.get(at);
      if (before === MANY) break;
      seen.set(at, before === undefined || before === key.value ? key.value : MANY);
    }
  }
  return ({ key, element }) => {
    const seen = seenIn(key.kind);
    if (seen.get(element) === MANY) return null;
    for (let at = element; ; ) {
      const around = aroundOf(at);
      // Nobody else on the whole page: what says so is all there is to the row.
      if (around === null) return aroundOf(element);
      if (seen.get(around) === MANY) return at;
      at = around;
    }
  };
}

function grouped(signs: readonly Sign[], by: (sign: Sign) => Element | null): Map<Element | null, Sign[]> {
  const groups = new Map<Element | null, Sign[]>();
  for (const sign of signs) {
    const element = by(sign);
    const group = groups.get(element);
    if (group === undefined) groups.set(element, [sign]);
    else group.push(sign);
  }
  return groups;
}

function closestThrough(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at !== null; ) {
    const found = closestOf(at, selector);
    if (found !== null) return found;
    const root: Node = Node.prototype.getRootNode.call(at);
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
