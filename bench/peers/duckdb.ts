import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import {
  BROWSER_RUNTIME,
  createDuckDB,
  type DuckDBBindings,
  type DuckDBConnection,
  VoidLogger,
} from 'duckdb-blocking';

/** DuckDB-WASM (eh) with its blocking bindings inside this worker: its fastest form. */
export async function openDuckDb(): Promise<{ db: DuckDBBindings; connection: DuckDBConnection }> {
  const bundles = { mvp: { mainModule: ehWasm, mainWorker: '' }, eh: { mainModule: ehWasm, mainWorker: '' } };
  const db = await createDuckDB(bundles, new VoidLogger(), BROWSER_RUNTIME);
  await db.instantiate(() => {});
  db.open({ path: ':memory:', query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  return { db, connection: db.connect() };
}

/** The rows of a query as numbers, column by column in the query's order. */
export function numbers(connection: DuckDBConnection, sql: string): number[][] {
  const table = connection.query(sql);
  return table.toArray().map((row: { toArray(): unknown[] }) => [...row.toArray()].map(Number));
}
