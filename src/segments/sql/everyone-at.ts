import type { Query } from './query';

/** The expression of everybody who is somebody at the as-of: see `populationAt`. */
export function everyoneAt(query: Query, asOf: number): string {
  const created = query.tables.people.get('createdAt');
  const first = query.cte(
    'first_traces',
    `SELECT person, MIN(t) AS first FROM (
  SELECT person, ${created?.type === 'time' ? created.name : 'CAST(NULL AS BIGINT)'} AS t FROM people
  UNION ALL SELECT person, t FROM orders
  UNION ALL SELECT person, t FROM events
) AS traces WHERE person IS NOT NULL GROUP BY person`,
  );
  return query.cte('everyone', `SELECT person FROM ${first} WHERE first IS NULL OR first <= ${asOf}`);
}
