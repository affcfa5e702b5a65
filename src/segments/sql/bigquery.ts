import type { ColumnType } from '../../core/column';
import type { SqlDialect } from './sql-dialect';
import type { SqlColumn, SqlTables } from './sql-tables';

/** Where the tables lie; names to be put in place by whoever runs the query. */
const DATASET = 'your-project.your_dataset';
const GA4 = 'your-project.analytics_123456789.events_*';
const ZONE = 'UTC';

/** What GA4 calls things, in the kinds of product.md §3.2; anything else is `custom`, told by its name. */
const KINDS: Readonly<Record<string, string>> = {
  session_start: 'visit',
  page_view: 'page-view',
  screen_view: 'page-view',
  view_search_results: 'search',
  search: 'search',
  add_to_cart: 'cart',
  begin_checkout: 'checkout',
  sign_up: 'sign-up',
  share: 'social',
};

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'STRING',
  number: 'FLOAT64',
  money: 'FLOAT64',
  time: 'DATETIME',
  flag: 'BOOL',
};

const text = (value: string) =>
  `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;

/** BigQuery: events from the GA4 export, people, orders and lines from tables the exported files were loaded into. */
export const bigquery: SqlDialect = {
  id: 'bigquery',
  base(tables, units) {
    const minor = (column: string) => `ROUND(${column} * ${units}.0, 6)`;
    const own = (table: keyof SqlTables) =>
      [...tables[table].values()].map((column) => `, ${readable(column, minor)} AS ${column.name}`).join('');
    const user = tables.people.get('userId')?.name;
    const client = tables.people.get('clientId')?.name;
    const ids = [
      ...(user === undefined ? [] : [['u', `u.${user} = g.user_id`]]),
      ...(client === undefined ? [] : [['c', `c.${client} = g.user_pseudo_id`]]),
    ];
    const person =
      ids.length === 0
        ? 'CAST(NULL AS INT64)'
        : ids.length === 1
          ? `${ids[0]?.[0]}.person`
          : `COALESCE(${ids.map(([alias]) => `${alias}.person`).join(', ')})`;
    const kinds = Object.entries(KINDS).map(([name, kind]) => `WHEN ${text(name)} THEN ${text(kind)}`);
    return [
      ['people', `SELECT person, label${own('people')}\nFROM \`${DATASET}.people\``],
      [
        'orders',
        `SELECT order_row, person, ${millis('time')} AS t, is_sale, ${minor('gross')} AS gross, ${minor('refunded')} AS refunded,
  ${minor('gross')} - ${minor('refunded')} AS revenue, ${minor('discount')} AS discount, units, currency${own('orders')}
FROM \`${DATASET}.orders\``,
      ],
      [
        'items',
        `SELECT order_row, quantity, ${minor('amount')} AS amount${own('items')}\nFROM \`${DATASET}.items\``,
      ],
      [
        'events',
        `SELECT ${person} AS person, ${millis(`DATETIME(TIMESTAMP_MICROS(g.event_timestamp), ${text(ZONE)})`)} AS t,
  CASE g.event_name ${kinds.join(' ')} ELSE 'custom' END AS kind${[...tables.events].map(([field, column]) => `, ${eventField(field, column)} AS ${column.name}`).join('')}
FROM \`${GA4}\` AS g${ids.map(([alias, on]) => `\nLEFT JOIN people AS ${alias} ON ${on}`).join('')}`,
      ],
    ];
  },
  text,
  contains: (column, part) => `(STRPOS(LOWER(NORMALIZE(${column})), ${text(part)}) > 0)`,
  startsWith: (column, part) => `STARTS_WITH(LOWER(NORMALIZE(${column})), ${text(part)})`,
  matches: (column, pattern) => `REGEXP_CONTAINS(${column}, ${text(pattern)})`,
  timestamp: (ms) => `TIMESTAMP_MILLIS(${ms})`,
  integer: (value) => `CAST(${value} AS INT64)`,
  dayYearsLater: (ms, years) =>
    `UNIX_DATE(DATE_ADD(DATE(TIMESTAMP_MILLIS(${ms})), INTERVAL (${years}) YEAR))`,
};

const millis = (datetime: string) => `UNIX_MILLIS(TIMESTAMP(${datetime}))`;

function readable({ name, type }: SqlColumn, minor: (column: string) => string): string {
  if (type === 'time') return millis(name);
  return type === 'money' ? minor(name) : name;
}

/** A field of an event: its name, or the parameter called so. */
function eventField(field: string, { name, type }: SqlColumn): string {
  if (field === 'name') return 'g.event_name';
  const any =
    'COALESCE(p.value.string_value, CAST(p.value.int_value AS STRING), CAST(p.value.double_value AS STRING))';
  const found = `(SELECT ${any} FROM UNNEST(g.event_params) AS p WHERE p.key = ${text(name)} LIMIT 1)`;
  return type === 'text' ? found : `SAFE_CAST(${found} AS ${TYPES[type]})`;
}
