import {
  civilToDay,
  DAY_MS,
  easterDay,
  nthWeekday,
  orthodoxEasterDay,
  weekdayOf,
} from '../../core/time/calendar';

/**
 * The days of an occasion in a civil year, as day numbers. A rule is read from a short text:
 *
 * - `05-26` a date, `e-21` days from Western Easter, `o0` from Orthodox Easter,
 * - `05.7.2` the second Sunday of May (7 is Sunday), `05.7.-1` the last, `11.4.4+1` the day after the fourth Thursday,
 * - `05.7.-1!e49>06.7.1` the first, or the last where the first is also the middle,
 * - `@2010-`, `@-2009`, `@2001-2009` the years it holds for; several with `;` between.
 */
export type DayRule = (year: number) => readonly number[];

const PART = /^([^!@]+)(?:!([^>]+)>([^@]+))?(?:@(\d{4})?-(\d{4})?)?$/;

/** @throws SyntaxError for a text that is none */
export function dayRule(text: string): DayRule {
  const parts = text.split(';').map((part) => {
    const [, base, unless, instead, from, to] = PART.exec(part) ?? [];
    if (base === undefined) throw new SyntaxError(`no rule of days: ${text}`);
    const usual = oneDay(base);
    const clash = unless === undefined ? null : oneDay(unless);
    const other = instead === undefined ? null : oneDay(instead);
    return (year: number): readonly number[] => {
      if (year < Number(from ?? 0) || year > Number(to ?? 9999)) return [];
      const day = usual(year);
      return [clash !== null && other !== null && clash(year) === day ? other(year) : day];
    };
  });
  return (year) => parts.flatMap((part) => part(year));
}

function oneDay(text: string): (year: number) => number {
  const date = /^(\d\d)-(\d\d)$/.exec(text);
  // 29 February is 1 March in common years.
  if (date) return (year) => civilToDay(year, Number(date[1]), 1) + Number(date[2]) - 1;
  const easter = /^([eo])(-?\d+)$/.exec(text);
  if (easter) {
    const sunday = easter[1] === 'e' ? easterDay : orthodoxEasterDay;
    return (year) => sunday(year) + Number(easter[2]);
  }
  const weekday = /^(\d\d)\.([1-7])\.(-1|[1-5])(?:\+(\d+))?$/.exec(text);
  if (!weekday) throw new SyntaxError(`no rule of days: ${text}`);
  const [month, day, n, more] = [weekday[1], weekday[2], weekday[3], weekday[4] ?? 0].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return (year) => (n === -1 ? lastWeekday(year, month, day) : nthWeekday(year, month, day, n)) + more;
}

function lastWeekday(year: number, month: number, weekday: number): number {
  const last = civilToDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1;
  return last - ((weekdayOf(last * DAY_MS) - weekday + 7) % 7);
}
