import type { Column } from '../../core/column';
import type { Mapping } from '../../core/mapping';
import { isoDay } from '../../core/time/calendar';
import type { LoadedTable, LoadPlan } from '../loaded-table';
import type { ShapedRows } from './shaped-rows';

export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/**
 * The days a report or a table of costs covers by its own rows: its columns of a range, else its column of days.
 * Null where no row says, and for people, orders and events, whose dates are the data itself.
 */
export function spanOf(
  mapping: Mapping,
  plan: LoadPlan,
  loaded: LoadedTable,
  rows: ShapedRows,
): DaySpan | null {
  if (mapping.table !== 'reports' && mapping.table !== 'spend') return null;
  const ranges = plan.columns.flatMap(({ role, reading }, index) =>
    role === 'apart' && reading.kind === 'date' ? [loaded.columns[index]] : [],
  );
  const [from, to] = ranges;
  if (from !== undefined && to !== undefined) return daysBetween(from, to);
  const days = rows.columns.find(
    ({ mapping: { target, reading }, column }) =>
      column.type === 'time' &&
      // A week or a month is longer than the day it begins on.
      (reading.kind !== 'nth' || reading.unit === 'day') &&
      ((target.kind === 'field' && target.field === 'day') ||
        (target.kind === 'dimension' && DAYS.has(target.id ?? ''))),
  );
  return days === undefined ? null : daysBetween(days.column, days.column);
}

const DAYS: ReadonlySet<string> = new Set(['date', 'dateHour', 'day']);

function daysBetween(from: Column, to: Column): DaySpan | null {
  if (from.type !== 'time' || to.type !== 'time') return null;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const time of from.values) if (time < first) first = time;
  for (const time of to.values) if (time > last) last = time;
  return first <= last ? { from: isoDay(first), to: isoDay(last) } : null;
}
