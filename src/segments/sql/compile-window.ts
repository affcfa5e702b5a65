import { assertNever } from '../../core/assert-never';
import { asOfMoment, lastDaysStart } from '../../core/time/as-of';
import { DAY_MS, dayOf } from '../../core/time/calendar';
import { fieldFilters } from '../rule/filter-fields';
import type { Filter, Measure, SequenceStep, Window } from '../rule/rule';
import { ALIAS, compileFilters } from './compile-filter';
import { compileSequence } from './compile-sequence';
import type { CompiledWindow } from './compiled-window';
import type { Query } from './query';
import { DAY, sqlAnd } from './sql-literals';

export function compileWindow(query: Query, asOf: number, window: Window): CompiledWindow {
  const plain = (start: number | null, end: number): CompiledWindow => ({
    held: 'TRUE',
    start,
    end,
    own: null,
  });
  switch (window.kind) {
    case 'lifetime':
      return plain(null, asOf);
    case 'last-days':
      return plain(lastDaysStart(asOf, window.days), asOf);
    case 'days-ago': {
      const today = dayOf(asOf);
      return plain((today - window.from) * DAY_MS, Math.min((today - window.to + 1) * DAY_MS - 1, asOf));
    }
    case 'between':
      return plain(window.from, Math.min(asOfMoment(window.to), asOf));
    case 'since-first-order':
      return {
        held: 'TRUE',
        start: null,
        end: asOf,
        own: query.cte(
          'since_first_order',
          `SELECT person, MIN(t) AS lo, (${query.day('MIN(t)')} + ${window.days + 1}) * ${DAY} - 1 AS hi, FALSE AS untold
FROM ${firstOrders(query, asOf)}
GROUP BY person`,
        ),
      };
    case 'before-sequence':
    case 'after-sequence': {
      const lifetime = { kind: 'lifetime' } as const;
      const sequence = compileSequence(query, asOf, window.steps, compileWindow(query, asOf, lifetime));
      const at = window.kind === 'before-sequence' ? 'starts' : 'ends';
      const [lo, hi] =
        window.kind === 'before-sequence' ? [String(-8.64e15), `c.${at} - 1`] : [`c.${at} + 1`, String(asOf)];
      return {
        held: compileStepsHeld(query, asOf, window.steps, lifetime),
        start: null,
        end: asOf,
        own: query.cte(
          'beside_sequence',
          `SELECT q.person, CASE WHEN c.${at} = q.${at} THEN ${lo} END AS lo, CASE WHEN c.${at} = q.${at} THEN ${hi} END AS hi,
  (c.${at} IS NULL OR c.${at} <> q.${at}) AS untold
FROM ${sequence.possible} AS q LEFT JOIN ${sequence.certain} AS c ON c.person = q.person`,
        ),
      };
    }
    default:
      return assertNever(window);
  }
}

/** Sales up to the as-of of people known. */
export function firstOrders(query: Query, asOf: number): string {
  return query.cte(
    'sales',
    `SELECT o.person, o.t FROM orders AS o WHERE o.is_sale AND o.person IS NOT NULL AND o.t <= ${asOf}`,
  );
}

/** Whether rows of the kind asked for are held in a window, anybody's: see `areRowsHeld`. */
export function compileHeld(
  query: Query,
  asOf: number,
  of: Measure['of'],
  filters: readonly Filter[],
  window: Window,
): string {
  const { held, start, end } = compileWindow(query, asOf, window);
  const table = of === 'events' ? 'events' : 'orders';
  const a = ALIAS[table];
  const kinds = of === 'events' ? filters.filter(asksForKind) : [];
  const where = sqlAnd([
    ...(start === null ? [] : [`${a}.t >= ${start}`]),
    `${a}.t <= ${end}`,
    ...(kinds.length === 0 ? [] : [compileFilters(query, 'events', kinds, asOf)]),
  ]);
  const lines = of === 'items' ? ' JOIN items AS i ON i.order_row = o.order_row' : '';
  const parts = [
    ...(held === 'TRUE' ? [] : [held]),
    `EXISTS (SELECT 1 FROM ${table} AS ${a}${lines} WHERE ${where})`,
    ...(of === 'events' && window.kind === 'since-first-order'
      ? [`EXISTS (SELECT 1 FROM ${firstOrders(query, asOf)})`]
      : []),
  ];
  return scalar(query, sqlAnd(parts));
}

export function compileStepsHeld(
  query: Query,
  asOf: number,
  steps: readonly SequenceStep[],
  window: Window,
): string {
  return sqlAnd(steps.map(({ of, where = [] }) => compileHeld(query, asOf, of, where, window)));
}

/** A condition on all the data, worked out once. */
function scalar(query: Query, condition: string): string {
  return `(SELECT held FROM ${query.cte('held', `SELECT ${condition} AS held`)})`;
}

function asksForKind(filter: Filter): boolean {
  const fields = fieldFilters([filter]);
  return fields.length > 0 && fields.every(({ field }) => field === 'kind');
}
