import type { SqlTables } from './sql-tables';

/** Where two databases say the same in other words. */
export interface SqlDialect {
  readonly id: 'duckdb' | 'bigquery';
  /** Common table expressions `people`, `orders`, `items`, `events`: see `BASE_COLUMNS`. */
  base(tables: SqlTables, minorUnits: number): readonly (readonly [name: string, sql: string])[];
  text(value: string): string;
  /** `text` occurs in the column, case and composition aside; it comes folded. */
  contains(column: string, folded: string): string;
  startsWith(column: string, folded: string): string;
  /** An RE2 pattern is found in the column. */
  matches(column: string, pattern: string): string;
  /** Of a moment in ms. */
  timestamp(ms: string): string;
  integer(value: string): string;
  /** Whole days of a moment in ms moved by years, 29 February to the 28th where there is none. */
  dayYearsLater(ms: string, years: string): string;
}
