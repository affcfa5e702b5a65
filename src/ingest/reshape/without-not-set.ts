import { NULL_CODE, type TextColumn } from '../../core/column';
import { isNotSetToken } from '../readings/not-set-token';

/** The column with `(not set)` and its like as nothing, and how many cells that were. */
export function withoutNotSet(column: TextColumn): { readonly column: TextColumn; readonly cells: number } {
  const told = column.dictionary.map(isNotSetToken);
  if (!told.includes(true)) return { column, cells: 0 };
  let cells = 0;
  const codes = column.codes.map((code) => {
    if (code === NULL_CODE || !told[code]) return code;
    cells++;
    return NULL_CODE;
  });
  return { column: { ...column, codes }, cells };
}
