import type { RowBadge } from '../../protocol/badge-answer';
import { closestOf, isInDocument, isInside } from '../../sites/page/dom';
import type { PersonRow } from '../../sites/page/person-rows';
import { SEGMENT_SHAPES, segmentPlace } from '../parts/segment-shapes';
import { type ListLook, lookOf } from './look-of';
import { make } from './own-elements';

/** Room that a name needs beside what the cell says; with less it goes under it, or is a mark alone. */
const LEAST_WIDTH = 56;
const MOST_WIDTH = 180;
const HEIGHT = 18;
const LOW_HEIGHT = 13;
const MARK = 10;
const GAP = 6;
const LOOK_FOR_MS = 2_000;
const CELL = 'td,th,[role=gridcell],[role=cell],[role=rowheader],lyte-exptable-td';

interface Chip {
  readonly element: HTMLElement;
  readonly name: HTMLElement;
  readonly mark: HTMLElement;
  badge: RowBadge | null;
  at: string;
  form: string;
}

/**
 * Names beside rows, each where there is room next to the link or address it belongs to, cut off where the list is, and
 * gone where something of the page lies over the row. `measure` is to be called after layout; it first asks where all is,
 * then moves what has to be moved.
 */
export function chips(window: Window, layer: HTMLElement) {
  const { document } = window;
  const drawn = new Map<Element, Chip>();
  const spare: Chip[] = [];
  const looks = new WeakMap<Element, { readonly look: ListLook; readonly until: number }>();

  const lookNow = (list: Element): ListLook => {
    const kept = looks.get(list);
    if (kept !== undefined && kept.until > performance.now()) return kept.look;
    const look = lookOf(window, list);
    looks.set(list, { look, until: performance.now() + LOOK_FOR_MS });
    return look;
  };

  /** Where a name goes; null where it can't be seen. */
  const placeOf = (row: PersonRow, from: DOMRect): string | null => {
    if (!isInDocument(row.element)) return null;
    const line = row.element.getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    if (line.bottom <= 0 || line.top >= innerHeight || line.width === 0 || line.height < 8) return null;
    const cell = closestOf(row.anchor, CELL) ?? row.element;
    const box = cell.getBoundingClientRect();
    const text = textBox(document, row.anchor);
    const right = Math.min(text.right, box.right);
    const room = Math.min(box.right, innerWidth) - right - GAP - 2;
    const below = Math.min(line.bottom, box.bottom) - text.bottom;
    let [x, y, width, height] = [right + GAP, (text.top + text.bottom - HEIGHT) / 2, 0, HEIGHT];
    if (room >= LEAST_WIDTH) width = Math.min(room, MOST_WIDTH);
    else if (below >= LOW_HEIGHT - 4 && box.width >= LEAST_WIDTH) {
      [x, y, height] = [Math.max(text.left, box.left), text.bottom, LOW_HEIGHT];
      width = Math.min(MOST_WIDTH, box.right - x - 2);
    } else
      [x, y, height] = [Math.max(text.left - MARK - 2, box.left), (text.top + text.bottom - MARK) / 2, MARK];
    const look = lookNow(row.list);
    const [midX, midY] = [x + Math.min(width, 24) / 2, y + height / 2];
    for (const clip of look.clips) {
      const edge = clip.getBoundingClientRect();
      if (y < edge.top || y + height > edge.bottom || x < edge.left || midX > edge.right) return null;
    }
    if (!isOnTop(document, cell, midX, midY)) return null;
    const kind = width === 0 ? 'mark' : height === LOW_HEIGHT ? 'low' : 'full';
    return `${Math.round(x - from.left)} ${Math.round(y - from.top)} ${Math.floor(width)} ${kind} ${look.dark}`;
  };

  const put = (chip: Chip, at: string) => {
    if (chip.at === at) return;
    chip.at = at;
    const [x, y, width, kind, dark] = at.split(' ');
    const { style } = chip.element;
    // Of all that is written here only the transform changes from frame to frame, and it lays nothing out.
    style.setProperty('transform', `translate(${x}px, ${y}px)`);
    const form = `${kind} ${width} ${dark}`;
    if (chip.form === form) return;
    chip.form = form;
    style.setProperty('max-width', kind === 'mark' ? 'none' : `${width}px`);
    chip.element.className = `chip ${kind} ${dark === 'true' ? 'dark' : 'light'}`;
  };

  return {
    /** Which rows have a name; where each goes is found at the next `measure`. */
    name(rows: Iterable<readonly [PersonRow, RowBadge]>): void {
      const wanted = new Map<Element, RowBadge>();
      for (const [row, badge] of rows) wanted.set(row.element, badge);
      for (const [element, chip] of drawn) {
        if (wanted.has(element)) continue;
        drawn.delete(element);
        chip.element.remove();
        spare.push(chip);
      }
      for (const [element, badge] of wanted) {
        const chip = drawn.get(element) ?? spare.pop() ?? newChip(document);
        if (chip.badge?.name !== badge.name || chip.badge?.colour !== badge.colour) {
          chip.badge = badge;
          chip.name.textContent = badge.name ?? '';
          const place = segmentPlace(badge.colour);
          chip.mark.style.setProperty('clip-path', `path("${SEGMENT_SHAPES[place] ?? ''}")`);
          chip.mark.className = `shape seg-${place}`;
        }
        if (drawn.has(element)) continue;
        chip.at = '';
        chip.form = '';
        chip.element.className = 'chip hidden';
        drawn.set(element, chip);
        layer.append(chip.element);
      }
      spare.length = Math.min(spare.length, 50);
    },

    /** Answers whether anything has moved. */
    measure(rows: Iterable<PersonRow>): boolean {
      const from = layer.getBoundingClientRect();
      const places: [Chip, string][] = [];
      for (const row of rows) {
        const chip = drawn.get(row.element);
        if (chip !== undefined) places.push([chip, placeOf(row, from) ?? '0 0 0 hidden false']);
      }
      let moved = false;
      for (const [chip, at] of places) {
        if (chip.at !== at) moved = true;
        put(chip, at);
      }
      return moved;
    },
  };
}

function newChip(document: Document): Chip {
  const element = make(document, 'div', 'chip hidden');
  const name = make(document, 'span', 'name');
  const mark = make(document, 'span', 'shape');
  element.append(mark, name);
  return { element, name, mark, badge: null, at: '', form: '' };
}

/** What the element says, not the box it says it in, which may be as wide as its cell. */
function textBox(document: Document, element: Element): DOMRect {
  const range = Document.prototype.createRange.call(document);
  range.selectNodeContents(element);
  const lines = Array.from(range.getClientRects());
  const [first] = lines;
  const box = element.getBoundingClientRect();
  if (first === undefined || first.width === 0) return box;
  const right = Math.min(Math.max(...lines.map((line) => line.right)), box.right || Infinity);
  return new DOMRect(first.left, first.top, Math.max(0, right - first.left), first.height);
}

/** Whether what lies at a point is the cell, something in it, or what it stands in: no menu, dialog or frozen header. */
function isOnTop(document: Document, cell: Element, x: number, y: number): boolean {
  const root: Node = Node.prototype.getRootNode.call(cell);
  const hit: Element | null =
    root instanceof ShadowRoot
      ? root.elementFromPoint(x, y)
      : Document.prototype.elementFromPoint.call(document, x, y);
  return hit !== null && (isInside(cell, hit) || isInside(hit, cell));
}
