import type { SqlDialect } from './sql-dialect';
import { DAY } from './sql-literals';
import type { SqlTables } from './sql-tables';

/** A query in the making: common table expressions, each said once. */
export class Query {
  private readonly names = new Map<string, string>();
  private readonly parts: (readonly [name: string, sql: string])[] = [];
  private readonly counts = new Map<string, number>();

  constructor(
    readonly dialect: SqlDialect,
    readonly tables: SqlTables,
    readonly currency: string | null,
    /** Minor units in one major. */
    readonly units: number,
  ) {
    for (const part of dialect.base(tables, units)) this.parts.push(part);
  }

  /** The name of the expression, which is `hint` with a number. */
  cte(hint: string, sql: string): string {
    const known = this.names.get(sql);
    if (known !== undefined) return known;
    const count = (this.counts.get(hint) ?? 0) + 1;
    this.counts.set(hint, count);
    const name = `${hint}_${count}`;
    this.names.set(sql, name);
    this.parts.push([name, sql]);
    return name;
  }

  /** Days since 1970 of a moment in ms. */
  day(ms: string): string {
    return this.dialect.integer(`FLOOR(${ms} / ${DAY}.0)`);
  }

  sql(select: string): string {
    const ctes = this.parts.map(([name, sql]) => `${name} AS (\n${indented(sql)}\n)`);
    return `WITH ${ctes.join(',\n')}\n${select}`;
  }
}

const indented = (sql: string) =>
  sql
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
