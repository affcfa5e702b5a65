import type { ColumnType } from '../../core/column';
import type { SqlDialect } from './sql-dialect';
import type { SqlColumn, SqlTables } from './sql-tables';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  number: 'DOUBLE',
  money: 'DOUBLE',
  time: 'TIMESTAMP',
  flag: 'BOOLEAN',
};

const OWN_TYPES: Readonly<Record<string, string>> = {
  person: 'INTEGER',
  order_row: 'INTEGER',
  time: 'TIMESTAMP',
  is_sale: 'BOOLEAN',
  gross: 'DOUBLE',
  refunded: 'DOUBLE',
  discount: 'DOUBLE',
  units: 'DOUBLE',
  quantity: 'DOUBLE',
  amount: 'DOUBLE',
  currency: 'VARCHAR',
  kind: 'VARCHAR',
  label: 'VARCHAR',
};

const text = (value: string) => `'${value.replace(/'/g, "''")}'`;

/** DuckDB over the tables as Segment Lens exports them, in the folder it is run in. */
export const duckdb: SqlDialect = {
  id: 'duckdb',
  base(tables, units) {
    const from = (table: keyof SqlTables, own: readonly string[]) => {
      const columns = [
        ...own.map((name) => [name, OWN_TYPES[name]] as const),
        ...[...tables[table].values()].map(({ name, type }) => [name, TYPES[type]] as const),
      ];
      const types = columns.map(([name, type]) => `'${name}': '${type}'`).join(', ');
      return `FROM read_csv('${table}.csv', header = true, quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${types}})`;
    };
    const minor = (column: string) => `ROUND(${column} * ${units}.0, 6)`;
    const own = (table: keyof SqlTables) =>
      [...tables[table].values()].map((column) => `, ${readable(column, minor)} AS ${column.name}`).join('');
    return [
      ['people', `SELECT person, label${own('people')}\n${from('people', ['person', 'label'])}`],
      [
        'orders',
        `SELECT order_row, person, epoch_ms(time) AS t, is_sale, ${minor('gross')} AS gross, ${minor('refunded')} AS refunded,
  ${minor('gross')} - ${minor('refunded')} AS revenue, ${minor('discount')} AS discount, units, currency${own('orders')}
${from('orders', ['order_row', 'person', 'time', 'is_sale', 'gross', 'refunded', 'discount', 'units', 'currency'])}`,
      ],
      [
        'items',
        `SELECT order_row, quantity, ${minor('amount')} AS amount${own('items')}\n${from('items', ['order_row', 'quantity', 'amount'])}`,
      ],
      [
        'events',
        `SELECT person, epoch_ms(time) AS t, kind${own('events')}\n${from('events', ['person', 'time', 'kind'])}`,
      ],
    ];
  },
  text,
  contains: (column, part) => `contains(lower(nfc_normalize(${column})), ${text(part)})`,
  startsWith: (column, part) => `starts_with(lower(nfc_normalize(${column})), ${text(part)})`,
  matches: (column, pattern) => `regexp_matches(${column}, ${text(pattern)})`,
  timestamp: (ms) => `make_timestamp(${ms} * 1000)`,
  integer: (value) => `CAST(${value} AS BIGINT)`,
  dayYearsLater: (ms, years) =>
    `CAST(FLOOR(epoch_ms(CAST(make_timestamp(${ms} * 1000) + to_years(CAST(${years} AS INTEGER)) AS TIMESTAMP)) / 86400000.0) AS BIGINT)`,
};

function readable({ name, type }: SqlColumn, minor: (column: string) => string): string {
  if (type === 'time') return `epoch_ms(${name})`;
  return type === 'money' ? minor(name) : name;
}
