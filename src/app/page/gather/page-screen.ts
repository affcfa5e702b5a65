import {
  all,
  attribute,
  closestOf,
  isInDocument,
  isShown,
  parentOf,
  tagOf,
  textOf,
} from '../../../sites/page/dom';
import { canTurn } from '../../../sites/page/more-rows';
import { pageShare } from '../../../sites/page/pace';
import { isPagerButton, type PagerStep } from '../../../sites/page/pager-button';
import { plainText } from '../../../sites/page/plain-text';
import type { MoreRows } from '../../../sites/page-reader';
import type { FoundTable, PageSession } from '../page-session';
import { type DrawnRow, growingSight } from './growing-sight';
import { rowOpener } from './row-opener';
import type { ScrollPlace, Sight, TableScreen } from './table-screen';

const DRAWING = '[class*=skeleton i],[class*=shimmer i],[class*=LoadingPanel],[class*=loading-row i]';
const MOST_PAGER_TEXT = 400;

/** A table of the real page. */
export function pageScreen(
  session: PageSession,
  ref: string,
  window: Window,
  signal: AbortSignal,
): TableScreen {
  let table: Element | null = null;
  let more: MoreRows | null = null;
  /** Whether a tool's own reader named the buttons. */
  let named = false;
  let scrolledTo = 0;

  const button = (step: PagerStep): Element | null => {
    const found = more?.pager?.[step] ?? null;
    return canTurn(found) && isPagerButton(found, step, named) ? found : null;
  };
  const scrolled = (): ScrollPlace | null => {
    const scroller = more?.scroller ?? null;
    return scroller === null || !isInDocument(scroller)
      ? null
      : { top: scroller.scrollTop, height: scroller.scrollHeight, view: scroller.clientHeight };
  };
  const place = (element: Element | null): number | null => {
    const scroller = more?.scroller ?? null;
    if (element === null || scroller === null) return null;
    const box = element.getBoundingClientRect();
    if (box.height === 0) return null;
    const from = isPage(scroller) ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
    return Math.round(box.top - from + scroller.scrollTop);
  };

  const find = async (): Promise<FoundTable | null> => {
    signal.throwIfAborted();
    const found = await session.tableOf(ref, signal);
    if (found === null) return null;
    const scrolled = more?.scroller ?? null;
    table = found.table.element;
    more = found.more();
    named = found.named;
    const scroller = more?.scroller ?? null;
    // Drawn anew with what scrolls it, a list begins at its top again: on from where it was.
    if (scrolled !== null && scroller !== null && scroller !== scrolled && !isInDocument(scrolled)) {
      scroller.scrollTo({ top: scrolledTo, behavior: 'instant' });
    }
    return found;
  };
  const settle = (frames: number, mostMs: number) =>
    settled(watched(table, more, window.document), frames, mostMs, signal);
  const changes = (mostMs: number) => changed(watched(table, more, window.document), mostMs, signal);
  const wait = (ms: number) => waited(ms, signal);

  let lastFound: FoundTable | null = null;
  const opener = rowOpener({
    async rows() {
      lastFound = await find();
      if (lastFound === null) return null;
      const { table: now, tree } = lastFound;
      if (!tree.holds(now.element)) return { elements: [], tree };
      const drawn: { readonly element: Element; readonly top: number | null }[] = [];
      const pass = now.pass();
      while (pass.next() !== null) {
        const element = pass.element();
        if (element !== null) drawn.push({ element, top: place(element) });
      }
      // From the top down, for what opens moves the rows below it: elements that rows pass through stand in any order.
      if (drawn.every(({ top }) => top !== null)) drawn.sort((a, b) => (a.top ?? 0) - (b.top ?? 0));
      return { elements: drawn.map(({ element }) => element), tree };
    },
    async inner(element) {
      const outer = lastFound;
      const found = outer === null ? null : await outer.readInner(element, signal);
      if (outer === null || found === null) return null;
      const { columns } = outer.table;
      const same =
        found.columns.length === columns.length && columns.every((c, i) => i === 0 || c === found.columns[i]);
      const whole = found.rowsStated === null || found.rowsStated <= found.rowCount;
      return same && whole ? found : null;
    },
    settle,
    changed: changes,
    wait,
    now: () => performance.now(),
    address: () => window.location.href,
  });

  const rowsOf = async (found: FoundTable): Promise<DrawnRow[]> => {
    const rows: DrawnRow[] = [];
    const pass = found.table.pass();
    const pace = pageShare(signal);
    const isTree = found.tree.holds(found.table.element);
    for (let texts = pass.next(); texts !== null; texts = pass.next()) {
      const element = pass.element();
      if (pace.due()) await pace.rest();
      if (element === null || !isTree) {
        rows.push({ element, row: { texts, key: pass.key(), top: place(element), level: null } });
        continue;
      }
      if (opener.isHolder(element)) continue;
      const level = opener.level(element, found.tree);
      rows.push({ element, row: { texts, key: pass.key(), top: place(element), level } });
      const key = pass.key();
      for (const [i, inside] of (await opener.innerRows(element)).entries()) {
        const row = { texts: inside, key: key && `${key}/${i}`, top: null, level: (level ?? 0) + 1 };
        rows.push({ element: null, row });
      }
    }
    return rows;
  };

  const growing = growingSight({
    place,
    scroll: scrolled,
    isPending: (element) => isDrawing(element) || (lastFound?.pending() ?? false),
  });

  return {
    async look(since = null) {
      signal.throwIfAborted();
      const grown = growing.since(since);
      if (grown !== null) return grown;
      growing.stop();
      let found = await find();
      if (found === null) return null;
      lastFound = found;
      let rows = await rowsOf(found);
      // Drawn anew while it was read: what was read is of nothing any more.
      for (let again = 0; again < 3 && !isInDocument(found.table.element); again++) {
        found = await find();
        if (found === null) return null;
        rows = await rowsOf(found);
      }
      const { element, single } = found.table;
      const sight: Sight = {
        kept: 0,
        again: [],
        columns: found.table.columns,
        rows: rows.map(({ row }) => row),
        rowsStated: found.table.rowsStated,
        totals: found.table.totals,
        notes: found.table.notes,
        pending: isDrawing(element) || found.pending(),
        blankRows: blankRows(element),
      };
      growing.read(element, found.tree.holds(element) ? null : (single ?? null), rows, sight);
      return sight;
    },
    end: () => growing.stop(),

    settle,
    changed: changes,
    wait,
    async openRows(goOn) {
      const isTree = lastFound?.tree.holds(lastFound.table.element) ?? false;
      return isTree ? opener.open(goOn) : 0;
    },
    async closeRows(turning) {
      await opener.close();
      if (turning) opener.forget();
    },
    closeNow: () => opener.closeNow(),
    opened: () => ({
      opened: opener.opened(),
      stillOpen: opener.stillOpen(),
      collapsed: opener.collapsed(),
    }),

    scroll: scrolled,
    scrollTo(top) {
      // A page may have its scrolling animated: then it would be elsewhere for a while.
      more?.scroller?.scrollTo({ top, behavior: 'instant' });
      scrolledTo = more?.scroller?.scrollTop ?? 0;
    },

    can: (step) => button(step) !== null,
    press(step) {
      const found = button(step);
      if (!(found instanceof HTMLElement)) return false;
      HTMLElement.prototype.click.call(found);
      return true;
    },
    pagerSays() {
      const next = more?.pager?.next ?? null;
      for (let around = next === null ? null : parentOf(next), up = 0; around !== null && up < 4; up++) {
        const said = textOf(around) ?? '';
        if (said.length > MOST_PAGER_TEXT || (table !== null && around.contains(table))) break;
        const current = all(around, '[aria-current],[class*=active i],[class*=current i],input,select');
        const marks = current.map((mark) => `${textOf(mark)} ${typedIn(mark)}`).join('|');
        if (/\d/.test(said + marks)) return plainText(said) + marks;
        around = parentOf(around);
      }
      return '';
    },
    now: () => performance.now(),
  };
}

const isPage = (scroller: Element): boolean => tagOf(scroller) === 'html' || tagOf(scroller) === 'body';

const typedIn = (element: Element): string =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.value : '';

function isDrawing(table: Element): boolean {
  if (closestOf(table, '[aria-busy=true]') !== null) return true;
  return all(table, `[aria-busy=true],${DRAWING}`).some(isShown);
}

/** Rows without a text: not drawn yet, or there only to keep the rest in its place. */
function blankRows(table: Element): number {
  return all(table, 'tbody>tr,[role=row]').filter(
    (row) =>
      (textOf(row) ?? '').trim() === '' &&
      attribute(row, 'aria-hidden') !== 'true' &&
      all(row, 'img,input,svg,[aria-label]').length === 0 &&
      all(row, 'td,[role=cell],[role=gridcell]').length > 1,
  ).length;
}

/** What is drawn anew as rows come: a few levels around the table, or what is scrolled. */
function watched(table: Element | null, more: MoreRows | null, document: Document): Node {
  const scroller = more?.scroller ?? null;
  if (scroller !== null && !isPage(scroller)) return scroller;
  let around = table;
  for (let up = 0; up < 2 && around !== null; up++) around = parentOf(around) ?? around;
  return around !== null && isInDocument(around) ? around : document;
}

/** A tab out of sight has no frames. */
const FRAME_MS = 34;

async function settled(node: Node, quietFrames: number, mostMs: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + mostMs;
  let written = false;
  const observer = observed(node, () => {
    written = true;
  });
  try {
    for (let quiet = 0; quiet < quietFrames && performance.now() < until; ) {
      await frame();
      signal.throwIfAborted();
      quiet = written || observer.takeRecords().length > 0 ? 0 : quiet + 1;
      written = false;
    }
  } finally {
    observer.disconnect();
  }
}

const frame = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve();
    });
  });

async function changed(node: Node, mostMs: number, signal: AbortSignal): Promise<boolean> {
  const over = new AbortController();
  let written = false;
  const observer = observed(node, () => {
    written = true;
    over.abort();
  });
  try {
    await waited(mostMs, AbortSignal.any([signal, over.signal]));
  } catch {
    signal.throwIfAborted();
  } finally {
    observer.disconnect();
  }
  return written;
}

function observed(node: Node, onWritten: () => void): MutationObserver {
  const observer = new MutationObserver(onWritten);
  observer.observe(node, { subtree: true, childList: true, characterData: true });
  return observer;
}

function waited(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const aborted = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', aborted);
      resolve();
    }, ms);
    signal.addEventListener('abort', aborted, { once: true });
  });
}
