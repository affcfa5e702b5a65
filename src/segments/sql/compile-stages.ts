import { dayOf } from '../../core/time/calendar';
import { stageBits } from '../engine/stages';
import {
  ADVOCACY_KINDS,
  CONSIDERATION_KINDS,
  CRM_STAGES,
  DECISION_KINDS,
  LAPSE_FACTOR,
  stageBit,
} from '../journey';
import { lifecycleIntervals } from '../lifecycle';
import { RFM_CELLS, RFM_LEAST_BUYERS } from '../rfm/rfm';
import {
  JOURNEY_STAGES,
  type JourneyStage,
  LIFECYCLE_STAGES,
  type LifecycleStage,
  type Measure,
  type RfmGroup,
  type Rule,
} from '../rule/rule';
import { compileMeasure } from './compile-measure';
import { firstOrders } from './compile-window';
import { everyoneAt, firstTraces } from './everyone-at';
import type { Query } from './query';
import { medianOfPlaced, sqlAnd, sqlOr } from './sql-literals';

const LIFETIME = { kind: 'lifetime' } as const;

/** `person, r, f, m`: scores 1–5 of everybody who has bought, `m` null where their amounts can't be used. */
function scores(query: Query, asOf: number): { readonly held: string; readonly cte: string } {
  const measured = (measure: Measure) => compileMeasure(query, asOf, measure, LIFETIME);
  const recency = measured({ of: 'orders', stat: 'days-since-last' });
  const frequency = measured({ of: 'orders', stat: 'count' });
  const revenue = measured({ of: 'orders', stat: 'sum', field: 'revenue' });
  const buyers = query.cte(
    'buyers',
    `SELECT f.person, r.value AS silent, f.value AS orders, v.value AS spent
FROM ${frequency.cte} AS f JOIN ${recency.cte} AS r ON r.person = f.person LEFT JOIN ${revenue.cte} AS v ON v.person = f.person
WHERE f.value IS NOT NULL`,
  );
  // One and five times the share of those strictly worse.
  const score = (order: string, among: string) =>
    `${query.dialect.integer(`1 + FLOOR(5 * (RANK() OVER (ORDER BY ${order}) - 1) * 1.0 / COUNT(*) OVER ())`)} AS score FROM ${buyers}${among}`;
  const money = query.cte('money_scores', `SELECT person, ${score('spent', ' WHERE spent IS NOT NULL')}`);
  const recent = query.cte('recency_scores', `SELECT person, ${score('silent DESC', '')}`);
  const often = query.cte('frequency_scores', `SELECT person, ${score('orders', '')}`);
  return {
    held: sqlAnd([recency.held, `(SELECT COUNT(*) FROM ${buyers}) >= ${RFM_LEAST_BUYERS}`]),
    cte: query.cte(
      'rfm_scored',
      `SELECT r.person, r.score AS r, f.score AS f, m.score AS m
FROM ${recent} AS r JOIN ${often} AS f ON f.person = r.person LEFT JOIN ${money} AS m ON m.person = r.person`,
    ),
  };
}

export function rfmSql(query: Query, groups: readonly RfmGroup[], asOf: number): string {
  const { held, cte } = scores(query, asOf);
  const cells = groups.map((group) => {
    const { r, f } = RFM_CELLS[group];
    return `(s.r BETWEEN ${r[0]} AND ${r[1]} AND s.f BETWEEN ${f[0]} AND ${f[1]})`;
  });
  return `SELECT p.person, CASE WHEN NOT ${held} THEN NULL ELSE COALESCE(${sqlOr(cells)}, FALSE) END AS answer
FROM ${everyoneAt(query, asOf)} AS p LEFT JOIN ${cte} AS s ON s.person = p.person`;
}

export function rfmScoresSql(
  query: Query,
  { r, f, m }: Extract<Rule, { kind: 'rfm-scores' }>,
  asOf: number,
): string {
  const { held, cte } = scores(query, asOf);
  const asked = [
    ['r', r],
    ['f', f],
    ['m', m],
  ] as const;
  const parts = asked.flatMap(([name, wanted]) =>
    wanted === undefined ? [] : [wanted.length === 0 ? 'FALSE' : `s.${name} IN (${wanted.join(', ')})`],
  );
  return `SELECT p.person, CASE WHEN NOT ${held} THEN NULL WHEN s.person IS NULL THEN FALSE ELSE ${sqlAnd(parts)} END AS answer
FROM ${everyoneAt(query, asOf)} AS p LEFT JOIN ${cte} AS s ON s.person = p.person`;
}

/** In where every possible stage is wanted, out where none is, else null: `possible` is a sum with a power of 2 a stage. */
function stagesWanted(query: Query, possible: string, wanted: number, all: number, asOf: number): string {
  const anyOf = (bits: number) => {
    const parts: string[] = [];
    for (let stage = 1; stage <= all; stage *= 2) {
      if ((bits & stage) === 0) continue;
      parts.push(`MOD(${query.dialect.integer(`FLOOR(COALESCE(x.possible, 0) / ${stage}.0)`)}, 2) = 1`);
    }
    return sqlOr(parts);
  };
  return `SELECT p.person, CASE WHEN NOT ${anyOf(wanted)} THEN FALSE WHEN NOT ${anyOf(all & ~wanted)} THEN TRUE END AS answer
FROM ${everyoneAt(query, asOf)} AS p LEFT JOIN ${possible} AS x ON x.person = p.person`;
}

/** As `lifecycle`. */
export function lifecycleSql(
  query: Query,
  stages: readonly LifecycleStage[],
  interval: 'month' | 'quarter' | 'year',
  asOf: number,
): string {
  const bit = (stage: LifecycleStage) => 1 << LIFECYCLE_STAGES.indexOf(stage);
  const neither = 1 << LIFECYCLE_STAGES.length;
  const { now, before } = lifecycleIntervals(asOf, interval);
  const everyone = everyoneAt(query, asOf);
  const created = query.tables.people.get('createdAt');
  const ordersHeld = query.cte(
    'orders_held',
    `SELECT EXISTS (SELECT 1 FROM orders AS o WHERE o.t <= ${asOf}) AS held,
  EXISTS (SELECT 1 FROM events AS e WHERE e.t <= ${asOf}) AS events_held`,
  );
  const active = query.cte(
    'active',
    `SELECT person, MAX(CASE WHEN t >= ${now} THEN 1 ELSE 0 END) AS now, MAX(CASE WHEN t < ${now} THEN 1 ELSE 0 END) AS before
FROM (
  SELECT o.person, o.t FROM orders AS o WHERE o.is_sale AND o.t <= ${asOf}
  UNION ALL
  SELECT e.person, e.t FROM events AS e
  WHERE e.t <= ${asOf} AND COALESCE(e.kind <> 'mail-sent', TRUE) AND NOT (SELECT held FROM ${ordersHeld})
) AS done WHERE t >= ${before} AND person IS NOT NULL GROUP BY person`,
  );
  const since = query.cte(
    'held_since',
    `SELECT MIN(t) AS t FROM (SELECT t FROM orders UNION ALL SELECT t FROM events) AS all_rows`,
  );
  const seen = firstTraces(query);
  const reaches = `COALESCE((SELECT ${query.day('t')} FROM ${since}) <= ${dayOf(before)}, FALSE)`;
  const signs = query.cte(
    'lifecycle_signs',
    `SELECT p.person, COALESCE(a.now, 0) = 1 AS active_now, COALESCE(a.before, 0) = 1 AS active_before,
  COALESCE(s.first >= ${now}, TRUE) AS may_be_new,
  COALESCE(s.first >= ${now}, TRUE) AND (${created?.type === 'time' ? `c.${created.name} IS NOT NULL OR ` : ''}${reaches}) AS surely_new,
  ${reaches} AS reaches
FROM ${everyone} AS p JOIN people AS c ON c.person = p.person LEFT JOIN ${active} AS a ON a.person = p.person LEFT JOIN ${seen} AS s ON s.person = p.person`,
  );
  const open = '(NOT active_before AND NOT reaches AND NOT surely_new)';
  const possible = query.cte(
    'lifecycle_stages',
    `SELECT person, CASE
  WHEN NOT (SELECT held OR events_held FROM ${ordersHeld}) THEN ${neither | (neither - 1)}
  WHEN active_now THEN (CASE WHEN may_be_new THEN ${bit('new')} ELSE 0 END)
    + (CASE WHEN NOT surely_new AND (active_before OR ${open}) THEN ${bit('returning')} ELSE 0 END)
    + (CASE WHEN NOT surely_new AND NOT active_before THEN ${bit('resurrecting')} ELSE 0 END)
  WHEN active_before THEN ${bit('dormant')}
  ELSE ${neither} + (CASE WHEN ${open} THEN ${bit('dormant')} ELSE 0 END) END AS possible
FROM ${signs}`,
  );
  return stagesWanted(query, possible, stageBits(LIFECYCLE_STAGES, stages), 2 * neither - 1, asOf);
}

/** As `journey`. */
export function journeySql(query: Query, stages: readonly JourneyStage[], asOf: number): string {
  const everyone = everyoneAt(query, asOf);
  const measured = (stat: Measure['stat']) => compileMeasure(query, asOf, { of: 'orders', stat }, LIFETIME);
  const [orders, silent, own] = [measured('count'), measured('days-since-last'), measured('median-gap')];
  const sales = firstOrders(query, asOf);
  const days = query.cte('sale_days', `SELECT DISTINCT person, ${query.day('t')} AS day FROM ${sales}`);
  const gaps = query.cte(
    'all_gaps',
    `SELECT day - LAG(day) OVER (PARTITION BY person ORDER BY day) AS gap FROM ${days}`,
  );
  const usual = query.cte(
    'rhythm',
    `SELECT ${medianOfPlaced('gap')} AS days FROM (
  SELECT gap, ROW_NUMBER() OVER (ORDER BY gap) AS place, COUNT(*) OVER () AS n FROM ${gaps} WHERE gap IS NOT NULL
) AS placed`,
  );
  const kinds = (names: readonly string[]) =>
    `kind IN (${names.map((name) => query.dialect.text(name)).join(', ')})`;
  const did = (names: readonly string[]) => `MAX(CASE WHEN ${kinds(names)} THEN 1 ELSE 0 END)`;
  const signs = query.cte(
    'signs',
    `SELECT person, ${did(DECISION_KINDS)} AS decided, ${did(CONSIDERATION_KINDS)} AS considered, ${did(ADVOCACY_KINDS)} AS spoke
FROM events WHERE person IS NOT NULL AND t <= ${asOf} GROUP BY person`,
  );
  const stage = query.tables.people.get('lifecycleStage');
  const nps = query.tables.people.get('nps');
  const says =
    stage?.type === 'text'
      ? `COALESCE(CASE LOWER(TRIM(c.${stage.name})) ${Object.entries(CRM_STAGES)
          .map(([name, bits]) => `WHEN ${query.dialect.text(name)} THEN ${bits}`)
          .join(' ')} END, 0)`
      : '0';
  const all = query.cte(
    'journey_signs',
    `SELECT p.person, o.value AS orders, s.value AS silent, g.value AS gap, (SELECT days FROM ${usual}) AS usual,
  COALESCE(d.decided, 0) = 1 AS decided, COALESCE(d.considered, 0) = 1 AS considered,
  COALESCE(d.spoke, 0) = 1${nps?.type === 'number' ? ` OR COALESCE(c.${nps.name} >= 9, FALSE)` : ''} AS advocate,
  ${says} AS says, ${orders.held} AS orders_held, EXISTS (SELECT 1 FROM events AS e WHERE e.t <= ${asOf}) AS events_held
FROM ${everyone} AS p JOIN people AS c ON c.person = p.person
LEFT JOIN ${orders.cte} AS o ON o.person = p.person LEFT JOIN ${silent.cte} AS s ON s.person = p.person
LEFT JOIN ${own.cte} AS g ON g.person = p.person LEFT JOIN ${signs} AS d ON d.person = p.person`,
  );
  const bit = stageBit;
  const buyer = bit('first-purchase') | bit('retention') | bit('advocacy') | bit('lapsed');
  const prospect = bit('awareness') | bit('consideration') | bit('decision');
  /** Whether the CRM's own stage is one of these, or leaves one of them open. */
  const saysAny = (bits: number) => {
    const values = [...new Set(Object.values(CRM_STAGES))].filter((value) => (value & bits) !== 0);
    return `says IN (${values.join(', ')})`;
  };
  const kept = `(CASE WHEN orders = 1 THEN ${bit('first-purchase')} WHEN advocate THEN ${bit('advocacy')} ELSE ${bit('retention')} END)`;
  const now = `(CASE WHEN decided THEN ${bit('decision')}
    WHEN ${saysAny(prospect)} THEN (CASE WHEN ${saysAny(bit('awareness'))} AND considered THEN ${bit('consideration')} ELSE says END)
    WHEN considered THEN ${bit('consideration')}
    WHEN events_held THEN ${bit('awareness')} ELSE ${prospect} END)`;
  const possible = query.cte(
    'journey_stages',
    `SELECT person, CASE
  WHEN orders >= 1 THEN CASE WHEN usual IS NULL THEN ${kept} + ${bit('lapsed')}
    WHEN silent > ${LAPSE_FACTOR} * (CASE WHEN gap > usual THEN gap ELSE usual END) THEN ${bit('lapsed')} ELSE ${kept} END
  WHEN ${saysAny(buyer)} THEN says
  ELSE ${now} + (CASE WHEN orders_held OR says <> 0 THEN 0 ELSE ${buyer} END) END AS possible
FROM ${all}`,
  );
  return stagesWanted(
    query,
    possible,
    stageBits(JOURNEY_STAGES, stages),
    (1 << JOURNEY_STAGES.length) - 1,
    asOf,
  );
}
