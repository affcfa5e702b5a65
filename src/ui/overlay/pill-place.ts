import { closestOf, shadowOf } from '../../sites/page/dom';

const CONTROLS =
  'a[href],button,input,select,textarea,summary,label,iframe,video,audio,[role=button],[role=link],[role=checkbox],[role=switch],[role=tab],[role=menuitem],[role=option],[contenteditable],[onclick],[tabindex="0"]';
const EDGE = 12;
/** Closer together than the smallest thing that can be hit. */
const STEP = 8;
/** What is larger is an area with a focus, not something to be pressed. */
const LARGE = 0.25;
const RISES = [0, 56, 112];
const ALONG = 48;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where something of this size hides nothing that could be pressed: where it is, the lower corners, along the lower
 * edge, then a little higher. Null where there is no such place.
 */
export function freePlace(
  window: Window,
  own: Element,
  width: number,
  height: number,
  now: Place | null,
): Place | null {
  const { innerWidth, innerHeight, document } = window;
  const { clientWidth } = Reflect.get(Document.prototype, 'documentElement', document) as HTMLElement;
  const right = (clientWidth || innerWidth) - width - EDGE;
  const low = innerHeight - height - EDGE;
  const places: Place[] = [
    ...(now === null ? [] : [now]),
    ...[right, EDGE].map((x) => ({ x, y: low })),
    ...Array.from({ length: Math.max(0, Math.floor(right / ALONG)) }, (_, i) => ({
      x: right - (i + 1) * ALONG,
      y: low,
    })),
    ...RISES.slice(1).flatMap((rise) => [right, EDGE].map((x) => ({ x, y: low - rise }))),
  ];
  return (
    places.find(
      ({ x, y }) => x >= 0 && y >= 0 && y <= low && x <= right && isFree(window, own, x, y, width, height),
    ) ?? null
  );
}

function isFree(window: Window, own: Element, x: number, y: number, width: number, height: number): boolean {
  const large = window.innerWidth * window.innerHeight * LARGE;
  const looked = new Set<Element>();
  for (let dy = 0; dy <= height; dy += STEP)
    for (let dx = 0; dx <= width; dx += STEP) {
      const hit = hitAt(window.document, own, x + dx, y + dy);
      if (hit === null || looked.has(hit)) continue;
      looked.add(hit);
      const control = closestOf(hit, CONTROLS);
      if (control === null) continue;
      const box = control.getBoundingClientRect();
      if (box.width * box.height < large) return false;
    }
  return true;
}

/** What of the page lies at a point, within open shadow roots too. */
function hitAt(document: Document, own: Element, x: number, y: number): Element | null {
  let hit =
    Document.prototype.elementsFromPoint.call(document, x, y).find((element) => element !== own) ?? null;
  for (let shadow = hit === null ? null : shadowOf(hit); shadow !== null; shadow = shadowOf(hit as Element)) {
    const inner: Element | null = shadow.elementFromPoint(x, y);
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  return hit;
}
