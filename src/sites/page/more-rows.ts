import type { MoreRows, Pager } from '../page-reader';
import {
  all,
  attribute,
  closestOf,
  firstChildOf,
  isA,
  isInDocument,
  isInside,
  isShown,
  lastNamed,
  nextOf,
  one,
  order,
  parentOf,
  tagOf,
} from './dom';
import { isDisabled, isPagerButton, type PagerStep, PRESSABLE } from './pager-button';

/** How far around a table its pager is looked for, and how many buttons are looked at there. */
const MAX_ANCESTORS = 6;
const MAX_BUTTONS = 400;
const MANY = 50;
const TABLES = 'table,[role=grid],[role=table],[role=treegrid]';

/** How a page that nobody knows shows more of a table; null where nothing points to it. */
export function moreRowsOf(table: Element): MoreRows | null {
  const pager = pagerOf(table);
  const scroller = scrollerOf(table);
  return pager === null && scroller === null ? null : { scroller, pager };
}

/** The pager inside or next to the table; one that stands nearer to another table is that one's. */
export function pagerOf(table: Element): Pager | null {
  const id = attribute(table, 'id') ?? '';
  let shared = false;
  let buttons = buttonsOf(inFeet(table), table);
  let outer: Element | null = table;
  for (let level = 0; outer !== null && level <= MAX_ANCESTORS; level++) {
    if (tagOf(outer) === 'html') return null;
    const found = buttons.filter(
      (button) => !shared || (id !== '' && attribute(button, 'aria-controls') === id),
    );
    const next = bestOf(found, 'next', table);
    if (next !== null) {
      return { next, previous: bestOf(found, 'previous', table), first: bestOf(found, 'first', table) };
    }
    const inner: Element = outer;
    outer = parentOf(inner);
    if (outer === null) return null;
    shared ||= beyond(outer, inner, TABLES).some((other) => isOtherTable(other, table));
    buttons = buttonsOf(beyond(outer, inner, PRESSABLE), table);
  }
  return null;
}

/** A pager may stand in the table's own foot; in a row of data, nothing is pressed. */
function inFeet(table: Element): readonly Element[] {
  const found: Element[] = [];
  for (let part = firstChildOf(table); part !== null; part = nextOf(part)) {
    if (isA(part, 'tfoot,caption')) found.push(...all(part, PRESSABLE));
  }
  return found;
}

/** What of `outer` stands outside of its child `inner`, where a hundred thousand cells may be, looked through before. */
function beyond(outer: Element, inner: Element, selector: string): readonly Element[] {
  const found: Element[] = [];
  let beside = 0;
  for (let child = firstChildOf(outer); child !== null; child = nextOf(child)) {
    if (child === inner) continue;
    // Of many children each is soon more work than all that is in them.
    if (++beside > MANY) return all(outer, selector).filter((element) => !isInside(inner, element));
    if (isA(child, selector)) found.push(child);
    found.push(...all(child, selector));
  }
  return found;
}

function buttonsOf(pressable: readonly Element[], table: Element): readonly Element[] {
  const buttons: Element[] = [];
  for (const button of pressable) {
    if (buttons.length === MAX_BUTTONS) break;
    const own = closestOf(button, TABLES);
    if (own === null || own === table || isInside(own, table)) buttons.push(button);
  }
  return buttons;
}

/** What is shown goes before what is not, then what stands below the table. */
function bestOf(buttons: readonly Element[], step: PagerStep, table: Element): Element | null {
  const found = buttons.filter((button) => isPagerButton(button, step));
  const shown = found.filter(isShown);
  return shown.find((button) => order(button, table) === 1) ?? shown[0] ?? null;
}

/** A header kept in a table of its own belongs to the one below. */
const isOtherTable = (other: Element, table: Element): boolean =>
  !isInside(other, table) && isShown(other) && one(other, 'td,[role=cell],[role=gridcell]') !== null;

/** Rows drawn as one scrolls: what gives it away. */
const GROWS =
  '[role=feed],[aria-busy],[class*=sentinel i],[class*=infinite i],[class*=load-more i],[class*=virtual i]';

/**
 * What scrolls around the rows: the table itself, what is around it, or a part of it that holds its rows. The page
 * itself only where it says that there is more, since nearly every page scrolls.
 */
export function scrollerOf(table: Element): Element | null {
  // From a row outwards: a header often stands beside what scrolls.
  const row = lastNamed(table, 'tr') ?? all(table, '[role=row]').at(-1) ?? table;
  for (let around: Element | null = row; around !== null; around = parentOf(around)) {
    if (isA(around, 'body,html')) break;
    if (scrolls(around)) return around;
  }
  const page = table.ownerDocument.scrollingElement;
  if (page === null || page.scrollHeight <= page.clientHeight + 1) return null;
  const rows = all(table, 'tr,[role=row]').length;
  const stated = Number(attribute(table, 'aria-rowcount') ?? 0);
  const grows = stated > rows || stated === -1 || growsWith(table);
  return grows ? page : null;
}

function growsWith(table: Element): boolean {
  if (isA(table, GROWS) || all(table, GROWS).length > 0) return true;
  for (
    let around = parentOf(table), level = 0;
    around !== null && level < 2;
    around = parentOf(around), level++
  ) {
    if (isA(around, 'body,html')) return false;
    if (isA(around, GROWS)) return true;
    for (const beside of all(around, ':scope > *')) if (beside !== table && isA(beside, GROWS)) return true;
  }
  return false;
}

/** Measures, which reading never does: asked only where a person looks at the page's tables. */
function scrolls(element: Element): boolean {
  if (element.clientHeight === 0 || element.scrollHeight <= element.clientHeight + 1) return false;
  return /auto|scroll|overlay/.test(getComputedStyle(element).overflowY);
}

/** Pressed, it would do something: there, shown and not the last page's. */
export const canTurn = (button: Element | null): button is Element =>
  button !== null ? isInDocument(button) && !isDisabled(button) : false;
