import type { WallMs } from '../column';

/**
 * Calendar arithmetic on `WallMs` (proleptic Gregorian): the source's own days, ISO weeks (Monday first) and months,
 * whatever zone it is in. Days are whole numbers since 1970-01-01, months `year * 12 + month - 1`.
 */
export const DAY_MS = 86_400_000;

export interface CivilDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/** Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
export function civilToDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Hinnant, civil_from_days. */
export function dayToCivil(dayNumber: number): CivilDate {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function wallMs(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): WallMs {
  return civilToDay(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
}

export function dayOf(time: WallMs): number {
  return Math.floor(time / DAY_MS);
}

export function startOfDay(time: WallMs): WallMs {
  return dayOf(time) * DAY_MS;
}

/** The day's last millisecond. */
export function endOfDay(time: WallMs): WallMs {
  return startOfDay(time) + DAY_MS - 1;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(time: WallMs): number {
  return ((((dayOf(time) + 3) % 7) + 7) % 7) + 1;
}

/** 0–23. */
export function hourOf(time: WallMs): number {
  return Math.floor((time - startOfDay(time)) / 3_600_000);
}

export function civilOf(time: WallMs): CivilDate {
  return dayToCivil(dayOf(time));
}

export type WeekStart = 'monday' | 'sunday';

/** ISO weeks since the one that holds 1970-01-01. */
export function weekOf(time: WallMs): number {
  return Math.floor((dayOf(time) + 3) / 7);
}

/** Of the ISO week, unless weeks begin on Sunday. */
export function startOfWeek(time: WallMs, start: WeekStart = 'monday'): WallMs {
  // 1970-01-01 was a Thursday: three days after a Monday, four after a Sunday.
  const lead = start === 'monday' ? 3 : 4;
  return (Math.floor((dayOf(time) + lead) / 7) * 7 - lead) * DAY_MS;
}

/** ISO 8601: week 1 holds the year's first Thursday. */
export function isoWeekOf(time: WallMs): { readonly year: number; readonly week: number } {
  const thursday = weekOf(time) * 7;
  const { year } = dayToCivil(thursday);
  return { year, week: Math.floor((thursday - civilToDay(year, 1, 1)) / 7) + 1 };
}

/** Months since year 0: whole numbers that subtract. */
export function monthOf(time: WallMs): number {
  const { year, month } = civilOf(time);
  return year * 12 + month - 1;
}

export function monthStart(month: number): WallMs {
  return civilToDay(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1) * DAY_MS;
}

export function startOfMonth(time: WallMs): WallMs {
  return monthStart(monthOf(time));
}

/** Same day and time `months` later, or the month's last day where it has no such day (31 January + 1 = 28 February). */
export function addMonths(time: WallMs, months: number): WallMs {
  const day = dayOf(time);
  const target = monthOf(time) + months;
  const first = dayOf(monthStart(target));
  const last = dayOf(monthStart(target + 1)) - 1;
  return Math.min(first + dayToCivil(day).day - 1, last) * DAY_MS + (time - day * DAY_MS);
}

/** As `addMonths`, keeping a month's last day the last: 30 June - 3 = 31 March. */
export function addMonthsFromEnd(time: WallMs, months: number): WallMs {
  const isLast = monthOf(time + DAY_MS) !== monthOf(time);
  return isLast ? addMonths(time + DAY_MS, months) - DAY_MS : addMonths(time, months);
}

export function addDays(time: WallMs, days: number): WallMs {
  return time + days * DAY_MS;
}

/** Whole years from `birth` to `at`, as a birthday counts them; 29 February comes round on 1 March in common years. */
export function yearsBetween(birth: WallMs, at: WallMs): number {
  const a = civilOf(birth);
  const b = civilOf(at);
  return b.year - a.year - (b.month * 32 + b.day < a.month * 32 + a.day ? 1 : 0);
}

/** `2024-02-29`. */
export function isoDay(time: WallMs): string {
  const { year, month, day } = civilOf(time);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2024-02-29` or `2024-02-29T13:05[:09[.123]]` (a blank for the `T`) as wall time; null for anything else. */
export function parseIso(text: string): WallMs | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?$/.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  if (dayToCivil(civilToDay(year, month, day)).month !== month) return null;
  return wallMs(year, month, day, hour, minute, second) + Number((match[7] ?? '').padEnd(3, '0'));
}

/** The n-th such weekday (1 Monday) of a month, as a day number: the fourth Thursday of November, say. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  const first = civilToDay(year, month, 1);
  const ahead = (weekday - weekdayOf(first * DAY_MS) + 7) % 7;
  return first + ahead + (n - 1) * 7;
}

/** Western Easter Sunday as a day number (anonymous Gregorian algorithm, Meeus). */
export function easterDay(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return civilToDay(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** Orthodox Easter Sunday as a day number (Meeus' Julian algorithm, 13 days added: holds from 1900 to 2099). */
export function orthodoxEasterDay(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  return civilToDay(year, Math.floor(sum / 31), (sum % 31) + 1) + 13;
}
