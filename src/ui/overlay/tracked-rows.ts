import { isInDocument } from '../../sites/page/dom';
import { pageShare } from '../../sites/page/pace';
import { isMarkedRow, type PersonRow, personRows } from '../../sites/page/person-rows';
import { aroundOf, SignWalk } from '../../sites/page/row-people';

/** A page that shows more at once is not helped by a name at each. */
const MAX_ROWS = 500;
const MAX_WATCHED = 300;
/** How often it is looked whether the page has become another. */
const LOOK_MS = 1_000;
/** Where nothing seems to have changed it is read again all the same, but no oftener. */
const ANYWAY_MS = 5_000;
/** Rows read again at once when the page wrote into them; beyond that they wait, unnamed. */
const AT_ONCE_MS = 6;

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributes: true,
  attributeFilter: ['href', 'id', 'data-row-key-value'],
};

/**
 * The rows of people that stand in the document now. Rows are read again before the page is drawn when it wrote into
 * them, so that a row of a virtual list never carries the name of whom it showed before. Only the lists found are
 * watched; whether there are others is looked for now and then, and at once when a list has left the document.
 * @param changed rows are others than before
 */
export function trackRows(window: Window & typeof globalThis, page: Element, changed: () => void) {
  const { document } = window;
  const stop = new AbortController();
  let rows = new Map<Element, PersonRow>();
  let lists: ReadonlySet<Element> = new Set();
  let shadows: readonly ShadowRoot[] = [];
  let reading = false;
  let seen = '';
  let readAt = 0;
  const now = () => performance.now();
  const observer = new window.MutationObserver((records) => readAgain(records));

  const watch = () => {
    observer.disconnect();
    lists = listsOf(rows.values(), page);
    const alone = [...rows.values()].flatMap(({ element, list }) => (lists.has(list) ? [] : [element]));
    for (const node of [...lists, ...alone, ...shadows].slice(0, MAX_WATCHED))
      observer.observe(node, WATCHED);
  };

  const keep = (found: readonly PersonRow[]) => {
    rows = new Map(found.slice(0, MAX_ROWS).map((row) => [row.element, row]));
    watch();
    changed();
  };

  async function readAll(): Promise<void> {
    if (reading || stop.signal.aborted) return;
    reading = true;
    try {
      seen = signature();
      readAt = now();
      const pace = pageShare(stop.signal);
      const walk = new SignWalk(page, window.location.href);
      while (!walk.run(() => pace.due())) await pace.rest();
      shadows = walk.shadows;
      keep(personRows(walk.signs).filter((row) => isInDocument(row.element)));
      // What was written meanwhile was written into lists that were not watched yet.
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      reading = false;
    }
  }

  /** Synchronously, in the page's own turn: whatever can't be read in time has no name until it is. */
  function readAgain(records: readonly MutationRecord[]): void {
    const touched = new Set<Element>();
    const drawn = new Set<Element>();
    for (const record of records) {
      if (isIdle(record)) continue;
      for (let at = elementOf(record.target); at !== null; at = aroundOf(at)) {
        const row = rows.get(at);
        if (row !== undefined && (isMarkedRow(at) || !lists.has(row.list))) touched.add(at);
        else if (lists.has(at)) drawn.add(at);
        else continue;
        break;
      }
    }
    if (touched.size === 0 && drawn.size === 0) return;
    const until = now() + AT_ONCE_MS;
    const late = () => now() > until;
    let finished = true;
    const again = (element: Element, old: readonly Element[]) => {
      for (const row of old) rows.delete(row);
      const walk = new SignWalk(element, window.location.href);
      if (late() || !walk.run(late)) {
        finished = false;
        return;
      }
      for (const row of personRows(walk.signs))
        if (isInDocument(row.element) && rows.size < MAX_ROWS) rows.set(row.element, row);
      if (walk.shadows.some((shadow) => !shadows.includes(shadow))) {
        shadows = [...shadows.filter((s) => isInDocument(s)), ...walk.shadows];
        watch();
      }
    };
    for (const list of drawn)
      again(
        list,
        [...rows].flatMap(([element, row]) => (row.list === list ? [element] : [])),
      );
    for (const row of touched) if (!drawn.has(rows.get(row)?.list ?? row)) again(row, [row]);
    if (!finished) void readAll();
    changed();
  }

  const signature = () =>
    `${window.location.href} ${Document.prototype.getElementsByTagName.call(document, '*').length}`;
  const look = () => {
    if (!isVisible(document)) return;
    const gone = [...rows.values()].some((row) => !isInDocument(row.element));
    if (gone || seen !== signature() || now() - readAt > ANYWAY_MS) void readAll();
  };
  const timer = window.setInterval(look, LOOK_MS);
  queueMicrotask(() => void readAll());

  return {
    /** In no order to be relied upon. */
    rows: (): Iterable<PersonRow> => rows.values(),
    size: (): number => rows.size,
    look,
    stop(): void {
      stop.abort();
      observer.disconnect();
      window.clearInterval(timer);
    },
  };
}

/** Counters, clocks and sparklines: texts without an address, which say of nobody who they are. */
function isIdle({ type, target, oldValue, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'characterData')
    return !(target as Text).data.includes('@') && oldValue?.includes('@') !== true;
  if (type !== 'childList') return false;
  return [...addedNodes, ...removedNodes].every(
    (node) => node.nodeType === Node.TEXT_NODE && !(node as Text).data.includes('@'),
  );
}

/** What is worth watching as a whole: what several rows stand in, but for the page itself. */
function listsOf(rows: Iterable<PersonRow>, page: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  const once = new Set<Element>();
  for (const { element, list } of rows) {
    if (isMarkedRow(element) || once.has(list)) found.add(list);
    once.add(list);
  }
  found.delete(page);
  return found;
}

const elementOf = (node: Node): Element | null =>
  node instanceof Element ? node : node instanceof ShadowRoot ? node.host : node.parentElement;

const isVisible = (document: Document): boolean =>
  Reflect.get(Document.prototype, 'hidden', document) === false;
