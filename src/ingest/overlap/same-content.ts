import type { Column } from '../../core/column';
import type { KeptTable } from '../dataset/capture-table';

/** Whether two captures were mapped alike and hold the same cells in the same rows: one file read twice. */
export function sameContent(a: KeptTable, b: KeptTable): boolean {
  return (
    a.rows === b.rows &&
    a.columns.length === b.columns.length &&
    JSON.stringify(a.mapping) === JSON.stringify(b.mapping) &&
    a.columns.every((one, i) => {
      const other = b.columns[i];
      return (
        other !== undefined &&
        sameColumn(one.column, other.column) &&
        sameOrNone(one.cellCurrency, other.cellCurrency) &&
        sameOrNone(one.cellOffset ?? null, other.cellOffset ?? null)
      );
    })
  );
}

function sameOrNone(a: Column | null, b: Column | null): boolean {
  return a === null || b === null ? a === b : sameColumn(a, b);
}

function sameColumn(a: Column, b: Column): boolean {
  if (a.type === 'text' || b.type === 'text')
    return (
      a.type === 'text' && b.type === 'text' && equal(a.codes, b.codes) && equal(a.dictionary, b.dictionary)
    );
  return a.type === b.type && equal(a.values, b.values);
}

function equal<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && !Object.is(a[i], b[i])) return false;
  return true;
}
