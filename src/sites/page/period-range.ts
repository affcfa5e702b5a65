import type { DateRange } from './date-range';

const DAY_MS = 86_400_000;

/**
 * The days of a period as web statistics name it in addresses: `day 2026-10-05`, `week`, `month` or `year` with any
 * day of it, `range 2026-10-01,2026-10-31`. Weeks begin on Monday. Null for periods told from today.
 */
export function periodRange(period: string, date: string): DateRange | null {
  const [from, to, ...more] = date.split(',');
  if (period === 'range') return more.length > 0 ? null : between(dayOf(from ?? ''), dayOf(to ?? ''));
  const day = to === undefined ? dayOf(from ?? '') : null;
  if (day === null) return null;
  const year = day.getUTCFullYear();
  const month = day.getUTCMonth();
  switch (period) {
    case 'day':
      return between(day, day);
    case 'week': {
      const monday = new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY_MS);
      return between(monday, new Date(monday.getTime() + 6 * DAY_MS));
    }
    case 'month':
      return between(new Date(Date.UTC(year, month, 1)), new Date(Date.UTC(year, month + 1, 0)));
    case 'year':
      return between(new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year, 11, 31)));
    default:
      return null;
  }
}

/** Null where there is no such day: 30 February is none. */
function dayOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && isoDay(day) === text ? day : null;
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

function between(from: Date | null, to: Date | null): DateRange | null {
  return from === null || to === null || from > to ? null : { from: isoDay(from), to: isoDay(to) };
}
