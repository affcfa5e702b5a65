import { AppError, isAbort } from '../../core/app-error';
import type { OfferedTable, PageOffer, TreeCounts, UnreadTool } from '../../core/page-capture';
import { documentTitle, isInDocument, isShown } from '../../sites/page/dom';
import { canTurn, moreRowsOf } from '../../sites/page/more-rows';
import { type Pace, pageShare } from '../../sites/page/pace';
import { plainText } from '../../sites/page/plain-text';
import { type TreeRows, treeRows } from '../../sites/page/tree-rows';
import type { MoreRows, Page, PageReader, PageTable } from '../../sites/page-reader';
import { readersScript } from './readers-script';
import { placeOf, sameTable, type TablePlace } from './same-table';
import { unreadTool } from './unread-tool';
import { type TableWithoutSums, withoutSums } from './without-sums';

/** `genericPageReader.tool` */
const GENERIC = 'generic';
const MAX_TABLES = 200;
const SAMPLE_ROWS = 10;
const MAX_SAMPLE_TEXT = 300;
const MAX_TITLE = 500;

interface Known {
  readonly element: Element;
  readonly reader: PageReader;
  readonly offered: OfferedTable;
  /** Where it stood when it was last read. */
  readonly place: TablePlace;
}

/** What one frame has offered since the script was put into it. */
export interface PageSession {
  /** Describes every table as it stands now; earlier refs stay good. */
  describe(): Promise<PageOffer>;
  /** The elements of the tables last described. */
  described(): readonly Element[];
  /** The table of a ref, read anew; null where it is gone, hidden or no table any longer. */
  tableOf(ref: string, signal: AbortSignal): Promise<FoundTable | null>;
}

export interface FoundTable {
  /** As its reader gives it: of a tree that stands open, with the rows that hold others. */
  readonly table: PageTable;
  readonly tree: TreeRows;
  /** As it is taken without gathering, and offered. */
  asShown(): { readonly table: PageTable; readonly offered: OfferedTable };
  /** Another element read by the same reader, such as a table opened under a row of this one. */
  readInner(element: Element, signal: AbortSignal): Promise<PageTable | null>;
  /** How the page shows further rows of it, as it stands now. */
  more(): MoreRows | null;
  /** Whether its tool's own reader named what is scrolled and pressed. */
  readonly named: boolean;
  /** Whether its reader knows that rows are still being drawn. */
  pending(): boolean;
}

export function pageSession(window: Window): PageSession {
  const known = new Map<string, Known>();
  const refs = new WeakMap<Element, string>();
  let last = 0;
  let lastDescribed: readonly OfferedTable[] = [];
  const pageNow = (): Page => ({ document: window.document, url: new URL(window.location.href) });
  const frame = window.top === window ? 'top' : 'iframe';

  const found = (table: PageTable, { element, reader, offered }: Known, page: Page): FoundTable => {
    const more = () => moreOf(reader, element, page);
    const tree = reader.tree ?? treeRows;
    return {
      table,
      tree,
      asShown() {
        const shown = withoutSums(table, tree);
        const offeredNow = offeredTable(shown, offered.ref, reader.tool, frame, more());
        return { table: shown.table, offered: offeredNow };
      },
      readInner: (inner, signal) => reader.read(inner, page, pageShare(signal)),
      more,
      named: reader.more !== undefined,
      pending: () => reader.pending?.(element) ?? false,
    };
  };

  /** Pages that draw a list anew put another element in its place. */
  const madeAnew = async (asked: Known, page: Page, pace: Pace) => {
    const { offered, reader, place } = asked;
    const candidates: { readonly element: Element; readonly table: PageTable }[] = [];
    for (const element of await reader.find(page, pace)) {
      const ref = refs.get(element);
      if (element === asked.element || (ref !== undefined && known.get(ref)?.element === element)) continue;
      const table = await reader.read(element, page, pace);
      if (table !== null) candidates.push({ element, table });
    }
    const same = sameTable(place, candidates);
    if (same === null) return null;
    const now = { element: same.element, reader, offered, place: placeOf(same.table) };
    refs.set(same.element, offered.ref);
    known.set(offered.ref, now);
    return found(same.table, now, page);
  };

  /** What one reader finds; `beyond` counts what is over the limit or breaks the reader. */
  const readWith = async (reader: PageReader, page: Page, pace: Pace) => {
    const tables: OfferedTable[] = [];
    const elements = await reader.find(page, pace);
    let beyond = elements.length;
    for (const element of elements) {
      if (tables.length === MAX_TABLES) break;
      if (pace.due()) await pace.rest();
      const read = await unbroken(async () => {
        const table = await reader.read(element, page, pace);
        const ref = refs.get(element) ?? String(++last);
        if (table === null) return null;
        const shown = withoutSums(table, reader.tree ?? treeRows);
        const more = moreOf(reader, element, page);
        return { offered: offeredTable(shown, ref, reader.tool, frame, more), place: placeOf(table) };
      });
      if (read !== BROKEN) beyond--;
      if (read === null || read === BROKEN) continue;
      const { offered, place } = read;
      refs.set(element, offered.ref);
      known.set(offered.ref, { element, reader, offered, place });
      tables.push(offered);
    }
    return { tables, beyond };
  };

  return {
    async describe() {
      const page = pageNow();
      const pace = pageShare(new AbortController().signal);
      const about = { url: page.url.href, title: titleOfPage(page) };
      let unread: UnreadTool | null = null;
      for (const reader of readersScript.in(globalThis)(page)) {
        const read = await unbroken(() => readWith(reader, page, pace));
        const generic = reader.tool === GENERIC;
        if (read !== BROKEN && (read.tables.length > 0 || generic)) {
          const { tables, beyond } = read;
          lastDescribed = tables;
          // What one tool leaves unread another may know.
          return {
            ...about,
            underWay: null,
            tool: reader.tool,
            tables,
            tablesBeyond: beyond,
            unread: generic ? unread : null,
          };
        }
        if (!generic) unread ??= unreadTool(reader, page);
      }
      lastDescribed = [];
      return { ...about, tool: GENERIC, tables: [], tablesBeyond: 0, unread, underWay: null };
    },

    described: () => lastDescribed.flatMap(({ ref }) => known.get(ref)?.element ?? []),

    async tableOf(ref, signal) {
      const asked = known.get(ref);
      if (asked === undefined) throw new AppError('page/gone');
      const page = pageNow();
      const pace = pageShare(signal);
      const table = await asked.reader.read(asked.element, page, pace);
      if (table !== null) {
        known.set(ref, { ...asked, place: placeOf(table) });
        return found(table, asked, page);
      }
      // One that is there and empty is filled again.
      return isInDocument(asked.element) && isShown(asked.element) ? null : madeAnew(asked, page, pace);
    },
  };
}

const moreOf = (reader: PageReader, element: Element, page: Page): MoreRows | null =>
  reader.more === undefined ? moreRowsOf(element) : reader.more(element, page);

/** The way a person is offered: turning pages says more of what will happen than scrolling. */
function moreOffered(more: MoreRows | null, tree: TreeCounts | null): OfferedTable['more'] {
  const pager = more?.pager ?? null;
  if (pager !== null && (canTurn(pager.next) || canTurn(pager.previous))) return 'pages';
  if ((more?.scroller ?? null) !== null) return 'scroll';
  return tree !== null && tree.collapsed > 0 ? 'opens' : null;
}

const BROKEN = Symbol('broken');

/** A page that is built otherwise than a reader takes for granted must not cost what other readers find on it. */
async function unbroken<T>(read: () => Promise<T>): Promise<T | typeof BROKEN> {
  try {
    return await read();
  } catch (error) {
    if (isAbort(error)) throw error;
    return BROKEN;
  }
}

export const titleOfPage = (page: Page): string =>
  plainText(documentTitle(page.document)).slice(0, MAX_TITLE) || page.url.hostname;

function offeredTable(
  { table, tree }: TableWithoutSums,
  ref: string,
  tool: string,
  frame: OfferedTable['frame'],
  more: MoreRows | null,
): OfferedTable {
  const sample: string[][] = [];
  const pass = table.pass();
  for (let row = pass.next(); row !== null && sample.length < SAMPLE_ROWS; row = pass.next()) {
    sample.push(row.map((text) => text.slice(0, MAX_SAMPLE_TEXT)));
  }
  return {
    ref,
    tool,
    title: table.title.slice(0, MAX_TITLE),
    columns: table.columns,
    rowsOnPage: table.rowCount,
    rowsStated: table.rowsStated,
    more: moreOffered(more, tree),
    tree,
    dateRange: table.dateRange,
    account: table.account?.slice(0, MAX_TITLE) ?? null,
    property: table.property?.slice(0, MAX_TITLE) ?? null,
    sample,
    frame,
  };
}
