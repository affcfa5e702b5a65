import type { Column, TextColumn } from '../../core/column';
import { columnLength, isNull, NULL_CODE } from '../../core/column';
import type { ColumnMapping, Mapping } from '../../core/mapping';
import type { Passport } from '../../core/passport';
import type { LoadedTable, LoadPlan } from '../loaded-table';

/** A source table as it is kept: typed, in the source's row order. Captures are the truth; the Dataset follows. */
export interface KeptTable {
  readonly id: string;
  readonly mapping: Mapping;
  readonly passport: Passport;
  readonly rows: number;
  readonly columns: readonly KeptColumn[];
  /** 1-based source record of each row. */
  readonly rowNumbers: Uint32Array;
}

export interface KeptColumn {
  readonly mapping: ColumnMapping;
  readonly column: Column;
  /** Where cells carry their own currency; null where the reading's or mapping's one holds. */
  readonly cellCurrency: TextColumn | null;
}

/** Joins what was typed with what it was agreed to mean. `plan` is the one `loaded` was typed by. */
export function captureTable(
  mapping: Mapping,
  plan: LoadPlan,
  loaded: LoadedTable,
  passport: Passport,
): KeptTable {
  const columns = mapping.columns.flatMap((m): KeptColumn[] => {
    if (m.target.kind === 'left-out') return [];
    const at = plan.columns.findIndex((p) => p.source === m.source);
    const column = loaded.columns[at];
    if (column === undefined) return [];
    return [{ mapping: m, column, cellCurrency: loaded.cellCurrencies.get(at) ?? null }];
  });
  return {
    id: passport.captureId,
    mapping,
    passport,
    rows: loaded.rowsKept,
    columns,
    rowNumbers: loaded.rowNumbers,
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
