import type { Query } from './query';

/** The expression of everybody who is somebody at the as-of: see `populationAt`. */
export function everyoneAt(query: Query, asOf: number): string {
  return query.cte(
    'everyone',
    `SELECT person FROM ${firstTraces(query)} WHERE first IS NULL OR first <= ${asOf}`,
  );
}

/** `person, first`: the first dated thing held of each, null where nothing is dated. */
export function firstTraces(query: Query): string {
  const created = query.tables.people.get('createdAt');
  const createdAt = created?.type === 'time' ? created.name : query.dialect.integer('NULL');
  return query.cte(
    'first_traces',
    `SELECT person, MIN(t) AS first FROM (
  SELECT person, ${createdAt} AS t FROM people
  UNION ALL SELECT person, t FROM orders
  UNION ALL SELECT person, t FROM events
) AS traces WHERE person IS NOT NULL GROUP BY person`,
  );
}
