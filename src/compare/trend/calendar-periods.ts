import {
  DAY_MS,
  dayOf,
  monthOf,
  monthStart,
  startOfDay,
  startOfMonth,
  startOfWeek,
  type WeekStart,
} from '../../core/time/calendar';
import type { Trend, TrendRequest } from '../comparison';

/**
 * Days, weeks (of ISO unless they begin on Sunday), months or quarters from the one that holds `from` to the one that
 * holds `to`. A first or last one that reaches beyond the days between is partial.
 */
export function calendarPeriods(
  from: number,
  to: number,
  every: TrendRequest['every'],
  weekStart: WeekStart = 'monday',
): Trend['periods'] {
  const periods: { from: number; to: number; partial: boolean }[] = [];
  for (let start = startOf(from, every, weekStart); start <= to; ) {
    const next = nextStart(start, every);
    const partial = dayOf(start) < dayOf(from) || dayOf(next) - 1 > dayOf(to);
    periods.push({ from: start, to: next - 1, partial });
    start = next;
  }
  return periods;
}

function startOf(time: number, every: TrendRequest['every'], weekStart: WeekStart): number {
  if (every === 'day') return startOfDay(time);
  if (every === 'week') return startOfWeek(time, weekStart);
  if (every === 'month') return startOfMonth(time);
  return monthStart(Math.floor(monthOf(time) / 3) * 3);
}

function nextStart(start: number, every: TrendRequest['every']): number {
  if (every === 'day') return start + DAY_MS;
  if (every === 'week') return start + 7 * DAY_MS;
  return monthStart(monthOf(start) + (every === 'month' ? 1 : 3));
}
