import type { DuckDBConnection } from 'duckdb-blocking';
import { heldData } from '../../src/app/held-data';
import { mainCurrency } from '../../src/core/main-currency';
import { minorUnits } from '../../src/core/minor-units';
import { tableFiles } from '../../src/export/table-files';
import type { Rule } from '../../src/segments/rule/rule';
import { compileRule } from '../../src/segments/sql/compile-rule';
import { duckdb } from '../../src/segments/sql/duckdb';
import { Query } from '../../src/segments/sql/query';
import { type SqlTables, sqlTables } from '../../src/segments/sql/sql-tables';
import { importFiles, memoryEngine } from '../../tests/memory-engine';
import { eventsCsv } from '../data/events-csv';
import { ordersCsv } from '../data/orders-csv';
import { generateShop } from '../data/shop';
import { numbers, openDuckDb } from './duckdb';
import { serve } from './serve';

// Rules in the SQL Segment Lens says them in, over its own exported tables, read and typed once and kept.

let connection: DuckDBConnection;
let tables: SqlTables;
let currency: string | null;

serve({
  async setup({ customers }: { customers: number }) {
    const { engine, store } = memoryEngine();
    const shop = generateShop(customers);
    await importFiles(engine, ordersCsv(shop), eventsCsv(shop));
    const { dataset } = await heldData(store).current();
    currency = mainCurrency(dataset);
    tables = sqlTables(dataset);
    const files = new Map(tableFiles(dataset, currency).map(({ name, bytes }) => [name, bytes]));
    const opened = await openDuckDb();
    connection = opened.connection;
    for (const [name, sql] of duckdb.base(tables, minorUnits(currency))) {
      opened.db.registerFileBuffer(`${name}.csv`, files.get(`${name}.csv`) as Uint8Array);
      connection.query(`CREATE TABLE ${name} AS ${sql}`);
      opened.db.dropFile(`${name}.csv`);
    }
  },

  /** In and unknown of each rule, and how long each took. */
  rules({ rules, asOf }: { rules: readonly Rule[]; asOf: number }) {
    const each = rules.map((rule) => {
      const query = new Query({ ...duckdb, base: () => [] }, tables, currency, minorUnits(currency));
      const sql = compileRule(query, rule, asOf, { segment: () => null }).replace(
        /\nORDER BY p\.person$/,
        '',
      );
      const begun = performance.now();
      const [counts] = numbers(
        connection,
        `SELECT count_if(member), count_if(member IS NULL), count(*) FROM (${sql})`,
      );
      return { ms: performance.now() - begun, values: counts };
    });
    return {
      ms: each.reduce((sum, { ms }) => sum + ms, 0),
      each: each.map(({ ms }) => ms),
      values: each.map(({ values }) => values),
    };
  },
});
