import type { SequenceStep, Span } from '../rule/rule';
import { compileFilters } from './compile-filter';
import type { CompiledWindow } from './compiled-window';
import type { Query } from './query';
import { rowsOfWindow } from './rows-of-window';
import { DAY } from './sql-literals';

/** Expressions of `person, starts, ends`: the first time it happened, with all that can't be told against or for it. */
export interface CompiledSequence {
  readonly certain: string;
  readonly possible: string;
}

/**
 * Whom a sequence happened to: as `findSequences` walks, from the last step back. Of each step only the nearest later
 * row that the rest follows from matters, and of each `not` only the nearest later row: both are running minima.
 */
export function compileSequence(
  query: Query,
  asOf: number,
  steps: readonly SequenceStep[],
  window: CompiledWindow,
): CompiledSequence {
  return {
    certain: oneReading(query, asOf, steps, window, true),
    possible: oneReading(query, asOf, steps, window, false),
  };
}

interface Walked {
  /** Its place among the steps. */
  readonly at: number;
  readonly within: Span | undefined;
  readonly nots: { readonly at: number; readonly within: Span | undefined }[];
}

function oneReading(
  query: Query,
  asOf: number,
  steps: readonly SequenceStep[],
  window: CompiledWindow,
  certain: boolean,
): string {
  const walked: Walked[] = [];
  steps.forEach((step, at) => {
    if (step.not) walked.at(-1)?.nots.push({ at, within: step.within });
    else walked.push({ at, within: step.within, nots: [] });
  });
  const last = walked.length - 1;
  // A `not` at the end looks past the window.
  const to = (walked[last]?.nots.length ?? 0) > 0 ? asOf : window.end;
  let rows = stepRows(query, asOf, steps, window, to, certain);
  for (let k = last; k >= 0; k--) rows = goodRows(query, asOf, walked, k, rows, certain);
  return query.cte(
    certain ? 'happened' : 'may_have_happened',
    `SELECT person, MIN(t) AS starts, MIN(e0) AS ends FROM ${rows} WHERE g0 = 1 GROUP BY person`,
  );
}

/** One row a person and moment, with 1 or 0 for each step: `s0`, `s1`, …. */
function stepRows(
  query: Query,
  asOf: number,
  steps: readonly SequenceStep[],
  window: CompiledWindow,
  to: number,
  certain: boolean,
): string {
  const parts = (['orders', 'events'] as const).flatMap((table) => {
    const own = steps.map((step) => (step.of === 'events') === (table === 'events'));
    if (!own.includes(true)) return [];
    const a = table === 'events' ? 'e' : 'o';
    const joins: string[] = [];
    const flags = steps.map((step, i) => {
      if (!own[i]) return `0 AS s${i}`;
      let answer = compileFilters(query, step.of, step.where ?? [], asOf);
      if (step.of === 'items') {
        const lines = orderLines(query, asOf, step);
        joins.push(` LEFT JOIN ${lines} AS l${i} ON l${i}.order_row = o.order_row`);
        answer = `CASE WHEN NOT o.is_sale THEN FALSE WHEN l${i}.told = 2 THEN TRUE WHEN l${i}.told = 0 THEN FALSE END`;
      } else if (step.of === 'orders') answer = `CASE WHEN o.is_sale THEN ${answer} ELSE FALSE END`;
      // A row that can't be told is no step, but may be what a `not` forbids; and the other way round.
      const sure = `(${answer}) IS ${certain === (step.not === true) ? 'NOT FALSE' : 'TRUE'}`;
      const inside = window.own === null ? `${a}.t <= ${window.end}` : `${a}.t <= w.hi`;
      const here = step.not || to === window.end ? sure : `${sure} AND ${inside}`;
      return `CASE WHEN ${here} THEN 1 ELSE 0 END AS s${i}`;
    });
    const [from = '', where = ''] = rowsOfWindow(table, window, to).split('\n');
    return [`SELECT ${a}.person, ${a}.t, ${flags.join(', ')}\n${from}${joins.join('')}\n${where}`];
  });
  const all = query.cte('step_rows', parts.join('\nUNION ALL\n'));
  const flags = steps.map((_, i) => `MAX(s${i}) AS s${i}`);
  return query.cte('steps', `SELECT person, t, ${flags.join(', ')} FROM ${all} GROUP BY person, t`);
}

/** Of orders with lines: 2 where one matches, 1 where one may, else 0. */
function orderLines(query: Query, asOf: number, { where = [] }: SequenceStep): string {
  const answer = compileFilters(query, 'items', where, asOf);
  return query.cte(
    'order_lines',
    `SELECT i.order_row, MAX(CASE WHEN ${answer} THEN 2 WHEN (${answer}) IS NULL THEN 1 ELSE 0 END) AS told
FROM items AS i JOIN orders AS o ON o.order_row = i.order_row
GROUP BY i.order_row`,
  );
}

/** Adds `g<k>`, whether step k is at this row and the rest follows, and `e<k>`, where it then ends. */
function goodRows(
  query: Query,
  asOf: number,
  walked: readonly Walked[],
  k: number,
  rows: string,
  certain: boolean,
): string {
  const step = walked[k] as Walked;
  const next = walked[k + 1];
  const later = 'OVER later';
  const seen = [
    ...(next === undefined
      ? []
      : [
          `MIN(CASE WHEN g${k + 1} = 1 THEN t END) ${later} AS n${k}`,
          `MIN(CASE WHEN g${k + 1} = 1 THEN e${k + 1} END) ${later} AS ne${k}`,
        ]),
    ...step.nots.map(({ at }) => `MIN(CASE WHEN s${at} = 1 THEN t END) ${later} AS m${at}`),
  ];
  const conditions = [
    `s${step.at} = 1`,
    ...(next === undefined ? [] : [`n${k} IS NOT NULL`, ...before(`n${k}`, deadline(query, next.within))]),
    ...step.nots.map(({ at, within }) => {
      const met = [
        ...(next === undefined ? [`m${at} IS NOT NULL`] : [`m${at} < n${k}`]),
        ...before(`m${at}`, deadline(query, within)),
      ];
      return `NOT COALESCE(${met.join(' AND ')}, FALSE)`;
    }),
    ...(certain && next === undefined
      ? step.nots.flatMap(({ within }) => {
          const until = deadline(query, within);
          return until === null ? [] : [`${until} <= ${asOf}`];
        })
      : []),
  ];
  const looked =
    seen.length === 0
      ? rows
      : query.cte(
          'looked_on',
          `SELECT *, ${seen.join(', ')}
FROM ${rows}
WINDOW later AS (PARTITION BY person ORDER BY t RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)`,
        );
  const good = conditions.join(' AND ');
  return query.cte(
    'walked',
    `SELECT *, CASE WHEN ${good} THEN 1 ELSE 0 END AS g${k}, ${next === undefined ? 't' : `ne${k}`} AS e${k} FROM ${looked}`,
  );
}

const before = (moment: string, until: string | null) => (until === null ? [] : [`${moment} <= ${until}`]);

/** The last moment within the span of `t`; null where there is no end to it. */
function deadline(query: Query, span: Span | undefined): string | null {
  if (span === undefined) return null;
  if (span.unit === 'days') return `((${query.day('t')} + ${span.n + 1}) * ${DAY} - 1)`;
  return `(t + ${span.n * (span.unit === 'hours' ? 3_600_000 : 60_000)})`;
}
