import {
  all,
  attribute,
  closestOf,
  firstChildOf,
  isA,
  isInDocument,
  isShown,
  nextOf,
  one,
  textOf,
} from '../../../sites/page/dom';
import { rowKey } from '../../../sites/page/row-key';
import type { RowExpander, TreeRows } from '../../../sites/page/tree-rows';
import type { PageTable } from '../../../sites/page-reader';

/** What the opener asks of the page besides the rows themselves. */
export interface OpenerPage {
  /** The rows drawn now, in order, and how they hold others; null where the table is not there. */
  rows(): Promise<{ readonly elements: readonly Element[]; readonly tree: TreeRows } | null>;
  /** The table opened under a row as rows of this one; null where it is of another kind, or not whole. */
  inner(element: Element): Promise<PageTable | null>;
  settle(quietFrames: number, mostMs: number): Promise<void>;
  changed(mostMs: number): Promise<boolean>;
  wait(ms: number): Promise<void>;
  now(): number;
  address(): string;
}

/** Opens collapsed rows, knows what came out of them, and closes them again. */
export interface RowOpener {
  /** One after the other; `goOn` is asked before each. Answers how many. */
  open(goOn: () => Promise<boolean>): Promise<number>;
  /** Closes what was opened and is drawn now, the lowest first. */
  close(): Promise<void>;
  /** The same at once, where nobody waits any more. */
  closeNow(): void;
  /** Other rows come in the place of those that were drawn. */
  forget(): void;
  /** Opened rows that were not closed again. */
  stillOpen(): number;
  opened(): number;
  /** Collapsed rows that were left so. */
  collapsed(): number;
  /** How deep a row stands, as its page says or as it came out of another. */
  level(row: Element, tree: TreeRows): number | null;
  /** The rows of a table that was opened under a row; none where there is none. */
  innerRows(row: Element): Promise<readonly (readonly string[])[]>;
  /** Whether a row is there for nothing but the table opened under another. */
  isHolder(row: Element): boolean;
}

/** A list of more is better exported. */
const MOST_OPENED = 1_000;
/** Rows that are fetched: as long as this they may take, and so far apart they are asked for. */
const FETCH_MS = 8_000;
const POLITE_MS = 350;
const AT_ONCE_MS = 150;
/** What shows no sign of loading has shown all it holds by then. */
const EMPTY_MS = 1_500;
/** So many rows held something else than rows: the others do too. */
const MOST_VAIN = 3;
const TABLE = 'table,[role=table],[role=grid],[role=treegrid]';
const LOADING = '[aria-busy=true],[class*=load i],[class*=spin i],[class*=skeleton i]';

type Came = 'rows' | 'inner' | 'waiting' | 'other' | 'nothing';

export function rowOpener(page: OpenerPage): RowOpener {
  const done = new Map<string, 'open' | 'left'>();
  const unnamed = new WeakMap<Element, { readonly said: string; readonly name: string }>();
  const cameOutOf = new WeakMap<Element, Element>();
  const inner = new WeakMap<Element, Element>();
  const holders = new WeakSet<Element>();
  let numbered = 0;
  let openNow = 0;
  let opened = 0;
  let collapsed = 0;
  let vain = 0;
  let left = false;

  /** What a row is known by when it is drawn again; the same element may show another row by then. */
  const nameOf = (row: Element): string => {
    const key = rowKey(row);
    if (key !== null) return key;
    const said = (textOf(firstChildOf(row) ?? row) ?? '').replace(/[\s▸▶►▹▷▾▼▽▿⊞⊟]+/gu, ' ').slice(0, 300);
    const before = unnamed.get(row);
    if (before?.said === said) return before.name;
    const name = `#${++numbered}`;
    unnamed.set(row, { said, name });
    return name;
  };

  const level = (row: Element, tree: TreeRows): number | null => {
    const stated = tree.level(row);
    if (stated !== null) return stated;
    const parent = cameOutOf.get(row);
    return parent === undefined ? null : (level(parent, tree) ?? 0) + 1;
  };

  const leave = (name: string) => {
    done.set(name, 'left');
    collapsed++;
  };

  /** Presses, waits for what comes, and closes again what brought no rows. */
  const openOne = async (row: Element, { press }: RowExpander, tree: TreeRows): Promise<boolean> => {
    if (press === null) return false;
    const next = nextShown(row);
    const at = page.address();
    const key = rowKey(row);
    const began = page.now();
    click(press);
    const came = await waitFor(async () => {
      const now = drawnNow(row, key);
      return now === null ? 'nothing' : whatCame(now, next, tree);
    });
    if (page.address() !== at) left = true;
    if (came === 'rows') {
      for (const child of between(row, next)) if (tree.level(child) === null) cameOutOf.set(child, row);
      vain = 0;
    } else if (came === 'inner') vain = 0;
    else {
      vain++;
      const now = drawnNow(row, key);
      const again = now === null ? null : tree.expander(now);
      if (again?.open && again.press !== null) click(again.press);
      await page.settle(2, 200);
      return false;
    }
    if (page.now() - began > AT_ONCE_MS) await page.wait(Math.max(0, POLITE_MS - (page.now() - began)));
    return true;
  };

  const closeOnce = async ({ press }: RowExpander) => {
    if (press === null) return;
    click(press);
    await page.settle(2, 300);
  };

  const waitFor = async (look: () => Promise<Came>): Promise<Came> => {
    const began = page.now();
    for (;;) {
      await page.settle(2, 200);
      const came = await look();
      const waited = page.now() - began;
      if (came === 'rows' || came === 'inner' || waited > FETCH_MS) return came;
      if (came !== 'waiting' && waited > EMPTY_MS) return came;
      await page.changed(200);
    }
  };

  const whatCame = async (row: Element, next: Element | null, tree: TreeRows): Promise<Came> => {
    if (!isInDocument(row)) return 'nothing';
    const open = tree.expander(row)?.open === true;
    const deep = tree.level(row);
    const index = attribute(row, 'aria-rowindex');
    if (open && deep !== null && index !== null) {
      // Elements that rows pass through stand in any order: by its number the next row is known. What is out of view
      // is not drawn, and comes by later.
      const below = rowAt(row, Number(index) + 1);
      if (below === null ? !isBusy(row) : (tree.level(below) ?? 0) > deep) return 'rows';
    }
    const rows = between(row, next).filter((element) => !holders.has(element));
    const own = one(row, 'details[open]');
    const holder = own ?? rows.find((element) => isHolder(element, row, tree)) ?? null;
    if (holder !== null) {
      const table = all(holder, tree.inner).find(isShown) ?? null;
      if (table !== null && (await page.inner(table)) !== null) {
        inner.set(row, table);
        if (holder !== own) holders.add(holder);
        return 'inner';
      }
      return one(holder, LOADING) !== null || isA(holder, LOADING) ? 'waiting' : 'other';
    }
    if (!open) return isBusy(row) ? 'waiting' : 'nothing';
    const isInside = (element: Element) => {
      const its = tree.level(element);
      return its === null || its > (level(row, tree) ?? 0);
    };
    if (rows.length > 0 && (index === null || deep === null))
      return rows.every(isInside) ? 'rows' : 'nothing';
    return 'waiting';
  };

  /** Rows that stand open through us, the lowest first. */
  const ours = (elements: readonly Element[], tree: TreeRows): RowExpander[] =>
    [...elements].reverse().flatMap((row) => {
      const expander = tree.expander(row);
      return expander?.open && expander.press !== null && done.get(nameOf(row)) === 'open' ? expander : [];
    });

  let last: { readonly elements: readonly Element[]; readonly tree: TreeRows } | null = null;
  return {
    level,
    opened: () => opened,
    collapsed: () => collapsed,
    stillOpen: () => openNow,
    isHolder: (row) => holders.has(row),

    async open(goOn) {
      let count = 0;
      for (;;) {
        last = await page.rows();
        if (last === null) return count;
        const { elements, tree } = last;
        let pressed = 0;
        for (const row of elements) {
          if (!isInDocument(row)) break;
          const expander = tree.expander(row);
          if (expander === null) continue;
          const name = nameOf(row);
          if (done.has(name)) continue;
          if (expander.open) {
            // What the person opened stays so; where no level says what is in it, that shows by closing it once.
            const known = expander.press === null || tree.level(row) !== null || level(row, tree) !== null;
            if (known || left || !(await goOn())) continue;
            done.set(name, 'left');
            await closeOnce(expander);
            const shut = tree.expander(row);
            if (shut !== null && !shut.open && (await openOne(row, shut, tree))) {
              count++;
              pressed++;
            } else if (shut?.press) click(shut.press);
            done.set(nameOf(row), 'left');
            continue;
          }
          const may = expander.press !== null && opened < MOST_OPENED && vain < MOST_VAIN && !left;
          if (may && !(await goOn())) return count;
          if (may && (await openOne(row, expander, tree))) {
            done.set(nameOf(row), 'open');
            opened++;
            openNow++;
            count++;
            pressed++;
            // The same elements may show other rows now.
            if (rowKey(row) !== null && closestOf(row, '[aria-rowcount]') !== null) break;
          } else leave(name);
        }
        if (pressed === 0) return count;
      }
    },

    async close() {
      if (openNow === 0) return;
      last = await page.rows();
      if (last === null) return;
      for (const { press } of ours(last.elements, last.tree)) {
        if (press === null || !isInDocument(press)) continue;
        click(press);
        openNow--;
        await page.settle(1, 100);
      }
    },

    forget: () => done.clear(),

    closeNow() {
      if (last === null) return;
      for (const { press } of ours(last.elements.filter(isInDocument), last.tree))
        if (press !== null) click(press);
    },

    async innerRows(row) {
      const element = inner.get(row);
      if (element === undefined || !isInDocument(element)) return [];
      const table = await page.inner(element);
      if (table === null) return [];
      const rows: (readonly string[])[] = [];
      const pass = table.pass();
      for (let texts = pass.next(); texts !== null; texts = pass.next()) rows.push(texts);
      return rows;
    },
  };
}

function click(element: Element): void {
  if (element instanceof HTMLElement) HTMLElement.prototype.click.call(element);
}

function nextShown(row: Element): Element | null {
  let next = nextOf(row);
  while (next !== null && !isShown(next)) next = nextOf(next);
  return next;
}

/** Shown elements below a row, up to the one that stood below it before. */
function between(row: Element, end: Element | null): readonly Element[] {
  // Where that went, nothing tells what is new.
  if (end !== null && !isInDocument(end)) return [];
  const found: Element[] = [];
  for (let next = nextOf(row); next !== null && next !== end; next = nextOf(next))
    if (isShown(next)) found.push(next);
  return found;
}

const rowAt = (row: Element, index: number): Element | null => {
  const table = closestOf(row, TABLE);
  return table === null ? null : one(table, `[aria-rowindex="${index}"]`);
};

/** The element that shows the row of a name now; null where that can't be told. */
function drawnNow(row: Element, key: string | null): Element | null {
  if (isInDocument(row) && rowKey(row) === key) return row;
  return key !== null && /^\d+$/.test(key) ? rowAt(row, Number(key)) : null;
}

/** One cell across the whole row. */
const isLone = (row: Element): boolean =>
  all(row, 'td,th,[role=cell],[role=gridcell]').filter((cell) => closestOf(cell, 'tr,[role=row]') === row)
    .length === 1;

/** A row that is there for what it holds in its only cell, under a row of several. */
const isHolder = (element: Element, row: Element, tree: TreeRows): boolean =>
  isLone(element) && tree.expander(element) === null && (!isLone(row) || one(element, tree.inner) !== null);

const isBusy = (row: Element): boolean => isA(row, LOADING) || one(row, LOADING) !== null;
