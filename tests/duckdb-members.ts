import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Dataset } from '../src/core/dataset';
import { minorUnits } from '../src/core/minor-units';
import { tableFiles } from '../src/export/table-files';
import type { Rule } from '../src/segments/rule/rule';
import { segmentSql } from '../src/segments/sql/segment-sql';
import { sqlTables } from '../src/segments/sql/sql-tables';

export type Member = 'in' | 'out' | 'unknown';

export interface DuckMembers {
  /** Who a rule holds for by DuckDB over the exported files, by row of people; null where the rule can't be said. */
  ask(
    rule: Rule,
    asOf: number,
    segment?: (id: string) => Rule | null,
  ): Promise<ReadonlyMap<number, Member> | null>;
  close(): void;
}

const READING = /read_csv\('(\w+)\.csv'[^{]*\{[^}]*\}\)/g;

/** DuckDB over a dataset's exported files. */
export async function duckMembers(dataset: Dataset, currency: string | null): Promise<DuckMembers> {
  const folder = mkdtempSync(join(tmpdir(), 'segment-lens-sql-'));
  for (const { name, bytes } of tableFiles(dataset, currency)) writeFileSync(join(folder, name), bytes);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const tables = sqlTables(dataset);
  const read = new Set<string>();
  /** Each file is read as the query says, once. */
  const readOnce = async (sql: string) => {
    for (const [reading, table = ''] of sql.matchAll(READING)) {
      if (read.has(table)) continue;
      read.add(table);
      const from = reading.replace("read_csv('", `read_csv('${folder}/`);
      await connection.run(`CREATE TABLE ${table}_file AS SELECT * FROM ${from}`);
    }
    return sql.replaceAll(READING, '$1_file');
  };
  return {
    async ask(rule, asOf, segment = () => null) {
      const said = segmentSql(rule, 'duckdb', {
        tables,
        asOf,
        currency,
        units: minorUnits(currency),
        segment,
      });
      if (said.kind !== 'sql') return null;
      const sql = await readOnce(said.sql);
      try {
        const rows = (await connection.runAndReadAll(sql)).getRows();
        return new Map(
          rows.map(([person, member]) => [
            Number(person),
            member === null ? 'unknown' : member === true ? 'in' : 'out',
          ]),
        );
      } catch (error) {
        throw new Error(`${(error as Error).message}\n${JSON.stringify(rule)}\n${said.sql}`);
      }
    },
    close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
