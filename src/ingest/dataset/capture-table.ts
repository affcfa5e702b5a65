import type { Column, TextColumn } from '../../core/column';
import { columnLength, isNull, NULL_CODE } from '../../core/column';
import type { Mapping } from '../../core/mapping';
import type { Passport } from '../../core/passport';
import type { LoadedTable, LoadPlan } from '../loaded-table';
import { passportOfRows } from '../reshape/passport-of-rows';
import { reshapeRows } from '../reshape/reshape-rows';
import type { KeptColumn, KeptTable } from './kept-table';

export type { KeptColumn, KeptTable } from './kept-table';

/**
 * Joins what was typed with what it was agreed to mean, in the rows that makes. `plan` is the one `loaded` was typed
 * by; `passport` comes back with what became of the rows.
 */
export function captureTable(
  mapping: Mapping,
  plan: LoadPlan,
  loaded: LoadedTable,
  passport: Passport,
): KeptTable {
  const shaped = reshapeRows(mapping, plan, loaded);
  return {
    id: passport.captureId,
    mapping,
    passport: passportOfRows(passport, shaped, loaded),
    rows: shaped.rows,
    columns: shaped.columns,
    rowNumbers: shaped.rowNumbers,
  };
}

/** The column mapped to a field; of several, each row's first that is filled. Null where none is. */
export function fieldColumn(kept: KeptTable, field: string): KeptColumn | null {
  const found = kept.columns.filter(
    ({ mapping: { target } }) => target.kind === 'field' && target.field === field,
  );
  const [first, ...rest] = found;
  if (first === undefined) return null;
  return { ...first, column: rest.reduce((column, other) => coalesce(column, other.column), first.column) };
}

function coalesce(a: Column, b: Column): Column {
  if (a.type !== b.type) return a;
  if (a.type === 'text' && b.type === 'text') {
    const dictionary = [...a.dictionary, ...b.dictionary];
    const shift = a.dictionary.length;
    const codes = a.codes.map((code, row) => {
      if (code !== NULL_CODE) return code;
      const other = b.codes[row] ?? NULL_CODE;
      return other === NULL_CODE ? NULL_CODE : other + shift;
    });
    return distinctDictionary({ type: 'text', codes, dictionary });
  }
  if (a.type === 'text' || b.type === 'text') return a;
  const values = a.values.slice();
  for (let row = 0; row < columnLength(a); row++) {
    if (isNull(a, row)) values[row] = b.values[row] ?? Number.NaN;
  }
  return { ...a, values } as Column;
}

function distinctDictionary(column: TextColumn): TextColumn {
  const at = new Map<string, number>();
  const to = column.dictionary.map((text) => {
    const code = at.get(text) ?? at.size;
    at.set(text, code);
    return code;
  });
  return {
    type: 'text',
    codes: column.codes.map((code) => (code === NULL_CODE ? NULL_CODE : (to[code] ?? NULL_CODE))),
    dictionary: [...at.keys()],
  };
}
