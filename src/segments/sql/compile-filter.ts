import type { ColumnType } from '../../core/column';
import { isRowField, type RowField } from '../rule/row-fields';
import type { Filter, Measure, ValueTest } from '../rule/rule';
import { compileTest } from './compile-test';
import type { Query } from './query';
import { DAY, sqlAnd, sqlOr } from './sql-literals';

type Table = Measure['of'];

/** What rows of a table are called inside the expressions: `o` orders, `i` their lines, `e` events. */
export const ALIAS = { orders: 'o', items: 'i', events: 'e' } as const;

export interface CompiledColumn {
  readonly sql: string;
  readonly type: ColumnType;
}

/** The column behind a filter's or measure's field, as `rowColumn` finds it; null where no capture holds it. */
export function compileColumn(query: Query, of: Table, field: string): CompiledColumn | null {
  return ownColumn(query, of, field) ?? (of === 'items' ? ownColumn(query, 'orders', field) : null);
}

function ownColumn({ tables }: Query, of: Table, field: string): CompiledColumn | null {
  const alias = ALIAS[of];
  const built = BUILT_IN[of][field];
  if (built !== undefined) return { sql: `${alias}.${built.name}`, type: built.type };
  const found = tables[of].get(field);
  return found === undefined ? null : { sql: `${alias}.${found.name}`, type: found.type };
}

const BUILT_IN: Readonly<
  Record<Table, Readonly<Record<string, { readonly name: string; readonly type: ColumnType }>>>
> = {
  orders: {
    revenue: { name: 'revenue', type: 'money' },
    gross: { name: 'gross', type: 'money' },
    total: { name: 'gross', type: 'money' },
    value: { name: 'gross', type: 'money' },
    refunded: { name: 'refunded', type: 'money' },
    discount: { name: 'discount', type: 'money' },
    units: { name: 'units', type: 'number' },
    currency: { name: 'currency', type: 'text' },
    time: { name: 't', type: 'time' },
  },
  items: {
    revenue: { name: 'amount', type: 'money' },
    gross: { name: 'amount', type: 'money' },
    value: { name: 'amount', type: 'money' },
    amount: { name: 'amount', type: 'money' },
    units: { name: 'quantity', type: 'number' },
    quantity: { name: 'quantity', type: 'number' },
  },
  events: {
    kind: { name: 'kind', type: 'text' },
    time: { name: 't', type: 'time' },
  },
};

/** Whether a row's amounts are in the currency asked for; null where every row's are. */
export function compileOurs({ tables, dialect, currency }: Query, of: Table): string | null {
  const events = tables.events.get('currency');
  if (of === 'events' && events?.type !== 'text') return null;
  const column = of === 'events' ? `${ALIAS.events}.${events?.name}` : `${ALIAS.orders}.currency`;
  return currency === null ? `(${column} IS NULL)` : `COALESCE(${column} = ${dialect.text(currency)}, FALSE)`;
}

/** Whether a row matches all filters: true, false, or null where it can't be told. */
export function compileFilters(query: Query, of: Table, filters: readonly Filter[], asOf: number): string {
  return sqlAnd(filters.map((filter) => compileFilter(query, of, filter, asOf)));
}

function compileFilter(query: Query, of: Table, filter: Filter, asOf: number): string {
  if ('kind' in filter) {
    const parts = filter.filters.map((one) => compileFilter(query, of, one, asOf));
    return filter.kind === 'all'
      ? sqlAnd(parts)
      : filter.kind === 'any'
        ? sqlOr(parts)
        : `(NOT ${sqlOr(parts)})`;
  }
  const { field, test } = filter;
  if (isRowField(field)) {
    const table = of === 'events' ? 'events' : 'orders';
    const value = rowField(query, table, field, asOf);
    const answer = compileTest(query.dialect, value, 'number', test, 1);
    // An undated row has no day for anything to be told of.
    return `(CASE WHEN ${ALIAS[table]}.t IS NOT NULL AND ${value} IS NOT NULL THEN ${answer} END)`;
  }
  const column = compileColumn(query, of, field);
  if (column === null) return 'CAST(NULL AS BOOL)';
  const answer = compileTest(query.dialect, column.sql, column.type, test, query.units, field === 'tags');
  if (column.type !== 'money' || asksOnlyForSign(test)) return answer;
  const ours = compileOurs(query, of);
  return ours === null ? answer : `(CASE WHEN ${ours} THEN ${answer} END)`;
}

/** Having any discount, or none, is the same in every currency; having "over 100" is not. */
function asksOnlyForSign(test: ValueTest): boolean {
  if (test.op === 'between') return test.from === 0 && test.to === 0;
  return !('value' in test) || test.value === 0;
}

function rowField(query: Query, table: 'orders' | 'events', field: RowField, asOf: number): string {
  const t = `${ALIAS[table]}.t`;
  const part = (name: string) => `EXTRACT(${name} FROM ${query.dialect.timestamp(t)})`;
  switch (field) {
    case 'weekday':
      // Day 0 was a Thursday.
      return `(MOD(MOD(${query.day(t)} + 3, 7) + 7, 7) + 1)`;
    case 'hour':
      return `(CASE WHEN EXISTS (SELECT 1 FROM ${table} AS clocked WHERE MOD(clocked.t, ${DAY}) <> 0) THEN ${part('HOUR')} END)`;
    case 'month':
      return part('MONTH');
    case 'year':
      return part('YEAR');
    case 'monthDay':
      return `(${part('MONTH')} * 100 + ${part('DAY')})`;
    case 'daysAgo':
      return `(${Math.floor(asOf / DAY)} - ${query.day(t)})`;
  }
}
