import { isShown } from '../../../sites/page/dom';
import type { SingleRows } from '../../../sites/page-reader';
import { type Growth, growthOf } from './growth';
import { reachesDown, reachOf } from './reach-of-rows';
import type { ScrollPlace, SeenRow, Sight } from './table-screen';

/** A row of a table that was just read; `element` null where it is no element of its own. */
export interface DrawnRow {
  readonly element: Element | null;
  readonly row: SeenRow;
}

/** The sights of a table, of which those of a list that grows at its end say only what came. */
export interface GrowingSight {
  /** What came since a sight; null where all is to be read. */
  since(before: Sight | null): Sight | null;
  /** All of the table was read. @param single how one row of it is read; null where rows hang together */
  read(element: Element, single: SingleRows | null, rows: readonly DrawnRow[], sight: Sight): void;
  /** Looks on no longer. */
  stop(): void;
}

/** What it asks of the page. */
export interface GrowingPage {
  place(row: Element): number | null;
  scroll(): ScrollPlace | null;
  isPending(table: Element): boolean;
}

export function growingSight(page: GrowingPage): GrowingSight {
  let table: Element | null = null;
  let single: SingleRows | null = null;
  let growth: Growth | null = null;
  /** The sight that was asked about, and the last one given. */
  let base: Sight | null = null;
  let latest: Sight | null = null;
  let fresh: readonly SeenRow[] = [];
  let again: Sight['again'] = [];
  /** Every row as it was read last, where rows stay in their elements. */
  let held: SeenRow[] = [];
  let recycles = false;

  /** A list that has not drawn itself anew since it was scrolled is not one that nothing came to. */
  const isInStep = (): boolean => {
    const at = page.scroll();
    const reach = reachOf(held);
    return at === null || reach === null || reachesDown(reach, at);
  };

  return {
    since(before) {
      if (before === null || growth === null || table === null || single === null) return null;
      const rows = single;
      if (before === latest) {
        base = latest;
        fresh = [];
        again = [];
      } else if (before !== base) return null;
      const grown = isShown(table) ? growth.take() : null;
      if (grown === null || (fresh.length + grown.fresh.length === 0 && !isInStep())) return null;
      const seen = (element: Element, texts: string[]): SeenRow => ({
        texts,
        key: rows.key(element),
        top: page.place(element),
        level: null,
      });
      const written = grown.again.map(({ at, element, texts }) => ({ at, row: seen(element, texts) }));
      if (written.some(({ at, row }) => isAnotherRow(held[at], row))) {
        recycles = true;
        return null;
      }
      for (const { at, row } of written) held[at] = row;
      const came = grown.fresh.map(({ element, texts }) => seen(element, texts));
      held.push(...came);
      fresh = [...fresh, ...came];
      again = [...again, ...written];
      const kept = before.kept + before.rows.length;
      // Rows written into before they were taken are given as they are now.
      const given = [...fresh];
      for (const { at, row } of again) if (at >= kept) given[at - kept] = row;
      latest = {
        ...before,
        kept,
        rows: given,
        again: again.filter(({ at }) => at < kept),
        pending: page.isPending(table),
        blankRows: 0,
      };
      return latest;
    },

    read(element, reader, rows, sight) {
      table = element;
      single = reader;
      latest = sight;
      held = rows.map(({ row }) => row);
      const elements = rows.flatMap((drawn) => drawn.element ?? []);
      // None where one of the rows is no element.
      const all = elements.length === rows.length ? elements : [];
      growth = reader === null || recycles ? null : growthOf(element, all, reader);
    },

    stop() {
      growth?.stop();
      growth = null;
    },
  };
}

/** Another row in the same element, or one that is being drawn. */
const isAnotherRow = (was: SeenRow | undefined, now: SeenRow): boolean =>
  was === undefined ||
  was.key !== now.key ||
  Math.abs((was.top ?? 0) - (now.top ?? 0)) > 3 ||
  now.texts.some((text, i) => text === '' && was.texts[i] !== '');
