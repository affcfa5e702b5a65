import type { DuckDBBindings, DuckDBConnection } from 'duckdb-blocking';
import { eventsCsv } from '../data/events-csv';
import { ordersCsv } from '../data/orders-csv';
import { RETENTION_MONTHS, segmentsAsked, sequenceAsked } from '../data/questions';
import { generateShop } from '../data/shop';
import { type Compared, metricsOf } from './answer';
import { numbers, openDuckDb } from './duckdb';
import { serve, timed } from './serve';

let db: DuckDBBindings;
let connection: DuckDBConnection;
let asOf = '';

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

serve({
  /** Tables in DuckDB's best types: customers as integers, revenue in minor units. */
  async setup({ customers }: { customers: number }) {
    ({ db, connection } = await openDuckDb());
    const shop = generateShop(customers);
    asOf = `TIMESTAMP '${new Date(shop.asOf).toISOString().slice(0, 23).replace('T', ' ')}'`;
    const customer = `CAST(regexp_extract("Email", '[0-9]+') AS INTEGER)`;
    db.registerFileBuffer('orders.csv', await bytesOf(ordersCsv(shop)));
    connection.query(`CREATE TABLE orders AS SELECT ${customer} AS customer,
      CAST(left("Created at", 19) AS TIMESTAMP) AS t,
      CAST(round("Total" * 100) - round("Refunded Amount" * 100) AS BIGINT) AS revenue
      FROM read_csv('orders.csv', header = true, all_varchar = false, types = {'Created at': 'VARCHAR'})
      ORDER BY customer, t`);
    db.dropFile('orders.csv');
    db.registerFileBuffer('events.csv', await bytesOf(eventsCsv(shop)));
    connection.query(`CREATE TABLE events AS SELECT ${customer} AS customer, CAST("Event time" AS TIMESTAMP) AS t,
      CAST("Event" AS ENUM ('page-view', 'mail-open', 'mail-click', 'cart')) AS kind
      FROM read_csv('events.csv', header = true) ORDER BY customer, t`);
    db.dropFile('events.csv');
    connection.query(`CREATE TABLE people AS SELECT customer, count(*) AS orders, sum(revenue)::BIGINT AS revenue,
      max(t)::DATE AS last, min(t) AS first FROM orders GROUP BY customer`);
    connection.query(`CREATE TABLE months AS SELECT DISTINCT customer, ${monthOf('t')} AS month,
      ${monthOf('first')} AS cohort FROM orders JOIN people USING (customer)`);
  },

  comparison: ({ round, kept }: { round: number; kept: boolean }) => timed(() => comparison(round, kept)),

  /** Of some of the segments of the table (`TABLE_SEGMENTS`), and of everyone. */
  table: ({ chosen, kept }: { chosen: readonly number[]; kept: boolean }) =>
    timed(() => aggregates(chosen.map((i) => tableTests()[i] as string).concat('true'), peopleOf(kept))),

  sequence({ round }: { round: number }) {
    const { clickDays, orderDays } = sequenceAsked(round);
    return timed(
      () =>
        numbers(
          connection,
          `WITH clicks AS (SELECT customer, t FROM events WHERE kind = 'mail-click'),
             opens AS (SELECT customer, t FROM events WHERE kind = 'mail-open')
           SELECT count(DISTINCT c.customer) FROM clicks c
             JOIN opens o ON o.customer = c.customer AND o.t < c.t AND c.t::DATE - o.t::DATE <= ${clickDays}
             JOIN orders b ON b.customer = c.customer AND b.t > c.t AND b.t::DATE - c.t::DATE <= ${orderDays}`,
        )[0]?.[0],
    );
  },

  /** The same by the nearest earlier open and the nearest later order, which decide it. */
  sequenceAsOf({ round }: { round: number }) {
    const { clickDays, orderDays } = sequenceAsked(round);
    return timed(
      () =>
        numbers(
          connection,
          `WITH clicks AS (SELECT customer, t FROM events WHERE kind = 'mail-click'),
             opens AS (SELECT customer, t FROM events WHERE kind = 'mail-open')
           SELECT count(DISTINCT c.customer) FROM clicks c
             ASOF JOIN opens o ON o.customer = c.customer AND c.t > o.t
             ASOF JOIN orders b ON b.customer = c.customer AND c.t < b.t
           WHERE c.t::DATE - o.t::DATE <= ${clickDays} AND b.t::DATE - c.t::DATE <= ${orderDays}`,
        )[0]?.[0],
    );
  },

  async readCsv({ file }: { file: File }) {
    const duck = await openDuckDb();
    const begun = performance.now();
    duck.db.registerFileBuffer('orders.csv', await bytesOf(file));
    duck.connection.query(`CREATE TABLE imported AS SELECT * FROM read_csv('orders.csv', header = true)`);
    const ms = performance.now() - begun;
    const [[rows, total] = []] = numbers(duck.connection, 'SELECT count(*), sum("Total") FROM imported');
    return { ms, rows, total };
  },
});

const monthOf = (time: string) => `(year(${time}) * 12 + month(${time}) - 1)`;

const peopleOf = (kept: boolean): string =>
  kept
    ? 'people'
    : `(SELECT customer, count(*) AS orders, sum(revenue)::BIGINT AS revenue, max(t)::DATE AS last, min(t) AS first
       FROM orders GROUP BY customer)`;

/** `rulesAsked`. */
function testsAsked(round: number): readonly string[] {
  const asked = segmentsAsked(round);
  return [
    `orders >= ${asked.orders}`,
    `revenue >= ${asked.revenue * 100}`,
    `${asOf}::DATE - last > ${asked.silentDays}`,
    `${asOf}::DATE - last < ${asked.recentDays}`,
    `revenue / orders >= ${asked.basket * 100}`,
  ];
}

/** `tableRules`. */
function tableTests(): readonly string[] {
  const [often, spent, silent, lately, basket] = testsAsked(0);
  return [
    often,
    spent,
    silent,
    lately,
    basket,
    `(${often} AND ${silent})`,
    `(${spent} OR ${basket})`,
  ] as string[];
}

function aggregates(tests: readonly string[], people: string) {
  const flagged = `SELECT *, ${tests.map((test, i) => `${test} AS s${i}`).join(', ')} FROM ${people}`;
  const [sums = []] = numbers(
    connection,
    `SELECT ${tests
      .flatMap((_, i) =>
        ['count(*)', 'sum(revenue)', 'sum(orders)', 'count_if(orders >= 2)'].map(
          (of) => `${of} FILTER (WHERE s${i})`,
        ),
      )
      .join(', ')} FROM (${flagged})`,
  );
  const everyone = sums[4 * (tests.length - 1)] as number;
  return tests.map((_, i) => {
    const [n = 0, revenue = 0, orders = 0, repeaters = 0] = sums.slice(i * 4, i * 4 + 4);
    return metricsOf(n, revenue, orders, repeaters, everyone);
  });
}

function comparison(round: number, kept: boolean): Compared {
  const tests = [...testsAsked(round), 'true'];
  const people = peopleOf(kept);
  const months = kept
    ? 'months'
    : `(SELECT DISTINCT customer, ${monthOf('t')} AS month, ${monthOf('first')} AS cohort
       FROM orders JOIN flags USING (customer))`;
  const flagged = `SELECT *, ${tests.map((test, i) => `${test} AS s${i}`).join(', ')} FROM ${people}`;
  const lastMonth = monthOf(asOf);
  const counted = (on: string) => tests.map((_, i) => `count(*) FILTER (WHERE s${i} AND ${on})`).join(', ');
  const asking = numbers(
    connection,
    `WITH flags AS (${flagged}), k AS (SELECT unnest(range(${RETENTION_MONTHS + 1})) AS k)
     SELECT k, ${counted('true')} FROM k JOIN flags ON ${monthOf('first')} + k <= ${lastMonth} GROUP BY k ORDER BY k`,
  );
  const keeping = numbers(
    connection,
    `WITH flags AS (${flagged})
     SELECT m.month - m.cohort AS k, ${counted('true')} FROM ${months} m JOIN flags USING (customer)
     WHERE m.month - m.cohort <= ${RETENTION_MONTHS} GROUP BY k ORDER BY k`,
  );
  return {
    metrics: aggregates(tests, people),
    retention: tests.map((_, i) =>
      asking.map((row, k) => (keeping.find(([of]) => of === k)?.[i + 1] ?? 0) / (row[i + 1] as number)),
    ),
  };
}
