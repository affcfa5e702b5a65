import type { Rule } from '../rule/rule';
import { bigquery } from './bigquery';
import { compileRule, type RuleContext } from './compile-rule';
import { duckdb } from './duckdb';
import { Query } from './query';
import type { SqlDialect } from './sql-dialect';
import type { SqlTables } from './sql-tables';
import { Unsayable } from './unsayable';

export const SQL_DIALECTS = { duckdb, bigquery } as const satisfies Record<SqlDialect['id'], SqlDialect>;

/** A rule in SQL, or the part of it that can't be said and why. */
export type SegmentSql =
  | { readonly kind: 'sql'; readonly sql: string }
  | { readonly kind: 'unsayable'; readonly rule: Rule; readonly why: Unsayable['why'] };

/**
 * A query of two columns: `person`, everybody there was at the as-of, and `member`: true in, false out, null unknown.
 * It reads the tables as Segment Lens exports them (docs/export.md), events of BigQuery from the GA4 export.
 */
export function segmentSql(
  rule: Rule,
  dialect: SqlDialect['id'],
  options: RuleContext & {
    readonly tables: SqlTables;
    readonly asOf: number;
    readonly currency: string | null;
    /** Minor units in one major of the currency. */
    readonly units: number;
  },
): SegmentSql {
  try {
    const query = new Query(SQL_DIALECTS[dialect], options.tables, options.currency, options.units);
    return { kind: 'sql', sql: compileRule(query, rule, options.asOf, options) };
  } catch (error) {
    if (error instanceof Unsayable) return { kind: 'unsayable', rule: error.rule, why: error.why };
    throw error;
  }
}
