import type { RowColumn } from './grid-reading';

/** The ids of a list's records as a column of their own, unless the list shows one under that name by itself. */
export function recordColumn(
  name: string,
  of: (row: Element) => string,
  headers: readonly string[],
): readonly RowColumn[] {
  const shown = headers.some((header) => header.trim().toLowerCase() === name.toLowerCase());
  return shown ? [] : [{ name, of }];
}
