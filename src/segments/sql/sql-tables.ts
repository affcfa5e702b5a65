import type { Column, ColumnType } from '../../core/column';
import type { Dataset } from '../../core/dataset';

/** A column as SQL sees it. */
export interface SqlColumn {
  /** Lower case, letters, digits and `_`: what files and queries call it. */
  readonly name: string;
  readonly type: ColumnType;
}

/** The columns of each table besides its own keys, by field; a field no capture holds is absent. */
export interface SqlTables {
  readonly people: ReadonlyMap<string, SqlColumn>;
  readonly orders: ReadonlyMap<string, SqlColumn>;
  readonly items: ReadonlyMap<string, SqlColumn>;
  readonly events: ReadonlyMap<string, SqlColumn>;
}

/** Columns every file of the kind has, in the order they are written. */
export const OWN_COLUMNS = {
  people: ['person', 'label'],
  orders: ['order_row', 'person', 'time', 'is_sale', 'gross', 'refunded', 'discount', 'units', 'currency'],
  items: ['order_row', 'quantity', 'amount'],
  events: ['person', 'time', 'kind'],
} as const satisfies Record<keyof SqlTables, readonly string[]>;

export function sqlTables(dataset: Dataset): SqlTables {
  const of = (table: keyof SqlTables) => namedColumns(dataset[table].columns, OWN_COLUMNS[table]);
  return { people: of('people'), orders: of('orders'), items: of('items'), events: of('events') };
}

function namedColumns(
  columns: ReadonlyMap<string, Column>,
  taken: readonly string[],
): ReadonlyMap<string, SqlColumn> {
  const used = new Set<string>(taken);
  const out = new Map<string, SqlColumn>();
  for (const [field, column] of columns) {
    const plain = sqlName(field);
    let name = plain;
    for (let n = 2; used.has(name); n++) name = `${plain}_${n}`;
    used.add(name);
    out.set(field, { name, type: column.type });
  }
  return out;
}

function sqlName(field: string): string {
  const name = field
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(name) ? name : `c_${name}`;
}
