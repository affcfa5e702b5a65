import { isInDocument, isInside, isShown, parentOf } from '../../sites/page/dom';
import type { PageTable } from '../../sites/page-reader';

/** What a table is known by once its element is gone. */
export interface TablePlace {
  readonly title: string;
  readonly columns: readonly string[];
  /** What stood around it, from the inside out. */
  readonly around: readonly Element[];
}

/** So near a table of the same columns is the same one, whatever it is called now. */
const NEAR = 6;

export function placeOf({ title, columns, element }: PageTable): TablePlace {
  const around: Element[] = [];
  for (let outer = parentOf(element); outer !== null; outer = parentOf(outer)) around.push(outer);
  return { title, columns, around };
}

/**
 * Which of some tables is the one that stood here before its page drew it anew: the same columns, in whatever order, in
 * the same place or under the same title. Null where none is, or two are alike.
 */
export function sameTable<T extends { readonly table: PageTable }>(
  before: TablePlace,
  candidates: readonly T[],
): T | null {
  const wanted = [...before.columns].sort().join('\n');
  const near = before.around.filter(isInDocument);
  const found = candidates
    .filter(({ table }) => [...table.columns].sort().join('\n') === wanted && isShown(table.element))
    .map((candidate) => {
      const { element, title } = candidate.table;
      const level = near.findIndex((outer) => isInside(outer, element));
      const within = level === -1 ? Infinity : before.around.indexOf(near[level] as Element);
      return { candidate, within, named: title === before.title };
    })
    .filter(({ within, named }) => named || within < NEAR)
    .sort((a, b) => a.within - b.within || Number(b.named) - Number(a.named));
  const [first, second] = found;
  if (first === undefined) return null;
  const alike = second !== undefined && second.within === first.within && second.named === first.named;
  return alike ? null : first.candidate;
}
