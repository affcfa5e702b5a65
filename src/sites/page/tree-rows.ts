import {
  all,
  attribute,
  attributeNames,
  closestOf,
  firstChildOf,
  isA,
  isShown,
  one,
  parentOf,
  tagOf,
} from './dom';
import { isHarmless, namesOf } from './harmless-button';

/** What opens and closes a row that holds further rows. */
export interface RowExpander {
  /** Null where nothing in the row is plainly there to open it and to do nothing else: it is left as it is. */
  readonly press: Element | null;
  readonly open: boolean;
}

/** How rows of a table hold further rows. */
export interface TreeRows {
  /** Whether any row of it may. Cheap: asked of every table. */
  holds(table: Element): boolean;
  /** Finds a table opened under a row, in what its reader reads. */
  readonly inner: string;
  /** How deep the row stands; null where its page does not say. Only the order of levels matters. */
  level(row: Element): number | null;
  /** Null where the row has nothing to open. */
  expander(row: Element): RowExpander | null;
}

/** Known by what libraries of tables call it, whatever they say to assistive technology. */
const CLOSED =
  '.ant-table-row-expand-icon-collapsed,.ag-group-contracted,.treegrid-expander-collapsed,' +
  '.tabulator-data-tree-control:has(.tabulator-data-tree-control-expand),.k-i-caret-alt-right,.k-svg-i-caret-alt-right';
const OPENED =
  '.ant-table-row-expand-icon-expanded,.ag-group-expanded,.treegrid-expander-expanded,' +
  '.tabulator-data-tree-control:has(.tabulator-data-tree-control-collapse),.k-i-caret-alt-down,.k-svg-i-caret-alt-down';
const SAYS = '[aria-expanded],details>summary';
/** A mere "toggle" may as well switch a campaign off. */
const LOOKS =
  '[class*=expand i],[class*=tree-toggle i],[class*=row-toggle i],[class*=toggler i],[class*=twist i],' +
  '[class*=disclos i],[class*=chevron i],[class*=caret i]';
const ROW = 'tr,[role=row]';
const PRESSABLE = 'button,a,[role=button]';

/** What also says that it is closed, and opens no rows. */
const OTHER =
  '[aria-haspopup]:not([aria-haspopup=false]),[data-toggle]:not([data-toggle=collapse]),' +
  '[data-bs-toggle]:not([data-bs-toggle=collapse]),[popovertarget],[commandfor],input,select,textarea,[aria-checked],[aria-pressed],' +
  '[role=combobox],[role=menuitem],[role=tab],[role=switch],[role=checkbox],[role=option],' +
  '[class*=dropdown i],[class*=menu i],[class*=kebab i],[class*=tooltip i],[class*=popover i],' +
  '[class*=switch i]';
const AROUND_OTHER = '[role=menu],[role=listbox],[role=dialog],nav';
const OTHER_WORDS =
  /menu|\bactions?\b|akcj|\boptions?\b|opcj|filter|filtr|\bsort|\bedit|edyt|share|udostęp|settings|ustawien|column|kolumn|preview|podgląd/iu;

const WORDS =
  /\b(?:expand|collapse|unfold|show (?:children|rows|details|sub\w*|nested)|hide (?:children|rows|details|sub\w*|nested)|(?:see|hide) children|(?:open|close) (?:row|group)|toggle (?:row|rows|children|details|group|tree)|aufklappen|ausklappen|einklappen|zuklappen|développer|déplier|replier|réduire|expandir|desplegar|contraer)|rozwiń|rozwin|zwiń|zwin|pokaż (?:podrzędne|wiersze|szczegóły)|ukryj (?:podrzędne|wiersze|szczegóły)/iu;
const GLYPH = /^[▸▶►▹▷▾▼▽▿⊞⊟]$/u;
/** Elsewhere these count things up and down. */
const STATED_GLYPH = /^(?:[+−–\-›⌄˅]|\[[+−–-]\])$/u;

/**
 * Rows of trees and groups as pages nobody knows build them: by what they tell assistive technology, by `<details>`,
 * by what libraries of tables call theirs.
 */
export const treeRows: TreeRows = {
  inner: 'table,[role=table],[role=grid],[role=treegrid]',
  holds: (table) => one(table, `${SAYS},${CLOSED},${OPENED}`) !== null,

  level(row) {
    for (const name of ['aria-level', 'data-level', 'data-depth', 'data-indent']) {
      const stated = attribute(row, name);
      if (stated !== null && /^\d{1,2}$/.test(stated)) return Number(stated);
    }
    const classed = LEVEL.exec(attribute(row, 'class') ?? '');
    return classed === null ? null : Number(classed[1]);
  },

  expander(row) {
    const stated = attribute(row, 'aria-expanded');
    const candidates = all(
      row,
      `${SAYS},${CLOSED},${OPENED}${stated === null ? '' : `,${LOOKS},${PRESSABLE}`}`,
    ).filter((element) => closestOf(element, ROW) === row && isShown(element) && !isOther(element));
    for (const element of candidates) {
      if (opensRows(element, row, stated !== null)) {
        return { press: element, open: isOpen(element, stated) };
      }
    }
    if (stated !== null) return { press: null, open: stated === 'true' };
    const unsure = candidates.find((element) => attribute(element, 'aria-expanded') !== null);
    return unsure === undefined ? null : { press: null, open: isOpen(unsure, null) };
  },
};

const LEVEL = /(?:^|[\s_-])(?:level|depth|indent)[-_]?(\d{1,2})(?=\s|$)/i;

/** Menus, filters and the like; a grid's own cells say by `aria-expanded` what their row would. */
const isOther = (element: Element): boolean =>
  isA(element, OTHER) ||
  closestOf(element, AROUND_OTHER) !== null ||
  (tagOf(element) !== 'summary' && saysOther(element));

const saysOther = (element: Element): boolean =>
  [...namesOf(element).filter((name) => name.length < 80), attribute(element, 'class') ?? ''].some(
    (said) => OTHER_WORDS.test(said) && !WORDS.test(said),
  );

function opensRows(element: Element, row: Element, rowSays: boolean): boolean {
  if (closestOf(element, 'a[href]') !== null && tagOf(element) !== 'a') return false;
  if (tagOf(element) === 'summary') {
    const details = parentOf(element);
    return (
      details !== null && firstChildOf(details) === element && one(element, 'a[href],button,input') === null
    );
  }
  if (!isHarmless(element)) return false;
  if (isA(element, `${CLOSED},${OPENED}`)) return true;
  const says = attribute(element, 'aria-expanded') !== null;
  if (!says && !rowSays) return false;
  const names = namesOf(element);
  // The whole of a cell is no button.
  if (isA(element, 'td,th,[role=cell],[role=gridcell],[role=rowheader]')) return false;
  return (
    names.some((name) => WORDS.test(name) || GLYPH.test(name) || (says && STATED_GLYPH.test(name))) ||
    (names.every((name) => name.length < 3) && isA(element, LOOKS)) ||
    (says && isA(element, PRESSABLE) && controlsRows(element, row))
  );
}

const isOpen = (element: Element, rowStated: string | null): boolean => {
  const own = attribute(element, 'aria-expanded') ?? rowStated;
  if (own !== null) return own === 'true';
  if (tagOf(element) === 'summary') return attributeNames(parentOf(element) ?? element).includes('open');
  return isA(element, OPENED);
};

/** It names what it opens, and all of that are rows of this table, or stand in one below. */
function controlsRows(element: Element, row: Element): boolean {
  const table = closestOf(row, 'table,[role=treegrid],[role=grid],[role=table]');
  const ids = (attribute(element, 'aria-controls') ?? '').split(/\s+/).filter((id) => id !== '');
  if (table === null || ids.length === 0) return false;
  return ids.every((id) => {
    const named = one(table, `[id="${CSS.escape(id)}"]`);
    return (
      named !== null &&
      closestOf(named, ROW) !== row &&
      (isA(named, 'tbody,[role=rowgroup]') || closestOf(named, ROW) !== null)
    );
  });
}
