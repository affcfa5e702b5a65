import type { ScrollPlace, SeenRow } from './table-screen';

/** From where to where rows are drawn, in pixels of what is scrolled, and how high one of them is. */
export interface Reach {
  readonly first: number;
  readonly last: number;
  readonly high: number;
}

/** Of rows in any order, as elements stand that rows pass through; null where one of them can't be measured. */
export function reachOf(rows: readonly SeenRow[]): Reach | null {
  let first = Infinity;
  let last = -Infinity;
  for (const { top } of rows) {
    if (top === null) return null;
    first = Math.min(first, top);
    last = Math.max(last, top);
  }
  return { first, last, high: rows.length > 1 ? (last - first) / (rows.length - 1) : 0 };
}

/** Whether they reach down to the end of what is in view. */
export const reachesDown = ({ last, high }: Reach, at: ScrollPlace): boolean =>
  last + 2 * high >= Math.min(at.top + at.view, at.height);
